import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@Suite struct AnchorTests {
    private static let hash = SHA256Value.of([1])

    private func anchor(_ name: LedgerText, _ sequence: Int64) throws -> Anchor {
        Anchor(
            Checkpoint(ledgerID: name, sequence: sequence, hash: Self.hash),
            exported: try CalendarDate(parsing: "2027-03-31"))
    }

    @Test func `an anchor is one line`() throws {
        let line = try anchor("Acme Ltd", 1204).line
        #expect(line == "outlay-anchor 1 2027-03-31 1204 \(Self.hash) Acme Ltd\n")
    }

    @Test func `reading undoes writing, however many anchors and whatever their names`() throws {
        let anchors = try [
            anchor("Acme Ltd", 1), anchor("a", .max), anchor("two  blanks é 行", 7),
            anchor("\u{301}mark", 3),
        ]
        let text = Array(anchors.map(\.line).joined().utf8)
        #expect(try Anchor.list(parsing: text, path: "a.txt") == anchors)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        var text: String
        var line: Int
        var reason: String
        var testDescription: String { reason }
    }

    private static let good = "outlay-anchor 1 2027-03-31 1204 \(hash) Acme\n"

    @Test(arguments: [
        Bad(text: "", line: 0, reason: "it is empty"),
        Bad(text: String(good.dropLast()), line: 0, reason: "its last line has no end"),
        Bad(text: good + "\n", line: 2, reason: "it does not begin with `outlay-anchor`"),
        Bad(text: "# " + good, line: 1, reason: "it does not begin with `outlay-anchor`"),
        Bad(
            text: good.replacing("anchor 1", with: "anchor 2"), line: 1,
            reason: "its format has version `2`, not 1"),
        Bad(
            text: good.replacing(" Acme", with: ""), line: 1,
            reason: "it has 5 fields and not 6, with one blank between them"),
        Bad(
            text: good.replacing("03-31", with: "02-29"), line: 1,
            reason: "`2027-02-29` is not a day"),
        Bad(
            text: good.replacing("1204", with: "0"), line: 1,
            reason: "`0` is not the number of an event"),
        Bad(
            text: good.replacing("1204", with: "+1204"), line: 1,
            reason: "`+1204` is not the number of an event"),
        Bad(
            text: good + good.replacing("1204", with: "9223372036854775808"), line: 2,
            reason: "`9223372036854775808` is not the number of an event"),
        Bad(
            text: good.replacing("\(hash)", with: "\(hash)".uppercased()), line: 1,
            reason: "its hash is not 64 lower-case hexadecimal digits"),
        Bad(
            text: good.replacing("Acme", with: "Acme "), line: 1,
            reason: "it names no ledger as ledgers are named"),
        Bad(
            text: good.replacing("\n", with: "\r\n"), line: 1,
            reason: "it names no ledger as ledgers are named"),
    ])
    func `anything else is refused with its line`(bad: Bad) throws {
        let problem = #expect(throws: Problem.self) {
            try Anchor.list(parsing: Array(bad.text.utf8), path: "a.txt")
        }
        #expect(problem?.code == .badAnchor)
        #expect(problem?.reason == bad.reason)
        guard case .text(let span) = problem?.location else {
            #expect(bad.line == 0 && problem?.location == .file("a.txt"))
            return
        }
        #expect(span.start.line == bad.line)
    }

    @Test func `what is no text is refused`() {
        let problem = #expect(throws: Problem.self) {
            try Anchor.list(parsing: [0xFF, 0x0A], path: "a.txt")
        }
        #expect(problem?.reason == "it is not text in UTF-8")
    }
}
