import OutlayProblems
import OutlayValues

/// A recurring price that stays the same within a term and rises at each renewal, by an uplift or by what it
/// would have grown since, at most by a cap.
public struct RenewalModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    private let price: Price
    private let months: Int
    private let uplift: ExactDecimal?
    private let cap: ExactDecimal?
    private let charge: Recurrence

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "renewal",
        title: "Term with uplift at renewal",
        selectingKey: "renews_every",
        inputs: [
            .init(
                "renews_every", "the months of a term, within which the price stays", .count,
                isRequired: true, label: "renewed every"),
            .init("uplift", "growth at each renewal as a fraction", .rate),
            .init("uplift_cap", "the most it grows at a renewal", .rate, label: "at most"),
        ] + Recurrence.inputs() + Price.inputs,
        source: "Exact by definition: base × (1 + uplift)^renewals",
        examples: [
            CostModelExample(
                title: "Two years at 30 000, then 12 % more but at most 10 %",
                inputs: CostModelInputs([
                    "renews_every": .operand(.constant(ExactDecimal(24))),
                    "uplift": .operand(.constant(ExactDecimal(12, places: 2))),
                    "uplift_cap": .operand(.constant(ExactDecimal(10, places: 2))),
                    "every": .pricePeriod(.year),
                    "amount": .operand(.constant(ExactDecimal(30_000))),
                ]),
                amounts: [.zero, ExactDecimal(30_000), ExactDecimal(30_000), ExactDecimal(33_000)])
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no price, or two, no term, or when both an uplift and an escalation
    ///   say how the price grows.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        price = try Price(inputs)
        months = try inputs.months("renews_every")
        charge = try Recurrence(inputs)
        uplift = inputs.constant("uplift")
        cap = inputs.constant("uplift_cap")
        guard uplift == nil || inputs.escalation("escalation") == nil else {
            throw Problem(
                .fieldsExclude, "`uplift` stands beside `escalation`",
                because: "both say what a renewal adds", hint: "remove one of the two")
        }
    }

    /// How the line's own price grows, taken at each renewal.
    public var escalation: Escalation { price.escalation }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try charge.payments(in: study, window: window, escalation: .none) {
            month throws(Problem) in
            try price.base(in: study, on: month.pricedOn, year: month.year, by: month.standing)
                .multiplied(by: growth(on: month.pricedOn, in: study, window))
        }
    }

    private func growth(
        on day: CalendarDate, in study: Study, _ window: Window
    ) throws(Problem) -> ExactDecimal {
        let first = charge.begins ?? study.horizon.start
        let renewals = max(0, first.wholeMonths(until: day)) / months
        var growth = ExactDecimal.one
        var before = try factor(on: first, in: study, window)
        for renewal in stride(from: 1, through: renewals, by: 1) {
            var step = try uplift.map { (uplift) throws(Problem) in try ExactDecimal.one + uplift }
            if step == nil {
                let now = try factor(
                    on: first.adding(months: renewal * months), in: study, window)
                step = try now.divided(by: before)
                before = now
            }
            growth = try growth.multiplied(by: try capped(step ?? .one, window))
        }
        return growth
    }

    private func factor(
        on day: CalendarDate, in study: Study, _ window: Window
    ) throws(Problem) -> ExactDecimal {
        try escalation.counted(in: window).factor(
            year: max(1, study.horizon.year(containing: day)), by: day)
    }

    /// Returns the growth of a renewal under the line's own cap; in a contract, at the contract's.
    private func capped(_ step: ExactDecimal, _ window: Window) throws(Problem) -> ExactDecimal {
        var step = step
        if uplift != nil, step > .one, let perYear = window.escalationCap {
            let whole = try (ExactDecimal.one + perYear).raised(to: months / 12)
            step =
                months.isMultiple(of: 12)
                ? whole
                : try whole.multiplied(
                    by: ExactDecimal(
                        nearest: power(1 + perYear.doubleValue, Double(months % 12) / 12),
                        places: 15))
        }
        guard let cap else { return step }
        return min(step, try ExactDecimal.one + cap)
    }
}
