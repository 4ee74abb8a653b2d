import Outlay

extension WeightsCommand {
    private typealias Shapes = EvaluationResultShape

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "weights", "Weights beside the ranges that they stand for.",
        [
            Field("compared_with", .text(), "The weighting of `compared`; null without --method."),
            Field(
                "criteria", .list(of: .object(criterion)),
                "The criteria, groups before their parts.", required: true),
            Field(
                "levels", .list(of: .object(level)), "How the weights of each level came about.",
                required: true),
            Field(
                "weight_options", .list(of: .text()),
                "The weights as --weight of rank takes them; empty for an Evaluation.",
                required: true),
            Field("document", .text(), "The statements as an Evaluation takes them."),
        ])

    private static let criterion = ObjectShape(
        "weighed criterion", "One criterion or group with its weight.",
        [
            Field("id", Shapes.text, "Its identifier, or a column's name.", required: true),
            Field("title", Shapes.text, "What readers see.", required: true),
            Field("group", .identifier, "The group it stands in."),
            Field("is_group", .yesNo, "Whether it holds others.", required: true),
            Field(
                "share", Shapes.decimal, "Its share within its level, 0 to 1.", required: true),
            Field("weight", Shapes.decimal, "Its share of the whole, 0 to 1.", required: true),
            Field("compared", Shapes.decimal, "Its share of the whole by `compared_with`."),
            Field("range", .object(range), "The way from worst to best; null where unknown."),
        ])

    private static let range = ObjectShape(
        "weighed range", "The way from worst to best that a weight stands for.",
        [
            Field("worst", Shapes.text, "The worst, a number or a level.", required: true),
            Field("best", Shapes.text, "The best.", required: true),
            Field("unit", Shapes.text, "The unit; empty where it has none.", required: true),
            Field("direction", .choice(["higher", "lower"]), "What is better; null by a target."),
            Field("from_data", .yesNo, "Whether the options set the ends.", required: true),
            Field(
                "one_percent", Shapes.decimal,
                "What one hundredth of the whole weight is worth in the unit."),
        ])

    private static let level = ObjectShape(
        "weighed level", "How the weights of one level came about.",
        [
            Field("group", .identifier, "The group whose parts they are; null at the top."),
            Field("method", .text(), "The weighting, or `stated`.", required: true),
            Field("warning", .text(), "What is to be known of weights from data."),
            Field("consistency", .object(consistency), "How well comparisons agree."),
            Field("remarks", .list(of: .text()), "What else is to be known.", required: true),
        ])

    private static let consistency = ObjectShape(
        "consistency", "How well comparisons agree with each other.",
        [
            Field("lambda_max", Shapes.decimal, "The principal eigenvalue, for ahp."),
            Field("index", Shapes.decimal, "The consistency index, for ahp."),
            Field("ratio", Shapes.decimal, "The consistency ratio; null where unknown."),
            Field("random_index_table", .text(), "The table that the ratio rests on, for ahp."),
            Field(
                "worst", .list(of: .object(deviation)),
                "The comparisons furthest from the weights, for ahp."),
            Field("deviation", Shapes.decimal, "How far the weights miss them, for best-worst."),
        ])

    private static let deviation = ObjectShape(
        "deviation", "A comparison beside the ratio of the weights.",
        [
            Field("of", Shapes.text, "The criterion that is compared.", required: true),
            Field("over", Shapes.text, "The one it is compared with.", required: true),
            Field("ratio", Shapes.decimal, "The ratio as stated.", required: true),
            Field("implied", Shapes.decimal, "The ratio of the weights.", required: true),
        ])
}
