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

    /// Returns the details of a document that is written on the day `created`.
    ///
    /// - Throws: A ``Problem`` when the currency is none or a text is empty.
    func details(created: CalendarDate) throws(Problem) -> DocumentTemplate.Details {
        for (name, text) in [("--id", id), ("--title", title), ("--owner", owner)] {
            guard text?.isEmpty == true else { continue }
            throw Problem(
                .usage, "`\(name)` is empty", at: .argument(name),
                because: "a text has at least one character", hint: "leave the option out")
        }
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

    /// Whether anything is said of a document.
    var isGiven: Bool {
        [id, title, owner, currency].contains { $0 != nil } || start != nil || dryRun
    }
}

extension AllTemplates {
    /// Returns the template called `name`.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the templates there are.
    static func template(named name: String, at place: String) throws(Problem) -> DocumentTemplate {
        if let template = all.first(where: { $0.name == name }) { return template }
        let names = all.map(\.name)
        throw Problem(
            .unknownName, "there is no template \(Problem.quoted(name))", at: .argument(place),
            because: "the templates are \(names.joined(separator: ", "))",
            hint: Suggestion.hint(for: name, among: names) ?? "`outlay new --list` describes them")
    }
}
