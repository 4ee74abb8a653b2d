import ArgumentParser
import Outlay

/// `outlay validate`: finds every mistake of documents.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract:
            "Find every mistake of documents: form, references, units, totals, expired quotes.",
        discussion: """
            outlay validate helpdesk.yaml
            outlay validate evaluations/ --fail-on warning
            """)

    @Argument(help: "Documents, or folders whose documents are all checked.")
    var paths: [String]

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "validate") { shell in
            var checked: [(path: String, kind: String)] = []
            var problems: [Problem] = []
            var findings: [Problem] = []
            var inputs: [FileDigest] = []
            var governed = GovernedCheck(asOf: shell.asOf)
            for path in try documents() {
                let workspace = try Workspace(shell.options, near: path)
                var check = DocumentCheck(
                    workspace: workspace, asOf: shell.asOf, governed: governed)
                let outcome = try check.check(path)
                governed = check.governed
                checked.append((path, outcome.kind))
                problems += outcome.problems
                findings += outcome.findings
                inputs += workspace.inputs.filter { !inputs.contains($0) }
            }
            let disagreements = try governed.problems()
            problems += disagreements.filter { $0.severity == .error }
            findings += disagreements.filter { $0.severity != .error }
            guard problems.isEmpty else { throw Problems(list: problems + findings) }
            return answer(checked, findings, inputs)
        }
    }

    /// Returns the documents that the arguments name, folders opened, in order.
    private func documents() throws(Problem) -> [String] { try DocumentPaths.documents(paths) }

    private func answer(
        _ checked: [(path: String, kind: String)], _ findings: [Problem], _ inputs: [FileDigest]
    ) -> Answer {
        let table = Table(
            columns: [Column("Document", widthHint: 60), Column("Kind"), Column("")],
            rows: checked.map { Row([.text($0.path), .text($0.kind), .text("ok", tone: .good)]) })
        return Answer(
            schema: "validate",
            report: Report(
                title: checked.count == 1
                    ? "1 document checked" : "\(checked.count) documents checked",
                summary: [.table(table)]),
            result: [
                "documents": .array(
                    checked.map { ["path": .string($0.path), "kind": .string($0.kind)] })
            ],
            findings: findings, tellsFindingsInFull: true, inputs: inputs)
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "validation", "The documents that were checked.",
        [
            Field(
                "documents",
                .list(
                    of: .object(
                        ObjectShape(
                            "document", "A document without mistakes.",
                            [
                                Field("path", .text(), "Where it is.", required: true),
                                Field("kind", .text(), "What it is.", required: true),
                            ]))), "The documents, in order.", required: true)
        ])
}
