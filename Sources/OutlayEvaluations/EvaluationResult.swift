import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What running one evaluation gave: every figure unrounded, each option beside the others.
public struct EvaluationResult: Sendable {
    /// What was evaluated.
    public var evaluation: Evaluation
    /// The day that quotes were judged on.
    public var asOf: CalendarDate
    /// Values, knock-outs, ranks and the lead.
    public var decision: DecisionResult
    /// What the method gave that the evaluation names, nil where the additive value ranks.
    public var method: MethodOutcome?
    /// The evaluated options as readers see them: the eligible by rank, then the others.
    public var options: [OptionResult]
    /// The options that were set aside without evaluation, in the document's order.
    public var rejected: [PurchaseOption]
    /// The eligible options that none dominates, by rising cost; empty where nothing is scored.
    public var frontier: [String]
    /// What the panel's scores amount to, where there is a panel.
    public var panel: PanelResult?
    /// What the recommended option was chosen over, each with what it costs and is worth more.
    public var tradeoffs: [TradeoffResult]
    /// What readers must know beside the figures: warnings first, then notes, each in a fixed order.
    public var findings: [Problem]
    /// What ranges do to the money, where ``assessRobustness()`` was asked to look.
    public internal(set) var robustness: Robustness?

    /// Returns the result of the option called `id`, or nil.
    public func option(_ id: String) -> OptionResult? {
        options.first { $0.option.id == id }
    }

    /// The baseline's result, where there is a baseline.
    public var baseline: OptionResult? {
        evaluation.baseline.flatMap(option)
    }

    /// The option that the document recommends, where it may be chosen.
    public var recommended: OptionResult? {
        evaluation.recommendation.flatMap { option($0.option) }
            .flatMap { $0.decision.eligibility == .eligible ? $0 : nil }
    }

    /// The first option by rank, where one is eligible.
    public var first: OptionResult? {
        options.first { $0.rank == 1 }
    }
}

/// What running an evaluation gave for one option.
public struct OptionResult: Sendable {
    /// The option.
    public var option: PurchaseOption
    /// Its values and knock-outs.
    public var decision: CandidateResult
    /// Its place among the eligible options, 1 the best.
    ///
    /// By the evaluation's method; without one by value (of a range, its low end), or by cost where nothing is
    /// scored.
    public var rank: Int?
    /// Its score by the evaluation's method, nil without one and where it is not eligible.
    public var score: Double?
    /// Its costs and benefits, over its own years.
    public var economics: OptionEconomics
    /// The equivalent annual cost over its own years, unrounded.
    public var equivalentAnnualCost: Twice<Double>
    /// The equivalent annual benefit over its own years, unrounded.
    public var equivalentAnnualBenefit: Twice<Double>
    /// What its cost is compared by.
    public var basis: Evaluation.ComparisonBasis
    /// What it adds to the baseline.
    ///
    /// nil for the baseline itself, where there is none, and where the baseline is looked at over other years.
    public var increment: Twice<Increment>?
    /// What it binds its buyer to pay, where a vendor is paid.
    public var contract: Contract?
    /// The eligible option that is surely at least as good and at most as dear, where there is one.
    public var dominatedBy: String?

    /// The total cost of ownership, unrounded.
    public var totalCostOfOwnership: Twice<Double> {
        Twice { economics.totalCostOfOwnership($0) }
    }

    /// The cost that options are compared by, unrounded: the total, or that of one year.
    public var comparedCost: Twice<Double> {
        switch basis {
        case .presentValue: totalCostOfOwnership
        case .equivalentAnnualCost: equivalentAnnualCost
        }
    }

    /// Why it may not be chosen, such as "fails a knock-out"; nil where it may.
    package var obstacle: String? {
        switch decision.eligibility {
        case .eligible: return nil
        case .failed:
            let isKnockedOut = decision.knockOuts.contains {
                if case .failed = $0 { true } else { false }
            }
            let isBelow = decision.minimums.contains { $0.outcome == .failed }
            return [isKnockedOut ? "fails a knock-out" : nil, isBelow ? "is below a minimum" : nil]
                .compactMap(\.self).list("and")
        case .unknown:
            let isKnockOut = decision.knockOuts.contains(.unknown)
            let isMinimum = decision.minimums.contains { $0.outcome == .unknown }
            return [isKnockOut ? "a knock-out" : nil, isMinimum ? "a minimum" : nil]
                .compactMap(\.self).list("and") + (isKnockOut && isMinimum ? " are" : " is")
                + " unknown"
        }
    }
}
