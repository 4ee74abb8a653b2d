import Foundation
import Outlay
import Testing

/// `outlay lint` as its users see it.
@Suite struct LintCommandTests {
    private static let samples = "Tests/OutlayCommandsTests/Samples/"
    private static let day = ["--as-of", "2026-11-20"]

    private func run(_ line: String) -> ToolRun {
        ToolRun(["lint"] + line.split(separator: " ").map(String.init) + Self.day)
    }

    private static func text(_ name: String) throws -> String {
        try String(contentsOfFile: ToolRun.root + "/" + samples + name, encoding: .utf8)
    }

    // MARK: - Recorded answers

    @Test(
        arguments: AllLintRules.list.map { $0.descriptor.code }.filter { $0 != .weightsChangedLate }
    )
    func `what a rule finds is recorded`(code: ProblemCode) throws {
        let example = try #require(code.lintRule).example
        let folder = try TemporaryFolder()
        for name in ["lint-full.yaml", "lint-plain.yaml"] {
            let text = try Self.text(name)
            guard text.components(separatedBy: example.good).count == 2 else { continue }
            let edited = text.replacingOccurrences(of: example.good, with: example.bad)
            try folder.write(Array(edited.utf8), to: name)
            let line = ["lint", "-"] + Self.day
            guard
                ToolRun(line, input: folder.path + "/" + name).output.contains("[\(code.rawValue)]")
            else { continue }
            let found = try Transcript.expect(
                "lint-\(code.rawValue)", line, input: folder.path + "/" + name)
            #expect(found.end == .exit(0))
            return
        }
        Issue.record("no sample shows \(code.rawValue)")
    }

    @Test(arguments: [
        ("lint-helpdesk", ["Examples/helpdesk/helpdesk.yaml"]),
        ("lint-helpdesk-json", ["Examples/helpdesk/helpdesk.yaml", "--format", "json"]),
        ("lint-helpdesk-md", ["Examples/helpdesk/helpdesk.yaml", "--format", "md"]),
        ("lint-suppressed", [samples + "lint-plain.yaml", "--show-suppressed"]),
        (
            "lint-suppressed-json",
            [samples + "lint-plain.yaml", "--show-suppressed", "--format", "json"]
        ),
        ("lint-panel", ["Examples/panel/intranet.yaml", "--format", "csv"]),
        ("lint-other-kinds", ["catalogs/saas-sso.yaml", "Examples/panel/panel"]),
    ])
    func `what lint says is recorded`(name: String, arguments: [String]) throws {
        let run = try Transcript.expect(name, ["lint"] + arguments + Self.day)
        #expect(run.end == .exit(0))
        #expect(run.messages.isEmpty)
    }

    @Test func `what lint says of the shipped evaluations is recorded`() throws {
        let run = try Transcript.expect(
            "lint-shipped", ["lint", "catalogs/evaluations", "--format", "csv"] + Self.day)
        // One of them is a published total of a single system, which is no choice.
        #expect(run.end == .exit(1))
        #expect(run.output.split(separator: "\n").count { $0.contains(",error,") } == 1)
    }

    @Test(arguments: AllTemplates.evaluations.map(\.name))
    func `what lint says of a template is recorded`(template: String) throws {
        let folder = try TemporaryFolder()
        let new = ToolRun(
            ["new", template, "case.yaml"] + Self.day,
            in: folder.path)
        #expect(new.end == .exit(0), "\(new.messages)")
        let run = try Transcript.expect(
            "lint-template-\(template)", ["lint", "case.yaml", "--format", "csv"] + Self.day,
            in: folder.path)
        #expect(run.end == .exit(0))
    }

    @Test func `what suppressions are told of is recorded`() throws {
        let folder = try TemporaryFolder()
        let text = try Self.text("lint-plain.yaml").replacing(
            "until: 2027-06-30", with: "until: 2026-06-30"
        )
        .replacing(
            "  suppress:\n", with: "  suppress:\n    - {rule: OL608, reason: No price is scored}\n")
        try folder.write(Array(text.utf8), to: "case.yaml")
        let run = try Transcript.expect(
            "lint-suppressions", ["lint", "-"] + Self.day, input: folder.path + "/case.yaml")
        #expect(run.end == .exit(0))
        let bad = text.replacing(
            "rule: OL608, reason: No price is scored", with: "rule: OL031, reason: Nearly"
        )
        .replacing("rule: OL605, reason: \"Both", with: "rule: OL605, reasons: \"Both")
        try folder.write(Array(bad.utf8), to: "bad.yaml")
        let refused = try Transcript.expect(
            "lint-bad-suppressions", ["lint", "-"] + Self.day, input: folder.path + "/bad.yaml")
        #expect(refused.end == .exit(2))
    }

