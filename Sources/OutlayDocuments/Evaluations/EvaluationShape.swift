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
                "inflation", NumberShape.growth,
                "The yearly inflation that nominal prices of a study in real terms are freed of.",
                example: "0.02"),
            Field(
                "horizon", .object(StudyShape.horizon),
                "The years looked at; their first day is time 0.",
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
                "price_performance",
                .list(of: .object(StudyShape.pricePerformance), count: 1...100),
                "The performances that are set against the total cost.",
                example: "[{criterion: power, per: 1000}]"),
            Field(
                "fiscal_year", .object(StudyShape.fiscalYear),
                "The years that charges are budgeted by.",
                standard: "the calendar year"),
            Field("tax", .object(StudyShape.tax), "How prices relate to purchase tax."),
            Field(
                "discount_rate", .object(StudyShape.discountRate),
                "The rate that later money counts less by.",
                required: true, example: "{value: 0.08, timing: end-of-year}"),
            Field("baseline", .identifier, "The option the others are measured against."),
            Field("recommendation", .object(recommendation), "The option to choose, and why."),
            Field(
                "tradeoff", .list(of: .object(tradeoff), count: 1...1000),
                "What the recommended option was chosen over, and why."),
            Field(
                "margin",
                .number(NumberRule(minimum: .including(.zero), maximum: NumberShape.hundred)),
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
                "weak_below",
                .number(NumberRule(minimum: .including(.zero), maximum: NumberShape.hundred)),
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
                "rates", .map(keys: .text, values: .object(StudyShape.rate)),
                "One unit of each foreign currency in the document's currency."),
            Field(
                "indices", .map(keys: .identifier, values: .object(StudyShape.index)),
                "Price indices that escalations follow."),
            Field(
                "sources", .map(keys: .identifier, values: .object(OptionShape.source)),
                "Where numbers and claims come from."),
            Field(
                "assumptions", .map(keys: .identifier, values: StudyShape.assumption),
                "Named numbers that drive costs and benefits."),
            Field(
                "correlations", .list(of: .object(RangeShape.correlation), count: 1...1000),
                "Which numbers with a range move together."),
            Field(
                "scenarios", .map(keys: .identifier, values: .object(RangeShape.scenario)),
                "Named states of the world: other values for some assumptions."),
            Field(
                "options", .map(keys: .identifier, values: .object(OptionShape.option)),
                "The ways to meet the need, the baseline among them.", required: true),
            Field(
                "knock_outs", .list(of: .object(CriterionShape.knockOut)),
                "Requirements no score makes up for."),
            WeightingShape.field(
                "How the weights of the criteria are derived, where none is stated."),
            Field(
                "criteria", .list(of: .object(CriterionShape.criterion)),
                "What options are scored on."),
            Field(
                "performance",
                .map(
                    keys: .identifier,
                    values: .map(keys: .identifier, values: CriterionShape.performance)),
                "What each option achieves on each criterion and knock-out."),
        ])

    private static let priceBaseForm = TextForm(
        "a price base", written: "nominal, or real:YEAR such as real:2026",
        pattern: "^(nominal|real:[0-9]{4})$"
    ) { PriceBase(document: $0) != nil }

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
                "worth_per_point", NumberShape.notNegative,
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
