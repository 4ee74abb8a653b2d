import OutlayProblems
import OutlayValues

/// The charges of one study year, split into the payments that settle them.
struct YearOfCharges {
    let year: Int
    /// Twelve times the amount of each of the year's twelve months, so that no twelfth is rounded early.
    let twelvefold: [ExactDecimal]
    /// The first and the last day that the line runs; no payment falls outside, stated dates aside.
    let running: ClosedRange<CalendarDate>
    let study: Study
    /// The months that are charged where they are more than those with an amount, such as for one part of a
    /// line; nil for those.
    var charged: [Bool]?

    /// Returns the payments that settle the year, in order; they sum to the year's amount exactly.
    ///
    /// Without `paid`, a payment falls due at the end of its charge period (at the beginning under
    /// start-of-year timing) and is discounted by the study's timing for the whole year.
    func payments(every: PricePeriod, paid: Instalments?) throws(Problem) -> [Payment] {
        guard twelvefold.contains(where: { !$0.isZero }) else { return [] }
        let charges = every.count(per: .year).numerator
        switch paid {
        case nil:
            return try split(into: charges) { months in
                switch study.rate.timing {
                case .startOfYear: (firstDay(of: months), Double(year - 1))
                case .endOfYear: (lastDay(of: months), Double(year))
                case .midYear:
                    (charges == 1 ? midYear : lastDay(of: months), Double(year) - 0.5)
                }
            }
        case .advance:
            return try split(into: charges) { months in
                (firstDay(of: months), Double(year - 1) + Double(months.lowerBound) / 12)
            }
        case .arrears: return try split(into: charges, at: inArrears)
        case .monthly: return try split(into: 12, at: inArrears)
        case .quarterly: return try split(into: 4, at: inArrears)
        case .dates(let dates): return try split(over: days(among: dates))
        }
    }

    private func inArrears(_ months: ClosedRange<Int>) -> (CalendarDate, Double) {
        (lastDay(of: months), Double(year - 1) + Double(months.upperBound + 1) / 12)
    }

    private var midYear: CalendarDate {
        let day = study.horizon.firstDay(ofMonth: 7, inYear: year)
        return min(max(day, running.lowerBound), running.upperBound)
    }

    private func firstDay(of months: ClosedRange<Int>) -> CalendarDate {
        max(
            study.horizon.firstDay(ofMonth: months.lowerBound + 1, inYear: year),
            running.lowerBound)
    }

    private func lastDay(of months: ClosedRange<Int>) -> CalendarDate {
        let next = study.horizon.firstDay(ofMonth: months.upperBound + 2, inYear: year)
        return min(next.adding(days: -1), running.upperBound)
    }

    /// Splits the year into `parts` of equal length; `place` gives the day and the years of the months,
    /// counted from 0, that a part charges.
    private func split(
        into parts: Int, at place: (ClosedRange<Int>) -> (CalendarDate, Double)
    ) throws(Problem) -> [Payment] {
        var places: [(due: CalendarDate, years: Double)] = []
        var amounts: [ExactDecimal] = []
        for first in stride(from: 0, to: 12, by: 12 / parts) {
            let months = (first..<(first + 12 / parts)).filter { isCharged($0) }
            guard let from = months.first, let to = months.last else { continue }
            places.append(place(from...to))
            amounts.append(try twelfth(of: twelvefold[from...to].sum()))
        }
        return zip(places, try amounts.closed(at: twelfth(of: twelvefold.sum()))).map {
            Payment(due: $0.due, column: year, years: $0.years, amount: $1)
        }
    }

    private func split(over days: [CalendarDate]) throws(Problem) -> [Payment] {
        let total = try twelfth(of: twelvefold.sum())
        let part = try total.divided(by: ExactDecimal(days.count))
        let amounts = try [ExactDecimal](repeating: part, count: days.count).closed(at: total)
        return zip(days, amounts).map { day, amount in
            Payment(due: day, column: year, years: study.horizon.years(to: day), amount: amount)
        }
    }

    /// Returns those of `dates` that fall in the year.
    ///
    /// A contract may go beyond the horizon: where no date is stated there, those of the horizon's last
    /// year come back.
    private func days(among dates: [CalendarDate]) throws(Problem) -> [CalendarDate] {
        let horizon = study.horizon
        var days = dates.filter { horizon.year(containing: $0) == year }
        if days.isEmpty, year > horizon.years {
            days = dates.filter { horizon.year(containing: $0) == horizon.years }
                .map { $0.adding(years: year - horizon.years) }
        }
        guard !days.isEmpty else {
            throw Problem(
                .badSeries, "no payment date falls in year \(year)",
                because: "the line is charged in the year from \(horizon.firstDay(ofYear: year))",
                hint: "add a date to `paid: {dates: …}`, or end the line before that year")
        }
        return days.sorted()
    }

    private func isCharged(_ month: Int) -> Bool {
        charged?[month] ?? !twelvefold[month].isZero
    }

    private func twelfth(of amount: ExactDecimal) throws(Problem) -> ExactDecimal {
        try amount.divided(by: ExactDecimal(12))
    }
}
