import ArgumentParser
import Outlay

/// `outlay tco`: the life-cycle cost of options, by year or category.
struct TCOCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tco",
        abstract: "Show the life-cycle cost of one option or all, by year or by category.")

    @OptionGroup var evaluation: EvaluationOptions

    @Option(help: ArgumentHelp("The option to show; all of them where not given.", valueName: "id"))
    var option: String?

    @Option(help: "How the tables are laid out: year, or category.")
    var by: CostLayout = .year

    func run() throws {
        try evaluation.answer(schema: "tco") { result in
            let options = try option.map { [try result.option(named: $0)] } ?? result.options
            return (try result.costReport(of: options, by: by), try result.costJSON(of: options))
        }
    }
}

extension CostLayout: ExpressibleByArgument {}

extension EvaluationResult {
    /// Returns the evaluated option called `id`.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the names there are.
    func option(named id: String) throws(Problem) -> OptionResult {
        if let option = option(id) { return option }
        let known = options.map(\.option.id)
        throw Problem(
            .unknownName, "there is no option \(Problem.quoted(id))", at: .argument("--option"),
            because: "the evaluated options are \(known.joined(separator: ", "))",
            hint: Suggestion.hint(for: id, among: known))
    }
}
