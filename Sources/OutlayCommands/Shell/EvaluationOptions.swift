import ArgumentParser
import Outlay

/// The arguments of every command that runs one evaluation.
struct EvaluationOptions: ParsableArguments {
    @Argument(help: "The Evaluation document; `-` for standard input.")
    var document: String

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Another value of an assumption, from a year on where one is named; repeatable.",
            valueName: "name[.year]=value"))
    var overrides: [String] = []

    @OptionGroup var common: CommonOptions

    /// Runs the evaluation and answers with the report and JSON that `make` returns.
    ///
    /// - Throws: ``CommandEnd``, always.
    func answer(
        schema: String,
        _ make: (EvaluationResult, [FileDigest]) throws -> (report: Report, json: JSONValue)
    ) throws {
        try Shell.run(common, schema: schema) { shell in
            let (result, inputs) = try run(asOf: shell.asOf)
            let made = try make(result, inputs)
            return Answer(
                schema: schema, report: made.report, result: made.json,
                findings: result.findings, inputs: inputs)
        }
    }

    /// Reads and runs the evaluation, with the overrides given.
    ///
    /// - Throws: ``Problems`` or a ``Problem``.
    func run(asOf: CalendarDate) throws -> (result: EvaluationResult, inputs: [FileDigest]) {
        let workspace = try Workspace(common, near: document)
        var evaluation = try workspace.evaluation(document)
        for text in overrides {
            try evaluation.study.apply(try AssumptionOverride(parsing: text))
        }
        return (try evaluation.run(asOf: asOf), workspace.inputs)
    }
}
