import Foundation
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `outlay gate` as scripts and CI see it.
@Suite struct GateCommandTests {
    private static let evaluation = TrialLedger.evaluation
    private static let request = TrialLedger.request
    private static let formats = ["text", "json", "md", "github", "gitlab", "junit", "sarif"]

    /// A gate that ends in one way, by the money of the line that the help desk charges.
    struct Outcome: Sendable, CustomTestStringConvertible {
        var name: String
        /// What replaces the head of the line in the shipped budget.
        var line: String
        var code: Int32
        var testDescription: String { name }

        func ledger() throws -> TrialLedger {
            try TrialLedger.helpdesk { name, text in
                name == "budgets" ? text.replacing("310000.00", with: line) : text
            }
        }

        static let pass = Outcome(name: "pass", line: "310000.00", code: 0)
        static let fail = Outcome(name: "fail", line: "100000.00", code: 1)
    }

    private static func gate(
        _ ledger: TrialLedger, _ more: [String], subject: String = evaluation,
        on day: String = TrialLedger.day
    ) -> ToolRun {
        ToolRun(["gate", subject, "--db", ledger.path, "--as-of", day] + more)
    }

    // MARK: - Formats

    @Test(arguments: [Outcome.pass, .fail])
    func `each format is recorded, and each ends with the same exit code`(
        outcome: Outcome
    ) throws {
        let ledger = try outcome.ledger()
        for format in Self.formats {
            let run = Self.gate(ledger, ["--format", format])
            #expect(run.end == .exit(outcome.code), "\(format) \(run.messages)")
            #expect(run.messages.isEmpty)
            let endings = ["text": "txt", "md": "md", "junit": "xml", "github": "github.txt"]
            let ending = endings[format] ?? (format == "json" ? "json" : "\(format).json")
            try Transcript.expect(
                ledger.masked(run.output), at: "Golden/gate-\(outcome.name).\(ending)")
        }
    }

    @Test func `a source whose file is not the one that is stated does not pass`() throws {
        let ledger = try Outcome.pass.ledger()
        let digest = SHA256Digest.of(Array("the quote".utf8))
        let text = try TrialLedger.shipped("helpdesk").replacing(
            "file: quotes/northwind-q8812.pdf", with: "file: quote.pdf, sha256: \(digest)")
        try ledger.folder.write("case.yaml", text)
        let subject = ledger.file("case.yaml")
        #expect(Self.gate(ledger, [], subject: subject).end == .exit(0))
        try ledger.folder.write("quote.pdf", "the quote")
        #expect(Self.gate(ledger, [], subject: subject).end == .exit(0))
        try ledger.folder.write("quote.pdf", "another one")
        let run = Self.gate(ledger, [], subject: subject)
        #expect(run.end == .exit(3), "\(run.output)")
        #expect(run.output.contains("OL727"), "\(run.output)")
        #expect(run.output.contains("source `quote-nw` is not the one that is stated"))
    }

