import OutlayDecisions
import OutlayValues

/// The shapes of what options are judged by: knock-outs, criteria and how performances become values.
enum CriterionShape {
    private static let answer = Shape.either([.number(), .yesNo, .date, .text()])

    static let performance = Shape.either([
        .number(), .yesNo, .date, .text(), .object(RangeShape.performance),
    ])

    static let knockOut = ObjectShape(
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

    static let criterion: ObjectShape = ObjectShape(
        "criterion", "Something options are scored on, or a group of such things.",
        [
            Field("id", .identifier, "The identifier that performances refer to.", required: true),
            Field("title", .text(), "What readers see.", standard: "the identifier"),
            Field("unit", .text(), "The unit of performances."),
            Field(
                "direction", .choice(Direction.allCases.map(\.rawValue)),
                "Whether more or less is better; with a target neither is."),
            Field(
                "weight",
                .number(NumberRule(minimum: .including(.zero), maximum: NumberShape.hundred)),
                "Its share within its level: the shares total exactly 1 or exactly 100."),
            Field(
                "minimum",
                .number(NumberRule(minimum: .including(.zero), maximum: NumberShape.hundred)),
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

    private static let valueFunction = ObjectShape(
        "value_function", "How performances become values.",
        groups: [.exactlyOne(["levels", "points", "exponential", "target"])],
        [
            Field(
                "levels", .map(keys: .text, values: NumberShape.points),
                "The value of each named level."),
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
