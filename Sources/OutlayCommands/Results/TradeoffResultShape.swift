import Outlay

/// The shape of tradeoffs in JSON results.
enum TradeoffResultShape {
    private typealias Shapes = EvaluationResultShape

    /// One option that the recommended one was chosen over.
    static let tradeoff = ObjectShape(
        "weighed tradeoff", "What the recommended option costs and is worth more than another.",
        [
            Field("over", .identifier, "The option that was not chosen.", required: true),
            Field("reason", Shapes.text, "The reason given.", required: true),
            Field("worth_per_point", Shapes.money, "What one more point is said to be worth."),
            Field(
                "chosen", .identifier,
                "The recommended option; null where it cannot be chosen or a value is not known."),
            Field("extra_value", Shapes.decimal, "The points it has more."),
            Field(
                "extra_cost", Shapes.twice("extra cost", Shapes.money),
                "What it costs more over its life."),
            Field(
                "cost_per_point",
                Shapes.twice("cost per point", Shapes.money, orNull: true),
                "The cost of each point gained, or the saving for each point given up."),
            Field(
                "kind", .choice(TradeoffRecord.Kind.allCases.map(\.rawValue)),
                "What is given up for what."),
            Field("worth_it", .yesNo, "Whether it pays by what a point is said to be worth."),
        ])
}
