import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What every comparison says of its ranges: one input at a time, and all of them drawn.
public struct Robustness: Sendable {
    /// One input at a time.
    public let oneWay: OneWaySensitivity
    /// All inputs drawn; nil where nothing has a range.
    public let risk: OutcomeRisk?

    /// How many states are drawn where nobody asks for a number.
    public static let standardTrials = 10_000
    /// The same where a price steps with an input, so that each state is scheduled anew.
    public static let steppedTrials = 1_000
    /// The seed where nobody states one.
    public static let standardSeed: UInt64 = 1
    /// The share of worse draws above which the stated case is called optimistic.
    public static let optimismLimit = 0.75
}

extension EvaluationResult {
    /// Looks at what the document's ranges do to the money, which ``robustness`` then holds, and adds what readers
    /// must know of it to ``findings``; does nothing where there are no costs or benefits.
    ///
    /// - Parameters:
    ///   - trials: How many states are drawn; ``Robustness/standardTrials`` where nil, or
    ///     ``Robustness/steppedTrials`` where each is scheduled anew.
    ///   - seed: What makes the draws repeatable.
    /// - Throws: A ``Problem`` when a line cannot be computed or a range makes no distribution.
    public mutating func assessRobustness(
        trials: Int? = nil, seed: UInt64 = Robustness.standardSeed
    ) throws(Problem) {
        guard evaluation.hasLines, !options.isEmpty else { return }
        let oneWay = try oneWay()
        let risk =
            oneWay.model.inputs.isEmpty
            ? nil : try risk(trials: trials ?? Self.usualTrials(of: oneWay), seed: seed)
        robustness = Robustness(oneWay: oneWay, risk: risk)
        guard let risk, let index = subjectIndex else { return }
        try addOptimism(of: index, risk.simulation)
    }

    /// Looks at what ranges do to the money as ``assessRobustness(trials:seed:)`` does, but sums up the draws of the
    /// option that a report speaks of alone: the same findings, and no ``Robustness/risk``.
    ///
    /// - Throws: What ``assessRobustness(trials:seed:)`` throws.
    public mutating func assessSubject() throws(Problem) {
        guard evaluation.hasLines, !options.isEmpty else { return }
        let oneWay = try oneWay()
        robustness = Robustness(oneWay: oneWay, risk: nil)
        guard !oneWay.model.inputs.isEmpty, let index = subjectIndex else { return }
        let simulation = try OutcomeSimulation(
            oneWay.model, of: [index], correlations: evaluation.correlations,
            trials: Self.usualTrials(of: oneWay), seed: Robustness.standardSeed)
        try addOptimism(of: index, simulation)
    }

    private static func usualTrials(of oneWay: OneWaySensitivity) -> Int {
        oneWay.model.isStepped ? Robustness.steppedTrials : Robustness.standardTrials
    }

    /// Adds the warning that the stated case of an option is better than most of its draws, where it is.
    private mutating func addOptimism(
        of index: Int, _ simulation: OutcomeSimulation
    ) throws(Problem) {
        guard let finding = try optimism(of: index, simulation) else { return }
        let place = findings.firstIndex { $0.severity == .note } ?? findings.count
        findings.insert(finding, at: place)
    }

    /// Returns the warning that the stated case of an option is better than most of its draws, or nil.
    private func optimism(
        of index: Int, _ simulation: OutcomeSimulation
    ) throws(Problem) -> Problem? {
        guard let risk = try payoffRisk(of: index, simulation) else { return nil }
        let share = risk.shareWorseThanStated
        guard share > Robustness.optimismLimit else { return nil }
        let percent = NumberText(places: 0)
        let isGain = simulation.model.baseline.map { $0 != index } ?? false
        // A cost is the payoff with its sign turned.
        let median = isGain ? risk.sample.median : -risk.sample.median
        let stated =
            gain(of: options[index])?.all ?? options[index].comparedCost.all
        let name = isGain ? gainName : comparedCostName
        let signed = NumberText(sign: isGain ? .both : .negative)
        func rounded(_ figure: Double) throws(Problem) -> String {
            signed.text(of: try Self.withoutChance(figure, of: risk.sample.standardDeviation))
        }
        return Problem(
            .optimisticCase,
            "the stated case of \(options[index].option.title) is better than "
                + "\(try percent.text(of: 100 * share)) % of its own ranges "
                + "(P50 \(name) about \(try rounded(median)))",
            at: .part("option \(options[index].option.id)"),
            because: "\(name) is \(try rounded(stated)) as stated; "
                + "\(NumberText().text(of: ExactDecimal(simulation.trials))) draws with seed "
                + "\(simulation.seed)",
            hint: "decide on the P50, or say why the ranges are too wide")
    }

    /// Returns a figure without digits that another seed would change: to a hundredth of the spread, downwards a
    /// power of ten.
    private static func withoutChance(
        _ figure: Double, of spread: Double
    ) throws(Problem) -> ExactDecimal {
        var unit = 1.0
        while unit * 100 <= spread { unit *= 10 }
        return try ExactDecimal(nearest: (figure / unit).rounded() * unit, places: 0)
    }
}
