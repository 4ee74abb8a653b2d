import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The shapes of what all options share: years, tax, rates, indices and assumptions.
enum StudyShape {
    static let horizon = ObjectShape(
        "horizon", "The years looked at.",
        [
            Field(
                "start", .date, "The day that is time 0.", required: true, example: "2027-01-01"),
            Field("years", .integer(1...50), "How many years.", required: true, example: "3"),
        ])

    static let pricePerformance = ObjectShape(
        "price/performance", "A performance that is set against the total cost.",
        [
            Field("criterion", .identifier, "A criterion answered by numbers.", required: true),
            Field(
                "per", .number(NumberRule(.money, minimum: .excluding(.zero))),
                "The money that buys the performance.", standard: "1000"),
        ])

    static let ownHorizon = ObjectShape(
        "own horizon", "The years one option is looked at over.",
        [Field("years", .integer(1...50), "How many years.", required: true, example: "5")])

    static let fiscalYear = ObjectShape(
        "fiscal_year", "The years that charges are budgeted by.",
        [
            Field(
                "start_month", .integer(1...12), "The month a fiscal year begins in.",
                required: true),
            Field(
                "named_by", .choice(["start", "end"]),
                "Whether FY2027 begins or ends in 2027.", standard: "start"),
        ])

    static let tax = ObjectShape(
        "tax", "How prices relate to purchase tax.",
        [
            Field(
                "prices", .choice(Tax.Basis.allCases.map(\.rawValue)),
                "Whether prices are stated without tax (net) or with it (gross)."),
            Field(
                "rate", .number(NumberRule(.ratio, minimum: .including(.zero))),
                "The tax as a fraction of the net price.", example: "0.19"),
            Field("recoverable", NumberShape.fraction, "The share of the tax that is recovered."),
        ])

    static let discountRate = ObjectShape(
        "discount_rate", "The rate that later money counts less by.",
        [
            Field(
                "value", NumberShape.growth, "The yearly rate as a fraction.", required: true,
                example: "0.08"),
            Field(
                "timing", .choice(PaymentTiming.allCases.map(\.rawValue)),
                "When in its year a recurring amount counts.", standard: "end-of-year"),
            Field(
                "finance_rate", NumberShape.growth,
                "The yearly rate that costs are financed at, for the modified rate of return (MIRR)."
            ),
            Field(
                "reinvestment_rate", NumberShape.growth,
                "The yearly rate that gains are put aside at, for the modified rate of return."),
            Field(
                "basis", .choice(["nominal", "real"]),
                "Whether the rate carries inflation; must agree with price_base."),
            Field("source", .identifier, "Where the rate comes from."),
        ])

    static let rate = ObjectShape(
        "rate", "What one unit of a foreign currency is worth in the document's currency.",
        [
            Field(
                "value", .number(NumberRule(.ratio, minimum: .excluding(.zero))),
                "The document's currency for one unit.", required: true),
            Field("date", .date, "The day of the rate.", required: true),
            Field("source", .text(), "Who published it.", required: true),
        ])

    static let index = ObjectShape(
        "index", "A price index over time.", groups: [.exactlyOne(["values", "series"])],
        [
            Field(
                "values",
                .map(
                    keys: .yearOrDate,
                    values: .number(NumberRule(.ratio, minimum: .excluding(.zero)))),
                "Its values from each year or day on.", example: "{2026: 100, 2027: 102.1}"),
            Field(
                "series", .choice(ReferenceIndices.names), "A series that comes with the tool."),
            Field("forecast", NumberShape.growth, "Its growth per year beyond the last value."),
            Field("source", .identifier, "Where values or forecast come from.", required: true),
        ])

    static let assumption = Shape.either([
        .object(
            ObjectShape(
                "assumption", "A named number that drives costs and benefits.",
                groups: [.exactlyOne(["value", "series"])],
                [
                    Field("value", .number(), "The number."),
                    Field(
                        "series", .map(keys: .yearOrDate, values: .number()),
                        "The number from each year or day on."),
                    Field("unit", .text(), "What it counts, such as seat or EUR/year."),
                    Field(
                        "escalation", NumberShape.escalation, "Growth per year as a fraction.",
                        standard: "0"),
                    Field("range", .object(RangeShape.ofAssumption), "How far it may be off."),
                    Field("source", .identifier, "Where it comes from."),
                    Field("reason", .text(), "Why it is assumed, where no source gives it."),
                ])),
        .map(keys: .yearOrDate, values: .number()),
        .number(),
    ])
}
