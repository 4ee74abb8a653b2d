import ArgumentParser
import Outlay

/// `outlay freeze criteria`: seals weights and scales before the first quote.
struct FreezeCriteriaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "criteria",
        abstract: "Seal criteria, weights, scales and knock-outs by their SHA-256.",
        discussion: """
            outlay freeze criteria helpdesk.yaml
            outlay freeze criteria helpdesk.yaml --output seals/helpdesk.json

            The seal is a file of what the criteria are on the day of --as-of. A document that names it as \
            `criteria_seal` has every comparison say whether they are unchanged, or list what is not. \
            Costs, quotes and performances that the document holds already are recorded in the seal.
            """)

    @Argument(help: "The Evaluation document.")
    var document: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The seal to write; NAME.seal.json beside the document where not given.",
            valueName: "file"))
    var output: String?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Replace a seal that is there.")
    var force = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "freeze-criteria") { shell in
            let workspace = try Workspace(shell.options, near: document)
            let (evaluation, root) = try workspace.evaluationWithSource(document, for: .criteria)
            guard !evaluation.decision.criteria.isEmpty || !evaluation.decision.knockOuts.isEmpty
            else {
                throw Problem(
                    .missingField, "\(evaluation.id) has nothing to seal", at: .file(document),
                    because: "it has neither criteria nor knock-outs",
                    hint: "agree on them first")
            }
            let seal = CriteriaSealFile(root, evaluation, on: shell.asOf)
            let target = output ?? standardTarget
            var files = NewFiles()
            files.add(target, seal.text)
            try files.writeAlone(replacing: force, rehearsing: dryRun)
            return answer(seal, target, workspace)
        }
    }

    private var standardTarget: String {
        guard document != "-" else { return "criteria.seal.json" }
        let (folder, name) = FileAccess.split(document)
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return folder + stem + ".seal.json"
    }

    private func answer(
        _ seal: CriteriaSealFile, _ target: String, _ workspace: Workspace
    ) -> Answer {
        let name = FilePath.relative(target, to: FileAccess.split(document).folder)
        let line = "criteria_seal: " + (NewFiles.quoted(name) == name ? name : "\"\(name)\"")
        let findings =
            seal.remarks.isEmpty
            ? []
            : [
                Problem(
                    .sealedLate, "the criteria are sealed when more is known than the need",
                    at: .file(document), because: seal.remarks.joined(separator: "; "),
                    hint: "the seal records it; next time seal before the first quote")
            ]
        let title = "\(dryRun ? "Would seal" : "Sealed") the criteria of \(seal.evaluation)"
        return Answer(
            schema: "freeze-criteria",
            report: Report(
                title: title,
                summary: [
                    .facts([
                        Fact("Seal", .code(target)), Fact("Day", RichText(seal.date.description)),
                        Fact("SHA-256", .code(seal.sha256)),
                        Fact("Add to the document", .code(line)),
                    ])
                ]),
            result: [
                "evaluation": .string(seal.evaluation), "file": .string(target),
                "sealed_on": .string(seal.date.description), "sha256": .string(seal.sha256),
                "line": .string(line), "known_when_sealed": .strings(seal.remarks),
                "written": .bool(!dryRun),
            ],
            findings: findings, inputs: workspace.inputs)
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "sealed criteria", "The seal that was made.",
        [
            Field("evaluation", .text(), "The evaluation.", required: true),
            Field("file", .text(), "The file that was written.", required: true),
            Field("sealed_on", .date, "The day of the seal.", required: true),
            Field("sha256", .text(), "The SHA-256 of all it holds.", required: true),
            Field("line", .text(), "The line that names it in the document.", required: true),
            Field(
                "known_when_sealed", .list(of: .text()), "What the document held already.",
                required: true),
            Field(
                "written", .yesNo, "Whether the file was written; false in a dry run.",
                required: true),
        ])
}
