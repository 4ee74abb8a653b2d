import OutlayProblems
import OutlayValues

/// A charge by what is used: the use grows, some of it may be included, the rest is priced by unit, by tiers or
/// by packages.
///
/// The use of a month is that of the first month grown by the months since; growth by the year compounds month
/// by month too.
public struct MeteredModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How the prices grow.
    public let escalation: Escalation
    private let usage: Operand
    private let included: Operand?
    private let ceiling: Operand?
    private let growth: ExactDecimal
    private let growthPeriod: PricePeriod
    private let pricing: UnitPricing
    private let charge: Recurrence

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "metered",
        title: "Metered use",
        selectingKey: "usage",
        inputs: [
            .init(
                "usage", "the units used in a price period at the beginning",
                .operand(isMoney: false), isRequired: true, isProportional: false),
            .init("usage_growth", "growth of the use as a fraction", .rate, label: "growing by"),
            .init(
                "usage_growth_per", "the period of that growth: month or year (where not given)",
                .choice(["month", "year"]), label: "growth per"),
            .init(
                "included", "the units of a price period that cost nothing",
                .operand(isMoney: false), isProportional: false),
            .ceiling,
            UnitPricing.unitCost, UnitPricing.packageSize,
        ] + UnitPricing.tiers + Recurrence.inputs(standard: .month) + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        isByUse: true,
        source: "FOCUS 1.2, usage-based charges (focus.finops.org/focus-specification/v1-2)",
        examples: [
            CostModelExample(
                title: "1 000 units a month of which 400 are included, at 0.5",
                inputs: CostModelInputs([
                    "usage": .operand(.constant(ExactDecimal(1000))),
                    "included": .operand(.constant(ExactDecimal(400))),
                    "unit_cost": .operand(.constant(ExactDecimal(5, places: 1))),
                ]),
                amounts: [.zero, ExactDecimal(3600), ExactDecimal(3600), ExactDecimal(3600)]),
            CostModelExample(
                title: "1 000 units a year, a year 21 % more, at 1",
                inputs: CostModelInputs([
                    "usage": .operand(.constant(ExactDecimal(1000))), "every": .pricePeriod(.year),
                    "usage_growth": .operand(.constant(ExactDecimal(21, places: 2))),
                    "unit_cost": .operand(.constant(.one)),
                ]),
                amounts: [
                    .zero, ExactDecimal(1000), ExactDecimal(1210), ExactDecimal(14_641, places: 1),
                ]),
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no use or no price, or more than one price.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        usage = try inputs.required("usage")
        included = inputs.operand("included")
        ceiling = inputs.operand("usage_ceiling")
        if case .constant(let rate)? = inputs.operand("usage_growth") {
            growth = rate
        } else {
            growth = .zero
        }
        charge = try Recurrence(inputs, standard: .month)
        growthPeriod = inputs.word("usage_growth_per") == "month" ? .month : .year
        pricing = try UnitPricing(inputs)
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns the payments of every study year in `window`; those of a contract at the stated ceiling.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value, a quantity is beyond the last tier or a number
    ///   grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try charge.payments(in: study, window: window, escalation: escalation) {
            month throws(Problem) in
            var used = try study.quantity(of: usage, "usage", in: month)
                .multiplied(by: growth(until: month, in: study))
            used = try window.units(used, ceiling: study.ceiling(ceiling, in: month))
            if let included {
                let free = try study.quantity(of: included, "included", in: month)
                used = max(try used - free, .zero)
            }
            return try pricing.price(of: used, in: study, in: month)
        }
    }

    /// Returns the growth of the use up to a month: whole periods of the charge where it is by the year.
    private func growth(
        until month: Recurrence.Month, in study: Study
    ) throws(Problem) -> ExactDecimal {
        guard !growth.isZero else { return .one }
        let begin = max(charge.begins ?? study.horizon.start, study.horizon.start)
        let months = max(0, begin.wholeMonths(until: month.pricedOn))
        let factor = try ExactDecimal.one + growth
        if growthPeriod == .month { return try factor.raised(to: months) }
        let whole = try factor.raised(to: months / 12)
        guard months % 12 != 0, charge.every != .year else { return whole }
        let part = power(factor.doubleValue, Double(months % 12) / 12)
        return try whole.multiplied(by: ExactDecimal(nearest: part, places: 15))
    }
}
