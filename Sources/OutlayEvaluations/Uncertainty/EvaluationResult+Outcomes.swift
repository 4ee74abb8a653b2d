import OutlayEconomics
import OutlayProblems

extension EvaluationResult {
    /// The evaluated options with their lines, in display order.
    var uncertainOptions: [UncertainOption] {
        options.map {
            UncertainOption(
                id: $0.option.id, lines: $0.option.lines, years: $0.option.horizonYears)
        }
    }

    /// Returns the figures of all options, in display order, as a function of the inputs that have a range.
    ///
    /// - Throws: What ``UncertainInput/ranged(in:_:)`` and ``OutcomeModel`` throw.
    public func outcomeModel() throws(Problem) -> OutcomeModel {
        try outcomeModel(of: UncertainInput.ranged(in: evaluation.study, uncertainOptions))
    }

    /// Returns the figures of all options, in display order, as a function of `inputs`.
    ///
    /// - Throws: What ``OutcomeModel`` throws.
    func outcomeModel(of inputs: [UncertainInput]) throws(Problem) -> OutcomeModel {
        try OutcomeModel(
            study: evaluation.study, options: uncertainOptions, baseline: evaluation.baseline,
            inputs: inputs, basis: outcomeBasis)
    }

    /// What drawn figures are: of all years, or of one where options are compared by one.
    private var outcomeBasis: OutcomeModel.Basis {
        switch evaluation.comparisonBasis {
        case .presentValue: .presentValue
        case .equivalentAnnualCost: .yearly
        }
    }

    /// The places in ``options`` of those that may be chosen.
    var eligibleIndices: [Int] {
        options.indices.filter { options[$0].decision.eligibility == .eligible }
    }

    /// The place in ``options`` of the one that a report speaks of: the recommended one, else rank 1, where that is not
    /// the baseline; else the first that may be chosen and is not the baseline.
    package var subjectIndex: Int? {
        let rivals = eligibleIndices.filter { options[$0].option.id != evaluation.baseline }
        let preferred = [recommended?.option.id, first?.option.id].compactMap(\.self)
        for id in preferred {
            if let index = rivals.first(where: { options[$0].option.id == id }) { return index }
        }
        return rivals.first
    }
}
