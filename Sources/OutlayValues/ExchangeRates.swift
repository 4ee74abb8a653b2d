import OutlayProblems

/// Dated exchange rates against one base currency, such as the euro reference rates of the ECB.
public struct ExchangeRates: Sendable, Hashable {
    /// The currency that all quotations are per one unit of.
    public let base: Currency
    /// Where the rates come from.
    public let source: String
    /// The days that have quotations, in order.
    private let days: [Day]
    private let currencies: Set<Currency>

    /// The quotations of one day: units of each currency for one unit of the base.
    public struct Day: Sendable, Hashable {
        /// The day.
        public let date: CalendarDate
        /// Units of each currency for one unit of the base.
        public let quotations: [Currency: ExactDecimal]

        /// Creates a day's quotations.
        public init(_ date: CalendarDate, _ quotations: [Currency: ExactDecimal]) {
            self.date = date
            self.quotations = quotations
        }
    }

    /// Creates a table from days in any order.
    ///
    /// - Throws: ``ProblemCode/badSeries`` for two entries of one day, ``ProblemCode/outOfRange``
    ///   for a quotation that is not above 0.
    public init(base: Currency, source: String, days: [Day]) throws(Problem) {
        let sorted = days.sorted { $0.date < $1.date }
        for (day, next) in zip(sorted, sorted.dropFirst()) where day.date == next.date {
            throw Problem(
                .badSeries, "two rows of rates are of \(day.date)",
                because: "a table of exchange rates has one row a day", hint: "remove one of them")
        }
        for day in sorted {
            for (currency, value) in day.quotations.sorted(by: { $0.key.code < $1.key.code }) {
                try ExchangeRate.requirePositive(value, of: currency)
            }
        }
        self.base = base
        self.source = source
        self.days = sorted
        currencies = Set(days.flatMap(\.quotations.keys))
    }

    /// Returns the rate of `date`, or of the last day before it that has one for both currencies.
    ///
    /// A currency converts to itself at 1 on any day. The result says which day was used.
    ///
    /// - Parameters:
    ///   - from: The currency converted from.
    ///   - to: The currency converted to.
    ///   - date: The day asked for.
    ///   - atMostDaysOld: How many days before `date` a rate may lie; 0 for that very day only.
    /// - Returns: The rate as a fraction of the quotations, unrounded.
    /// - Throws: ``ProblemCode/missingRate`` when there is no such day; no rate is ever assumed.
    /// - Complexity: O(log *n*) for *n* days, and the days passed over.
    public func rate(
        from: Currency, to: Currency, on date: CalendarDate, atMostDaysOld: Int
    ) throws(Problem) -> ExchangeRate {
        guard from != to else {
            return ExchangeRate(
                from: from, to: to, numerator: .one, denominator: .one, date: date, asked: date,
                source: source)
        }
        for currency in [from, to] where currency != base && !currencies.contains(currency) {
            throw missing(
                from, to, on: date, because: "\(source) has no rates of \(currency.code)")
        }
        var last: CalendarDate?
        for day in days[..<firstIndex(after: date)].reversed() {
            guard let numerator = quotation(of: to, on: day),
                let denominator = quotation(of: from, on: day)
            else { continue }
            last = day.date
            guard day.date.days(until: date) <= atMostDaysOld else { break }
            return ExchangeRate(
                from: from, to: to, numerator: numerator, denominator: denominator, date: day.date,
                asked: date, source: source)
        }
        guard let last else {
            throw missing(from, to, on: date, because: "\(source) has none on or before that day")
        }
        throw missing(
            from, to, on: date,
            because: "the last one in \(source) is of \(last); days between: "
                + "\(last.days(until: date)), allowed: \(atMostDaysOld)")
    }

    private func quotation(of currency: Currency, on day: Day) -> ExactDecimal? {
        currency == base ? .one : day.quotations[currency]
    }

    private func firstIndex(after date: CalendarDate) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle].date <= date { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func missing(
        _ from: Currency, _ to: Currency, on date: CalendarDate, because reason: String
    ) -> Problem {
        Problem(
            .missingRate, "no exchange rate from \(from.code) to \(to.code) on \(date)",
            because: reason, hint: "state the rate in the document, with its date and source")
    }
}
