import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlaySampling

/// How likely each option is the best once money and scores both vary, and what choosing it would give up.
///
/// Best in money is the highest net present value, or without a baseline the lowest total cost; best in value the
/// highest additive value, or the best score where a method ranks. Best in both is each of these in the same
/// trial. On the frontier is an option that no other is at least as good as on value and total cost, and
/// better on one. Only options that may be chosen take part, and one that shares a first place has it.
public struct JointChoice: Sendable, Hashable {
    /// The options that may be chosen, in the order in which readers see them.
    public let options: [Chances]
    /// How many trials were drawn.
    public let trials: Int
    /// How many performances were drawn in each trial.
    public let drawnPerformances: Int
    /// Whether weights were drawn too.
    public let drawsWeights: Bool
    /// The method whose score stands for value, by its identifier; nil for the additive value.
    public let method: String?

    /// What the trials say of one option.
    public struct Chances: Sendable, Hashable {
        /// The identifier.
        public let id: String
        /// The share of trials in which it is best in money.
        public let bestInMoney: Double
        /// The share in which it is best in value; nil where nothing is scored.
        public let bestInValue: Double?
        /// The share in which it is best in both; nil where nothing is scored.
        public let bestInBoth: Double?
        /// The share in which it is on the frontier; nil where nothing is scored.
        public let onFrontier: Double?
        /// The mean by which the best in money is ahead of it: the expected regret of choosing it.
        public let regretInMoney: Double
        /// The mean points by which the best in value is ahead of it; nil where a method ranks or nothing
        /// is scored.
        public let regretInValue: Double?
    }
}

extension EvaluationResult {
    /// Puts the money of each trial of `risk` beside values drawn from the ranges of performances.
    ///
    /// - Parameters:
    ///   - risk: The drawn money.
    ///   - weights: What is known of the weights, where these are drawn too; nil takes them as stated.
    /// - Returns: The chances and regrets of every option that may be chosen.
    /// - Throws: ``ProblemCode/badDistribution`` for a range that makes no distribution, what weights are refused for, and
    ///   what the method refuses.
    /// - Complexity: O(trials × options × criteria).
    public func jointChoice(
        _ risk: OutcomeRisk, drawing weights: WeightConstraints? = nil
    ) throws(Problem) -> JointChoice {
        let eligible = eligibleIndices
        let simulation = risk.simulation
        let payoffs = eligible.map { simulation.payoffs(of: $0, .all) }
        let costs = eligible.map { simulation.totalCosts(of: $0, .all) }
        let draw = try ValueDraw(self, eligible, weights: weights, seed: simulation.seed)
        var tally = Tally(options: eligible.count)
        for trial in 0..<simulation.trials {
            let values = try draw?.values(inTrial: trial)
            tally.add(
                payoffs: payoffs.map { $0[trial] }, costs: costs.map { $0[trial] }, values: values)
        }
        let count = Double(simulation.trials)
        let isScored = draw != nil
        return JointChoice(
            options: eligible.enumerated().map { place, index in
                JointChoice.Chances(
                    id: options[index].option.id, bestInMoney: tally.money[place] / count,
                    bestInValue: isScored ? tally.value[place] / count : nil,
                    bestInBoth: isScored ? tally.both[place] / count : nil,
                    onFrontier: isScored ? tally.frontier[place] / count : nil,
                    regretInMoney: tally.moneyRegret[place] / count,
                    regretInValue: isScored && method == nil
                        ? tally.valueRegret[place] / count : nil)
            }, trials: simulation.trials, drawnPerformances: draw?.drawnCount ?? 0,
            drawsWeights: weights != nil, method: method?.descriptor.identifier)
    }

    /// What is counted and summed over the trials.
    private struct Tally {
        var money: [Double]
        var value: [Double]
        var both: [Double]
        var frontier: [Double]
        var moneyRegret: [Double]
        var valueRegret: [Double]

        init(options: Int) {
            let zeros = [Double](repeating: 0, count: options)
            (money, value, both, frontier) = (zeros, zeros, zeros, zeros)
            (moneyRegret, valueRegret) = (zeros, zeros)
        }

        mutating func add(payoffs: [Double], costs: [Double], values: [Double]?) {
            let most = payoffs.max() ?? 0
            let best = values?.max() ?? 0
            for option in payoffs.indices {
                let isRich = payoffs[option] == most
                money[option] += isRich ? 1 : 0
                moneyRegret[option] += most - payoffs[option]
                guard let values else { continue }
                let isGood = Ranking.rounded(values[option]) == Ranking.rounded(best)
                value[option] += isGood ? 1 : 0
                both[option] += isRich && isGood ? 1 : 0
                valueRegret[option] += best - values[option]
                let isDominated = payoffs.indices.contains { other in
                    values[other] >= values[option] && costs[other] <= costs[option]
                        && (values[other] > values[option] || costs[other] < costs[option])
                }
                frontier[option] += isDominated ? 0 : 1
            }
        }
    }
}
