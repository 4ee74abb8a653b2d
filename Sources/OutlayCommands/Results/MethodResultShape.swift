import Outlay

/// The shapes that the JSON results about methods share.
enum MethodResultShape {
    /// The figures on the way to a method's scores.
    static let steps = Shape.list(
        of: .object(
            ObjectShape(
                "method step", "One table or row of figures.",
                [
                    Field(
                        "symbol", .text(), "The symbol as the formula writes it.", required: true),
                    Field("title", .text(), "What it is.", required: true),
                    Field(
                        "of", .choice(StepTables.kinds),
                        "What there is a figure for; pairs are of a row's option and a column's.",
                        required: true),
                    Field(
                        "rows", .list(of: .list(of: EvaluationResultShape.text)),
                        "A row per option, one row for criteria and for a number.", required: true),
                ])))

    /// The settings of a method.
    static let settings = Shape.list(
        of: .object(
            ObjectShape(
                "method setting", "A setting and the value that holds.",
                [
                    Field("name", .text(), "Its name.", required: true),
                    Field("value", .text(), "Its value, stated or the default.", required: true),
                ])))
}
