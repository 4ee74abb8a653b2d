import Foundation
import Testing

@testable import OutlayCommands

/// What the commands of a ledger say, as recorded; what stands in `BadInputTests` is not repeated.
@Suite struct LedgerProblemTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// The problem that is met, which the record is called after.
        var code: String
        var exitCode: Int32
        var person: String
        var line: String
        var testDescription: String { "\(code) \(line)" }

        init(_ code: String, _ exitCode: Int32, _ person: String, _ line: String) {
            self.code = code
            self.exitCode = exitCode
            self.person = person
            self.line = line
        }
    }

    private static let header = "date,line,amount,currency,invoice,vendor\n"

    private static let cases = [
        Case("OL721", 1, "pm.support", "request create desk.yaml --option openticket"),
        Case("OL722", 3, "pm.support", "request create unmapped.yaml --option northwind"),
        Case("OL723", 1, "pm.support", "request create desk.yaml --option helpnest"),
        Case("OL724", 3, "pm.support", "request submit REQ-2"),
        Case("OL727", 3, "pm.support", "request create stated.yaml --option northwind"),
        Case("OL726", 3, "pm.support", "request create desk.yaml --option legacy --reason why"),
        Case("OL761", 2, "payables", "import actuals ledger.csv --cost BilledCost"),
        Case("OL764", 1, "payables", "import actuals ledger.csv --control-total 1.00"),
        Case("OL765", 3, "payables", "import actuals unknown.csv"),
        Case("OL466", 2, "cfo", "audit verify --anchor bad.txt"),
        Case("OL525", 4, "pm.support", "override REQ-1 -m needed"),
        Case("OL526", 4, "pm.support", "year close FY2027 --confirmed-by cfo"),
        Case("OL419", 3, "pm.support", "budget show --year 2031"),
        Case("OL422", 5, "buyer", "order REQ-1 --number PO-1"),
    ]

    @Test func `each problem of a ledger command is told as recorded`() throws {
        let ledger = try Self.ledger()
        for example in Self.cases {
            let words = example.line.split(separator: " ").map(String.init)
            let run = ToolRun(
                words + ["--db", "l.outlay", "--as", example.person, "--as-of", TrialLedger.day],
                in: ledger.folder.path)
            #expect(run.end == .exit(example.exitCode), "\(example) \(run.messages)")
            try Self.expect(example.code, example.line, run)
        }
    }

    @Test func `in a ledger of real use nobody acts as somebody else`() throws {
        let folder = try TemporaryFolder()
        let made = ToolRun(
            ["db", "init", "l.outlay", "--id", "acme", "--currency", "EUR", "--year", "2027"],
            in: folder.path)
        #expect(made.end == .exit(0), "\(made.messages)")
        let run = ToolRun(
            ["whoami", "--db", "l.outlay", "--as", "cfo", "--as-of", TrialLedger.day],
            in: folder.path)
        #expect(run.end == .exit(4), "\(run.messages)")
        try Self.expect("OL783", "whoami --as cfo", run)
    }

    @Test func `rows that fit no line are told, and booked nowhere`() throws {
        let ledger = try TrialLedger.helpdesk()
        let row = "2027-01-05,,100.00,EUR,INV-1,\n"
        let rows = Self.header + row + row.replacing("INV-1", with: "INV-2")
        try ledger.folder.write("lineless.csv", rows)
        let line = "import actuals lineless.csv --format md"
        let run = ledger.tool(line, as: "payables")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("OL750"), "\(run.output)")
        try Transcript.expect(
            "$ outlay \(line)\n\(run.output)\(run.messages)\(run.end)\n",
            at: "Problems/ledger-OL750.txt")
    }

    @Test(arguments: [
        ("OL728", #""rank":1"#, #""rank":2"#),
        ("OL729", "outlay/frozen-revision-1", "outlay/frozen-revision-9"),
    ])
    func `a revision that was false when it was frozen is told`(
        code: String, text: String, other: String
    ) throws {
        let ledger = try TrialLedger.approvedInPart { $0.replacing(text, with: other) }
        let line = "audit reperform \(TrialLedger.request)"
        let run = ledger.tool(line)
        #expect(run.end == .exit(6), "\(run.messages)")
        try Self.expect(code, line, run)
    }

    @Test func `the system's user has to be somebody in the organisation`() throws {
        let folder = try TemporaryFolder()
        let organisation = try TrialLedger.shipped("organisation")
        try folder.write("organisation.yaml", organisation)
        try folder.write("policy.yaml", try TrialLedger.shipped("policy"))
        let made = ToolRun(
            Self.words("db init l.outlay --id acme --currency EUR --year 2027"), in: folder.path)
        #expect(made.end == .exit(0), "\(made.messages)")
        try Self.expect("OL013", "org load organisation.yaml --db l.outlay", 2, in: folder)
        try folder.write(
            "organisation.yaml",
            organisation.replacing("id: cfo,", with: "id: cfo, account: nobody.else,"))
        let load = ToolRun(
            Self.words("org load organisation.yaml --db l.outlay"), in: folder.path)
        #expect(load.end == .exit(0), "\(load.messages)")
        try Self.expect("OL782", "policy load policy.yaml --db l.outlay", 4, in: folder)
    }

    /// Expects a problem, told as it is recorded, whoever the system's user is.
    private static func expect(
        _ code: String, _ line: String, _ exitCode: Int32, in folder: TemporaryFolder
    ) throws {
        let run = ToolRun(words(line), in: folder.path)
        #expect(run.end == .exit(exitCode), "\(run.messages)")
        #expect(run.messages.contains("error[\(code)]"), "\(run.messages)")
        let user = Identity.systemAccount()
        try Transcript.expect(
            "$ outlay \(line)\n"
                + run.messages.replacing("`\(user)`", with: "`USER`")
                .replacing("account: \(user)`", with: "account: USER`") + "\(run.end)\n",
            at: "Problems/ledger-\(code).txt")
    }

    private static func words(_ line: String) -> [String] {
        line.split(separator: " ").map(String.init) + ["--as-of", TrialLedger.day]
    }

    @Test func `a gate asks which option is bought where the document does not say`() throws {
        let ledger = try Self.ledger()
        let run = ToolRun(
            [
                "gate", "undecided.yaml", "--db", "l.outlay", "--format", "junit", "--as-of",
                TrialLedger.day,
            ], in: ledger.folder.path)
        #expect(run.end == .exit(3), "\(run.messages)")
        #expect(run.output.contains("OL791"), "\(run.output)")
        let line = "gate undecided.yaml --db l.outlay"
        let told = ToolRun(Self.words(line), in: ledger.folder.path)
        #expect(told.end == .exit(3), "\(told.messages)")
        try Transcript.expect(
            "$ outlay \(line)\n\(ledger.masked(told.output))\(told.messages)\(told.end)\n",
            at: "Problems/ledger-OL791.txt")
    }

    private static func expect(_ code: String, _ line: String, _ run: ToolRun) throws {
        #expect(run.messages.contains("error[\(code)]"), "\(line) \(run.messages)")
        try Transcript.expect(
            "$ outlay \(line)\n\(run.output)\(run.messages)\(run.end)\n",
            at: "Problems/ledger-\(code).txt")
    }

    /// A ledger with a request that waits, and the documents that the cases name.
    private static func ledger() throws -> TrialLedger {
        let ledger = try TrialLedger.helpdesk()
        try ledger.freeze("REQ-1")
        let text = try TrialLedger.shipped("helpdesk")
        try ledger.folder.write("desk.yaml", text)
        try ledger.folder.write("unmapped.yaml", text.replacing("training: CC-410, ", with: ""))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("recommendation:") }
        try ledger.folder.write("undecided.yaml", lines.joined(separator: "\n"))
        let unanswered = text.replacing("northwind:  {sso: true,  ", with: "northwind:  {")
        try ledger.folder.write("unanswered.yaml", unanswered)
        let draft = ledger.tool(
            "request create unanswered.yaml --option northwind --reason promised --id REQ-2",
            as: "pm.support")
        try #require(draft.end == .exit(0), "\(draft.messages)")
        try ledger.folder.write("quotes/northwind-q8812.pdf", "another offer\n")
        let zeros = String(repeating: "0", count: 64)
        try ledger.folder.write(
            "stated.yaml",
            text.replacing("northwind-q8812.pdf}", with: "northwind-q8812.pdf, sha256: \(zeros)}"))
        let row = "2027-01-05,CC-420,100.00,EUR,INV-1,\n"
        try ledger.folder.write("ledger.csv", Self.header + row)
        try ledger.folder.write(
            "unknown.csv", Self.header + row.replacing("CC-420", with: "CC-999"))
        try ledger.folder.write("bad.txt", "outlay-anchor 1 nonsense\n")
        return ledger
    }
}
