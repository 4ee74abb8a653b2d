import ArgumentParser
import Outlay

/// `outlay panel sheet`: an empty score sheet for one member.
struct PanelSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write the empty score sheet of one member as CSV.",
        discussion: """
            outlay panel sheet intranet.yaml --member ana --output ana.csv

            A row for each option and each criterion that says `judged_by: panel`, with its scale. Nobody \
            else's scores stand on it: members score on their own, before they talk.
            """)

    @Argument(help: "The Evaluation document.")
    var document: String

    @Option(help: ArgumentHelp("Who scores; an identifier such as anna.ito.", valueName: "id"))
    var member: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; stdout where not given.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "panel-sheet") { shell in
            let member = try PanelCommand.member(member)
            let workspace = try Workspace(shell.options, near: document)
            let evaluation = try workspace.evaluation(document, for: .criteria)
            let sheet = try PanelSheet(evaluation)
            let text = sheet.text(for: member)
            if let output, output != "-" {
                var files = NewFiles()
                files.add(output, text)
                try files.writeAlone(replacing: force)
            }
            return try answer(sheet, text, member, evaluation, workspace)
        }
    }

    private func answer(
        _ sheet: PanelSheet, _ text: String, _ member: String, _ evaluation: Evaluation,
        _ workspace: Workspace
    ) throws(Problem) -> Answer {
        let file = output == "-" ? nil : output
        let table = try Self.table(text)
        let rows = table.rows.count == 1 ? "1 score" : "\(table.rows.count) scores"
        let title = "Sheet of \(member) for \(evaluation.id): \(rows) to give"
        return Answer(
            schema: "panel-sheet",
            report: Report(title: title, summary: [.table(table)]),
            result: [
                "evaluation": .string(evaluation.id), "member": .string(member),
                "file": .string(orNull: file), "rows": .integer(table.rows.count),
                "options": .strings(sheet.options), "criteria": .strings(sheet.criteria),
                "sheet": file == nil ? .string(text) : .null,
            ],
            inputs: workspace.inputs,
            plainText: file.map { "\(title)\n  \($0)\n" } ?? text)
    }

    /// The sheet as a table, for formats other than text.
    private static func table(_ text: String) throws(Problem) -> Table {
        let csv = try CSVTable(SourceText(path: "sheet", bytes: Array(text.utf8)))
        return Table(
            columns: csv.columns.map { Column($0.text) },
            rows: csv.rows.map { Row($0.map { $0.text.isEmpty ? .empty : .text($0.text) }) })
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "panel sheet", "An empty score sheet.",
        [
            Field("evaluation", .text(), "The evaluation.", required: true),
            Field("member", .identifier, "Who scores.", required: true),
            Field("file", .text(), "The file that was written; null where it went to stdout."),
            Field("rows", .integer(0...Int.max), "The scores to give.", required: true),
            Field("options", .list(of: .identifier), "The options, in order.", required: true),
            Field("criteria", .list(of: .identifier), "The criteria, in order.", required: true),
            Field("sheet", .text(), "The sheet, where no file was written."),
        ])
}
