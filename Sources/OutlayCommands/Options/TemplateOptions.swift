import ArgumentParser
import Outlay

/// What a document that is made from a template says of its own.
struct TemplateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The document's identifier.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("The title that readers see.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("The person who answers for the document.", valueName: "name"))
    var owner: String?

    @Option(
        help: ArgumentHelp(
            "The currency of every figure: an ISO 4217 code; EUR where not given.",
            valueName: "code"))
    var currency: String?

    @Option(
        help: ArgumentHelp(
            "The first day of the years looked at; the next 1 January where not given.",
            valueName: "date"),
        transform: CalendarDate.init(argument:))
    var start: CalendarDate?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    /// Returns the details of a document that is made from `template` on the day `created`.
    ///
    /// - Throws: A ``Problem`` when the currency is none, a text is empty, or the template has no place for what is said.
    func details(
        of template: DocumentTemplate, created: CalendarDate
    ) throws(Problem) -> DocumentTemplate.Details {
        for (name, text) in [("--id", id), ("--title", title), ("--owner", owner)] {
            guard text?.isEmpty == true else { continue }
            throw Problem(
                .usage, "`\(name)` is empty", at: .argument(name),
                because: "a text has at least one character", hint: "leave the option out")
        }
        try requirePlaces(in: template)
        var details = DocumentTemplate.Details(created: created)
        details.id = id
        details.title = title
        if let owner { details.owner = owner }
        if let start { details.start = start }
        guard let currency else { return details }
        do throws(Problem) {
            details.currency = try Currency(code: currency)
        } catch {
            throw error.located(at: .argument("--currency"))
        }
        return details
    }

    /// Throws where something is said that a document of the template cannot say.
    private func requirePlaces(in template: DocumentTemplate) throws(Problem) {
        if let detail = given.first(where: { !template.details.contains($0) }) {
            let names = template.details.map { "`--\($0.rawValue)`" }
            throw Problem(
                .usage, "the template \(template.name) takes no `--\(detail.rawValue)`",
                at: .argument("--\(detail.rawValue)"),
                because: names.isEmpty
                    ? "a document of the kind \(template.kind) is filled in by hand"
                    : "a document of the kind \(template.kind) is told \(names.joined(separator: ", "))",
                hint: "leave the option out")
        }
        guard let start, template.hasFiscalYear, start.day != 1 else { return }
        throw Problem(
            .usage, "a fiscal year does not begin on \(start)", at: .argument("--start"),
            because: "it is twelve months from the first day of one",
            hint: "name a first day: `--start \(start.adding(days: 1 - start.day))`")
    }

    /// What is said of a document.
    private var given: [DocumentTemplate.Detail] {
        DocumentTemplate.Detail.allCases.filter { detail in
            switch detail {
            case .id: id != nil
            case .title: title != nil
            case .owner: owner != nil
            case .currency: currency != nil
            case .start: start != nil
            }
        }
    }

    /// Whether anything is said of a document.
    var isGiven: Bool { !given.isEmpty || dryRun }
}

extension AllTemplates {
    /// Returns the template called `name`, one of those that are asked for.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the templates there are.
    static func template(
        named name: String, among templates: [DocumentTemplate] = all, at place: String
    ) throws(Problem) -> DocumentTemplate {
        if let template = templates.first(where: { $0.name == name }) { return template }
        let names = templates.map(\.name)
        let kinds = templates.count == all.count ? "templates" : "templates of evaluations"
        throw Problem(
            .unknownName, "there is no template \(Problem.quoted(name))", at: .argument(place),
            because: "the \(kinds) are \(names.joined(separator: ", "))",
            hint: Suggestion.hint(for: name, among: names) ?? "`outlay new --list` describes them")
    }
}
