import ArgumentParser
import Outlay

/// `outlay init`: a project with its first evaluation.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start a project: a first evaluation, schemas for editors, snippets for CI.",
        discussion: """
            outlay init helpdesk/ --template saas
            outlay init helpdesk/ --template hardware --dry-run
            outlay init helpdesk/ --template saas --ledger

            With --ledger, budget, policy, organisation and vendors are written too, as samples that fit the \
            evaluation, and the project names them; the ledger itself is made by the last command that it tells.
            """)

    @Argument(help: "The folder of the project; created if needed.")
    var folder = "."

    @Option(
        help: ArgumentHelp(
            "The template: saas, hardware, service, renewal or build-or-buy.", valueName: "name"))
    var template = "saas"

    @Flag(help: "Write the documents of a ledger too: budget, policy, organisation, vendors.")
    var ledger = false

    @OptionGroup var details: TemplateOptions
    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "init") { shell in
            let template = try AllTemplates.template(
                named: template, among: AllTemplates.evaluations, at: "--template")
            let details = try details.details(of: template, created: shell.asOf)
            let isHere = folder == "." || folder.isEmpty
            let prefix = isHere ? "" : folder.hasSuffix("/") ? folder : folder + "/"
            let project = ProjectFiles(folder: prefix, name: folderName, hasLedger: ledger)
            let files = project.files(template, details)
            try files.write(rehearsing: self.details.dryRun)
            let evaluation = "evaluations/\(template.name).yaml"
            let entering = isHere ? [] : ["cd \(NewFiles.quoted(folder))"]
            let checking =
                ledger
                ? ["outlay validate outlay.yaml evaluations/"] : ["outlay validate evaluations/"]
            return files.answer(
                schema: "init", title: "a project with the template \(template.name)",
                rehearsed: self.details.dryRun,
                next: entering + checking + ["outlay compare \(evaluation)"]
                    + (ledger ? [project.making(details)] : []))
        }
    }

    /// The name of the folder, wherever it is.
    private var folderName: String {
        var path = FileAccess.realPath(folder.isEmpty ? "." : folder) ?? folder
        while path.hasSuffix("/") { path.removeLast() }
        return FileAccess.split(path).name
    }

    /// The shape of the JSON result.
    static let resultShape = NewFiles.resultShape
}
