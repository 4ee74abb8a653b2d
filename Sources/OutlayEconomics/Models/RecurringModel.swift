import OutlayProblems
import OutlayValues

/// A charge that comes back every month, quarter or year.
///
/// A year's amount is the price over the months the line runs, a month being a twelfth of a year, times
/// the growth of that year. Where a line begins or ends within a month, its days count against the days of
/// that month. The ramp counts the line's own years, from the day it begins.
public struct RecurringModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
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
    /// - Throws: A ``Problem`` when there is no price, or two, when the charge has no period or one of hours
    ///   or days, or when the line ends before it begins.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        price = try Price(inputs)
        guard let every = inputs.pricePeriod("every"), every.hours >= PricePeriod.month.hours else {
            throw Problem(
                .unknownChoice, "the line does not say how often it is charged",
                because: "a recurring charge needs `every`: month, quarter or year",
                hint: "a price for an hour or a day is `per: hour` or `per: day`")
        }
        self.every = every
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
    public var escalation: Escalation { price.escalation }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let start = study.horizon.start
        let from = max(begins ?? start, start, window.firstDay ?? start)
        let to = min(ends ?? window.lastDay, window.lastDay)
        guard from <= to else { return [] }
        var payments: [Payment] = []
        for year in 1...window.years {
            let months = try twelvefoldMonths(of: year, running: from...to, in: study, window)
            payments += try YearOfCharges(
                year: year, twelvefold: months, running: from...to, study: study
            ).payments(every: every, paid: paid)
        }
        return payments
    }

    /// Returns twelve times the amount of each month of `year`, so that no twelfth is rounded early.
    private func twelvefoldMonths(
        of year: Int, running: ClosedRange<CalendarDate>, in study: Study, _ window: Window
    ) throws(Problem) -> [ExactDecimal] {
        let day = study.day(standingFor: year)
        let growth = try price.growth(year: year, by: day, window: window)
        let pricesPerYear = ExactDecimal(per.count(per: .year).numerator)
        var months: [ExactDecimal] = []
        for month in 1...12 {
            let first = study.horizon.firstDay(ofMonth: month, inYear: year)
            let next = study.horizon.firstDay(ofMonth: month + 1, inYear: year)
            let runsFrom = max(first, running.lowerBound)
            let runsTo = min(next, running.upperBound.adding(days: 1))
            guard runsFrom < runsTo else {
                months.append(.zero)
                continue
            }
            let pricedOn = max(first, begins ?? first)
            let price = try price.base(in: study, on: pricedOn, year: year, by: day)
            let yearly = try price.multiplied(by: pricesPerYear).multiplied(by: growth)
                .multiplied(by: rampFactor(on: pricedOn, in: study))
            months.append(
                try yearly.multiplied(
                    by: ExactDecimal(runsFrom.days(until: runsTo)),
                    dividedBy: ExactDecimal(first.days(until: next))))
        }
        return months
    }

    private func rampFactor(on date: CalendarDate, in study: Study) -> ExactDecimal {
        guard let last = ramp.last else { return .one }
        let yearsRun = (begins ?? study.horizon.start).wholeMonths(until: date) / 12
        return yearsRun < ramp.count ? ramp[yearsRun] : last
    }
}
