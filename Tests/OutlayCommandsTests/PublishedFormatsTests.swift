import Foundation
import Testing

/// What the gate writes, by the schemas that its formats are published with.
///
/// SARIF has the JSON Schema of OASIS. JUnit reports have no official schema; the one of Jenkins' xUnit plugin is what
/// its readers check by. GitLab publishes no schema of its code quality report, only a table of members in its
/// documentation, to which `GateCommandTests` holds the report.
@Suite struct PublishedFormatsTests {
    /// A gate that ends in one way.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var code: Int32
        var subject = TrialLedger.evaluation
        /// The ledger: the one of the sample company, in which `approved` is what its line has, unless another is named.
        var ledger: String?
        var approved = "310000.00"
        var day = TrialLedger.day
        var testDescription: String { name }

        func run(_ format: String) throws -> ToolRun {
            let ledger = try TrialLedger.helpdesk { name, text in
                name == "budgets" ? text.replacing("310000.00", with: approved) : text
            }
            try ledger.freeze(TrialLedger.request, submitting: false)
            try ledger.folder.write("damaged.outlay", "SQLite format 3\u{0} and no more")
            let run = ToolRun([
                "gate", subject, "--db", self.ledger.map { ledger.file($0) } ?? ledger.path,
                "--as-of", day, "--format", format,
            ])
            #expect(run.end == .exit(code), "\(run.messages)")
            return run
        }
    }

    private static let cases = [
        Case(name: "it passes", code: 0),
        Case(name: "it passes, of a request", code: 0, subject: TrialLedger.request),
        Case(name: "the money does not suffice", code: 1, approved: "100000.00"),
        Case(name: "there is no ledger", code: 3, ledger: "none.outlay"),
        Case(name: "a quote expired", code: 3, day: "2027-01-16"),
        Case(name: "there is no such request", code: 3, subject: "REQ-9"),
        Case(
            name: "the document is malformed", code: 2,
            subject: "Tests/OutlayDocumentsTests/Broken/092-date-month-13.yaml"),
        Case(name: "there is no document", code: 2, subject: "no/such.yaml"),
        Case(name: "the ledger is damaged", code: 6, ledger: "damaged.outlay"),
    ]

    // MARK: - SARIF

    private static let python = "/usr/bin/python3"
    private static let hasJSONJudge =
        judge(
            [python, "-c", "import jsonschema"], on: "", named: "none"
        ).end == .exit(0)

    @Test(
        .enabled(if: hasJSONJudge, "SKIPPED: python3-jsonschema is not installed; see make judges"),
        arguments: cases)
    func `a log of the gate is what the schema of SARIF asks for`(example: Case) throws {
        let log = try example.run("sarif").output
        let judged = Self.sarif(log)
        #expect(judged.end == .exit(0), "\(judged.output)\(judged.messages)")
        // A check that cannot fail would be none.
        for (text, other) in [("\"level\": \"", "\"level\": \"very "), ("\"text\"", "\"words\"")] {
            #expect(log.contains(text))
            #expect(Self.sarif(log.replacing(text, with: other)).end == .exit(1), "\(other)")
        }
    }

    private static func sarif(_ log: String) -> ToolRun {
        judge(
            [
                python, "-W", "ignore", "-m", "jsonschema", "-i", "FILE",
                data("sarif-schema-2.1.0.json"),
            ],
            on: log, named: "log.json")
    }

    // MARK: - JUnit

    private static let xmllint = "/usr/bin/xmllint"

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: xmllint),
            "SKIPPED: xmllint is not installed; see make judges"),
        arguments: cases)
    func `a report of the gate is what the schema of JUnit asks for`(example: Case) throws {
        let report = try example.run("junit").output
        let judged = Self.junit(report)
        #expect(judged.end == .exit(0), "\(judged.output)\(judged.messages)")
        for (text, other) in [("<testcase ", "<testcases "), (" failures=\"", " failed=\"")] {
            #expect(report.contains(text))
            #expect(Self.junit(report.replacing(text, with: other)).end != .exit(0), "\(other)")
        }
        let closed = report.replacing("<testcase ", with: "<case ")
            .replacing("</testcase>", with: "</case>")
        #expect(Self.junit(closed).end == .exit(3), "well-formed, and not what is asked for")
    }

    private static func junit(_ report: String) -> ToolRun {
        judge(
            [xmllint, "--noout", "--nonet", "--schema", data("junit-10.xsd"), "FILE"], on: report,
            named: "report.xml")
    }

    // MARK: - Judges

    private static func data(_ name: String) -> String {
        ToolRun.root + "/Tests/OutlayCommandsTests/Data/" + name
    }

    /// Runs another program on a text; `FILE` among its words is the file that the text stands in.
    private static func judge(_ words: [String], on text: String, named name: String) -> ToolRun {
        do {
            let folder = try TemporaryFolder()
            try folder.write(name, text)
            let file = folder.path + "/" + name
            return ToolRun(
                words.map { $0 == "FILE" ? file : $0 },
                wrapper: ["/bin/sh", "-c", "shift; exec \"$@\"", "judge"])
        } catch {
            preconditionFailure("no folder to judge in: \(error)")
        }
    }
}
