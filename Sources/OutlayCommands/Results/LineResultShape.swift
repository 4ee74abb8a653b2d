import Outlay

/// The shape of a cost or benefit line in JSON results.
enum LineResultShape {
    private typealias Shapes = EvaluationResultShape

    /// The lines of an option.
    static let lines = Field(
        "lines", .list(of: .object(line)),
        "Its costs, its benefits, then the optional purchases that nobody plans.", required: true)

    private static let line = ObjectShape(
        "evaluated line", "One cost or benefit, with what kind of money it is and whose.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("title", Shapes.text, "Its title.", required: true),
            Field("side", .choice(["cost", "benefit"]), "What it is.", required: true),
            Field("category", Shapes.text, "Its category.", required: true),
            Field("model", Shapes.text, "Its cost model.", required: true),
            Field(
                "recurrence", .choice(CostRecurrence.allCases.map(\.rawValue)),
                "Whether it falls due once or comes back.", required: true),
            Field(
                "expenditure", .choice(["capex", "opex"]),
                "Whether a cost is capital; null for a benefit."),
            Field(
                "cashable", .yesNo,
                "Whether money moves: false for payroll that no budget gives back and for benefits "
                    + "in kind.", required: true),
            Field("funded", .choice(["budget", "payroll"]), "Who bears it.", required: true),
            Field(
                "released", .object(release),
                "The budget that gives saved payroll back; null where none does."),
            Field("sunk", .yesNo, "Whether it is spent whatever is decided.", required: true),
            Field(
                "optional", .choice(CostLine.OptionalPurchase.allCases.map(\.rawValue)),
                "Whether it may be called for later, and is meant to be; null for what is bought."),
            Field("vendor", Shapes.text, "Who is paid; null for an inside cost."),
            Field("owner", Shapes.text, "Who answers for it."),
            Field("source", .identifier, "Where it comes from."),
            Field("source_date", .date, "The day of that source."),
            Field("price_date", .date, "The day of its price."),
            Field("note", Shapes.text, "What else readers should know."),
            Field(
                "total", Shapes.twice("line totals", Shapes.money), "The undiscounted sum.",
                required: true),
            Field(
                "present_value", Shapes.twice("line values", Shapes.money), "The sum at time 0.",
                required: true),
        ])

    private static let release = ObjectShape(
        "line release", "The cut of a budget that gives payroll back.",
        [
            Field("budget", Shapes.text, "The budget.", required: true),
            Field("from", .date, "The first day of the cut.", required: true),
        ])
}
