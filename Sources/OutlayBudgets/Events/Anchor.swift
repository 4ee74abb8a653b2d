import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A checkpoint with the day of its export, as one line of text to be kept outside the ledger.
///
///     outlay-anchor 1 2027-03-31 1204 9f86…0a08 Acme Ltd
///
/// The line says what it is, the version of the format, the day, the number of the event, the 64
/// lower-case hexadecimal digits of its hash, and the name of the ledger, with one blank between them.
/// The name comes last because it may hold blanks. A file holds one such line for each anchor, so that
/// files of anchors may simply be put one behind the other; it ends with a line end.
public struct Anchor: Sendable, Hashable {
    /// What the line begins with: the kind of the text and the version of the format.
    public static let heading = "outlay-anchor 1"

    /// The end of the chain.
    public var checkpoint: Checkpoint
    /// The day on which it was exported.
    public var exported: CalendarDate

    /// Creates an anchor.
    public init(_ checkpoint: Checkpoint, exported: CalendarDate) {
        self.checkpoint = checkpoint
        self.exported = exported
    }

    /// The line, with its end.
    public var line: String {
        "\(Self.heading) \(exported) \(checkpoint.sequence) \(checkpoint.hash) "
            + "\(checkpoint.ledgerID.text)\n"
    }

    /// Reads all anchors of a file.
    ///
    /// - Parameters:
    ///   - text: The content of the file.
    ///   - path: The path of the file, for what is wrong with it.
    /// - Returns: The anchors in the order of the file, at least one.
    /// - Throws: ``ProblemCode/badAnchor`` with the first line that is not an anchor.
    public static func list(parsing text: [UInt8], path: String) throws(Problem) -> [Anchor] {
        guard String(validating: text, as: UTF8.self) != nil else {
            throw Problem(
                .badAnchor, "\(Problem.quoted(path, limit: 200)) is not a file of anchors",
                at: .file(path), because: "it is not text in UTF-8")
        }
        let lineEnd = UInt8(ascii: "\n")
        guard text.last == lineEnd else {
            throw Problem(
                .badAnchor, "\(Problem.quoted(path, limit: 200)) is not a whole file of anchors",
                at: .file(path),
                because: text.isEmpty ? "it is empty" : "its last line has no end",
                hint: "copy the file again from where it was exported to")
        }
        var anchors: [Anchor] = []
        let lines = text.dropLast().split(separator: lineEnd, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            do throws(AnchorFault) {
                anchors.append(try Anchor(parsing: line))
            } catch {
                throw error.problem(path: path, number: index + 1, line: line)
            }
        }
        return anchors
    }

    private init(parsing line: ArraySlice<UInt8>) throws(AnchorFault) {
        // By bytes: a name may begin with a mark that combines with the blank before it.
        let fields = line.split(
            separator: UInt8(ascii: " "), maxSplits: 5, omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count > 1, fields[0] == "outlay-anchor" else {
            throw AnchorFault("it does not begin with `outlay-anchor`")
        }
        guard fields[1] == "1" else {
            throw AnchorFault("its format has version \(Problem.quoted(fields[1])), not 1")
        }
        guard fields.count == 6 else {
            throw AnchorFault(
                "it has \(fields.count) fields and not 6, with one blank between them")
        }
        guard let day = try? CalendarDate(parsing: fields[2]) else {
            throw AnchorFault("\(Problem.quoted(fields[2])) is not a day")
        }
        guard let sequence = Int64(fields[3]), sequence > 0, "\(sequence)" == fields[3] else {
            throw AnchorFault("\(Problem.quoted(fields[3])) is not the number of an event")
        }
        guard let hash = SHA256Value(hexadecimal: fields[4]) else {
            throw AnchorFault("its hash is not 64 lower-case hexadecimal digits")
        }
        guard let name = try? LedgerText(fields[5]), !name.isEmpty, name.text == fields[5] else {
            throw AnchorFault("it names no ledger as ledgers are named")
        }
        self.init(Checkpoint(ledgerID: name, sequence: sequence, hash: hash), exported: day)
    }
}

/// Why a line is not an anchor.
private struct AnchorFault: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }

    func problem(path: String, number: Int, line: ArraySlice<UInt8>) -> Problem {
        let text = String(decoding: line, as: UTF8.self)
        let span = TextSpan(
            path: path, start: TextPosition(line: number, column: 1),
            end: TextPosition(line: number, column: text.unicodeScalars.count + 1), line: text)
        return Problem(
            .badAnchor, "line \(number) is not an anchor", at: .text(span), because: reason,
            hint: "an anchor is `\(Anchor.heading) DAY EVENT HASH LEDGER`, as it was exported")
    }
}
