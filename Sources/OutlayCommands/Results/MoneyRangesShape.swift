import Outlay

/// The shapes of what ranges, scenarios and draws say of the money.
enum MoneyRangesShape {
    private typealias Shapes = EvaluationResultShape

    /// One field per section; null for what was not asked or cannot be said.
    static let sections: [Field] = [
        Field("one_way", .object(oneWay), "One number at a time; null without costs."),
        Field("scenarios", .object(scenarios), "The scenarios side by side."),
        Field("draws", .object(draws), "What drawn numbers say of the money."),
        Field("joint", .object(joint), "Who is best where money and scores vary."),
        Field("information", .object(information), "What it is worth to know a number first."),
    ]

    private static let places: [Field] = [
        Field("zero_below", Shapes.decimal, "Where NPV is 0 below; null for nowhere."),
        Field("zero_above", Shapes.decimal, "Where NPV is 0 above; null for nowhere."),
    ]

    private static let passing = Shape.object(
        ObjectShape(
            "passing", "Where another option becomes the best in money.",
            [
                Field("value", Shapes.decimal, "The number.", required: true),
                Field("option", .identifier, "The other option.", required: true),
            ]))

    private static let oneWay = ObjectShape(
        "one-way", "What one number at a time does to the money.",
        [
            Field(
                "figure", .choice(MoneyFigure.allCases.map(\.rawValue)), "What is looked at.",
                required: true),
            Field("inputs", .list(of: .object(input)), "The numbers.", required: true),
            Field(
                "benefit_changes",
                .list(
                    of: .object(
                        ObjectShape(
                            "benefit change", "By how much all benefits would have to change.",
                            [
                                Field("option", .identifier, "The option.", required: true),
                                Field(
                                    "change", Shapes.decimal,
                                    "The change at which NPV is 0, a fraction of what is stated."),
                            ]))), "One entry per option.", required: true),
        ])

    private static let input = ObjectShape(
        "moved number", "A number that was moved by itself.",
        [
            Field("id", .identifier, "Its name.", required: true),
            Field("stated", Shapes.decimal, "What is stated.", required: true),
            Field("low", Shapes.decimal, "The lower end looked at.", required: true),
            Field("high", Shapes.decimal, "The upper end looked at.", required: true),
            Field("has_range", .yesNo, "Whether the document states its range.", required: true),
            Field(
                "options",
                .list(
                    of: .object(
                        ObjectShape(
                            "moved option", "The figure of one option.",
                            [
                                Field("option", .identifier, "The option.", required: true),
                                Field(
                                    "at_low", Shapes.money, "At the lower end.", required: true),
                                Field(
                                    "at_high", Shapes.money, "At the upper end.", required: true),
                                Field("swing", Shapes.money, "Their distance.", required: true),
                                Field(
                                    "cash_at_low", Shapes.money, "In cash at the lower end.",
                                    required: true),
                                Field(
                                    "cash_at_high", Shapes.money, "In cash at the upper end.",
                                    required: true),
                            ] + places))), "One entry per option.", required: true),
            Field("passes_below", passing, "Who takes over below; null for nobody."),
            Field("passes_above", passing, "Who takes over above; null for nobody."),
        ])

    private static let figures = Shape.list(
        of: .object(
            ObjectShape(
                "scenario figures", "The figures of one option.",
                [
                    Field("option", .identifier, "The option.", required: true),
                    Field(
                        "tco", Shapes.twice("tco", Shapes.money),
                        "The total cost, or the equivalent annual cost where `compared_by` says so.",
                        required: true),
                    Field(
                        "npv", Shapes.twice("npv", Shapes.money),
                        "The net present value, or the gain a year."),
                    Field("rank", .integer(1...Int.max), "The rank."),
                ])))

    private static let scenarios = ObjectShape(
        "scenario comparison", "Every option in every scenario.",
        [
            Field(
                "cases",
                .list(
                    of: .object(
                        ObjectShape(
                            "case", "One state of the world; the stated case first.",
                            [
                                Field("scenario", .identifier, "The scenario; null as stated."),
                                Field("title", Shapes.text, "Its title.", required: true),
                                Field("probability", Shapes.decimal, "How likely it is."),
                                Field(
                                    "values",
                                    .list(
                                        of: .object(
                                            ObjectShape(
                                                "scenario value", "An assumption's value.",
                                                [
                                                    Field(
                                                        "assumption", .identifier,
                                                        "The assumption.", required: true),
                                                    Field(
                                                        "value", Shapes.decimal, "The value.",
                                                        required: true),
                                                ]))), "What differs.", required: true),
                                Field("options", figures, "The options.", required: true),
                            ]))), "The cases.", required: true),
            Field("expected", figures, "Over the scenarios by their probabilities."),
        ])

