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
        let usual =
            oneWay.model.isStepped ? Robustness.steppedTrials : Robustness.standardTrials
        let risk =
            oneWay.model.inputs.isEmpty ? nil : try risk(trials: trials ?? usual, seed: seed)
        robustness = Robustness(oneWay: oneWay, risk: risk)
        guard let finding = try risk.flatMap({ (risk) throws(Problem) in try optimism(risk) })
        else { return }
        let place = findings.firstIndex { $0.severity == .note } ?? findings.count
        findings.insert(finding, at: place)
    }

    /// Returns the warning that the stated case of the chosen option is better than most of its draws, or nil.
    private func optimism(_ risk: OutcomeRisk) throws(Problem) -> Problem? {
        guard let index = subjectIndex, risk.options.indices.contains(index) else { return nil }
        let option = risk.options[index]
        let share = option.shareWorseThanStated.all
        guard share > Robustness.optimismLimit else { return nil }
        let percent = NumberText(places: 0)
        let median = option.netPresentValue?.all.median ?? option.totalCost.all.median
        let sample = option.netPresentValue?.all ?? option.totalCost.all
        let stated =
            gain(of: options[index])?.all ?? options[index].comparedCost.all
        let name = option.netPresentValue == nil ? comparedCostName : gainName
        let signed = NumberText(sign: option.netPresentValue == nil ? .negative : .both)
        func rounded(_ figure: Double) throws(Problem) -> String {
            signed.text(of: try Self.withoutChance(figure, of: sample.standardDeviation))
        }
        return Problem(
            .optimisticCase,
            "the stated case of \(options[index].option.title) is better than "
                + "\(try percent.text(of: 100 * share)) % of its own ranges "
                + "(P50 \(name) about \(try rounded(median)))",
            at: .part("option \(option.id)"),
            because: "\(name) is \(try rounded(stated)) as stated; "
                + "\(NumberText().text(of: ExactDecimal(risk.simulation.trials))) draws with seed "
                + "\(risk.simulation.seed)",
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
