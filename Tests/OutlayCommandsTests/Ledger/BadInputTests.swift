import Foundation
import Testing

/// What people get wrong: the cause, the place and the way on are told, and nothing changes.
@Suite struct BadInputTests {
    private static let request = TrialLedger.request
    private static let header = "date,line,amount,currency,invoice,vendor\n"
    private static let row = "2027-01-05,CC-410,100.00,EUR,INV-1,northwind\n"

    struct Case: Sendable, CustomTestStringConvertible {
        /// The name of the record.
        var name: String
        var line: String
        var person: String
        var exitCode: Int32
        /// What the text has to tell: the cause, the place, the way on.
        var words: [String]
        var day = TrialLedger.day
        var testDescription: String { name }
    }

    private static let cases = [
        Case(
            name: "unknown-request", line: "approve REQ-9 --revision 1", person: "owner.itops",
            exitCode: 3, words: ["REQ-9", "no such request", "outlay request list"]),
        Case(
            name: "moved-revision", line: "approve \(request) --revision 2", person: "owner.itops",
            exitCode: 5,
            words: ["not the one decided on", "it is submitted, r1", "outlay request show"]),
        Case(
            name: "lapsed-delegation",
            line: "approve \(request) --revision 1 --for owner.itops", person: "finance.second",
            exitCode: 4, words: ["no delegation covers", "owner.itops", "outlay delegate"],
            day: "2026-12-01"),
        Case(
            name: "person-without-role", line: "approve \(request) --revision 1",
            person: "payables", exitCode: 4, words: ["holds no role", "payables", "it waits for"]),
        Case(
            name: "actuals-twice", line: "import actuals twice.csv", person: "payables",
            exitCode: 2, words: ["twice.csv", "row 2", "--keep-duplicates"]),
        Case(
            name: "actuals-currency", line: "import actuals dollars.csv", person: "payables",
            exitCode: 2, words: ["dollars.csv:3", "USD", "EUR"]),
        Case(
            name: "policy-without-catch-all", line: "policy load open.yaml", person: "cfo",
            exitCode: 2, words: ["open.yaml:", "hint:"]),
        Case(
            name: "two-budgets", line: "budget load a.yaml b.yaml", person: "finance.review",
            exitCode: 2, words: ["CC-410", "b.yaml:", "FY2027", "hint:"]),
    ]

    @Test(arguments: cases)
    func `a mistake is told with its cause, its place and the way on, and changes nothing`(
        example: Case
    ) throws {
        let ledger = try Self.ledger()
        let before = try Self.state(of: ledger)
        let bytes = try Data(contentsOf: URL(filePath: ledger.path))
        let words = example.line.split(separator: " ").map(String.init)
        let run = ToolRun(
            words + ["--db", "l.outlay", "--as", example.person, "--as-of", example.day],
            in: ledger.folder.path)
        #expect(run.end == .exit(example.exitCode), "\(run.messages)")
        for word in example.words {
            #expect(run.messages.contains(word), "\(word): \(run.messages)")
        }
        try Transcript.expect(
            "$ outlay \(example.line)\n\(run.output)\(run.messages)\(run.end)\n",
            at: "Problems/bad-input-\(example.name).txt")
        #expect(try Self.state(of: ledger) == before, "nothing is done in part")
        // What a rule refuses is written down as refused; what is malformed leaves no trace.
        let after = try Data(contentsOf: URL(filePath: ledger.path))
        #expect((after == bytes) == (example.exitCode == 2))
    }

    /// A ledger with a request that waits, a delegation that ends, and every document that the cases name.
    private static func ledger() throws -> TrialLedger {
        let ledger = try TrialLedger.helpdesk()
        try ledger.freeze(request)
        let lent = ledger.run(
            ["delegate", "finance.second", "--from", "2026-11-20", "--to", "2026-11-30"],
            as: "owner.itops")
        #expect(lent.end == .exit(0), "\(lent.messages)")
        try ledger.folder.write("twice.csv", header + row + row)
        try ledger.folder.write(
            "dollars.csv", header + row + row.replacing("EUR,INV-1", with: "USD,INV-2"))
        let policy = try TrialLedger.shipped("policy").replacing(
            "revision: 7,", with: "revision: 8,")
        try ledger.folder.write(
            "open.yaml",
            policy.replacing(
                "{approvers: [budget-owner, department-head, finance-review, cfo]",
                with:
                    "{below: 500000, approvers: [budget-owner, department-head, finance-review, cfo]"
            ))
        let budget = try TrialLedger.shipped("budgets")
        try ledger.folder.write("a.yaml", budget.replacing("310000.00", with: "320000.00"))
        try ledger.folder.write(
            "b.yaml", budget.replacing("{id: FY2027, title", with: "{id: B, title"))
        return ledger
    }

    /// Everything that a mistake could have changed.
    private static func state(of ledger: TrialLedger) throws -> [String] {
        try [
            ["budget", "show", "--year", "2027"], ["request", "show", request], ["proposals"],
            ["policy", "show"],
        ].map { words in
            let run = ledger.run(words, as: "cfo")
            try #require(run.end == .exit(0), "\(words) \(run.messages)")
            return run.output
        }
    }
}
