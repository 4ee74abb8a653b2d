import OutlayEconomics
import OutlayValues

/// The shapes of what says how far numbers may be off: ranges, correlations, scenarios.
enum RangeShape {
    /// How far an assumption may be off.
    static let ofAssumption = ObjectShape("range", summary, fields)

    /// How far a number of a line may be off.
    static let ofLine = ObjectShape(
        "range", summary,
        fields + [
            Field(
                "of", .choice(UncertainRange.Subject.allCases.map(\.rawValue)),
                "The number the range is about.", standard: "amount")
        ])

    /// A performance with how far it may be off.
    static let performance = ObjectShape(
        "performance", "What an option achieves, and how far that may be off.",
        [Field("value", .number(), "The performance.", required: true)] + fields)

    /// Two numbers that move together.
    static let correlation = ObjectShape(
        "correlation", "Two numbers with a range that move together.",
        [
            Field(
                "between", .list(of: .identifier, count: 2...2),
                "Two names: an assumption's, or option.line.", required: true,
                example: "[seats, northwind.setup]"),
            Field(
                "rank",
                .number(
                    NumberRule(
                        .ratio, minimum: .including(ExactDecimal(-1)), maximum: .including(.one))),
                "The rank correlation, -1 to 1.", required: true, example: "0.6"),
        ])

    /// A named state of the world.
    static let scenario = ObjectShape(
        "scenario", "Other values for some assumptions.",
        [
            Field("title", .text(), "What readers see.", standard: "the identifier"),
            Field(
                "values", .map(keys: .identifier, values: .number()),
                "The values of assumptions; a series is scaled to begin with its value.",
                required: true),
            Field(
                "probability", NumberShape.fraction,
                "How likely it is; all scenarios have one, in total 1, or none has."),
        ])

    private static let summary = "How far a number may be off."

    private static let fields: [Field] = [
        Field("low", .number(), "The lower end; needed unless outcomes or samples are listed."),
        Field("high", .number(), "The upper end; needed unless outcomes or samples are listed."),
        Field(
            "distribution", .choice(UncertainRange.Form.names), "The shape between the ends.",
            standard: UncertainRange.Form.names[0]),
        Field(
            "means", .choice(UncertainRange.Meaning.allCases.map(\.rawValue)),
            "What the ends are.", standard: "extremes"),
        Field(
            "values", .list(of: .number(), count: 1...1000),
            "The numbers that a discrete one may be."),
        Field(
            "weights", .list(of: NumberShape.notNegative, count: 1...1000),
            "How likely each of the values is beside the others.", standard: "all alike"),
        Field(
            "outcomes", .list(of: .object(outcome), count: 1...1000),
            "The numbers that a discrete one may be, each with its probability."),
        Field(
            "samples", .list(of: .number(), count: 2...100_000),
            "What was observed, for an empirical one."),
        Field(
            "column", .text(),
            "A catalogue's column of such observations, as catalogue/column.",
            example: "cloud-compute/price_on_demand_usd_hour"),
    ]

    private static let outcome = ObjectShape(
        "outcome", "A number with its probability.",
        [
            Field("value", .number(), "The number.", required: true),
            Field(
                "probability", NumberShape.fraction,
                "How likely it is; those of all outcomes total 1.", required: true),
        ])
}
