import OutlayEconomics
import OutlayProblems

/// What options gain over the baseline, which gains nothing over itself.
extension EvaluationResult {
    /// Returns the net present value of `option` against the baseline, unrounded; 0 for the baseline itself.
    ///
    /// - Returns: nil where there is no baseline, or one over other years than the option's.
    public func netPresentValue(of option: OptionResult) -> Twice<Double>? {
        guard option.option.id != evaluation.baseline else { return Twice(all: 0, cash: 0) }
        return option.increment.map { pair in Twice { pair[$0].netPresentValue } }
    }

    /// Returns what one year of `option` gains over one of the baseline, unrounded; 0 for the baseline itself.
    ///
    /// The equivalent annual cost of the baseline less the option's, and what a year's benefits are worth
    /// more; each over its own years, as if both were renewed as they are when they end.
    ///
    /// - Returns: nil where there is no baseline.
    public func annualGain(of option: OptionResult) -> Twice<Double>? {
        guard let baseline else { return nil }
        guard option.option.id != baseline.option.id else { return Twice(all: 0, cash: 0) }
        return Twice { coverage in
            let cost =
                option.equivalentAnnualCost[coverage] - baseline.equivalentAnnualCost[coverage]
            let benefit =
                option.equivalentAnnualBenefit[coverage]
                - baseline.equivalentAnnualBenefit[coverage]
            return benefit - cost
        }
    }

    /// Returns the gain that options are compared by: over all years, or in one.
    public func gain(of option: OptionResult) -> Twice<Double>? {
        switch evaluation.comparisonBasis {
        case .presentValue: netPresentValue(of: option)
        case .equivalentAnnualCost: annualGain(of: option)
        }
    }

    /// Returns the bridge from the baseline to `option`, or nil where it is the baseline, where there is none,
    /// or one over other years.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    public func bridge(to option: OptionResult) throws(Problem) -> Twice<Bridge>? {
        guard let baseline, option.increment != nil else { return nil }
        return try Twice { (coverage) throws(Problem) in
            try Bridge(from: baseline.economics, to: option.economics, coverage)
        }
    }

    /// What the cost that options are compared by is called in tables: `TCO` or `EAC`.
    package var comparedCostName: String {
        switch evaluation.comparisonBasis {
        case .presentValue: "TCO"
        case .equivalentAnnualCost: "EAC"
        }
    }

    /// The title of a column of the cost that options are compared by.
    package var comparedCostTitle: String {
        switch evaluation.comparisonBasis {
        case .presentValue: "TCO (PV)"
        case .equivalentAnnualCost: "EAC"
        }
    }

    /// What figures of the compared cost are called by: `tco` or `eac`.
    var comparedCostWord: String {
        switch evaluation.comparisonBasis {
        case .presentValue: "tco"
        case .equivalentAnnualCost: "eac"
        }
    }

    /// What figures of the gain are called by: `npv` or `annual_gain`.
    var gainWord: String {
        switch evaluation.comparisonBasis {
        case .presentValue: "npv"
        case .equivalentAnnualCost: "annual_gain"
        }
    }

    /// The gain's name where a sentence or a title begins with it.
    package var gainTitle: String {
        switch evaluation.comparisonBasis {
        case .presentValue: "NPV"
        case .equivalentAnnualCost: "Gain a year"
        }
    }

    /// What the gain over the baseline is called: `NPV` or `gain a year`.
    package var gainName: String {
        switch evaluation.comparisonBasis {
        case .presentValue: "NPV"
        case .equivalentAnnualCost: "gain a year"
        }
    }
}
