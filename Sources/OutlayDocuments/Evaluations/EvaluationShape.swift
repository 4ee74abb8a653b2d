import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// The shape of an Evaluation document.
package enum EvaluationShape {
    /// The whole document.
    package static let document = ObjectShape(
        "Evaluation", "Options judged against criteria and costed over a horizon.",
        [
            Field(
                "apiVersion", .constant("outlay/v1", code: .unknownVersion),
                "The version of the document format.", required: true, example: "outlay/v1"),
            Field(
                "kind", .constant("Evaluation", code: .unknownKind), "What the document is.",
                required: true, example: "Evaluation"),
            Field(
                "metadata", .object(metadata),
                "What the document is called and who answers for it.",
                required: true, example: "{id: EV-2026-014, title: Customer-support platform}"),
            Field(
                "need", .text(),
                "What the purchase must achieve, without a predetermined answer."),
            Field(
                "currency", .currency, "The currency of every result.", required: true,
                example: "EUR"),
            Field(
                "price_base", .text(TextRule(form: priceBaseForm)),
                "Whether prices carry inflation: nominal, or real:YEAR.", example: "real:2026",
                standard: "nominal"),
            Field(
                "inflation", growth,
                "The yearly inflation that nominal prices of a study in real terms are freed of.",
                example: "0.02"),
            Field(
                "horizon", .object(horizon), "The years looked at; their first day is time 0.",
                required: true, example: "{start: 2027-01-01, years: 3}"),
            Field(
                "decision_date", .date,
                "The day of the decision: money due before it is shown, never counted.",
                standard: "horizon.start"),
            Field(
                "compare_by",
                .choice(Evaluation.ComparisonBasis.allCases.map(\.rawValue)),
                "What costs are compared by; the cost of one year where options have horizons of their own.",
                standard: "present-value"),
            Field(
                "price_performance", .list(of: .object(pricePerformance), count: 1...100),
                "The performances that are set against the total cost.",
                example: "[{criterion: power, per: 1000}]"),
            Field(
                "fiscal_year", .object(fiscalYear), "The years that charges are budgeted by.",
                standard: "the calendar year"),
            Field("tax", .object(tax), "How prices relate to purchase tax."),
            Field(
                "discount_rate", .object(discountRate), "The rate that later money counts less by.",
                required: true, example: "{value: 0.08, timing: end-of-year}"),
            Field("baseline", .identifier, "The option the others are measured against."),
            Field("recommendation", .object(recommendation), "The option to choose, and why."),
            Field(
                "tradeoff", .list(of: .object(tradeoff), count: 1...1000),
                "What the recommended option was chosen over, and why."),
            Field(
                "margin", .number(NumberRule(minimum: .including(.zero), maximum: hundred)),
                "A lead in value below this is no clear win.", standard: "0"),
            Field(
                "missing",
                .choice(DecisionModel.MissingPerformance.allCases.map(\.rawValue)),
                "What a missing performance on a criterion means: refuse, worst (of its scale), or "
                    + "bounds (values become ranges from worst to best).",
                standard: "refuse"),
            Field(
                "method", MethodShape.method,
                "The scoring method that ranks the options; their additive value where none is named.",
                example: "topsis"),
            Field(
                "weak_below", .number(NumberRule(minimum: .including(.zero), maximum: hundred)),
                "A value on a criterion below this is marked as a weakness; 0 marks none.",
                standard: DecisionModel.defaultWeakBelow.description),
            Field("panel", .object(panel), "The people who score some of the criteria."),
            Field(
                "criteria_seal", .text(),
                "The file that `outlay freeze criteria` wrote, relative to the document.",
                example: "evaluation.seal.json"),
            Field(
                "risks", .list(of: .object(CaseShape.risk), count: 0...1000),
                "What may go wrong, who watches it, and what they do about it."),
            Field(
                "sensitivity", .text(),
                "What was varied and what came of it, in your words.",
                example: "Rank 1 holds up to 80 seats and at rates from 0 to 0.12"),
            Field("lint", .object(CaseShape.lint), "Which findings of `outlay lint` are left out."),
            Field("purchase", .object(purchase), "How the purchase would be charged and decided."),
            Field(
                "rates", .map(keys: .text, values: .object(rate)),
                "One unit of each foreign currency in the document's currency."),
            Field(
                "indices", .map(keys: .identifier, values: .object(index)),
                "Price indices that escalations follow."),
            Field(
                "sources", .map(keys: .identifier, values: .object(source)),
                "Where numbers and claims come from."),
            Field(
                "assumptions", .map(keys: .identifier, values: assumption),
                "Named numbers that drive costs and benefits."),
            Field(
                "correlations", .list(of: .object(RangeShape.correlation), count: 1...1000),
                "Which numbers with a range move together."),
            Field(
                "scenarios", .map(keys: .identifier, values: .object(RangeShape.scenario)),
                "Named states of the world: other values for some assumptions."),
            Field(
                "options", .map(keys: .identifier, values: .object(option)),
                "The ways to meet the need, the baseline among them.", required: true),
            Field(
                "knock_outs", .list(of: .object(knockOut)), "Requirements no score makes up for."),
            WeightingShape.field(
                "How the weights of the criteria are derived, where none is stated."),
            Field("criteria", .list(of: .object(criterion)), "What options are scored on."),
            Field(
                "performance",
                .map(
                    keys: .identifier, values: .map(keys: .identifier, values: performance)),
                "What each option achieves on each criterion and knock-out."),
        ])

    static let hundred = NumberRule.Bound.including(ExactDecimal(100))
    static let fraction = Shape.number(
        NumberRule(.ratio, minimum: .including(.zero), maximum: .including(.one)))
    /// More than a doubling per year is a percentage written as a whole number.
    static let growth = Shape.number(
        NumberRule(.ratio, minimum: .excluding(ExactDecimal(-1)), maximum: .including(.one)))
    /// The growth of a price, which may be steep; a warning says so.
    static let escalation = Shape.number(
        NumberRule(.ratio, minimum: .excluding(ExactDecimal(-1))))
    static let positive = Shape.number(NumberRule(minimum: .including(.zero)))

    private static let priceBaseForm = TextForm(
        "a price base", written: "nominal, or real:YEAR such as real:2026",
        pattern: "^(nominal|real:[0-9]{4})$"
    ) { PriceBase(document: $0) != nil }

    private static let checksum = TextForm(
        "a checksum", written: "as 64 lower-case hexadecimal digits", pattern: "^[0-9a-f]{64}$"
    ) { text in
        text.utf8.count == 64
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    static let metadata = ObjectShape(
        "metadata", "What a document is called and who answers for it.",
        [
            Field(
                "id", .text(), "The document's identifier.", required: true,
                example: "EV-2026-014"),
            Field(
                "title", .text(), "What readers see.", required: true,
                example: "Customer-support platform"),
            Field("owner", .text(), "The person who answers for it."),
            Field("created", .date, "The day it was begun."),
            Field("description", .text(), "What else readers should know."),
        ])

    private static let horizon = ObjectShape(
        "horizon", "The years looked at.",
        [
            Field(
                "start", .date, "The day that is time 0.", required: true, example: "2027-01-01"),
            Field("years", .integer(1...50), "How many years.", required: true, example: "3"),
        ])

    private static let pricePerformance = ObjectShape(
        "price/performance", "A performance that is set against the total cost.",
        [
            Field("criterion", .identifier, "A criterion answered by numbers.", required: true),
            Field(
                "per", .number(NumberRule(.money, minimum: .excluding(.zero))),
                "The money that buys the performance.", standard: "1000"),
        ])

    private static let ownHorizon = ObjectShape(
        "own horizon", "The years one option is looked at over.",
        [Field("years", .integer(1...50), "How many years.", required: true, example: "5")])

    private static let fiscalYear = ObjectShape(
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
            Field("recoverable", fraction, "The share of the tax that is recovered."),
        ])

    private static let discountRate = ObjectShape(
        "discount_rate", "The rate that later money counts less by.",
        [
            Field(
                "value", growth, "The yearly rate as a fraction.", required: true, example: "0.08"),
            Field(
                "timing", .choice(PaymentTiming.allCases.map(\.rawValue)),
                "When in its year a recurring amount counts.", standard: "end-of-year"),
            Field(
                "finance_rate", growth,
                "The yearly rate that costs are financed at, for the modified rate of return (MIRR)."
            ),
            Field(
                "reinvestment_rate", growth,
                "The yearly rate that gains are put aside at, for the modified rate of return."),
            Field(
                "basis", .choice(["nominal", "real"]),
                "Whether the rate carries inflation; must agree with price_base."),
            Field("source", .identifier, "Where the rate comes from."),
        ])

    private static let recommendation = ObjectShape(
        "recommendation", "The option to choose, and why.",
        [
            Field("option", .identifier, "The option.", required: true),
            Field("reason", .text(), "Why this one."),
        ])

    private static let tradeoff = ObjectShape(
        "tradeoff", "An option that the recommended one was chosen over.",
        [
            Field("over", .identifier, "The option that was not chosen.", required: true),
            Field(
                "reason", .text(), "Why the difference is worth its price.", required: true,
                example: "fewer outages in the first year"),
            Field(
                "worth_per_point", positive,
                "What one more point of value is worth, in the document's currency."),
        ])

    private static let purchase = ObjectShape(
        "purchase", "How the purchase would be charged and decided.",
        [
            Field("department", .text(), "The department that asks."),
            Field("category", .text(), "What is bought, such as software."),
            Field("personal_data", .yesNo, "Whether personal data is processed."),
            Field(
                "route",
                .choice([
                    "competitive", "call-off", "single-source", "emergency", "ratification",
                ]), "The procurement route."),
            Field("reason", .text(), "Why that route."),
            Field(
                "charge", .map(keys: .text, values: .text()),
                "The budget line of each cost category."),
            Field(
                "funding", .map(keys: .fiscalYear, values: .text()),
                "Where the money of each fiscal year comes from.",
                example: "{FY2027: approved in CC-410, FY2028: in the medium-term plan}"),
        ])

    private static let rate = ObjectShape(
        "rate", "What one unit of a foreign currency is worth in the document's currency.",
        [
            Field(
                "value", .number(NumberRule(.ratio, minimum: .excluding(.zero))),
                "The document's currency for one unit.", required: true),
            Field("date", .date, "The day of the rate.", required: true),
            Field("source", .text(), "Who published it.", required: true),
        ])

    private static let index = ObjectShape(
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
            Field("forecast", growth, "Its growth per year beyond the last value."),
            Field("source", .identifier, "Where values or forecast come from.", required: true),
        ])

    private static let source = ObjectShape(
        "source", "Where a number or a claim comes from.",
        [
            Field("title", .text(), "What readers see.", required: true),
            Field("date", .date, "The day it was made."),
            Field("valid_until", .date, "The last day a quote may be relied on."),
            Field("file", .text(), "The file that holds it."),
            Field(
                "sha256", .text(TextRule(form: checksum)), "The checksum of that file."),
            Field("url", .text(), "The address it was read at."),
        ])

    private static let option = ObjectShape(
        "option", "One way to meet the need.",
        [
            Field("title", .text(), "What readers see.", standard: "the identifier"),
            Field("vendor", .text(), "Who is paid under the contract."),
            Field("description", .text(), "What it is."),
            Field(
                "like", .identifier,
                "The option whose fields, lines and performances it has where it states none of its own: "
                    + "an offer of the same vendor that differs in details."),
            Field(
                "without", .list(of: .identifier, count: 1...1000),
                "The lines of the option it is like that it does not have."),
            Field(
                "horizon", .object(ownHorizon),
                "The years it is looked at over, where they differ from the document's; needs compare_by."
            ),
            Field("term", .object(term), "How long the contract binds."),
            Field(
                "from", .text(), "A catalogue row, as catalogue/row.",
                example: "cloud-compute/aws/m7i.2xlarge"),
            Field(
                "product", .either([.text(), .list(of: .text(), count: 1...100)]),
                "The products it needs whose support may end, each as a catalogue row.",
                example: "product-lifecycles/postgresql/17"),
            Field(
                "rejected", .text(),
                "Why it was set aside: the option is listed and not evaluated."),
            Field("costs", .list(of: .object(LineShape.cost)), "What it costs."),
            Field("benefits", .list(of: .object(LineShape.benefit)), "What it gains."),
        ])

    private static let term = ObjectShape(
        "term", "How long a contract binds and how its prices may grow.",
        [
            Field(
                "months", .integer(1...600), "The months from the horizon's start.",
                required: true),
            Field(
                "break_after", .integer(1...600),
                "The months after which it may first be cancelled; its end where not given."),
            Field(
                "renewals", .integer(1...100),
                "How often the buyer may extend it, one time after another."),
            Field("renewal_months", .integer(1...600), "The months of each of its `renewals`."),
            Field("auto_renew", .yesNo, "Whether it renews unless cancelled.", standard: "false"),
            Field(
                "notice_days", .integer(0...3650),
                "The days before its end by which it must be cancelled."),
            Field("price_cap", growth, "The most that prices may grow per year."),
        ])

    private static let assumption = Shape.either([
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
                        "escalation", escalation, "Growth per year as a fraction.", standard: "0"),
                    Field("range", .object(RangeShape.ofAssumption), "How far it may be off."),
                    Field("source", .identifier, "Where it comes from."),
                    Field("reason", .text(), "Why it is assumed, where no source gives it."),
                ])),
        .map(keys: .yearOrDate, values: .number()),
        .number(),
    ])

    private static let answer = Shape.either([.number(), .yesNo, .date, .text()])

    private static let performance = Shape.either([
        .number(), .yesNo, .date, .text(), .object(RangeShape.performance),
    ])

    private static let knockOut = ObjectShape(
        "knock-out", "A requirement that no score makes up for.",
        [
            Field("id", .identifier, "The identifier that performances refer to.", required: true),
            Field(
                "question", .text(), "What an option must answer.", standard: "the identifier"),
            Field(
                "type", .choice(AnswerType.allCases.map(\.rawValue)),
                "What kind of answer it takes.",
                required: true),
            Field(
                "levels", .list(of: .text(), count: 2...100),
                "The levels from worst to best, for type level."),
            Field("unit", .text(), "The unit, for type number."),
            Field(
                "require",
                .object(
                    ObjectShape(
                        "requirement", "What an answer must be to pass.",
                        groups: [.exactlyOne(RequirementReader.words)],
                        [
                            Field("equals", answer, "The answer that passes."),
                            Field("in", .list(of: answer, count: 1...1000), "Answers that pass."),
                            Field("at_least", answer, "The least that passes."),
                            Field("at_most", answer, "The most that passes."),
                            Field("before", .date, "The day that is too late."),
                            Field("after", .date, "The day that is too early."),
                        ])), "What an answer must be to pass.", required: true,
                example: "{equals: true}"),
            Field("column", .text(), "The catalogue column that answers it."),
            Field("source", .identifier, "Where the answers come from."),
        ])

    private static let criterion: ObjectShape = ObjectShape(
        "criterion", "Something options are scored on, or a group of such things.",
        [
            Field("id", .identifier, "The identifier that performances refer to.", required: true),
            Field("title", .text(), "What readers see.", standard: "the identifier"),
            Field("unit", .text(), "The unit of performances."),
            Field(
                "direction", .choice(Direction.allCases.map(\.rawValue)),
                "Whether more or less is better; with a target neither is."),
            Field(
                "weight", .number(NumberRule(minimum: .including(.zero), maximum: hundred)),
                "Its share within its level: the shares total exactly 1 or exactly 100."),
            Field(
                "minimum", .number(NumberRule(minimum: .including(.zero), maximum: hundred)),
                "The points of value, 0 to 100, below which an option is not eligible."),
            Field(
                "scale",
                .either([
                    .choice(["data"]),
                    .object(
                        ObjectShape(
                            "scale", "The performances worth 0 and 100.",
                            [
                                Field("worst", .number(), "What is worth 0.", required: true),
                                Field("best", .number(), "What is worth 100.", required: true),
                            ])),
                ]),
                "A straight line from worst (0) to best (100), or data for the options' own ends."
            ),
            Field(
                "value_function", .object(valueFunction),
                "Values of levels, of points with straight lines between, or of a curve."),
            Field(
                "column", .text(),
                "The catalogue column that performances come from where none is stated."),
            Field("source", .identifier, "Where the performances come from."),
            WeightingShape.field("How the weights of a group's parts are derived."),
            Field(
                "preference", .object(MethodShape.preference),
                "When a difference counts, for methods that compare options in pairs."),
            Field(
                "veto", MethodShape.threshold,
                "The disadvantage from which no other criterion makes up for this one."),
            Field(
                "judged_by", .choice([Criterion.Judge.panel.rawValue]),
                "Says that the members of the panel score it; no performance is stated then."),
            Field(
                "criteria", .list(of: .object(criterion), count: 1...1000),
                "The parts of a group."),
        ])

    private static let value = Shape.number(
        NumberRule(minimum: .including(.zero), maximum: hundred))

    private static let valueFunction = ObjectShape(
        "value_function", "How performances become values.",
        groups: [.exactlyOne(["levels", "points", "exponential", "target"])],
        [
            Field("levels", .map(keys: .text, values: value), "The value of each named level."),
            Field(
                "points", .list(of: .list(of: .number(), count: 2...2), count: 2...1000),
                "Pairs of performance and value, performances ascending.",
                example: "[[99.0, 0], [99.9, 95], [99.95, 100]]"),
            Field(
                "exponential", .object(exponential),
                "A smooth bent line from worst (0) through half (50) to best (100).",
                example: "{worst: 36, best: 12, half: 20}"),
            Field(
                "target", .object(target),
                "100 on a target, falling straight to 0 on both sides of it.",
                example: "{low: 0, target: 50, high: 80}"),
        ])

    private static let exponential = ObjectShape(
        "exponential", "A smooth bent line between the performances worth 0 and 100.",
        [
            Field("worst", .number(), "What is worth 0.", required: true),
            Field("best", .number(), "What is worth 100.", required: true),
            Field(
                "half", .number(), "What is worth 50, strictly between worst and best.",
                required: true),
        ])

    private static let target = ObjectShape(
        "target", "A performance, or a plateau of them, that both more and less fall short of.",
        [
            Field("low", .number(), "What below the target is worth 0.", required: true),
            Field(
                "target", .either([.number(), .list(of: .number(), count: 2...2)]),
                "What is worth 100: a number, or where a plateau begins and ends.",
                required: true),
            Field("high", .number(), "What above the target is worth 0.", required: true),
        ])
}

/// What kind of answer a knock-out takes.
enum AnswerType: String, CaseIterable {
    case yesNo = "yes-no"
    case text
    case number
    case date
    case level
}

extension PriceBase {
    /// Reads `nominal` or `real:YEAR`.
    init?(document text: String) {
        if text == "nominal" {
            self = .nominal
            return
        }
        let digits = text.dropFirst(5)
        guard text.hasPrefix("real:"), digits.utf8.count == 4,
            digits.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(digits)
        else { return nil }
        self = .real(year: year)
    }
}
