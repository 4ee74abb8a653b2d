import ArgumentParser
import Outlay

/// `outlay compare`: the decision matrix of an evaluation.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare the options of an evaluation: value, cost, gain, payback, knock-outs.",
        discussion: """
            outlay compare helpdesk.yaml
            outlay compare helpdesk.yaml --set seats=80
            outlay compare helpdesk.yaml --method topsis --explain
            outlay compare helpdesk.yaml --db ledger.outlay

            With a ledger, it says which option fits which budget line in which year.
            """)

    @OptionGroup var evaluation: EvaluationOptions

    @Option(
        help: ArgumentHelp(
            "Weights from the performances in place of the document's, such as entropy or critic.",
            valueName: "weighting"))
    var weights: String?

    @OptionGroup var method: MethodOptions

    @OptionGroup var ledger: ComparisonLedger

    func run() throws {
        let weighting = try WeightsArgument.named(weights)
        try evaluation.answer(
            schema: "compare", by: method, weights: weighting,
            preparing: EvaluationOptions.assess
        ) { result in
            var report = result.comparisonReport()
            if method.explain {
                report.sections += [try result.explanationSection()].compactMap(\.self)
            }
            var json = try result.comparisonJSON(explaining: method.explain)
            let fit = try ledger.fit(of: result, evaluation.surroundings)
            if let fit {
                report.sections.insert(try fit.section(), at: 0)
                if case .object(var members) = json {
                    members["budget_fit"] = try fit.json()
                    json = .object(members)
                }
            }
            return (report, json)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "comparison", "Every option with its value, cost, gain and contract.",
        EvaluationResultShape.head + [
            Field(
                "method", .object(method),
                "The method that ranks; null where the additive value does."),
            Field(
                "criteria", .list(of: .object(weighted)),
                "The criteria with their weights, each group before what it holds.",
                required: true),
            Field(
                "options", .list(of: .object(option)), "The evaluated options, best first.",
                required: true),
            Field(
                "frontier", .list(of: .identifier),
                "The eligible options that no other one dominates.", required: true),
            Field(
                "rejected", .list(of: .object(rejected)), "The options set aside in the document.",
                required: true),
            Field(
                "steps", MethodResultShape.steps,
                "With --explain the figures on the way, a row for each option; else null."),
            Field(
                "tradeoffs", .list(of: .object(TradeoffResultShape.tradeoff)),
                "What the recommended option was chosen over.", required: true),
            Field(
                "compared_by",
                .choice(Evaluation.ComparisonBasis.allCases.map(\.rawValue)),
                "What costs are compared by.", required: true),
            Field("lowest_cost", .identifier, "The eligible option with the lowest cost."),
            ReturnsResultShape.quotes,
            Field("panel", .object(PanelResultShape.panel), "What the panel scored."),
            Field(
                "criteria_seal", .object(PanelResultShape.seal),
                "Whether the criteria are those that were sealed."),
            Field(
                "budget_fit", .list(of: .object(ComparisonLedger.shape)),
                "With a ledger, what each option leaves of its budget lines."),
        ])
}

// MARK: - The shape of the result

extension CompareCommand {
    private typealias Shapes = EvaluationResultShape

