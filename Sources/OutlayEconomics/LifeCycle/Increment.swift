import OutlayProblems
import OutlayValues

/// What an option adds to the baseline.
public struct Increment: Sendable, Hashable {
    /// TCO(option) − TCO(baseline), unrounded.
    public var addedCost: Double
    /// PV(benefits) − PV(baseline benefits), unrounded.
    public var addedBenefit: Double
    /// TCO(baseline) − TCO(option) + PV(benefits − baseline benefits), unrounded.
    public var netPresentValue: Double
    /// PV(added benefits) / PV(added costs), or nil where no cost is added: less than half a minor unit is
    /// what sums leave in their last bits.
    public var benefitCostRatio: Double?
    /// The years until the added flows have paid back, or nil where they never do.
    public var paybackYears: Double?
    /// The added net flow at time 0 and in each study year: benefits less costs, exact.
    public var netFlows: [ExactDecimal]
    /// The present value at time 0 of each of ``netFlows``, unrounded; they sum to ``netPresentValue``.
    public var discountedFlows: [Double]
    /// Rates of return, ratios and times.
    public var returns: Returns

    /// Compares `option` with `baseline`, which share their study.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public init(
        of option: OptionEconomics, over baseline: OptionEconomics, _ coverage: Coverage
    ) throws(Problem) {
        addedCost =
            option.totalCostOfOwnership(coverage) - baseline.totalCostOfOwnership(coverage)
        addedBenefit =
            option.benefitPresentValue(coverage) - baseline.benefitPresentValue(coverage)
        netPresentValue = addedBenefit - addedCost
        benefitCostRatio =
            option.study.settled(addedCost) > 0 ? addedBenefit / addedCost : nil
        let costs = [try option.costTotals(coverage), try baseline.costTotals(coverage)]
        let benefits = [try option.benefitTotals(coverage), try baseline.benefitTotals(coverage)]
        netFlows = []
        discountedFlows = []
        for year in costs[0].amounts.indices {
            let benefit = try benefits[0].amounts[year] - benefits[1].amounts[year]
            let cost = try costs[0].amounts[year] - costs[1].amounts[year]
            netFlows.append(try benefit - cost)
            discountedFlows.append(
                benefits[0].discounted[year] - benefits[1].discounted[year]
                    - (costs[0].discounted[year] - costs[1].discounted[year]))
        }
        returns = try Returns(
            of: option, over: baseline, coverage, netFlows: netFlows, discounted: discountedFlows)
        paybackYears = returns.payback.first
    }

    /// The net flows as a row of a year table.
    ///
    /// - Throws: ``ProblemCode/overflow`` when their sum needs more than 38 digits.
    public func totals() throws(Problem) -> YearRow {
        YearRow(
            category: "", amounts: netFlows, total: try netFlows.sum(),
            discounted: discountedFlows, presentValue: netPresentValue)
    }
}
