import Foundation
import Outlay
import Testing

/// What the types of the schema, not of YAML, make of a value.
@Suite struct CompareCommandTests {
    /// Returns an evaluation in which only `amount`, `country` and `title` vary.
    private static func document(
        amount: String = "9000", country: String = "DE", title: String = "Desk"
    ) -> String {
        """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: desk, title: \(title)}
        currency: EUR
        horizon: {start: 2027-01-01, years: 2}
        tax: {prices: net, recoverable: 1}
        discount_rate: {value: 0}
        options:
          old:
            title: \(title)
            costs:
              - {id: upkeep, category: maintenance, amount: \(amount), at: start}
        knock_outs:
          - {id: country, type: text, require: {equals: \(country)}}
        performance:
          old: {country: \(country)}

        """
    }

    private func compare(_ document: String, as name: String = "a.yaml") throws -> ToolRun {
        let folder = try TemporaryFolder()
        try folder.write(Array(document.utf8), to: name)
        return ToolRun(
            ["compare", name, "--format", "json", "--as-of", "2026-11-23"], in: folder.path)
    }

    @Test(arguments: [
        "NO", "on", "y", "010", "1.10", "12:30", "1_000", "2027-01-01", "1e3", "0x1F",
    ])
    func `a text stays the text that was written`(text: String) throws {
        let run = try compare(Self.document(country: text, title: text))
        #expect(run.end == .exit(0), "\(run.output)")
        #expect(run.output.contains("\"title\":\"\(text)\""), "\(run.output)")
        #expect(run.output.contains("\"needs\":\"\(text)\""), "\(run.output)")
        #expect(run.output.contains("\"eligibility\":\"eligible\""))
    }

    @Test(arguments: ["true", "false"])
    func `an unquoted yes-no value is no text`(text: String) throws {
        #expect(try compare(Self.document(country: text)).end == .exit(2))
        #expect(try compare(Self.document(country: "\"\(text)\"")).end == .exit(0))
    }

    @Test(arguments: [
        ("1.10", "1.10"), ("1.1", "1.10"), ("0.5", "0.50"), ("1000", "1000.00"), ("-0", "0.00"),
        ("12345678901234567890.12", "12345678901234567890.12"),
    ])
    func `an amount is the number that was written`(text: String, amount: String) throws {
        let run = try compare(Self.document(amount: text))
        #expect(run.end == .exit(0), "\(run.output)")
        #expect(
            run.output.contains("\"nominal_cost\":{\"all\":{\"amount\":\"\(amount)\""),
            "\(run.output)")
    }

    @Test(arguments: [
        "NO", "on", "010", "12:30", "1_000", "1e3", "0x1F", "+5", ".5", "5.", "\"1.10\"", "~",
        "true",
    ])
    func `an amount that YAML would guess at is refused`(text: String) throws {
        let run = try compare(Self.document(amount: text))
        #expect(run.end == .exit(2), "\(run.output)")
    }

    @Test func `a JSON document gives the result of the YAML document`() throws {
        let yaml = try compare(Self.document(country: "NO"))
        let json = try compare(
            """
            {"apiVersion": "outlay/v1", "kind": "Evaluation",
             "metadata": {"id": "desk", "title": "Desk"}, "currency": "EUR",
             "horizon": {"start": "2027-01-01", "years": 2},
             "tax": {"prices": "net", "recoverable": 1}, "discount_rate": {"value": 0},
             "options": {"old": {"title": "Desk", "costs": [
               {"id": "upkeep", "category": "maintenance", "amount": 9000, "at": "start"}]}},
             "knock_outs": [
               {"id": "country", "type": "text", "require": {"equals": "NO"}}],
             "performance": {"old": {"country": "NO"}}}
            """, as: "a.json")
        #expect(json.end == .exit(0), "\(json.output)")
        let results = [yaml, json].map { run in
            run.output.firstRange(of: "\"result\":").map { String(run.output[$0.lowerBound...]) }
        }
        #expect(results[0] != nil && results[0] == results[1])
    }

    // MARK: - By a method

    private static let sample = "Tests/OutlayCommandsTests/Samples/method.yaml"

    private func compare(sample arguments: String) -> ToolRun {
        ToolRun(
            ["compare", Self.sample, "--as-of", "2026-11-23"]
                + arguments.split(separator: " ").map(String.init))
    }

    @Test func `every method ranks a document, in every format`() {
        for descriptor in AllMethods.descriptors {
            for format in ["text", "json", "ndjson", "csv", "md"] {
                let run = compare(
                    sample: "--method \(descriptor.identifier) --explain --format \(format)")
                if run.end == .exit(0) {
                    let word = format.hasSuffix("json") ? "\"score\":" : "Score"
                    #expect(run.output.contains(word), "\(descriptor.identifier) \(format)")
                } else {
                    // A method may refuse the value 0; then it names option and criterion.
                    #expect(run.end == .exit(2), "\(descriptor.identifier): \(run.end)")
                    let said = run.messages + run.output
                    #expect(said.contains("option `cheap`"), "\(said)")
                }
            }
        }
    }

    @Test func `options of the command replace the document's method, and are named`() {
        let own = compare(sample: "")
        #expect(own.output.contains("by weighted sum (normalisation vector)"))
        let changed = compare(sample: "--setting normalisation=sum")
        #expect(changed.output.contains("by weighted sum (normalisation sum)"))
        let line = changed.output.replacing("\n", with: " ")
        #expect(line.contains("with normalisation=sum"))
        let other = compare(sample: "--method topsis")
        #expect(other.output.contains("· by TOPSIS · "))
        #expect(other.output.contains("with method=topsis"))
        #expect(other.output.contains("By additive value: "), "\(other.output)")
    }

    @Test(arguments: [
        ("--method topsi", "OL905", "did you mean `topsis`?"),
        ("--setting volume=1", "OL905", "`weighted-sum` has no setting `volume`"),
        ("--normalisation vectr", "OL905", "did you mean `vector`?"),
        ("--method topsis --normalisation logarithmic", "OL025", "`support` of option `cheap`"),
    ])
    func `what a method does not take is refused`(line: String, code: String, words: String) {
        let run = compare(sample: line)
        #expect(run.end == .exit(2))
        #expect(run.output.isEmpty)
        #expect(run.messages.hasPrefix("error[\(code)]"), "\(run.messages)")
        #expect(run.messages.contains(words), "\(run.messages)")
    }

    @Test func `a setting without a method, and an explanation of nothing, are refused`() throws {
        let helpdesk = ToolRun([
            "compare", "Examples/helpdesk/helpdesk.yaml", "--normalisation", "max",
        ])
        #expect(helpdesk.end == .exit(2))
        #expect(helpdesk.messages.contains("--> option `--normalisation`"))
        let folder = try TemporaryFolder()
        try folder.write(Array(Self.document().utf8), to: "a.yaml")
        let explained = ToolRun(["compare", "a.yaml", "--explain"], in: folder.path)
        #expect(explained.end == .exit(2))
        #expect(explained.messages.contains("--> option `--explain`"))
        let scored = ToolRun(["compare", "a.yaml", "--method", "topsis"], in: folder.path)
        #expect(scored.end == .exit(2))
        #expect(scored.messages.contains("nothing that TOPSIS could score"), "\(scored.messages)")
    }

    @Test func `a document without a method explains its values`() {
        let run = ToolRun([
            "compare", "Examples/helpdesk/helpdesk.yaml", "--explain", "--as-of", "2026-11-23",
        ])
        #expect(run.end == .exit(0))
        #expect(run.output.contains("w(j) · v(i,j): what each criterion adds to the value"))
    }
}
