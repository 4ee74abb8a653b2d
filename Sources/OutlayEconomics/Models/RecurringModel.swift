import OutlayProblems
import OutlayValues

/// A charge that comes back every month, quarter or year.
///
/// A year's amount is the price over the months the line runs, a month being a twelfth of a year, times
/// the ramp and the escalation of that year. Where a line begins or ends within a month, its days count
/// against the days of that month.
public struct RecurringModel: CostModel {
    private let price: Price
    private let every: PricePeriod
    private let per: PricePeriod
    private let begins: CalendarDate?
    private let ends: CalendarDate?
    private let ramp: [ExactDecimal]
    private let paid: Instalments?

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "recurring",
        title: "Recurring charge",
        selectingKey: "every",
        inputs: [
            .init(
                "every", "the period of a charge: month, quarter, year", .chargePeriod,
                isRequired: true),
            .init("per", "the period the price is for; that of the charge otherwise", .pricePeriod),
            .init("begins", "the first day the line runs", .date),
            .init("ends", "the last day the line runs", .date),
            .init("ramp", "a factor for each year the line runs; the last one holds", .factors),
            .init(
                "paid", "advance, arrears, monthly, quarterly, or dates; overrides the timing",
                .instalments),
        ] + Price.inputs,
        source: "NIST Handbook 135 (2022), section 4.2: annually recurring amounts",
        examples: [
            CostModelExample(
                title: "65 seats at 89 a month, growing by 7 % a year",
                inputs: CostModelInputs([
                    "every": .pricePeriod(.year), "per": .pricePeriod(.month),
                    "quantity": .operand(.constant(ExactDecimal(65))),
                    "unit_cost": .operand(.constant(ExactDecimal(89))),
                    "escalation": .escalation(
                        Escalation(ratePerYear: ExactDecimal(7, places: 2))),
                ]),
                amounts: [
                    .zero, ExactDecimal(69_420), ExactDecimal(7_427_940, places: 2),
                    ExactDecimal(79_478_958, places: 3),
                ])
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no price, or two, or the line ends before it begins.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        price = try Price(inputs)
        every = inputs.pricePeriod("every") ?? .year
        per = inputs.pricePeriod("per") ?? every
        begins = inputs.date("begins")
        ends = inputs.date("ends")
        ramp = inputs.factors("ramp") ?? []
        paid = inputs.instalments("paid")
        if let begins, let ends, ends < begins {
            throw Problem(
                .outOfRange, "the line ends before it begins",
                because: "`begins` is \(begins), `ends` is \(ends)", hint: "swap the two dates")
        }
    }

    /// How the line's own price grows.
    public var escalation: Escalation? { price.escalation }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        var payments: [Payment] = []
        var yearsRun = 0
        for year in 1...window.years {
            let months = try monthlyTwelvefold(study, year: year, lastDay: window.lastDay)
            guard months.contains(where: { !$0.isZero }) else {
                if yearsRun > 0 { yearsRun += 1 }
                continue
            }
            yearsRun += 1
            let rampFactor =
                ramp.isEmpty ? ExactDecimal.one : ramp[min(yearsRun, ramp.count) - 1]
            let horizon = study.horizon
            let growth = try price.growth(
                year: year, due: horizon.lastDay(ofYear: year), window: window)
            let factor = try rampFactor.multiplied(by: growth)
            var scaled: [ExactDecimal] = []
            for month in months { scaled.append(try month.multiplied(by: factor)) }
            payments += try YearOfCharges(year: year, twelvefold: scaled, study: study)
                .payments(every: every, paid: paid)
        }
        return payments
    }

    /// Returns twelve times the amount of each month of `year`, so that no twelfth is rounded early.
    private func monthlyTwelvefold(
        _ study: Study, year: Int, lastDay: CalendarDate
    ) throws(Problem) -> [ExactDecimal] {
        let yearly = per.count(per: .year)
        var months: [ExactDecimal] = []
        for month in 1...12 {
            let first = study.horizon.firstDay(ofMonth: month, inYear: year)
            let next = study.horizon.firstDay(ofMonth: month + 1, inYear: year)
            let runsFrom = max(first, begins ?? first)
            let runsTo = min(next, min(ends ?? lastDay, lastDay).adding(days: 1))
            guard runsFrom < runsTo else {
                months.append(.zero)
                continue
            }
            var amount = try price.base(in: study, on: runsFrom, year: year)
            amount = try amount.multiplied(by: ExactDecimal(yearly.numerator))
                .divided(by: ExactDecimal(yearly.denominator))
            let (days, all) = (runsFrom.days(until: runsTo), first.days(until: next))
            if days < all {
                amount = try amount.multiplied(by: ExactDecimal(days))
                    .divided(by: ExactDecimal(all))
            }
            months.append(amount)
        }
        return months
    }
}
