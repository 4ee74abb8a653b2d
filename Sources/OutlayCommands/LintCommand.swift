import ArgumentParser
import Outlay

/// `outlay lint`: asks what reviewers ask of every business case.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract:
            "Ask what reviewers ask of every business case: baseline, ranges, double counting, budgets.",
        discussion: """
            outlay lint helpdesk.yaml
            outlay lint evaluations/ --fail-on warning
            outlay lint helpdesk.yaml --history --show-suppressed

            `outlay rule CODE` explains a rule. A document leaves findings out by
            `lint: {suppress: [{rule: OL602, reason: …}]}`.
            """)

    @Argument(help: "Documents, or folders whose documents are all looked at.")
    var paths: [String]

    @Flag(help: "Show the findings that documents leave out, with their reasons.")
    var showSuppressed = false

    @Flag(help: "Look into git for the weights before the first quote.")
    var history = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "lint") { shell in
            var outcomes: [LintOutcome] = []
            var problems: [Problem] = []
            var inputs: [FileDigest] = []
            for path in try DocumentPaths.documents(paths) {
                let workspace = try Workspace(shell.options, near: path)
                var check = DocumentCheck(
                    workspace: workspace, asOf: shell.asOf,
                    governed: GovernedCheck(asOf: shell.asOf))
                let (outcome, found) = try check.lint(path, history: history)
                outcomes.append(outcome)
                problems += found
                inputs += workspace.inputs.filter { !inputs.contains($0) }
            }
            guard !problems.contains(where: { $0.severity == .error }) else {
                throw Problems(list: problems)
            }
            return answer(outcomes, inputs)
        }
    }

    private func answer(_ outcomes: [LintOutcome], _ inputs: [FileDigest]) -> Answer {
        let findings = outcomes.flatMap(\.report.findings)
        let total = LintReport(findings: findings, suppressed: [], unchecked: [])
        let count = outcomes.count
        var report = Report(
            title: "\(count) \(count == 1 ? "document" : "documents") looked at: \(total.summary)",
            summary: [.table(LintTables.documents(outcomes))])
        let unchecked = outcomes.flatMap { outcome in
            outcome.report.unchecked.map { (outcome.path, $0) }
        }
        if !unchecked.isEmpty {
            report.sections.append(
                ReportSection(
                    id: "unchecked", title: "Not checked",
                    blocks: [.table(LintTables.unchecked(unchecked))]))
        }
        let suppressed = outcomes.flatMap(\.report.suppressed)
        if showSuppressed, !suppressed.isEmpty {
            report.sections.append(
                ReportSection(
                    id: "suppressed", title: "Suppressed",
                    blocks: [.table(LintTables.suppressed(suppressed))]))
        }
        return Answer(
            schema: "lint", report: report,
            result: [
                "documents": .array(
                    outcomes.map { LintJSON.document($0, listsSuppressed: showSuppressed) })
            ],
            findings: findings, findingTable: LintTables.findings(findings), inputs: inputs,
            saysNo: findings.contains { $0.severity == .error })
    }

    /// The shape of the JSON result.
    static let resultShape = LintJSON.shape
}
