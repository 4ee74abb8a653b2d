import Foundation
import Outlay
import Testing

struct GateFormatTests {
    static let span = TextSpan(
        path: "evaluations/help desk.yaml", start: TextPosition(line: 9, column: 1),
        end: TextPosition(line: 9, column: 13), line: "dicount_rate: 0.08")

    static func problem(_ code: ProblemCode, _ text: String) -> Problem {
        Problem(
            code, "100 % of `a`: b, c", at: .text(span), because: text,
            hint: "write <this> & \"that\"")
    }

    static func result(_ checks: [GateResult.Check]) -> GateResult {
        GateResult(
            subject: "EV-2026-014", frame: "as of 2026-11-20", file: "evaluations/help desk.yaml",
            checks: checks)
    }

    static let mixed = result([
        .init(
            id: "validate", title: "Is the document sound?", outcome: .pass,
            statement: "no mistake"),
        .init(
            id: "lint", title: "Is the case complete?", outcome: .warn, statement: "1 warning",
            findings: [problem(.signsDiffer, "the signs differ")]),
        .init(
            id: "budget", title: "Is there money?", outcome: .fail, statement: "short by 3 040.00",
            findings: [
                Problem(.shortOfFunds, "short by 3 040.00", because: "139 400.00 is available")
            ]),
        .init(
            id: "policy", title: "Who has to agree?", outcome: .undecided,
            statement: "no policy is in force"),
    ])

    @Test func `the worst check decides`() {
        #expect(Self.mixed.outcome == .undecided)
        #expect(Self.result(Array(Self.mixed.checks.prefix(3))).outcome == .fail)
        #expect(Self.result(Array(Self.mixed.checks.prefix(2))).outcome == .warn)
        #expect(Self.result(Array(Self.mixed.checks.prefix(1))).outcome == .pass)
    }

    @Test func `annotations escape what would end them`() {
        let lines = GitHubFormat().render(Self.mixed, tool: "1").split(separator: "\n")
        #expect(
            lines == [
                "::warning file=evaluations/help desk.yaml,line=9,col=1,endColumn=12,title=OL205::100 %25 of `a`: b, c%0Athe signs differ%0Ahint: write <this> & \"that\"",
                "::error file=evaluations/help desk.yaml,title=OL411::short by 3 040.00%0A139 400.00 is available",
                "::error title=Outlay gate::UNDECIDED: a check could not be made · EV-2026-014 · validate: pass, lint: warn, budget: fail, policy: undecided · as of 2026-11-20",
            ])
    }

    @Test func `a code quality report has an entry for each thing in the way`() throws {
        let text = GitLabFormat().render(Self.mixed, tool: "1")
        let entries = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(entries.map { $0["check_name"] as? String } == ["OL205", "OL411", "gate-policy"])
        #expect(entries.map { $0["severity"] as? String } == ["minor", "blocker", "blocker"])
        let marks = Set(entries.compactMap { $0["fingerprint"] as? String })
        #expect(marks.count == 3)
        #expect(marks.allSatisfy { $0.count == 64 })
    }

    @Test func `the same finding twice has two fingerprints`() throws {
        let finding = Self.problem(.signsDiffer, "the signs differ")
        let result = Self.result([
            .init(
                id: "lint", title: "?", outcome: .warn, statement: "2 warnings",
                findings: [finding, finding])
        ])
        let text = GitLabFormat().render(result, tool: "1")
        let entries = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == 2)
    }

    @Test func `a test report is well-formed and tells failures from what could not be checked`()
        throws
    {
        let text = JUnitFormat().render(Self.mixed, tool: "1")
        #expect(text.contains("tests=\"4\" failures=\"1\" errors=\"1\""))
        #expect(
            text.contains("<failure message=\"short by 3 040.00\" type=\"OL411\">"))
        #expect(text.contains("<error message=\"no policy is in force\" type=\"policy\">"))
        #expect(text.contains("write &lt;this&gt; &amp; &quot;that&quot;"))
        #expect(text.components(separatedBy: "<testcase ").count == 5)
        #expect(text.components(separatedBy: "</testcase>").count == 5)
    }

    @Test func `a log names each rule once and points at it`() throws {
        let text = SARIFFormat().render(Self.mixed, tool: "1.2.3")
        let log = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(log["version"] as? String == "2.1.0")
        #expect(driver["version"] as? String == "1.2.3")
        #expect(rules.map { $0["id"] as? String } == ["OL205", "OL411"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1])
        #expect(results.map { $0["level"] as? String } == ["warning", "error"])
        #expect(text.contains("evaluations/help%20desk.yaml"))
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
    }

    @Test func `a comment stays below the limit and keeps the gravest findings`() {
        let many = (0..<2000).map { Self.problem(.signsDiffer, "finding number \($0)") }
        let result = Self.result([
            .init(
                id: "lint", title: "?", outcome: .fail, statement: "many",
                findings: many + [
                    Problem(.shortOfFunds, "no money is left", because: "it is all spent")
                ])
        ])
        let text = CommentFormat().render(result, tool: "1")
        #expect(text.utf8.count <= 60_000)
        #expect(text.hasPrefix("# FAIL · EV"))
        #expect(text.contains("no money is left"))
        #expect(text.contains("further findings are left out"))
    }
}
