import ArgumentParser
import Outlay

/// `outlay new`: one document from a template.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a document from a template, with sample figures.",
        discussion: """
            outlay new saas crm.yaml
            outlay new budget budgets.yaml --currency CHF
            outlay new --list

            Five templates are evaluations: saas, hardware, service, renewal, build-or-buy. What a ledger keeps \
            is budget, policy, organisation and vendors; they fit each other and the evaluations. Maps say how \
            files are read: actuals-map and quote-map.
            """)

    @Argument(help: "The template, such as saas or budget; `--list` describes them.")
    var template: String?

    @Argument(
        help: "The file to write, or a folder; TEMPLATE.yaml where not given, `-` for stdout.")
    var path: String?

    @Flag(help: "List the templates.")
    var list = false

    @Flag(help: "Replace a file that is there.")
    var force = false

    @OptionGroup var details: TemplateOptions
    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "new") { shell in
            guard !list else { return try listing() }
            guard let name = template else {
                throw Problem(
                    .usage, "`outlay new` needs a template", at: .argument("TEMPLATE"),
                    because: "it is one of \(AllTemplates.all.map(\.name).joined(separator: ", "))",
                    hint: "`outlay new --list` describes them")
            }
            let template = try AllTemplates.template(named: name, at: name)
            var details = try details.details(of: template, created: shell.asOf)
            let target = Self.target(path, template)
            details.schemaPath = Self.schemaPath(
                from: FileAccess.split(target).folder, template)
            let text = template.document(details)
            guard target != "-" else { return Self.answer(text, template) }
            return try write(text, to: target, template)
        }
    }

    private func listing() throws(Problem) -> Answer {
        guard template == nil, !force, !details.isGiven else {
            throw Problem(
                .usage, "one thing at a time", at: .argument("--list"),
                because: "`--list` describes every template and writes none",
                hint: "leave `--list` out, or everything else")
        }
        return Self.templates
    }

    private func write(
        _ text: String, to target: String, _ template: DocumentTemplate
    ) throws -> Answer {
        var files = NewFiles()
        files.add(target, text)
        try files.writeAlone(replacing: force, rehearsing: details.dryRun)
        let path = NewFiles.quoted(target)
        return files.answer(
            schema: "new", title: template.product, rehearsed: details.dryRun,
            next: ["outlay validate \(path)", "outlay \(template.command) \(path)"])
    }

    private static func answer(_ text: String, _ template: DocumentTemplate) -> Answer {
        Answer(
            schema: "new", report: Report(title: template.title),
            result: [
                "files": [], "dry_run": false, "document": .string(text), "next": [],
            ],
            plainText: text)
    }

    /// Returns the file to write: in a folder, and where nothing is named, called after the template.
    private static func target(_ path: String?, _ template: DocumentTemplate) -> String {
        let name = template.name + ".yaml"
        guard let path else { return name }
        guard path.hasSuffix("/") || FileAccess.isFolder(path) else { return path }
        return path.hasSuffix("/") ? path + name : path + "/" + name
    }

    /// Returns the way from a folder to a template's schema in the project it is in, or nil outside projects.
    private static func schemaPath(from folder: String, _ template: DocumentTemplate) -> String? {
        guard let name = template.schemaFileName else { return nil }
        let file = ".outlay/schema/" + name
        var (current, way) = (folder, "./")
        while current.hasPrefix("./") { current.removeFirst(2) }
        for _ in 0..<16 {
            if FileAccess.exists(current + file) { return way + file }
            guard current != "/", !FileAccess.exists(current + ".git") else { return nil }
            current = FileAccess.parent(current)
            way = way == "./" ? "../" : way + "../"
        }
        return nil
    }

    private static var templates: Answer {
        let table = Table(
            columns: [Column("Template"), Column("For"), Column("Question", widthHint: 70)],
            rows: AllTemplates.all.map {
                Row([.text($0.name), .text($0.title), .text($0.question)])
            })
        return Answer(
            schema: "new", report: Report(title: "Templates", summary: [.table(table)]),
            result: [
                "files": [], "dry_run": false, "document": .null,
                "next": .strings(AllTemplates.all.map { "outlay new \($0.name)" }),
            ])
    }

    /// The shape of the JSON result.
    static let resultShape = NewFiles.resultShape
}
