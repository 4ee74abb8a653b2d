import ArgumentParser
import Outlay

/// `outlay why`: how a figure comes about, down to what the document states.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Trace a figure down to its inputs, formulas and sources.",
        discussion: """
            outlay why helpdesk.yaml northwind.tco
            outlay why helpdesk.yaml northwind.costs.seats.2028 --all
            outlay why helpdesk.yaml --list

            A figure is OPTION.FIGURE[.PART…]: northwind.npv, northwind.cash.npv, northwind.benefits.agent-time.2028, \
            northwind.value.usability, northwind.charges.FY2027, weights.usability, assumptions.seats.2028, \
            sources.quote-nw. Without a figure, the names are listed.
            """)

    /// How many levels of parts are shown where nothing else is asked for.
    private static let usualDepth = 2

    @OptionGroup var evaluation: EvaluationOptions

    @Argument(help: ArgumentHelp("The figure; its names are listed where not given."))
    var figure: String?

    @Flag(help: "List the names of all figures that are printed; with --all every name.")
    var list = false

    @Option(
        help: ArgumentHelp(
            "How many levels of parts are shown; \(usualDepth) where not given.",
            valueName: "levels"))
    var depth: Int?

    @Flag(help: "Show every part, down to what the document states.")
    var all = false

    func run() throws {
        try evaluation.answer(schema: "why") { result in
            try checkUsage()
            let index = try FigureIndex(result)
            guard let figure else {
                return (
                    try result.figureListReport(index, isComplete: all),
                    try result.figureListJSON(index, isComplete: all)
                )
            }
            let tree = try index.tree(
                of: try index.figure(named: figure), depth: all ? nil : depth ?? Self.usualDepth)
            return (result.explanationReport(tree), result.explanationJSON(tree))
        }
    }

    private func checkUsage() throws(Problem) {
        if let depth, depth < 0 {
            throw Problem(
                .usage, "\(depth) is no number of levels", at: .argument("--depth"),
                because: "0 shows the figure alone, 1 its parts too")
        }
        if depth != nil, all || figure == nil || list {
            throw Problem(
                .usage, "`--depth` changes nothing here", at: .argument("--depth"),
                because: all ? "`--all` shows every level" : "a list of names has no levels")
        }
        if list, figure != nil {
            throw Problem(
                .usage, "`--list` stands beside a figure", at: .argument("--list"),
                because: "either the names are listed or one figure is explained",
                hint: "leave one of the two out")
        }
    }
}

// MARK: - The shape of the result

extension WhyCommand {
    private typealias Shapes = EvaluationResultShape

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "why", "How a figure comes about, or the names of all figures.",
        Shapes.head + [
            Field("figure", Shapes.text, "The figure that was asked for; null for a list."),
            Field(
                "figures", .list(of: .object(explained)),
                "The figure, then those it follows from, each once, from the top down.",
                required: true),
            Field(
                "names", .list(of: .object(named)),
                "Every figure that can be asked for; null where one was."),
        ])

    /// The shape of the value of a figure.
    static let value = ObjectShape(
        "figure value", "What a figure amounts to: a number, or words where it is none.",
        [
            Field("number", Shapes.decimal, "The unrounded number."),
            Field("words", Shapes.text, "The words, such as never."),
            Field(
                "unit", .choice(FigureValue.Unit.words), "What the number counts.", required: true),
            Field("of", Shapes.text, "The currency, or the thing counted."),
            Field("shown", Shapes.text, "The value as tables show it.", required: true),
        ])

    private static let named = ObjectShape(
        "named figure", "A figure that can be asked for.",
        [
            Field("name", Shapes.text, "Its name.", required: true),
            Field("title", Shapes.text, "What it is.", required: true),
            Field("value", .object(value), "What it amounts to.", required: true),
        ])

    private static let explained = ObjectShape(
        "explained figure", "A figure and how it comes about, one step deep.",
        [
            Field("name", Shapes.text, "Its name.", required: true),
            Field("title", Shapes.text, "What it is.", required: true),
            Field("value", .object(value), "What it amounts to.", required: true),
            Field("formula", Shapes.text, "How it follows from its parts, by their labels."),
            Field("calculation", Shapes.text, "The same with their numbers, rounded."),
            Field("rule", Shapes.text, "What gives it, where symbols do not say it."),
            Field("parts", .list(of: .object(part)), "What it follows from.", required: true),
            Field(
                "origins", .list(of: .object(origin)), "Where it is stated, and what backs it.",
                required: true),
            Field(
                "notes", .list(of: Shapes.text), "The conventions it rests on.", required: true),
        ])

    private static let part = ObjectShape(
        "part", "What a figure follows from.",
        [
            Field("label", Shapes.text, "What the formula calls it.", required: true),
            Field("figure", Shapes.text, "Its name; null for a number that explains itself."),
            Field("value", .object(value), "What it amounts to.", required: true),
        ])

    private static let origin = ObjectShape(
        "origin", "Where a number comes from.",
        [
            Field(
                "kind",
                .choice(["place", "source", "catalogue", "override", "reason", "publication"]),
                "What it is.", required: true),
            Field("text", Shapes.text, "The origin in words.", required: true),
            Field("file", Shapes.text, "The document, where it is a place."),
            Field("line", .integer(1...Int.max), "The line, from 1."),
            Field("column", .integer(1...Int.max), "The column, from 1."),
            Field("source", .object(source), "The source of the document."),
            Field("catalogue", .object(cell), "The cell of a catalogue."),
        ])

    private static let source = ObjectShape(
        "source", "A source of the document.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("title", Shapes.text, "Its title.", required: true),
            Field("date", .date, "The day it was made."),
            Field("valid_until", .date, "The last day it may be relied on."),
            Field("file", Shapes.text, "The file that holds it."),
            Field("sha256", Shapes.text, "The SHA-256 of that file."),
            Field("url", Shapes.text, "The address it was read at."),
        ])

    private static let cell = ObjectShape(
        "catalogue cell", "What was taken from a catalogue's row.",
        [
            Field("row", Shapes.text, "The row, as catalogue/row.", required: true),
            Field("column", Shapes.text, "The column.", required: true),
            Field("value", Shapes.text, "What stands there.", required: true),
            Field("unit", Shapes.text, "The unit; empty where it has none.", required: true),
            Field("date", .date, "The day of the figure."),
            Field("source", Shapes.text, "Where the catalogue has it from."),
        ])
}