    private static func sample(_ name: String) -> Shape {
        Shapes.twice(
            name,
            .object(
                ObjectShape(
                    "sample", "What the drawn figures amount to.",
                    [
                        Field("mean", Shapes.money, "The mean.", required: true),
                        Field(
                            "standard_error", Shapes.money, "The mean's standard error.",
                            required: true),
                        Field("p10", Shapes.money, "A tenth stays below.", required: true),
                        Field("p50", Shapes.money, "Half stay below.", required: true),
                        Field("p90", Shapes.money, "Nine tenths stay below.", required: true),
                        Field(
                            "quantiles", .list(of: Shapes.money), "At 5, 10 … 95 %.",
                            required: true),
                        Field("share_above_zero", Shapes.decimal, "The share above 0, of NPV."),
                    ])))
    }

    private static let draws = ObjectShape(
        "draws", "What drawn numbers say of the money.",
        [
            Field("trials", .integer(1...Int.max), "How many.", required: true),
            Field("seed", Shapes.decimal, "The seed.", required: true),
            Field(
                "percentiles", .choice(["exact"]), "How percentiles are found.", required: true),
            Field(
                "inputs",
                .list(
                    of: .object(
                        ObjectShape(
                            "drawn number", "A number that was drawn.",
                            [
                                Field("id", .identifier, "Its name.", required: true),
                                Field(
                                    "distribution", Shapes.text, "Its distribution.",
                                    required: true),
                                Field("mean", Shapes.decimal, "Its mean.", required: true),
                            ]))), "What was drawn.", required: true),
            Field(
                "correlations", .list(of: .object(RangeResultShape.correlation)),
                "What was tied.", required: true),
            Field(
                "options", .list(of: .object(drawnOption)), "The options.", required: true),
            Field(
                "cheaper",
                .list(of: .list(of: Shapes.twice("cheaper", Shapes.decimal))),
                "The share in which the row's option costs less than the column's.",
                required: true),
        ])

    private static let drawnOption = ObjectShape(
        "drawn option", "What the draws say of one option.",
        [
            Field("option", .identifier, "The option.", required: true),
            Field(
                "tco", sample("tco"),
                "The total cost, or the equivalent annual cost where `compared_by` says so.",
                required: true),
            Field("npv", sample("npv"), "The net present value, or the gain a year."),
            Field(
                "worse_than_stated", Shapes.twice("worse", Shapes.decimal),
                "The share that turns out worse than stated.", required: true),
            Field(
                "check",
                Shapes.twice(
                    "check",
                    .object(
                        ObjectShape(
                            "mean check", "The mean beside its closed form.",
                            [
                                Field(
                                    "expected", Shapes.money, "The closed form.", required: true),
                                Field(
                                    "standard_errors", Shapes.decimal,
                                    "How far the mean lies from it.", required: true),
                            ]))), "The mean beside its closed form; null without one."),
        ])

    private static let joint = ObjectShape(
        "joint choice", "Who is best where money and scores vary.",
        [
            Field("trials", .integer(1...Int.max), "How many.", required: true),
            Field(
                "drawn_performances", .integer(0...Int.max), "How many performances were drawn.",
                required: true),
            Field("draws_weights", .yesNo, "Whether weights were drawn too.", required: true),
            Field("method", Shapes.text, "The method whose score stands for value."),
            Field(
                "options",
                .list(
                    of: .object(
                        ObjectShape(
                            "chances", "The chances of one option.",
                            [
                                Field("option", .identifier, "The option.", required: true),
                                Field(
                                    "best_in_money", Shapes.decimal,
                                    "The share it is best in money.",
                                    required: true),
                                Field("best_in_value", Shapes.decimal, "In value."),
                                Field("best_in_both", Shapes.decimal, "In both at once."),
                                Field("on_frontier", Shapes.decimal, "On the frontier."),
                                Field(
                                    "regret_in_money", Shapes.money,
                                    "The mean by which the best is ahead.", required: true),
                                Field("regret_in_value", Shapes.decimal, "The same in points."),
                            ]))), "The options that may be chosen.", required: true),
        ])

    private static let information = ObjectShape(
        "information", "What it is worth to know a number before choosing.",
        [
            Field("choice", .identifier, "What is chosen without.", required: true),
            Field(
                "method", .choice(["closed-form", "classes"]), "How one number's worth is found.",
                required: true),
            Field("classes", .integer(1...Int.max), "How many classes of draws."),
            Field("everything", Shapes.money, "Of knowing everything.", required: true),
            Field(
                "inputs",
                .list(
                    of: .object(
                        ObjectShape(
                            "worth", "What one number is worth.",
                            [
                                Field("id", .identifier, "The number.", required: true),
                                Field("worth", Shapes.money, "At most.", required: true),
                            ]))), "The numbers, the most first.", required: true),
        ])
}

/// The shapes that name inputs.
private enum RangeResultShape {
    static let correlation = ObjectShape(
        "tied pair", "Two numbers that move together.",
        [
            Field("between", .list(of: .identifier, count: 2...2), "Their names.", required: true),
            Field("rank", EvaluationResultShape.decimal, "The rank correlation.", required: true),
        ])
}
