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
        let optionCosts = try option.costsByYear(coverage)
        let optionBenefits = try option.benefitsByYear(coverage)
        let baselineCosts = try baseline.costsByYear(coverage)
        let baselineBenefits = try baseline.benefitsByYear(coverage)
        netFlows = []
        for year in optionCosts.indices {
            let benefit = try optionBenefits[year] - baselineBenefits[year]
            let cost = try optionCosts[year] - baselineCosts[year]
            netFlows.append(try benefit - cost)
        }
        paybackYears = try Payback.first(of: netFlows)
    }
}
