import Outlay

extension CalcCommand {
    private static let text = EvaluationResultShape.text
    private static let title = Field("title", .text(), "What readers see.", required: true)
    private static let formula = Field(
        "formula", .text(), "The formula in plain text.", required: true)

    /// A figure: a text, a list, or the rows of a table with their columns.
    private static let figure = Shape.either([
        text, .list(of: text), .list(of: .map(keys: .text, values: text)),
    ])
    private static let figures = Shape.map(keys: .text, values: figure)

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "calculation", "What a function gives.",
        [
            Field("function", .identifier, "The function.", required: true), title,
            Field(
                "conventions", .list(of: .text()), "The conventions that were followed.",
                required: true), formula,
            Field(
                "answers",
                .list(
                    of: .object(
                        ObjectShape(
                            "answer", "One answer.",
                            [
                                Field(
                                    "name", text,
                                    "The row or column of the table; null without one."),
                                Field(
                                    "figures", figures,
                                    "The figures by their names; null stands for never.",
                                    required: true),
                                Field("problem", text, "Why there are none; null where there are."),
                            ]))),
                "One answer, or one for each row or column of the table.", required: true),
        ])

    /// The shape of the JSON result of `--list`.
    static let listShape = ObjectShape(
        "function list", "The functions there are.",
        [
            Field(
                "functions",
                .list(
                    of: .object(
                        ObjectShape(
                            "listed function", "One function.",
                            [
                                Field("name", .identifier, "Its identifier.", required: true),
                                title, group, summary,
                            ]))), "The functions.", required: true)
        ])

    /// The shape of the JSON result of `--explain`.
    static let functionShape = ObjectShape(
        "function page", "One function.",
        [
            Field("name", .identifier, "Its identifier.", required: true), title, group, summary,
            formula,
            Field("source", .text(), "Where it is published.", required: true),
            Field("inputs", .list(of: .object(input)), "What it takes.", required: true),
            Field("results", .list(of: .object(result)), "What it gives.", required: true),
            Field("examples", .list(of: .object(example)), "Worked examples.", required: true),
        ])

    private static let group = Field(
        "group", .choice(FunctionGroup.allCases.map(\.rawValue)), "What it belongs to.",
        required: true)
    private static let summary = Field("summary", .text(), "What it answers.", required: true)
    private static let name = Field("name", .text(), "Its name.", required: true)
    private static let meaning = Field("meaning", .text(), "What it says.", required: true)
    private static let unit = Field("unit", text, "Its unit; empty where it has none.")

    private static let input = ObjectShape(
        "function input", "Something a function takes.",
        [
            name, meaning, unit,
            Field("values", .text(), "The values it takes, in words.", required: true),
            Field("default", .text(), "What holds without it; null where it is required."),
        ])

    private static let result = ObjectShape(
        "function result", "Something a function gives.", [name, meaning, unit])

    private static let example = ObjectShape(
        "function example", "Inputs with their figures.",
        [
            Field("origin", .text(), "Where they come from.", required: true),
            Field("command", .text(), "The command line.", required: true),
            Field("figures", figures, "The figures by their names.", required: true),
        ])
}
