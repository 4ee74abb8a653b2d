import OutlayProblems
import OutlayValues

/// When a charge comes back, how long it runs and how it is paid: what recurring models share.
struct Recurrence: Sendable {
    var every: PricePeriod
    let per: PricePeriod
    let begins: CalendarDate?
    var ends: CalendarDate?
    private let ramp: [ExactDecimal]
    var paid: Instalments?

    /// One month of a study year in which a line runs.
    struct Month {
        /// The study year, from 1.
        let year: Int
        /// The month of the study year, from 1.
        let month: Int
        /// The day that the year stands for, by the timing of the study.
        let standing: CalendarDate
        /// The day whose quantities and prices hold.
        let pricedOn: CalendarDate
        /// The first day of the next month.
        let next: CalendarDate
    }

    /// The inputs; without `every` a line that `standard` is known for is charged by that.
    static func inputs(standard: PricePeriod? = nil) -> [CostModelInputDescriptor] {
        let otherwise = standard.map { "; \($0.rawValue) where not given" } ?? ""
        return [
            .init(
                "every", "the period of a charge: month, quarter, year\(otherwise)", .chargePeriod,
                isRequired: standard == nil),
            .init("per", "the period the price is for; that of the charge otherwise", .pricePeriod),
            .init("begins", "the first day the line runs", .date),
            .init("ends", "the last day the line runs", .date),
            .init("ramp", "a factor for each year the line runs; the last one holds", .factors),
            .init(
                "paid", "advance, arrears, monthly, quarterly, or dates; overrides the timing",
                .instalments),
        ]
    }

    init(_ inputs: CostModelInputs, standard: PricePeriod? = nil) throws(Problem) {
        guard let every = inputs.pricePeriod("every") ?? standard,
            every.hours >= PricePeriod.month.hours
        else {
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

    /// Returns the payments of every study year in `window`, the price growing by `escalation`.
    ///
    /// `price` gives what one price period costs in a month, before growth and ramp.
    ///
    /// - Throws: A ``Problem`` when a price cannot be had or a number grows beyond 38 digits.
    func payments(
        in study: Study, window: Window, escalation: Escalation,
        price: (Month) throws(Problem) -> ExactDecimal
    ) throws(Problem) -> [Payment] {
        try payments(of: [nil], in: study, window: window, escalation: escalation) {
            month throws(Problem) in
            [try price(month)]
        }
    }

    /// Returns the payments of each of `parts`, which fall due together; parts of nothing are left out.
    ///
    /// `prices` gives what one price period costs in a month, part by part, before growth and ramp.
    ///
    /// - Throws: A ``Problem`` when a price cannot be had or a number grows beyond 38 digits.
    func payments(
        of parts: [Payment.Part?], in study: Study, window: Window, escalation: Escalation,
        prices: (Month) throws(Problem) -> [ExactDecimal]
    ) throws(Problem) -> [Payment] {
        let start = study.horizon.start
        let from = max(begins ?? start, start, window.firstDay ?? start)
        let to = min(ends ?? window.lastDay, window.lastDay)
        guard from <= to else { return [] }
        let escalation = escalation.counted(in: window)
        var payments: [Payment] = []
        for year in 1...window.years {
            let standing = study.day(standingFor: year)
            var growth: ExactDecimal?
            var twelvefold = parts.map { _ in [ExactDecimal]() }
            for month in 1...12 {
                guard let share = share(of: month, in: year, running: from...to, study) else {
                    for part in parts.indices { twelvefold[part].append(.zero) }
                    continue
                }
                if growth == nil { growth = try escalation.factor(year: year, by: standing) }
                let scale = try rampFactor(on: share.pricedOn, in: study)
                    .multiplied(by: growth ?? .one)
                let amounts = try prices(
                    Month(
                        year: year, month: month, standing: standing, pricedOn: share.pricedOn,
                        next: study.horizon.firstDay(ofMonth: month + 1, inYear: year)))
                for (part, amount) in amounts.enumerated() {
                    twelvefold[part].append(try yearly(amount, scale, share))
                }
            }
            payments += try settled(parts, twelvefold, year: year, running: from...to, study)
        }
        return parts.count == 1 ? payments : payments.inOrder
    }

    /// The days of a month on which a line runs.
    private struct Share {
        let pricedOn: CalendarDate
        let days: Int
        let daysOfMonth: Int
    }

    private func share(
        of month: Int, in year: Int, running: ClosedRange<CalendarDate>, _ study: Study
    ) -> Share? {
        let first = study.horizon.firstDay(ofMonth: month, inYear: year)
        let next = study.horizon.firstDay(ofMonth: month + 1, inYear: year)
        let runsFrom = max(first, running.lowerBound)
        let runsTo = min(next, running.upperBound.adding(days: 1))
        guard runsFrom < runsTo else { return nil }
        return Share(
            pricedOn: max(first, begins ?? first), days: runsFrom.days(until: runsTo),
            daysOfMonth: first.days(until: next))
    }

    /// Returns twelve times the amount of a month, so that no twelfth is rounded early.
    private func yearly(
        _ price: ExactDecimal, _ scale: ExactDecimal, _ share: Share
    ) throws(Problem) -> ExactDecimal {
        let pricesPerYear = ExactDecimal(per.count(per: .year).numerator)
        return try price.multiplied(by: pricesPerYear).multiplied(by: scale).multiplied(
            by: ExactDecimal(share.days), dividedBy: ExactDecimal(share.daysOfMonth))
    }

    private func settled(
        _ parts: [Payment.Part?], _ twelvefold: [[ExactDecimal]], year: Int,
        running: ClosedRange<CalendarDate>, _ study: Study
    ) throws(Problem) -> [Payment] {
        var payments: [Payment] = []
        let charged = (0..<12).map { month in twelvefold.contains { !$0[month].isZero } }
        for (part, months) in zip(parts, twelvefold) {
            let own = try YearOfCharges(
                year: year, twelvefold: months, running: running, study: study, charged: charged
            ).payments(every: every, paid: paid)
            payments += part.map { own.filter { !$0.amount.isZero }.labelled($0) } ?? own
        }
        return payments
    }

    private func rampFactor(on date: CalendarDate, in study: Study) -> ExactDecimal {
        guard let last = ramp.last else { return .one }
        let yearsRun = (begins ?? study.horizon.start).wholeMonths(until: date) / 12
        return yearsRun < ramp.count ? ramp[yearsRun] : last
    }
}

extension Study {
    /// Returns the most units in `month`, or nil where nothing bounds them.
    ///
    /// - Throws: As ``quantity(of:_:on:year:by:)``.
    func ceiling(
        _ operand: Operand?, in month: Recurrence.Month
    ) throws(Problem) -> ExactDecimal? {
        try operand.map { (operand) throws(Problem) in
            try quantity(of: operand, "usage_ceiling", in: month)
        }
    }

    /// Returns the value of the input called `name` in `month`.
    ///
    /// - Throws: As ``quantity(of:_:on:year:by:)``.
    func quantity(
        of operand: Operand, _ name: String, in month: Recurrence.Month
    ) throws(Problem) -> ExactDecimal {
        try quantity(
            of: operand, name, on: month.pricedOn, year: month.year, by: month.standing)
    }
}
