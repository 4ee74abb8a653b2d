import OutlayEncoding
import OutlayProblems

/// A text of a person that the ledger keeps: a reason, a title, an invoice's number.
///
/// It is in Unicode Normalization Form C, without blanks at either end and without control characters,
/// and at most ``limit`` bytes long. It may be empty.
public struct LedgerText: Sendable, Hashable, CustomStringConvertible {
    /// The most bytes of UTF-8.
    public static let limit = 4000

    /// The text.
    public let text: String

    /// No text.
    public static let empty = LedgerText(known: "")

    /// Creates a text that is known to keep the rule, as one from the ledger is.
    public init(known text: String) {
        self.text = text
    }

    /// Reads a text.
    ///
    /// - Throws: ``ProblemCode/badLedgerText`` for one that is too long or holds control characters.
    public init(_ text: String) throws(Problem) {
        guard text.utf8.count <= Self.limit else {
            throw Self.refusal(of: text, "a text of the ledger has at most \(Self.limit) bytes")
        }
        for scalar in text.unicodeScalars where !Self.isAllowed(scalar) {
            throw Self.refusal(
                of: text, "a text of the ledger is one line without control characters")
        }
        let body = text.unicodeScalars.drop(while: \.properties.isWhitespace).reversed()
            .drop(while: \.properties.isWhitespace).reversed()
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: body)
        self.text = String(scalars).normalFormC
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { text.isEmpty }
    /// The text.
    public var description: String { text }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: true
        }
    }

    private static func refusal(of text: String, _ reason: String) -> Problem {
        Problem(
            .badLedgerText, "\(Problem.quoted(text)) cannot be kept", because: reason,
            hint: "shorten it, and attach what is longer as evidence")
    }
}

extension LedgerText {
    /// The text as a reason behind what it is the reason of; nothing where it is empty.
    var because: String { isEmpty ? "" : ": \(text)" }
}

extension LedgerText: ExpressibleByStringLiteral {
    /// Creates a text of the program's own.
    ///
    /// - Precondition: the text keeps the rule.
    public init(stringLiteral value: String) {
        let text: String = value
        guard let checked = try? LedgerText(text) else {
            preconditionFailure("a text of the program keeps the rule of the ledger's texts")
        }
        self = checked
    }
}
