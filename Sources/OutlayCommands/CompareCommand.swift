import ArgumentParser
import Outlay

/// `outlay compare`: the decision matrix of an evaluation.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare the options of an evaluation: value, cost, gain, payback, knock-outs.")

    @OptionGroup var evaluation: EvaluationOptions

    func run() throws {
        try evaluation.answer(schema: "compare") { result in
            (result.comparisonReport(), try result.comparisonJSON())
        }
    }
}
