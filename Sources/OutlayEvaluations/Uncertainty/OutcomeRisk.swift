import OutlayEconomics
import OutlayProblems
import OutlaySampling

/// What many drawn states of the inputs say of the options' money.
public struct OutcomeRisk: Sendable {
    /// The drawn states.
    public let simulation: OutcomeSimulation
    /// What they amount to, by option in the order in which readers see the result.
    public let options: [OptionRisk]
    /// The share of trials in which the row's option costs less than the column's.
    public let cheaper: [[Twice<Double>]]

    /// What the trials say of one option.
    public struct OptionRisk: Sendable, Hashable {
        /// The identifier.
        public let id: String
        /// The total cost of ownership.
        public let totalCost: Twice<SampleSummary>
        /// The net present value; nil for the baseline and where there is none.
        public let netPresentValue: Twice<SampleSummary>?
        /// The share of trials that turn out worse than the stated case, one that equals it counting half.
        public let shareWorseThanStated: Twice<Double>
        /// The mean against the closed form; nil where there is none.
        public let check: Twice<MeanCheck>?
    }

    /// A mean of draws beside what it should be.
    public struct MeanCheck: Sendable, Hashable {
        /// The expected figure in closed form.
        public let expected: Double
        /// How many standard errors the mean of the draws lies from it.
        public let standardErrors: Double

        /// Beyond this many standard errors the draws cannot be right.
        public static let limit = 5.0

        init(expected: Double, of sample: SampleSummary) {
            let distance = sample.mean - expected
            // What sums leave in their last bits is no difference.
            let isSame = distance.magnitude <= 1e-9 * max(expected.magnitude, 1)
            self.expected = expected
            standardErrors = isSame ? 0 : distance / sample.standardError
        }
    }
}

/// What draws say of the money of one option: its gain over the baseline, or less its cost.
struct PayoffRisk {
    /// The payoffs.
    var sample: SampleSummary
    /// The share of trials that turn out worse than the stated case, one that equals it counting half.
    var shareWorseThanStated: Double
}

extension EvaluationResult {
    /// Draws `trials` states of the inputs that have a range, the same for all options.
    ///
    /// - Parameters:
    ///   - trials: How many, within ``OutcomeSimulation/trialRange``.
    ///   - seed: What makes the draws repeatable.
    ///   - cores: Where they run; the result is the same.
    /// - Returns: What the draws say of every option.
    /// - Throws: What ``OutcomeSimulation`` refuses; ``ProblemCode/simulationOff`` where a mean lies
    ///   beyond ``OutcomeRisk/MeanCheck/limit`` standard errors of its closed form.
    /// - Complexity: O(trials × (inputs + options × terms)), and O(*n* log *n*) in the trials.
    public func risk(
        trials: Int, seed: UInt64, on cores: Blocks.Cores = .all
    ) throws(Problem) -> OutcomeRisk {
        let model = try outcomeModel()
        let simulation = try OutcomeSimulation(
            model, correlations: evaluation.correlations, trials: trials, seed: seed, on: cores)
        let stated = try model.outcome(at: model.statedValues)
        let expected = try simulation.expectedOutcome()
        var risks: [OutcomeRisk.OptionRisk] = []
        for index in options.indices {
            let risk = optionRisk(of: index, simulation, stated: stated, expected: expected)
            guard let risk else { continue }
            try Self.check(risk)
            risks.append(risk)
        }
        return OutcomeRisk(
            simulation: simulation, options: risks,
            cheaper: options.indices.map { option in
                options.indices.map { rival in
                    Twice { simulation.shareCheaper(option, than: rival, $0) }
                }
            })
    }

    /// Sums up what the draws say of the money of one option, by index, over everything.
    ///
    /// - Throws: ``ProblemCode/simulationOff`` where the mean is off.
    func payoffRisk(
        of index: Int, _ simulation: OutcomeSimulation
    ) throws(Problem) -> PayoffRisk? {
        let model = simulation.model
        let isBaseline = model.baseline == index
        func payoff(_ outcome: Outcome) -> Double {
            isBaseline
                ? -outcome.totalCost(of: index, .all) : outcome.payoff(of: index, .all)
        }
        let sample =
            isBaseline
            ? simulation.totalCosts(of: index, .all).map { -$0 }
            : simulation.payoffs(of: index, .all)
        guard let summary = SampleSummary(sample) else { return nil }
        if let expected = try simulation.expectedOutcome() {
            let check = OutcomeRisk.MeanCheck(expected: payoff(expected), of: summary)
            try Self.check(check, of: options[index].option.id)
        }
        let stated = payoff(try model.outcome(at: model.statedValues))
        return PayoffRisk(
            sample: summary, shareWorseThanStated: shareWorse(than: stated, in: sample))
    }

    /// Returns the share of a sample that lies below `stated`, figures being settled first; one that equals it counts
    /// half.
    private func shareWorse(than stated: Double, in sample: [Double]) -> Double {
        let line = evaluation.study.settled(stated)
        let worse = sample.reduce(0.0) { sum, figure in
            let figure = evaluation.study.settled(figure)
            return sum + (figure < line ? 1 : figure == line ? 0.5 : 0)
        }
        return worse / Double(sample.count)
    }

    private func optionRisk(
        of index: Int, _ simulation: OutcomeSimulation, stated: Outcome, expected: Outcome?
    ) -> OutcomeRisk.OptionRisk? {
        func summary(_ sample: (Coverage) -> [Double]?) -> Twice<SampleSummary>? {
            guard let all = sample(.all).flatMap(SampleSummary.init),
                let cash = sample(.cash).flatMap(SampleSummary.init)
            else { return nil }
            return Twice(all: all, cash: cash)
        }
        guard let costs = summary({ simulation.totalCosts(of: index, $0) }) else { return nil }
        let isBaseline = simulation.model.baseline == index
        let values = isBaseline ? nil : summary { simulation.netPresentValues(of: index, $0) }
        // Of the baseline, whose net present value is always 0, the cost is what may turn out worse.
        func payoff(_ outcome: Outcome, _ coverage: Coverage) -> Double {
            isBaseline
                ? -outcome.totalCost(of: index, coverage)
                : outcome.payoff(of: index, coverage)
        }
        let shares = Twice { (coverage: Coverage) in
            shareWorse(
                than: payoff(stated, coverage),
                in: isBaseline
                    ? simulation.totalCosts(of: index, coverage).map { -$0 }
                    : simulation.payoffs(of: index, coverage))
        }
        return OutcomeRisk.OptionRisk(
            id: options[index].option.id, totalCost: costs, netPresentValue: values,
            shareWorseThanStated: shares,
            check: expected.map { expected in
                Twice { coverage in
                    let sample = (values ?? costs)[coverage]
                    let figure =
                        values == nil
                        ? expected.totalCost(of: index, coverage) : payoff(expected, coverage)
                    return OutcomeRisk.MeanCheck(expected: figure, of: sample)
                }
            })
    }

    private static func check(_ risk: OutcomeRisk.OptionRisk) throws(Problem) {
        guard let check = risk.check else { return }
        for coverage in Coverage.allCases { try Self.check(check[coverage], of: risk.id) }
    }

    private static func check(_ check: OutcomeRisk.MeanCheck, of id: String) throws(Problem) {
        guard check.standardErrors.magnitude > OutcomeRisk.MeanCheck.limit else { return }
        throw Problem(
            .simulationOff, "the simulated mean of \(id) is off",
            at: .part("option \(id)"),
            because: "it lies \(check.standardErrors) standard errors from "
                + "\(check.expected), which the closed form gives")
    }
}
