import Outlay

/// The shapes of rates of return, of a bridge, and of performance for its price.
enum ReturnsResultShape {
    private typealias Shapes = EvaluationResultShape

    /// What an option is said to return.
    static let fields: [Field] = [
        Field(
            "eac", EvaluationResultShape.twice("eac", EvaluationResultShape.money),
            "The equivalent annual cost over its years.", required: true),
        Field(
            "returns", EvaluationResultShape.twice("returns", .object(returns)),
            "What it returns on what it costs more than the baseline; null where it is not compared."
        ),
        Field(
            "price_performance", .list(of: .object(pricePerformance)),
            "The performance that money buys with it.", required: true),
    ]

    /// What leads from the baseline to an option.
    static let bridge = Field(
        "bridge", EvaluationResultShape.twice("bridge", .object(bridgeShape)),
        "What leads from the baseline to it; null where it is not compared.")

    /// The quotes behind the options.
    static let quotes = Field(
        "quotes",
        .list(
            of: .object(
                ObjectShape(
                    "quote", "What one vendor offers.",
                    [
                        Field("vendor", Shapes.text, "The vendor.", required: true),
                        Field(
                            "options", .list(of: .identifier), "The vendor's options.",
                            required: true),
                        Field(
                            "standing", .choice(Quote.Standing.allCases.map(\.rawValue)),
                            "Whether its prices still hold.", required: true),
                    ]))), "One quote for each vendor.", required: true)

    private static let returns = ObjectShape(
        "returns", "Rates, ratios and times; null where one is not defined.",
        [
            Field("irr", .object(rate), "The internal rate of return.", required: true),
            Field("mirr", Shapes.decimal, "The modified rate of return at the stated rates."),
            Field(
                "added_investment", Shapes.money, "The present value of the added investment.",
                required: true),
            Field(
                "savings", Shapes.money, "The present value of what else is saved or gained.",
                required: true),
            Field("net_savings", Shapes.money, "Savings less added investment.", required: true),
            Field("sir", Shapes.decimal, "Savings over added investment."),
            Field("airr", Shapes.decimal, "The adjusted rate of return that the SIR stands for."),
            Field(
                "payback", .object(times), "When it has paid back, undiscounted.", required: true),
            Field(
                "discounted_payback", .object(times), "When it has paid back with interest.",
                required: true),
            Field(
                "first_year_savings", Shapes.money, "What the first year saves.", required: true),
            Field(
                "simple_payback_years", Shapes.decimal,
                "What more is paid at the start over the savings of the first year."),
        ])

    private static let rate = ObjectShape(
        "rate of return", "The rates at which the added flows are worth nothing.",
        [
            Field(
                "kind",
                .choice([
                    "one", "double", "several", "not-representable", "no-sign-change",
                    "no-real-root",
                ]), "How many there are, or why none.", required: true),
            Field("rates", .list(of: Shapes.decimal), "The rates, ascending.", required: true),
        ])

    private static let times = ObjectShape(
        "payback times", "When a cumulative flow reaches 0; null where it never does.",
        [
            Field("first_years", Shapes.decimal, "The first time, within its year."),
            Field("in_year", .integer(0...50), "The year at whose end it is first reached."),
            Field("permanent_years", Shapes.decimal, "The time after which it lasts."),
        ])

    private static let bridgeShape = ObjectShape(
        "bridge", "The steps from the baseline's total cost to the option's.",
        [
            Field("from", Shapes.money, "The baseline's total cost.", required: true),
            Field("costs", .list(of: .object(step)), "What each category adds.", required: true),
            Field("to", Shapes.money, "The option's total cost.", required: true),
            Field(
                "benefits", .list(of: .object(step)), "What each category gains more.",
                required: true),
            Field("npv", Shapes.money, "Benefits less costs.", required: true),
        ])

    private static let step = ObjectShape(
        "bridge step", "What one category adds.",
        [
            Field("category", Shapes.text, "The category.", required: true),
            Field("total", Shapes.money, "Undiscounted.", required: true),
            Field(
                "present_value", Shapes.money, "As a present value; they re-add.", required: true),
        ])

    private static let pricePerformance = ObjectShape(
        "performance for its price", "The performance that an amount of money buys.",
        [
            Field("criterion", .identifier, "The criterion.", required: true),
            Field("per", Shapes.money, "The amount.", required: true),
            Field(
                "performance",
                EvaluationResultShape.twice("performance", Shapes.decimal, orNull: true),
                "The performance; null where it is not known.", required: true),
        ])
}