    // MARK: - Exit codes

    @Test(arguments: [
        ("full", Int32(0)), ("full --fail-on note", 0), ("full --fail-on warning", 0),
        ("note", 0), ("note --fail-on warning", 0), ("note --fail-on note", 1),
        ("warning", 0), ("warning --fail-on warning", 1), ("warning --fail-on note", 1),
        ("warning --fail-on error", 0), ("error", 1), ("error --exit-zero", 0),
        ("error --fail-on warning", 1), ("broken", 2), ("broken --exit-zero", 2),
        ("full broken", 2), ("missing", 2),
    ])
    func `lint ends as its gravest finding says`(line: String, exit: Int32) throws {
        let folder = try TemporaryFolder()
        let full = try Self.text("lint-full.yaml")
            .replacing("    product: product-lifecycles/postgresql/18\n", with: "")
        let files = [
            "full": full,
            "note": full.replacing(", FY2029: in the medium-term plan", with: ""),
            "warning": full.replacing("value: 0.05, source: handbook", with: "value: 0.05"),
            "error": """
            apiVersion: outlay/v1
            kind: Evaluation
            metadata: {id: one, title: One}
            currency: EUR
            horizon: {start: 2027-01-01, years: 1}
            discount_rate: {value: 0.05}
            options: {only: {title: Only}}
            """,
            "broken": full.replacing("currency: EUR", with: "currency: EUX"),
        ]
        for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
        let run = ToolRun(
            ["lint"] + line.split(separator: " ").map(String.init) + Self.day, in: folder.path)
        #expect(run.end == .exit(exit), "\(run.output)\(run.messages)")
        #expect(run.output.isEmpty == (exit == 2))
    }

    // MARK: - Formats

    @Test func `a finding has its place in JSON`() throws {
        let run = run("\(Self.samples)lint-full.yaml Examples/helpdesk/helpdesk.yaml --format json")
        #expect(run.output.contains("\"schema\":\"outlay/lint\""))
        #expect(run.output.contains("\"status\":\"warn\",\"exit_code\":0"))
        #expect(run.output.contains("\"warnings\":1,\"notes\":6,\"suppressed\":0"))
        #expect(run.output.contains("\"path\":\"/options/northwind\""))
        #expect(run.messages.isEmpty)
    }

