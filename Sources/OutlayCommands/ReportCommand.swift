import ArgumentParser
import Outlay

/// `outlay report`: the full report of an evaluation, as files or on stdout.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the full report of an evaluation: HTML, Markdown, text, CSV or JSON.",
        discussion: """
            outlay report helpdesk.yaml --output out/ --format html,csv
            outlay report helpdesk.yaml --format md

            Files are named after the document. Without --output, one format goes to stdout.
            PDF: print the HTML file; its print layout is made for it.
            """)

    @Argument(help: "The Evaluation document; `-` for standard input.")
    var document: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The folder to write files into; created if needed. `-` for stdout.",
            valueName: "folder"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "One format or several, with commas: html, md, text, csv, json.", valueName: "list"))
    var format = "html,md"

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Another value of an assumption, from a year on where one is named; repeatable.",
            valueName: "name[.year]=value"))
    var overrides: [String] = []

    @OptionGroup var method: MethodOptions

    @OptionGroup var surroundings: SurroundingOptions

    func run() throws {
        try Shell.run(surroundings, format: .text, schema: "report") { shell in
            let formats = try ReportFile.Format.list(format)
            let workspace = try Workspace(shell.options, near: document)
            var result = try workspace.run(
                document, overrides: overrides, by: method, asOf: shell.asOf)
            try result.assessRobustness()
            let file = try ReportFile(
                result, workspace.inputs, overrides: overrides + method.overrides,
                explaining: method.explain, shell: shell)
            guard let output, output != "-" else {
                return Answer(
                    schema: "report", report: file.report, result: .null,
                    findings: result.findings, plainText: try file.text(forStandardOutput: formats))
            }
            let paths = try file.write(formats, into: output, named: stem)
            return answer(paths, result, workspace)
        }
    }

    /// The name of the files, without ending: the document's.
    private var stem: String {
        let name = document == "-" ? "report" : FileAccess.split(document).name
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    private func answer(
        _ paths: [String], _ result: EvaluationResult, _ workspace: Workspace
    ) -> Answer {
        Answer(
            schema: "report",
            report: Report(
                title: "Report of \(result.evaluation.title)",
                summary: [.list(paths.map { RichText($0) })]),
            result: ["files": .strings(paths)], findings: result.findings,
            inputs: workspace.inputs)
    }
}
