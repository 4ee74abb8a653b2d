import ArgumentParser
import Outlay

/// `outlay tco`: the life-cycle cost of options, by year or category.
struct TCOCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tco",
        abstract: "Show the life-cycle cost of one option or all, by year or by category.",
        discussion: """
            outlay tco helpdesk.yaml --option northwind
            outlay tco helpdesk.yaml --by line --discounted
            """)

    @OptionGroup var evaluation: EvaluationOptions

    @Option(help: ArgumentHelp("The option to show; all of them where not given.", valueName: "id"))
    var option: String?

    @Option(
        help:
            "How the tables are laid out: year (categories by year), line (lines by year), or category."
    )
    var by: CostLayout = .year

    @Flag(help: "Show what each year is worth at time 0 in place of what is paid.")
    var discounted = false

    func run() throws {
        try evaluation.answer(schema: "tco") { result in
            let options = try option.map { [try result.option(named: $0)] } ?? result.options
            return (
                try result.costReport(of: options, by: by, discounted: discounted),
                try result.costJSON(of: options)
            )
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "life-cycle cost", "The year tables of the options.",
        EvaluationResultShape.head + [
            Field(
                "columns", .list(of: .text()),
                "What the amounts of a row are: Initial, then years.",
                required: true),
            Field("options", .list(of: .object(optionShape)), "The options.", required: true),
        ])

    private static let optionShape = ObjectShape(
        "costed option", "The year tables of one option.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("title", EvaluationResultShape.text, "Its title.", required: true),
            Field(
                "columns", .list(of: .text()),
                "What the amounts of its rows are: Initial, then the years it is looked at over.",
                required: true),
            Field(
                "costs", EvaluationResultShape.twice("cost rows", rows(category: true)),
                "Its costs by category.", required: true),
            LineResultShape.lines,
            Field(
                "cost_lines", EvaluationResultShape.twice("cost lines", rows(category: true)),
                "Its costs by line, each under its title.", required: true),
            Field(
                "tco", EvaluationResultShape.twice("cost totals", rows(category: false)),
                "The sums of its costs.", required: true),
            Field(
                "benefits", EvaluationResultShape.twice("benefit rows", rows(category: true)),
                "Its benefits by category.", required: true),
            Field(
                "net", EvaluationResultShape.twice("net rows", rows(category: false)),
                "What it gains over the baseline; null where there is none."),
        ] + ReturnsResultShape.fields + [ReturnsResultShape.bridge])

    /// Returns the shape of one row per category, or of a single row of totals.
    private static func rows(category: Bool) -> Shape {
        let figures = [
            Field(
                "amounts", .list(of: EvaluationResultShape.money), "One amount for each column.",
                required: true),
            Field("total", EvaluationResultShape.money, "The undiscounted sum.", required: true),
            Field(
                "discounted", .list(of: EvaluationResultShape.money),
                "What each amount is worth at time 0.", required: true),
            Field(
                "present_value", EvaluationResultShape.money, "The sum at time 0.", required: true),
            Field(
                "annual_value", EvaluationResultShape.money,
                "The equal amount of each year that is worth as much.", required: true),
        ]
        guard category else {
            return .object(ObjectShape("totals", "Amounts of all categories.", figures))
        }
        let name = Field(
            "category", EvaluationResultShape.text, "The category, or the line's title.",
            required: true)
        return .list(
            of: .object(ObjectShape("row", "The amounts of one category.", [name] + figures)))
    }
}

extension CostLayout: ExpressibleByArgument {}

extension EvaluationResult {
    /// Returns the evaluated option called `id`, which `argument` names.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the names there are.
    func option(
        named id: String, by argument: String = "--option"
    ) throws(Problem) -> OptionResult {
        if let option = option(id) { return option }
        let known = options.map(\.option.id)
        throw Problem(
            .unknownName, "there is no option \(Problem.quoted(id))", at: .argument(argument),
            because: "the evaluated options are \(known.joined(separator: ", "))",
            hint: Suggestion.hint(for: id, among: known))
    }
}
