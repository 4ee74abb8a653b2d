import ArgumentParser
import Outlay

/// `outlay method show`: one method with its formula, source and worked example.
struct MethodShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show a method: formula, inputs, settings, promises, traps, source, worked example.",
        discussion: """
            outlay method show topsis
            """)

    @Argument(help: "The method's name, such as \(AllMethods.standard).")
    var name: String

    @Flag(help: "Print every intermediate table of the worked example.")
    var explain = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "method-show") { _ in
            let page = try Self.entry(named: name).page()
            guard !explain || page.steps != nil else {
                throw Problem(
                    .usage, "`--explain` changes nothing here", at: .argument("--explain"),
                    because: "the example of `\(name)` has no intermediate tables",
                    hint: "leave it out")
            }
            return Answer(
                schema: "method-show", report: page.report(explaining: explain), result: page.json)
        }
    }

    private static func entry(named name: String) throws(Problem) -> MethodEntry {
        let entries = MethodGroup.all.flatMap(\.entries)
        if let entry = entries.first(where: { $0.identifier == name }) { return entry }
        throw Problem(
            .unknownName, "there is no method \(Problem.quoted(name))", at: .argument("name"),
            because: "a method is called as `outlay method list` calls it",
            hint: Suggestion.hint(for: name, among: entries.map(\.identifier)))
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "method page", "One method.",
        [
            Field(
                "group", .choice(MethodKind.allCases.map(\.rawValue)), "What it is for.",
                required: true),
            Field(
                "name", .identifier, "Its identifier, as --method, --weights or --formula take it.",
                required: true),
            Field("title", .text(), "What readers see.", required: true),
            Field("formula", .text(), "The formula in plain text.", required: true),
            Field(
                "symbols", .list(of: .object(symbol)),
                "What the symbols stand for; none where the formula says it.", required: true),
            Field(
                "inputs", .list(of: .object(input)),
                "What it works on: what it takes from each criterion, or from bids.",
                required: true),
            Field(
                "settings", .list(of: .object(input)), "What it may be told beside that.",
                required: true),
            Field("when_to_use", .text(), "When it answers the question.", required: true),
            Field("when_not_to_use", .text(), "When it misleads; null where `traps` say it."),
            Field(
                "warning", .text(),
                "What a reader of its results must be told; null where there is nothing."),
            Field(
                "traps", .list(of: .text()), "What can go wrong with points for prices.",
                required: true),
            Field(
                "depends_on_other_bids", .yesNo,
                "Whether a bid's points hang on the other bids; null where it gives none."),
            Field(
                "promises", .list(of: .object(promise)),
                "What a scoring method promises, set as by default, and what it does not.",
                required: true),
            Field("source", .object(source), "Where it is defined.", required: true),
            Field("example", .object(example), "The worked example, computed.", required: true),
        ])

    private static let promise = ObjectShape(
        "method promise", "Something that a method may hold for any table that it takes.",
        [
            Field(
                "name", .choice(MethodPromise.allCases.map(\.rawValue)), "What it is.",
                required: true),
            Field("words", .text(), "The same as a sentence goes on.", required: true),
            Field("promised", .yesNo, "Whether the method promises it.", required: true),
        ])

    private static let symbol = ObjectShape(
        "symbol", "One symbol of a formula.",
        [
            Field("symbol", .text(), "The symbol.", required: true),
            Field("meaning", .text(), "What it stands for.", required: true),
        ])

    private static let input = ObjectShape(
        "method input", "Something a method takes.",
        [
            Field("name", .text(), "Its name.", required: true),
            Field("meaning", .text(), "What it says.", required: true),
            Field("unit", EvaluationResultShape.text, "Its unit; empty where it has none."),
            Field("default", .text(), "What holds without it; null where it is required."),
            Field("values", .text(), "The values it takes, in words.", required: true),
        ])

    private static let source = ObjectShape(
        "publication", "A publication.",
        [
            Field("author", .text(), "The authors.", required: true),
            Field("title", .text(), "The title and the place in it.", required: true),
            Field("year", .integer(1700...9999), "The year.", required: true),
        ])

    private static let example = ObjectShape(
        "worked example", "A small table with what the method makes of it.",
        [
            Field("origin", .text(), "Where it comes from.", required: true),
            Field(
                "tables", .list(of: .object(table)), "What goes in, then what comes out.",
                required: true),
            Field(
                "remarks", .list(of: .text()),
                "What is to be known of the result, such as how far comparisons agree.",
                required: true),
            Field(
                "options", .list(of: .text()), "The rows of the steps; none without steps.",
                required: true),
            Field(
                "steps", MethodResultShape.steps, "The figures on the way to the result.",
                required: true),
        ])

    private static let table = ObjectShape(
        "example table", "Rows of cells.",
        [
            Field("caption", .text(), "What it shows.", required: true),
            Field("columns", .list(of: .text()), "The titles of the columns.", required: true),
            Field(
                "rows", .list(of: .list(of: EvaluationResultShape.text)), "The cells, row by row.",
                required: true),
        ])
}