    @Test func `CSV holds one row for each finding, and nothing beside it`() {
        let run = run("Examples/helpdesk/helpdesk.yaml --format csv")
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "Code,Severity,Place,Finding,Why,Hint")
        #expect(lines.count == 8)
        #expect(run.messages.isEmpty)
    }

    @Test func `a document named twice is looked at once`() {
        let run = run("Examples/helpdesk/helpdesk.yaml Examples/helpdesk/helpdesk.yaml")
        #expect(run.output.contains("1 document looked at: 1 warning, 6 notes"))
    }

    // MARK: - History

    @Test func `git shows that weights changed after the first quote`() throws {
        let repository = try TestRepository()
        let text = try Self.text("lint-full.yaml")
            .replacing("    product: product-lifecycles/postgresql/18\n", with: "")
            .replacing("date: 2026-09-28", with: "date: 2026-11-25")
            .replacing("date: 2026-09-30", with: "date: 2026-11-26")
        try repository.write("case.yaml", text)
        try repository.commit()
        let line = ["lint", "case.yaml", "--history", "--as-of", "2026-12-01"]
        let kept = ToolRun(line, in: repository.path)
        #expect(kept.output.contains("no findings") && !kept.output.contains("OL624"))
        let changed =
            text
            .replacing(
                "scale: {worst: 99, best: 100}, weight: 40",
                with: "scale: {worst: 99, best: 100}, weight: 25"
            )
            .replacing(
                "scale: {worst: 120, best: 10}, weight: 25",
                with: "scale: {worst: 120, best: 10}, weight: 40"
            )
            .replacing("title: Hours it can be used", with: "title: Hours in which it works")
        try repository.write("case.yaml", changed)
        let found = ToolRun(line, in: repository.path)
        #expect(found.output.contains("warning[OL624]: weights changed after the first quote"))
        #expect(
            found.output.contains(
                "criteria.search.weight: 25 → 40; criteria.uptime.weight: 40 → 25"))
        #expect(found.output.contains("of 2026-11-23, before Harbour quote H-204 of 2026-11-25"))
        #expect(!found.output.contains("Hours in which it works →"))
        let unasked = ToolRun(line.filter { $0 != "--history" }, in: repository.path)
        #expect(!unasked.output.contains("[OL624]") && unasked.output.contains("was not looked at"))
    }

    @Test func `a history that does not reach back is not checked`() throws {
        let repository = try TestRepository()
        let text = try Self.text("lint-full.yaml")
            .replacing("    product: product-lifecycles/postgresql/18\n", with: "")
        try repository.write("case.yaml", text)
        let line = ["lint", "case.yaml", "--history"] + Self.day
        #expect(ToolRun(line, in: repository.path).output.contains("OL624"))
        try repository.commit()
        let run = ToolRun(line, in: repository.path)
        #expect(run.output.contains("is in no commit before 2026-09-28"))
        #expect(run.end == .exit(0))
        let folder = try TemporaryFolder()
        try folder.write(Array(text.utf8), to: "case.yaml")
        #expect(ToolRun(line, in: folder.path).output.contains("Not checked"))
    }

    // MARK: - The rules' pages

    @Test func `every rule has a page with its example and source`() throws {
        for rule in AllLintRules.list.map({ $0.descriptor }) {
            let page = ToolRun(["rule", rule.code.rawValue.lowercased()])
            #expect(page.end == .exit(0))
            #expect(page.output.contains("\(rule.code.rawValue): \(rule.title)"))
            #expect(page.output.contains("Breaks it") && page.output.contains("Keeps it"))
        }
        try Transcript.expect("rule-lint", ["rule", "OL605"] + Self.day)
        let json = ToolRun(["rule", "OL615", "--format", "json"]).output
        #expect(json.contains("\"severity\":\"note\"") && json.contains("\"example\":{\"bad\":"))
    }

    @Test func `the manual holds every rule as it describes itself`() throws {
        try Transcript.expect(Self.manual, at: "../../docs/lint.md")
    }

    /// The text of docs/lint.md.
    private static var manual: String {
        let rules = AllLintRules.list.map { $0.descriptor }
        let rows = rules.map {
            "| [\($0.code.rawValue)](#\($0.code.rawValue.lowercased())) | \($0.severity.rawValue) | \($0.title) |"
        }
        return """
            # What reviewers ask of a business case

            `outlay lint` asks of an evaluation what a reviewer would ask before reading its figures. `make golden` writes this page from
            the rules themselves; `outlay rule OL605` shows one of them.

                outlay lint helpdesk.yaml                      # findings with place, reason and hint
                outlay lint evaluations/ --fail-on warning     # exit code 1 where there is a warning
                outlay lint helpdesk.yaml --history            # asks git for the weights before the first quote
                outlay lint helpdesk.yaml --show-suppressed    # what the document leaves out, and why

            - **Findings.** Beside those of the rules, the warnings and notes of `outlay compare` are shown: an expired quote (OL206), figures in all and in cash of
              different sign (OL205), a missing line (OL219), old prices (OL107). Left out is what is said of options that fail a requirement, and what is drawn from ranges (OL204).
            - **Exit code.** 0, also with warnings; 1 with an error, or with `--fail-on warning` or `--fail-on note` from that severity on; 2 for a document that cannot be read.
              `--exit-zero` makes 1 a 0.
            - **Not checked.** A rule that lacks what it needs is listed as not checked, with the reason. It is neither kept nor broken, and changes no exit code.
            - **Leaving findings out.** A document says which rules do not count, each with a reason: `lint: {suppress: [{rule: OL602, reason: The framework has two vendors, until:
              2027-06-30}]}`. The reason is required. What is left out is counted, and shown with `--show-suppressed`. A suppression that meets nothing (OL640) or has
              lapsed (OL641) is a warning. Only rules of this page and the warnings and notes beside a result can be left out (OL642).
            - **Other kinds.** There are rules for evaluations alone; of any other document the form is checked, and the answer says that there are no rules.

            | rule | severity | finds that |
            |---|---|---|
            \(rows.joined(separator: "\n"))

            \(rules.map(section).joined(separator: "\n\n"))

            """
    }

    private static func section(_ rule: LintRuleDescriptor) -> String {
        func code(_ text: String) -> String {
            text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        }
        return """
            ## \(rule.code.rawValue)

            **\(rule.title)** · \(rule.severity.rawValue)

            \(rule.what)

            \(rule.why)

            \(rule.fix)

            \(rule.example.bad.isEmpty ? "Breaks it: these lines left out." : "Breaks it:\n\n\(code(rule.example.bad))")

            Keeps it:

            \(code(rule.example.good))

            From: \(rule.source).
            """
    }
}
