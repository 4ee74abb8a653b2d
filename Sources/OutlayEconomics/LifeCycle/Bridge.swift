import OutlayProblems
import OutlayValues

/// What drives the difference between the baseline and an option, category by category.
///
/// The steps are settled so that they lead from the one settled present value to the other exactly.
public struct Bridge: Sendable, Hashable {
    /// The total cost of ownership of the baseline, settled.
    public var from: Money
    /// The total cost of ownership of the option, settled.
    public var to: Money
    /// What each cost category adds to the cost, in order of first appearance, the baseline's first.
    public var costs: [Step]
    /// What each benefit category adds to the benefits, in order of first appearance.
    public var benefits: [Step]
    /// The net present value: what the benefits add less what the costs add, settled.
    public var netPresentValue: Money

    /// What one category adds.
    public struct Step: Sendable, Hashable {
        /// The category.
        public var category: String
        /// The undiscounted difference, exact.
        public var total: ExactDecimal
        /// The difference of present values, settled so that all steps re-add.
        public var presentValue: Money
        /// What of ``presentValue`` was added for the steps to re-add: 0 or one minor unit.
        public var carried: Money
    }

    /// Leads from `baseline` to `option`, which share their study.
    ///
    /// Each step is rounded half-even to the minor unit; what is then left over or short goes one unit each
    /// to the steps that were rounded the furthest the other way, ties to the earliest.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public init(
        from baseline: OptionEconomics, to option: OptionEconomics, _ coverage: Coverage
    ) throws(Problem) {
        let currency = option.study.currency
        from = try Self.settled(baseline.totalCostOfOwnership(coverage), currency)
        to = try Self.settled(option.totalCostOfOwnership(coverage), currency)
        costs = try Self.steps(
            baseline.costRows(coverage), option.costRows(coverage), sum: to - from)
        let gain =
            try Self.settled(
                option.benefitPresentValue(coverage), currency)
            - Self.settled(baseline.benefitPresentValue(coverage), currency)
        benefits = try Self.steps(
            baseline.benefitRows(coverage), option.benefitRows(coverage), sum: gain)
        netPresentValue = try gain - (to - from)
    }

    private static func settled(
        _ amount: Double, _ currency: Currency
    ) throws(Problem) -> Money {
        Money(
            try ExactDecimal(nearest: amount, places: currency.minorUnitPlaces), currency)
    }

    private static func steps(
        _ before: [YearRow], _ after: [YearRow], sum: Money
    ) throws(Problem) -> [Step] {
        var categories: [String] = []
        for row in before + after where !categories.contains(row.category) {
            categories.append(row.category)
        }
        var steps: [Step] = []
        var errors: [Double] = []
        for category in categories {
            let old = before.first { $0.category == category }
            let new = after.first { $0.category == category }
            let difference = (new?.presentValue ?? 0) - (old?.presentValue ?? 0)
            let step = Step(
                category: category, total: try (new?.total ?? .zero) - (old?.total ?? .zero),
                presentValue: try settled(difference, sum.currency),
                carried: Money(.zero, sum.currency))
            steps.append(step)
            errors.append(difference - step.presentValue.amount.doubleValue)
        }
        return try settle(steps, errors, at: sum)
    }

    private static func settle(
        _ steps: [Step], _ errors: [Double], at sum: Money
    ) throws(Problem) -> [Step] {
        var steps = steps
        let unit = try Money(
            ExactDecimal(significand: 1, places: sum.currency.minorUnitPlaces), sum.currency)
        var left = try sum - Money(steps.map(\.presentValue.amount).sum(), sum.currency)
        let isShort = !left.amount.isNegative
        let order = steps.indices.sorted {
            errors[$0] == errors[$1]
                ? $0 < $1 : isShort ? errors[$0] > errors[$1] : errors[$0] < errors[$1]
        }
        // Each step is off by half a unit at most, so one round hands out all that is left.
        for index in order where !left.amount.isZero {
            let part = isShort ? unit : unit.negated
            steps[index].presentValue = try steps[index].presentValue + part
            steps[index].carried = part
            left = try left - part
        }
        return steps
    }
}
