import Outlay

/// The shapes of the sections of a sensitivity result.
enum SensitivityResultShape {
    private typealias Shapes = EvaluationResultShape

    /// One field per section; null for what was not asked or cannot be said.
    static let sections: [Field] = [
        Field(
            "compared_by", .choice(["present-value", "equivalent-annual-cost"]),
            "Whether money is of all years or of one.", required: true),
        Field(
            "weights", .list(of: .object(weight)),
            "How far each weight may move; null where there are no values to compare."),
        Field("constraints", .object(constraints), "What was said of the weights."),
        Field(
            "options", .list(of: .object(option)),
            "The eligible options, best first, under other weights and methods."),
        Field("methods", .object(methods), "What other methods say."),
        Field("acceptability", .object(acceptability), "Who takes which rank under drawn weights."),
        Field(
            "knock_outs", .list(of: .object(knockOut)),
            "What each knock-out and minimum that alone excludes an option gives up.",
            required: true),
        Field("winning", .object(winning), "What would make an option win."),
    ]

    private static let range = Shape.object(
        ObjectShape(
            "weight range", "Fractions of 1.",
            [
                Field("from", Shapes.decimal, "The least.", required: true),
                Field("to", Shapes.decimal, "The most.", required: true),
            ]))

    private static let crossover = Shape.object(
        ObjectShape(
            "crossover", "Where another option draws level with rank 1.",
            [
                Field(
                    "weight", Shapes.decimal, "The weight, or its change, as a fraction of 1.",
                    required: true),
                Field("option", .identifier, "The other option.", required: true),
            ]))

    private static let weight = ObjectShape(
        "weight", "How far one weight may move while the others keep their proportions.",
        [
            Field("criterion", .identifier, "The criterion.", required: true),
            Field("weight", Shapes.decimal, "Its weight, a fraction of 1.", required: true),
            Field("keeps_rank_1", range, "The weights that keep rank 1.", required: true),
            Field("keeps_all_ranks", range, "The weights that keep every rank.", required: true),
            Field("below", crossover, "Who takes over below; null where nobody does."),
            Field("above", crossover, "Who takes over above; null where nobody does."),
            Field(
                "single_change", crossover,
                "The least change of this weight alone that makes rank 1 tie."),
        ])

    private static let constraints = ObjectShape(
        "weight constraints", "What was said of the weights; it narrows options and acceptability.",
        [
            Field(
                "ranges",
                .list(
                    of: .object(
                        ObjectShape(
                            "criterion weight range", "Fractions of 1.",
                            [
                                Field("criterion", .identifier, "The criterion.", required: true),
                                Field("from", Shapes.decimal, "The least.", required: true),
                                Field("to", Shapes.decimal, "The most.", required: true),
                            ]))), "The stated ranges.", required: true),
            Field(
                "order", .list(of: .identifier), "Criteria whose weights do not rise.",
                required: true),
        ])

    private static let option = ObjectShape(
        "option", "An eligible option under other weights and methods.",
        [
            Field("id", .identifier, "The option.", required: true),
            Field("rank", .integer(1...Int.max), "Its rank.", required: true),
            Field("value", Shapes.decimal, "Its value, 0 to 100.", required: true),
            Field(
                "best_for_some_weights", .choice(["best", "level", "never"]),
                "Whether some weights make it best.", required: true),
            Field(
                "most_points_ahead", Shapes.decimal,
                "How far ahead of the others any weights put it.", required: true),
            Field("weights", .list(of: Shapes.decimal), "Weights that do, in their order."),
            Field(
                "dominated_by", .list(of: .identifier),
                "The options that are no worse on any criterion and better on one.",
                required: true),
            Field(
                "methods_first", .integer(0...Int.max), "How many runs of methods rank it first.",
                required: true),
            Field("best_method_rank", .integer(1...Int.max), "Its best rank in a run."),
            Field("worst_method_rank", .integer(1...Int.max), "Its worst rank in a run."),
        ])