    @Test(arguments: [Outcome.pass, .fail])
    func `the JSON result has the shape of its schema`(outcome: Outcome) throws {
        let run = Self.gate(try outcome.ledger(), ["--format", "json"])
        let root = try Self.envelope(run)
        #expect(root["exit_code"]?.integer == Int(outcome.code))
        #expect(root["status"]?.text == (outcome.code == 0 ? "warn" : "no"))
        let checks = try #require(root["result"]?["checks"]?.items)
        #expect(
            checks.compactMap { $0["id"]?.text } == [
                "validate", "lint", "evidence", "budget", "policy",
            ])
    }

    private static func envelope(_ run: ToolRun) throws -> DocumentNode {
        let schema = try #require(AllResults.all.first { $0.name == "gate" })
        let source = DocumentSource.read(path: "answer.json", bytes: Array(run.output.utf8))
        let root = try #require(source.root, "\(run.output)\(run.messages)")
        #expect(schema.envelope.problems(of: root).map(\.summary) == [])
        return root
    }

    @Test(arguments: [Outcome.pass, .fail])
    func `the test report is XML whose counts are those of its elements`(outcome: Outcome) throws {
        let run = Self.gate(try outcome.ledger(), ["--format", "junit"])
        let elements = Elements()
        let parser = XMLParser(data: Data(run.output.utf8))
        parser.delegate = elements
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(elements.names.first == "testsuites")
        #expect(elements.count("testcase") == 5)
        #expect(elements.count("failure") == (outcome.code == 0 ? 0 : 1))
        #expect(elements.count("error") == 0)
        for suite in ["testsuites", "testsuite"] {
            let attributes = try #require(elements.attributes[suite])
            #expect(attributes["tests"] == "5")
            #expect(attributes["failures"] == "\(elements.count("failure"))")
            #expect(attributes["errors"] == "0")
        }
    }

    /// The elements of an XML text, in order, with the attributes of the last of each name.
    private final class Elements: NSObject, XMLParserDelegate {
        var names: [String] = []
        var attributes: [String: [String: String]] = [:]

        func count(_ name: String) -> Int { names.count { $0 == name } }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            names.append(name)
            self.attributes[name] = attributes
        }
    }

    @Test(arguments: [Outcome.pass, .fail])
    func `the SARIF log has what version 2_1_0 asks for, and nothing it does not know`(
        outcome: Outcome
    ) throws {
        let run = Self.gate(try outcome.ledger(), ["--format", "sarif"])
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(Members.log.problems(of: value) == [])
        let results = try Self.results(of: value)
        #expect(results.contains { $0["level"] as? String == "error" } == (outcome.code != 0))
    }

    private static func results(of log: Any) throws -> [[String: Any]] {
        let runs = try #require((log as? [String: Any])?["runs"] as? [[String: Any]])
        return try #require(runs.first?["results"] as? [[String: Any]])
    }

    @Test(arguments: [Outcome.pass, .fail])
    func `the code quality report has what GitLab asks for`(outcome: Outcome) throws {
        let run = Self.gate(try outcome.ledger(), ["--format", "gitlab"])
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(Members.list(.codeQuality).problems(of: value) == [])
        let entries = try #require(value as? [[String: Any]])
        let marks = entries.compactMap { $0["fingerprint"] as? String }
        #expect(Set(marks).count == entries.count)
        #expect(entries.contains { $0["severity"] as? String == "blocker" } == (outcome.code != 0))
    }

    @Test func `the annotations come with a summary of the step where GitHub asks for one`() throws
    {
        let ledger = try Outcome.pass.ledger()
        let path = ledger.file("summary.md")
        let before = "what an earlier step said\n"
        try Data(before.utf8).write(to: URL(filePath: path))
        let words = ["gate", Self.evaluation, "--db", ledger.path, "--as-of", "2026-11-20"]
        let run = ToolRun(
            words + ["--format", "github"], environment: ["GITHUB_STEP_SUMMARY": path])
        #expect(run.end == .exit(0), "\(run.messages)")
        let comment = ToolRun(words + ["--format", "md"]).output
        #expect(try String(contentsOfFile: path, encoding: .utf8) == before + comment)
    }

    @Test(
        arguments: [
            (["--fail-on", "warning"], 1), (["--fail-on", "warning", "--exit-zero"], 0),
            (["--quiet"], 0), (["--option", "openticket"], 1), (["--option", "legacy"], 1),
            (["--option", "no"], 2), (["--option", "helpnest"], 1), (["--requester", "cfo"], 0),
            (["--format", "xml"], 2),
            (["--max-age", "1y"], 2),
        ] as [([String], Int32)])
    func `options decide as they say`(options: [String], code: Int32) throws {
        let run = Self.gate(try Outcome.pass.ledger(), options)
        #expect(run.end == .exit(code), "\(run.output)\(run.messages)")
    }

    // MARK: - What cannot be checked

    @Test func `a line without a budget is not checked, and nothing passes`() throws {
        let ledger = try TrialLedger.helpdesk { name, text in
            switch name {
            case "budgets": text.replacing("id: CC-410", with: "id: CC-999")
            case "organisation": text.replacing("nodes: [CC-410]", with: "nodes: [CC-999]")
            default: text
            }
        }
        try Self.expect("no-line", Self.gate(ledger, []), ledger, code: 3)
    }

    @Test func `where no ledger is named, or there is none, nothing passes`() throws {
        let ledger = try Outcome.pass.ledger()
        let words = ["gate", Self.evaluation, "--as-of", TrialLedger.day]
        try Self.expect("no-ledger", ToolRun(words), ledger, code: 3)
        try Self.expect(
            "missing-ledger",
            ToolRun(words + ["--format", "md", "--db", ledger.file("none.outlay")]), ledger,
            code: 3)
        try Self.expect(
            "request-without-ledger",
            ToolRun(["gate", Self.request, "--as-of", TrialLedger.day]), ledger, code: 3)
        let by = ToolRun(words, environment: ["OUTLAY_DB": ledger.path])
        #expect(by.end == .exit(0), "\(by.output)")
    }

    @Test func `a damaged ledger is exit code 6, in words of every format`() throws {
        let ledger = try Outcome.pass.ledger()
        let bytes = try Data(contentsOf: URL(filePath: ledger.path))
        try bytes.prefix(3000).write(to: URL(filePath: ledger.path))
        for format in Self.formats {
            let run = Self.gate(ledger, ["--format", format])
            #expect(run.end == .exit(6), "\(format) \(run.messages)")
            #expect(run.output.contains("OL451"), "\(format) \(run.output)")
        }
    }

    @Test func `a document that cannot be read or is malformed is exit code 2`() throws {
        let ledger = try Outcome.pass.ledger()
        let missing = Self.gate(ledger, [], subject: "no/such.yaml")
        try Self.expect("missing-document", missing, ledger, code: 2)
        let broken = "Tests/OutlayDocumentsTests/Broken/092-date-month-13.yaml"
        for format in Self.formats {
            let run = Self.gate(ledger, ["--format", format], subject: broken)
            #expect(run.end == .exit(2), "\(format) \(run.messages)")
            #expect(run.output.contains("092-date-month-13.yaml"), "\(format) \(run.output)")
        }
        try Self.expect(
            "malformed-document", Self.gate(ledger, [], subject: broken), ledger, code: 2)
    }

    @Test func `an expired quote is not decided`() throws {
        let ledger = try Outcome.pass.ledger()
        let run = Self.gate(ledger, [], on: "2027-01-16")
        #expect(run.end == .exit(3), "\(run.output)")
        #expect(run.output.contains("OL725"), "\(run.output)")
    }

    private static func expect(
        _ name: String, _ run: ToolRun, _ ledger: TrialLedger, code: Int32,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(run.end == .exit(code), "\(run.messages)", sourceLocation: sourceLocation)
        try Transcript.expect(
            ledger.masked(run.output + run.messages) + "\(run.end)\n",
            at: "Problems/gate-\(name).txt", sourceLocation: sourceLocation)
    }

    // MARK: - Snapshots

    @Test func `a snapshot passes while it is fresh, and says what it is`() throws {
        let ledger = try Outcome.pass.ledger()
        let file = try Self.snapshot(ledger)
        try Self.expect(
            "snapshot", Self.gate(snapshot: file, on: "2026-11-20"), ledger, code: 0)
        // A day old to the moment is as old as it may be.
        #expect(Self.gate(snapshot: file, on: "2026-11-21").end == .exit(0))
        #expect(Self.gate(snapshot: file, on: "2026-11-22", ["--max-age", "2d"]).end == .exit(0))
        #expect(Self.gate(snapshot: file, on: "2026-11-21", ["--max-age", "23h"]).end == .exit(3))
        try Self.expect(
            "snapshot-stale", Self.gate(snapshot: file, on: "2026-11-22"), ledger, code: 3)
        try Self.expect(
            "snapshot-future", Self.gate(snapshot: file, on: "2026-11-19"), ledger, code: 3)
    }

    @Test func `what is no snapshot, is not there or is damaged does not pass`() throws {
        let ledger = try Outcome.pass.ledger()
        let file = try Self.snapshot(ledger)
        let day = TrialLedger.day
        try Self.expect(
            "snapshot-missing", Self.gate(snapshot: ledger.file("none.outlay"), on: day), ledger,
            code: 3)
        // The ledger itself has gone on since a snapshot was taken of it.
        #expect(ledger.submitted(Self.request).allSatisfy { $0.end == .exit(0) })
        try Self.expect(
            "snapshot-of-nothing", Self.gate(snapshot: ledger.path, on: day), ledger, code: 3)
        let both = Self.gate(snapshot: file, on: day, ["--db", ledger.path])
        #expect(both.end == .exit(2), "\(both.output)")
        #expect(both.output.isEmpty)
        let bytes = try Data(contentsOf: URL(filePath: file))
        try FileManager.default.removeItem(atPath: file)
        try bytes.prefix(3000).write(to: URL(filePath: file))
        try Self.expect("snapshot-damaged", Self.gate(snapshot: file, on: day), ledger, code: 6)
    }

    private static func snapshot(_ ledger: TrialLedger) throws -> String {
        let file = ledger.file("snapshot.outlay")
        let run = ledger.run(["db", "snapshot", file], as: "cfo")
        #expect(run.end == .exit(0), "\(run.messages)")
        return file
    }

    private static func gate(
        snapshot file: String, on day: String, _ more: [String] = []
    ) -> ToolRun {
        // Text would be wrapped by the length of the path.
        ToolRun(
            ["gate", evaluation, "--snapshot", file, "--as-of", day, "--format", "md"] + more)
    }

    // MARK: - Requests

    @Test func `a request is judged by its last revision, as a draft and once submitted`() throws {
        let ledger = try Outcome.pass.ledger()
        let create = [
            "request", "create", Self.evaluation, "--option", "northwind", "--id", Self.request,
        ]
        #expect(ledger.run(create, as: "pm.support").end == .exit(0))
        let draft = Self.gate(ledger, [], subject: Self.request)
        try Self.expect("request", draft, ledger, code: 0)
        let submit = ["request", "submit", Self.request]
        #expect(ledger.run(submit, as: "pm.support").end == .exit(0))
        let submitted = Self.gate(ledger, [], subject: Self.request)
        #expect(
            submitted.output.replacing(/ledger entry \d+, head [0-9a-f]+/, with: "")
                == draft.output.replacing(/ledger entry \d+, head [0-9a-f]+/, with: ""))
        for format in Self.formats {
            let run = Self.gate(ledger, ["--format", format], subject: Self.request)
            #expect(run.end == .exit(0), "\(format) \(run.messages)")
            #expect(!run.output.contains("frozen:"), "no reader has the frozen bytes before them")
        }
        #expect(
            !Self.gate(ledger, ["--format", "github"], subject: Self.request).output
                .contains("file="), "a request is no file")
        let log = Self.gate(ledger, ["--format", "sarif"], subject: Self.request).output
        #expect(
            Members.log.problems(of: try JSONSerialization.jsonObject(with: Data(log.utf8))) == [])
        let withdraw = ["request", "withdraw", Self.request]
        #expect(ledger.run(withdraw, as: "pm.support").end == .exit(0))
        try Self.expect(
            "request-withdrawn", Self.gate(ledger, [], subject: Self.request), ledger, code: 5)
        try Self.expect(
            "request-unknown", Self.gate(ledger, [], subject: "REQ-9"), ledger, code: 3)
    }

    @Test func `a draft that buys nothing passes, and a file of the name comes first`() throws {
        let ledger = try Outcome.pass.ledger()
        let create = [
            "request", "create", Self.evaluation, "--no-award", "--reason", "No money this year",
            "--id", "R-1",
        ]
        #expect(ledger.run(create, as: "pm.support").end == .exit(0))
        let run = Self.gate(ledger, [], subject: "R-1")
        #expect(run.end == .exit(0), "\(run.output)")
        #expect(run.output.contains("concludes it without an award"), "\(run.output)")
    }

    // MARK: - What is decided

    @Test func `what an approved or cancelled request uses is not asked for again`() throws {
        let ledger = try TrialLedger.helpdesk()
        for run in ledger.submitted(Self.request) { #expect(run.end == .exit(0)) }
        for person in ["owner.itops", "security.lead", "head.service", "finance.review", "cfo"] {
            let approve = ["approve", Self.request, "--revision", "1", "-m", "Agreed"]
            #expect(ledger.run(approve, as: person).end == .exit(0))
        }
        // 310 000.00 less 126 420.00.
        #expect(
            try Self.money(ledger) == "CC-410 FY2027 183 580.00 left; FY2028, FY2029 not budgeted")
        _ = ledger.run(["order", Self.request, "--number", "PO-1"], as: "buyer")
        let bill = ["invoice", Self.request, "26420.00", "--number", "A1"]
        #expect(ledger.run(bill, as: "payables").end == .exit(0))
        #expect(
            try Self.money(ledger) == "CC-410 FY2027 183 580.00 left; FY2028, FY2029 not budgeted")
        #expect(ledger.run(["cancel", Self.request, "-m", "Late"], as: "buyer").end == .exit(0))
        // 310 000.00 less what was billed.
        #expect(
            try Self.money(ledger) == "CC-410 FY2027 283 580.00 left; FY2028, FY2029 not budgeted")
        #expect(Self.gate(ledger, [], subject: Self.request).end == .exit(5))
    }

    @Test func `a request without an evaluation is judged by budget and policy`() throws {
        let ledger = try TrialLedger.helpdesk()
        let reserve = [
            "budget", "reserve", "REQ-2026-040", "--charge", "CC-410@2027-03=900.00", "--title",
            "Two monitors",
        ]
        #expect(ledger.run(reserve, as: "pm.support").end == .exit(0))
        let run = Self.gate(ledger, ["--format", "json"], subject: "REQ-2026-040")
        #expect(run.end == .exit(0), "\(run.output)")
        let checks = try #require(try Self.envelope(run)["result"]?["checks"]?.items)
        #expect(checks.compactMap { $0["id"]?.text } == ["budget", "policy"])
        #expect(checks[0]["statement"]?.text?.hasSuffix("100.00 left") == true)
    }

    /// What the gate says of the request's money.
    private static func money(_ ledger: TrialLedger) throws -> String? {
        let root = try envelope(gate(ledger, ["--format", "json"], subject: request))
        let checks = try #require(root["result"]?["checks"]?.items)
        return checks.first { $0["id"]?.text == "budget" }?["statement"]?.text?
            .replacing("\u{202F}", with: " ").replacing("\u{00A0}", with: " ")
    }
}
