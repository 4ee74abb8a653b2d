import OutlayProblems
import OutlayValues

/// The charges of one study year, split into the payments that settle them.
struct YearOfCharges {
    let year: Int
    /// Twelve times the amount of each of the year's twelve months.
    let twelvefold: [ExactDecimal]
    let study: Study

    /// Returns the payments that settle the year, in order; they sum to the year's amount exactly.
    ///
    /// Without `paid`, a payment falls due at the end of its charge period (at the beginning under
    /// start-of-year timing) and is discounted by the study's timing for the whole year.
    func payments(every: PricePeriod, paid: Instalments?) throws(Problem) -> [Payment] {
        let horizon = study.horizon
        switch paid {
        case nil:
            let timing = study.rate.timing
            return try split(into: every.chargesPerYear) { part, months in
                switch timing {
                case .startOfYear: (first(of: part, months), Double(year - 1))
                case .endOfYear: (last(of: part, months), Double(year))
                case .midYear:
                    (
                        months == 12
                            ? horizon.firstDay(ofMonth: 7, inYear: year) : last(of: part, months),
                        Double(year) - 0.5
                    )
                }
            }
        case .advance:
            return try split(into: every.chargesPerYear) { part, months in
                (first(of: part, months), Double(year - 1) + Double(part * months) / 12)
            }
        case .arrears:
            return try split(into: every.chargesPerYear, at: inArrears)
        case .monthly:
            return try split(into: 12, at: inArrears)
        case .quarterly:
            return try split(into: 4, at: inArrears)
        case .dates(let dates):
            return try split(over: dates)
        }
    }

    private func inArrears(part: Int, months: Int) -> (CalendarDate, Double) {
        (last(of: part, months), Double(year - 1) + Double((part + 1) * months) / 12)
    }

    private func first(of part: Int, _ months: Int) -> CalendarDate {
        study.horizon.firstDay(ofMonth: part * months + 1, inYear: year)
    }

    private func last(of part: Int, _ months: Int) -> CalendarDate {
        study.horizon.firstDay(ofMonth: (part + 1) * months + 1, inYear: year).adding(days: -1)
    }

    /// The year's amount: the months' sum, divided once.
    private func total() throws(Problem) -> ExactDecimal {
        var sum = ExactDecimal.zero
        for month in twelvefold { try sum += month }
        return try sum.divided(by: ExactDecimal(12))
    }

    private func split(
        into parts: Int, at place: (_ part: Int, _ months: Int) -> (CalendarDate, Double)
    ) throws(Problem) -> [Payment] {
        let months = 12 / parts
        var left = try total()
        var payments: [Payment] = []
        let lastPart = (0..<parts).last { part in
            twelvefold[(part * months)..<((part + 1) * months)].contains { !$0.isZero }
        }
        for part in 0..<parts {
            let charged = twelvefold[(part * months)..<((part + 1) * months)]
            guard charged.contains(where: { !$0.isZero }) else { continue }
            var amount = left
            if part != lastPart {
                var sum = ExactDecimal.zero
                for month in charged { try sum += month }
                amount = try sum.divided(by: ExactDecimal(12))
                left = try left - amount
            }
            let (due, years) = place(part, months)
            payments.append(Payment(due: due, column: year, years: years, amount: amount))
        }
        return payments
    }

    private func split(over dates: [CalendarDate]) throws(Problem) -> [Payment] {
        let horizon = study.horizon
        let days = dates.filter { horizon.year(containing: $0) == year }.sorted()
        guard !days.isEmpty else {
            throw Problem(
                .badSeries, "no payment date falls in year \(year)",
                because: "the line is charged in the year from \(horizon.firstDay(ofYear: year))",
                hint: "add a date to `paid: {dates: …}`, or end the line before that year")
        }
        var left = try total()
        let part = try left.divided(by: ExactDecimal(days.count))
        var payments: [Payment] = []
        for (index, day) in days.enumerated() {
            let amount = index == days.count - 1 ? left : part
            left = try left - amount
            payments.append(
                Payment(
                    due: day, column: year, years: horizon.years(to: day), amount: amount))
        }
        return payments
    }
}

extension PricePeriod {
    /// The charges of this period in a year: 12, 4 or 1.
    var chargesPerYear: Int {
        switch self {
        case .month: 12
        case .quarter: 4
        default: 1
        }
    }
}