    private static let methods = ObjectShape(
        "methods", "What other methods say of the same values.",
        [
            Field(
                "runs",
                .list(
                    of: .object(
                        ObjectShape(
                            "run", "A method with one normalisation.",
                            [
                                Field("method", .text(), "The method.", required: true),
                                Field("normalisation", .text(), "The normalisation."),
                                Field(
                                    "ranks", .list(of: .integer(1...Int.max)),
                                    "The options' ranks; null where it cannot score them."),
                            ]))), "Every method with every normalisation.", required: true),
            Field(
                "mean_correlation", Shapes.decimal, "The mean of Kendall's tau over pairs of runs."),
            Field(
                "reversals",
                .list(
                    of: .object(
                        ObjectShape(
                            "reversal", "What leaving out one option does to a method's ranking.",
                            [
                                Field("method", .text(), "The method.", required: true),
                                Field(
                                    "changed_pairs", .integer(0...Int.max),
                                    "How many pairs change their order, over all that are left out."
                                ),
                                Field(
                                    "changes_rank_1", .list(of: .identifier),
                                    "The options without which rank 1 changes."),
                            ]))), "One entry per method.", required: true),
        ])

    private static let shares = Shape.list(of: Shapes.decimal)

    private static let acceptability = ObjectShape(
        "acceptability", "Who takes which rank under drawn weights.",
        [
            Field("draws", .integer(1...Int.max), "How many weights were drawn.", required: true),
            Field("seed", .text(), "The seed.", required: true),
            Field(
                "options",
                .list(
                    of: .object(
                        ObjectShape(
                            "drawn option", "What the draws say of one option.",
                            [
                                Field("id", .identifier, "The option.", required: true),
                                Field("ranks", shares, "The share of each rank.", required: true),
                                Field(
                                    "standard_errors", shares, "Their standard errors.",
                                    required: true),
                                Field(
                                    "wins", shares, "The share in which it beats each option.",
                                    required: true),
                                Field(
                                    "holistic", Shapes.decimal,
                                    "All ranks in one figure, 0 to 1.", required: true),
                                Field(
                                    "central_weights", shares,
                                    "The mean of the weights that make it first."),
                                Field("central_weight_errors", shares, "Their standard errors."),
                                Field(
                                    "confidence", Shapes.decimal,
                                    "How often it is first under its central weights."),
                            ]))), "The options, best first.", required: true),
        ])

    private static let knockOut = ObjectShape(
        "knock-out price", "What one knock-out, or one minimum of a criterion, gives up.",
        [
            Field(
                "kind", .choice(KnockOutPrice.Kind.allCases.map(\.rawValue)), "What is required.",
                required: true),
            Field("id", .identifier, "The knock-out or the criterion.", required: true),
            Field(
                "excludes", .list(of: .identifier), "The options that fail it alone.",
                required: true),
            Field("winner_without", .identifier, "Who would have rank 1 without it."),
            Field("value", Shapes.decimal, "The points of value given up; null for none."),
            Field("npv", Shapes.money, "The net present value given up; null for none."),
            Field("tco", Shapes.money, "The saving of cost given up; null for none."),
        ])

    private static let change = Shape.object(
        ObjectShape(
            "change", "A change that puts the option level with the best.",
            [
                Field(
                    "answer", .choice(["possible", "impossible", "not needed"]),
                    "Whether there is one.", required: true),
                Field("needed", Shapes.decimal, "The figure that does."),
                Field("change", Shapes.decimal, "How much more it is than now."),
            ]))

    private static let winning = ObjectShape(
        "winning", "What would make an option win, one change at a time.",
        [
            Field("option", .identifier, "The option.", required: true),
            Field(
                "answer", .choice(["changes", "not eligible", "not scored"]),
                "What can be said.", required: true),
            Field("rival", .identifier, "The best of the others."),
            Field("gap", Shapes.decimal, "The points by which the rival is ahead."),
            Field(
                "criteria",
                .list(
                    of: .object(
                        ObjectShape(
                            "condition", "What one criterion can do.",
                            [
                                Field("criterion", .identifier, "The criterion.", required: true),
                                Field(
                                    "value", change, "The value of 0 to 100 that does.",
                                    required: true),
                                Field(
                                    "weight", change, "The weight, as a fraction of 1, that does.",
                                    required: true),
                            ]))), "One entry per criterion."),
            Field(
                "money",
                .object(
                    ObjectShape(
                        "money gap", "The money to the best of the others.",
                        [
                            Field("rival", .identifier, "The other option.", required: true),
                            Field(
                                "figure",
                                .choice(WinningAnswer.MoneyGap.Figure.allCases.map(\.rawValue)),
                                "What is compared.", required: true),
                            Field(
                                "gap", Shapes.money,
                                "By how much costs would have to fall; negative where it is ahead.",
                                required: true),
                        ])), "The money to the best of the others; no price changes a value."),
        ])
}
