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

    @Option(help: AnswerFormat.help)
    var format: AnswerFormat = .text

    @OptionGroup var surroundings: SurroundingOptions

    /// Looks at what ranges do to the money of the option that a comparison speaks of, with the usual draws.
    static func assess(_ result: inout EvaluationResult) throws(Problem) {
        try result.assessSubject()
    }

    /// Runs the evaluation, by another method where `method` names one, and answers with the report and
    /// JSON that `make` returns; `preparing` looks at more of the result first.
    ///
    /// - Throws: ``CommandEnd``, always.
    func answer(
        schema: String, by method: MethodOptions? = nil, weights: (any Weighting.Type)? = nil,
        preparing: (inout EvaluationResult) throws -> Void = { _ in },
        _ make: (EvaluationResult) throws -> (report: Report, json: JSONValue)
    ) throws {
        try Shell.run(surroundings, format: format, schema: schema) { shell in
            let workspace = try Workspace(shell.options, near: document)
            workspace.weighting = weights
            var result = try workspace.run(
                document, overrides: overrides, by: method, asOf: shell.asOf)
            try preparing(&result)
            var (report, json) = try make(result)
            let changes = overrides + (method?.overrides ?? [])
            if !changes.isEmpty {
                report.subtitle =
                    (report.subtitle ?? "") + " · with "
                    + changes.joined(separator: ", ")
            }
            if let name = weights?.descriptor.identifier {
                report.title += ", with weights by \(name) in place of the document's"
            }
            return Answer(
                schema: schema, report: report, result: json, findings: result.findings,
                inputs: workspace.inputs)
        }
    }
}
