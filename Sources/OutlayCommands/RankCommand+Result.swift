import Outlay

extension RankCommand {
    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "ranking", "The best rows of a table.",
        [
            Field("method", .text(), "The scoring method.", required: true),
            Field("settings", MethodResultShape.settings, "Its settings.", required: true),
            Field("weights_by", .text(), "The weighting of --weights; null for stated weights."),
            Field(
                "higher_is_better", .yesNo, "Whether the highest score is the best, or the lowest.",
                required: true),
            Field(
                "criteria", .list(of: .object(criterionShape)), "What rows are ranked by.",
                required: true),
            Field(
                "counts", .object(RowCounts.resultShape), "What became of the rows.",
                required: true),
            Field("rows", .list(of: .object(rowShape)), "The best rows first.", required: true),
            Field(
                "remarks", .list(of: .object(remarkShape)),
                "What the method says beside the scores.", required: true),
            Field(
                "steps", MethodResultShape.steps,
                "With --explain the figures on the way, a row for each row shown; else null."),
        ])

    private static let criterionShape = ObjectShape(
        "ranking criterion", "A column with its weight.",
        [
            Field("column", .text(), "The column's name.", required: true),
            Field("weight", .text(), "The weight as given.", required: true),
            Field("direction", .choice(["higher", "lower"]), "What is better.", required: true),
            Field(
                "scale",
                .object(
                    ObjectShape(
                        "stated scale", "The ends of a scale.",
                        [
                            Field("worst", .text(), "Of no worth.", required: true),
                            Field("best", .text(), "Of full worth.", required: true),
                        ])),
                "The stated scale; null where the rows set it."),
            Field("preference", .text(), "When a difference counts; null where nothing is said."),
            Field("veto", .text(), "The veto threshold; null where there is none."),
            Field("least", .text(), "The least number of the ranked rows.", required: true),
            Field("largest", .text(), "The largest number of the ranked rows.", required: true),
        ])

    private static let rowShape = ObjectShape(
        "ranked row", "One row with its rank.",
        [
            Field(
                "rank", .integer(1...Int.max), "1 the best; equal scores share the smaller.",
                required: true),
            Field("line", .integer(1...Int.max), "The line of the file.", required: true),
            Field("key", .text(), "The cell of the column that --key names; null without it."),
            Field("score", .text(), "The score.", required: true),
            Field(
                "values", .list(of: .text()), "The cells of the criteria, in their order.",
                required: true),
        ])

    private static let remarkShape = ObjectShape(
        "remark on rows", "Something said of some rows.",
        [
            Field("text", .text(), "What is said.", required: true),
            Field(
                "rows",
                .list(
                    of: .object(
                        ObjectShape(
                            "named row", "A row of the file.",
                            [
                                Field(
                                    "line", .integer(1...Int.max), "The line of the file.",
                                    required: true),
                                Field("key", .text(), "Its name; null without --key."),
                            ]))), "The rows.", required: true),
        ])
}
