import OutlayEconomics
import OutlayProblems

/// What it would be worth to settle numbers before choosing the option with the best expected money.
public struct InformationReport: Sendable, Hashable {
    /// The option that is chosen without knowing more: of those that may be chosen the one with the highest mean
    /// net present value, or without a baseline the lowest mean cost; of equals the first.
    public let choice: String
    /// What it would be worth to know everything, at most.
    public let everything: Double
    /// What it would be worth to know one input, by index, the most first; equals in the inputs' order.
    public let inputs: [Input]
    /// How the worth of one input was found.
    public let method: Method

    /// What it would be worth to know one input.
    public struct Input: Sendable, Hashable {
        /// The input, by index.
        public let input: Int
        /// The most that knowing it is worth.
        public let value: Double
    }

    /// How the worth of one input is found.
    public enum Method: Sendable, Hashable {
        /// From the expected money of each option at every number of the input: nothing is drawn.
        case closedForm
        /// From the mean of the trials in so many classes by the input.
        case classes(Int)
    }
}

extension EvaluationResult {
    /// Returns what it would be worth to know the inputs of `risk` before choosing; nil where nobody may be chosen.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed.
    /// - Complexity: O(inputs × (``OutcomeSimulation/quadraturePoints`` or trials) × options).
    public func informationReport(_ risk: OutcomeRisk) throws(Problem) -> InformationReport? {
        let simulation = risk.simulation
        let eligible = eligibleIndices
        let payoffs = eligible.map { simulation.payoffs(of: $0, .all) }
        let means = payoffs.map { $0.reduce(0, +) / Double(simulation.trials) }
        guard let most = means.max(), let best = means.firstIndex(of: most) else { return nil }
        var inputs: [InformationReport.Input] = []
        for input in simulation.model.inputs.indices {
            inputs.append(
                InformationReport.Input(
                    input: input,
                    value: try simulation.informationValue(
                        of: input, choosingAmong: eligible, .all)))
        }
        return InformationReport(
            choice: options[eligible[best]].option.id,
            everything: InformationValue.perfect(payoffs),
            inputs: inputs.sorted {
                $0.value != $1.value ? $0.value > $1.value : $0.input < $1.input
            },
            method: simulation.hasConditionalClosedForm
                ? .closedForm
                : .classes(InformationValue.classes(forTrials: simulation.trials)))
    }
}
