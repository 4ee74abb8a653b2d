import ArgumentParser
import Outlay

/// The arguments of every command that draws numbers from their ranges.
struct DrawOptions: ParsableArguments {
    @Option(
        name: .customLong("monte-carlo"),
        help: ArgumentHelp(
            "Draw this many states of all numbers with a range.", valueName: "draws"))
    var states: Int?

    @Option(help: ArgumentHelp("What makes the draws repeatable; 1 where not given."))
    var seed: UInt64?

    /// The seed that is given, or the usual one.
    var usedSeed: UInt64 { seed ?? Robustness.standardSeed }

    /// Looks at what ranges do to the money of `result`, with these draws.
    func assess(_ result: inout EvaluationResult) throws(Problem) {
        if let states, !OutcomeSimulation.trialRange.contains(states) {
            throw Problem(
                .outOfRange, "\(states) draws are asked for", at: .argument("--monte-carlo"),
                because: "there are \(OutcomeSimulation.trialRange.lowerBound) to "
                    + "\(OutcomeSimulation.trialRange.upperBound) draws")
        }
        try result.assessRobustness(trials: states, seed: usedSeed)
    }
}