    private static let option = ObjectShape(
        "compared option", "One evaluated option.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("title", Shapes.text, "Its title.", required: true),
            Field("rank", .integer(1...Int.max), "Its rank; null where it is not eligible."),
            Field("value_rank", .integer(1...Int.max), "Its rank by value; null without one."),
            Field("score", Shapes.decimal, "Its score by the method; null without one."),
        ] + values + figures + [
            Field("contract", .object(contract), "What its contract binds to."),
            Field(
                "sunk_cost", Shapes.money, "What is spent whatever is decided; never counted.",
                required: true),
            Field("dominated_by", .identifier, "An option that is at least as good and cheap."),
            Field("on_frontier", .yesNo, "Whether no other option dominates it.", required: true),
            Field(
                "catalogue_facts", .list(of: .object(fact)), "What it takes from catalogues.",
                required: true),
        ])

    private static let values: [Field] = [
        Field(
            "value", Shapes.decimal,
            "Its value, 0 to 100; null where a missing performance leaves it open."),
        Field(
            "value_range", .object(range),
            "The least and the most it may be worth; null where a missing performance is refused."),
        Field(
            "possible_ranks", .object(ranks),
            "The ranks that the ranges allow; null where it is not eligible."),
        Field(
            "missing", .list(of: .identifier), "The criteria on which nothing is known of it.",
            required: true),
        Field(
            "eligibility", .choice(Eligibility.allCases.map(\.rawValue)),
            "Whether it passes every knock-out and reaches every minimum.", required: true),
        Field(
            "knock_outs", .list(of: .object(knockOut)), "How it fares on each knock-out.",
            required: true),
        Field(
            "minimums", .list(of: .object(minimum)), "How it fares on each minimum.",
            required: true),
        Field(
            "criteria", .list(of: .object(criterion)), "How it fares on each criterion.",
            required: true),
        Field(
            "groups", .list(of: .object(criterion)), "How it fares on each group of criteria.",
            required: true),
        Field("weakest", .object(weakest), "Where it does worst."),
    ]

    private static let range = ObjectShape(
        "value range", "What something may be worth; both ends are the same where it is known.",
        [
            Field("low", Shapes.decimal, "The least, 0 to 100.", required: true),
            Field("high", Shapes.decimal, "The most, 0 to 100.", required: true),
        ])

    private static let ranks = ObjectShape(
        "possible ranks", "The ranks an option may turn out to have.",
        [
            Field("best", .integer(1...Int.max), "The best one.", required: true),
            Field("worst", .integer(1...Int.max), "The worst one.", required: true),
        ])

    private static let minimum = ObjectShape(
        "minimum outcome", "How an option fares on the minimum of a criterion.",
        [
            Field("criterion", .identifier, "The criterion, or group.", required: true),
            Field(
                "outcome", .choice(MinimumResult.Outcome.allCases.map(\.rawValue)),
                "Whether it is reached.", required: true),
            Field("found", .object(range), "The value found; null where nothing is known."),
            Field("needs", Shapes.decimal, "The value needed.", required: true),
        ])

    private static let weakest = ObjectShape(
        "weakest criterion", "The criterion with the lowest value of all with a weight.",
        [
            Field("criterion", .identifier, "The criterion.", required: true),
            Field("value", Shapes.decimal, "The value there, 0 to 100.", required: true),
            Field("weak", .yesNo, "Whether it is below `weak_below`.", required: true),
        ])

    private static let weighted = ObjectShape(
        "weighted criterion", "A criterion or group with its share.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("title", Shapes.text, "Its title.", required: true),
            Field("group", .identifier, "The group it stands in."),
            Field("weight", Shapes.decimal, "Its share of the whole.", required: true),
            Field("local_weight", Shapes.decimal, "Its share of its group.", required: true),
            Field("minimum", Shapes.decimal, "The value an option needs to be eligible."),
            Field("unit", Shapes.text, "The unit of performances; null for a group."),
            Field("scale", Shapes.text, "What is worth how much; null for a group."),
        ])

    private static let figures: [Field] =
        [
            Field(
                "tco", Shapes.twice("tco", Shapes.money), "The present value of its costs.",
                required: true),
            Field(
                "nominal_cost", Shapes.twice("nominal cost", Shapes.money),
                "The undiscounted sum of its costs.", required: true),
            Field(
                "benefits", Shapes.twice("benefits", Shapes.money),
                "The present value of its benefits.", required: true),
            Field(
                "npv", Shapes.twice("npv", Shapes.money),
                "The net present value against the baseline."),
            Field(
                "benefit_cost_ratio",
                Shapes.twice("benefit cost ratio", Shapes.decimal, orNull: true),
                "Added benefits for one unit of added cost."),
            Field(
                "payback_years", Shapes.twice("payback", Shapes.decimal, orNull: true),
                "The years until the undiscounted gains cover the costs."),
            Field(
                "horizon_years", .integer(1...50), "The years it is looked at over.", required: true
            ),
            Field(
                "annual_gain", Shapes.twice("annual gain", Shapes.money),
                "What one year gains over one of the baseline; null where there is none."),
            Field("variant_of", .identifier, "The option that it is a variant of."),
        ] + ReturnsResultShape.fields

    private static let method = ObjectShape(
        "ranking method", "A method with what it says beside the scores.",
        [
            Field("name", .identifier, "Its identifier.", required: true),
            Field("title", Shapes.text, "What readers see.", required: true),
            Field("settings", MethodResultShape.settings, "Its settings.", required: true),
            Field(
                "higher_is_better", .yesNo, "Whether the highest score is the best, or the lowest.",
                required: true),
            Field(
                "criteria", .list(of: .object(methodCriterion)), "What it saw of each criterion.",
                required: true),
            Field(
                "remarks", .list(of: .object(remark)), "What it says beside the scores.",
                required: true),
        ])

    private static let methodCriterion = ObjectShape(
        "scored criterion", "What a method saw of a criterion.",
        [
            Field("id", .identifier, "The criterion.", required: true),
            Field(
                "basis", .choice(MethodOutcome.Basis.allCases.map(\.rawValue)),
                "Whether it saw performances as stated, or their values of 0 to 100.",
                required: true),
            Field("preference", Shapes.text, "When a difference counts; null if not stated."),
            Field("veto", Shapes.decimal, "The veto threshold; null if not stated."),
        ])

    private static let remark = ObjectShape(
        "remark", "Something a method says of some options.",
        [
            Field("text", Shapes.text, "What is said.", required: true),
            Field("options", .list(of: .identifier), "The options.", required: true),
        ])

    private static let rejected = ObjectShape(
        "rejected option", "An option set aside in the document.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("title", Shapes.text, "Its title.", required: true),
            Field("reason", Shapes.text, "Why it was set aside."),
        ])

    private static let knockOut = ObjectShape(
        "knock-out outcome", "How an option fares on a knock-out.",
        [
            Field("id", .identifier, "The knock-out.", required: true),
            Field(
                "outcome", .choice(["passed", "failed", "unknown"]), "Whether it passes.",
                required: true),
            Field("found", Shapes.text, "The performance that fails."),
            Field("needs", Shapes.text, "What passes.", required: true),
        ])

    private static let criterion = ObjectShape(
        "criterion score", "How an option fares on a criterion.",
        [
            Field("id", .identifier, "The criterion.", required: true),
            Field("value", Shapes.decimal, "The value of its performance, 0 to 100."),
            Field("value_range", .object(range), "The least and the most that value may be."),
            Field("contribution", Shapes.decimal, "The part of the option's value it makes."),
        ])

    private static let contract = ObjectShape(
        "contract", "What a contract binds to.",
        [
            Field(
                "value", Shapes.money,
                "Every payment to vendors in the term and its renewals, optional purchases included.",
                required: true),
            Field(
                "committed", Shapes.money, "What of it cannot be cancelled before the next break.",
                required: true),
            Field(
                "optional", Shapes.money,
                "What of it is paid only where a renewal or an optional purchase is called for.",
                required: true),
            Field("leaving_costs", Shapes.money, "What leaving costs.", required: true),
            Field(
                "charges", .list(of: .object(charge(category: false))),
                "The payments by fiscal year.", required: true),
            Field(
                "charges_by_category", .list(of: .object(charge(category: true))),
                "The payments by fiscal year and cost category.", required: true),
        ])

    private static func charge(category: Bool) -> ObjectShape {
        let name = Field("category", Shapes.text, "The cost category.", required: true)
        return ObjectShape(
            category ? "category charge" : "charge", "What is paid in a fiscal year.",
            [Field("fiscal_year", Shapes.text, "The fiscal year.", required: true)]
                + (category ? [name] : [])
                + [Field("amount", Shapes.money, "The amount.", required: true)])
    }

    private static let fact = ObjectShape(
        "catalogue fact", "What was taken from a catalogue's row.",
        [
            Field("use", Shapes.text, "What it is used for.", required: true),
            Field("row", Shapes.text, "The row, as catalogue/row.", required: true),
            Field("column", Shapes.text, "The column.", required: true),
            Field("value", Shapes.text, "What stands there.", required: true),
            Field("unit", Shapes.text, "The unit; empty where it has none.", required: true),
            Field("date", .date, "The day of the figure."),
            Field("source", Shapes.text, "Where the catalogue has it from."),
        ])
}
