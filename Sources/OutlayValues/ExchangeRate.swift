import OutlayProblems

/// The rate of one day from one currency to another, kept as the quotations it was taken from.
public struct ExchangeRate: Sendable, Hashable {
    /// The currency converted from.
    public let from: Currency
    /// The currency converted to.
    public let to: Currency
    /// One unit of ``from`` is `numerator` / `denominator` units of ``to``.
    public let numerator: ExactDecimal
    /// See ``numerator``.
    public let denominator: ExactDecimal
    /// The day whose rate this is.
    public let date: CalendarDate
    /// The day a rate was asked for.
    public let asked: CalendarDate
    /// Where the rate comes from.
    public let source: String

    /// Creates the rate a document states: one unit of `from` is `value` units of `to`.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a value that is not above 0.
    public init(
        from: Currency, to: Currency, stated value: ExactDecimal, date: CalendarDate, source: String
    ) throws(Problem) {
        try Self.requirePositive(value, of: from)
        self.init(
            from: from, to: to, numerator: value, denominator: .one, date: date, asked: date,
            source: source)
    }

    /// Creates a rate from the quotations it was taken from, both above 0.
    package init(
        from: Currency, to: Currency, numerator: ExactDecimal, denominator: ExactDecimal,
        date: CalendarDate, asked: CalendarDate, source: String
    ) {
        self.from = from
        self.to = to
        self.numerator = numerator
        self.denominator = denominator
        self.date = date
        self.asked = asked
        self.source = source
    }

    /// Whether the rate is of an earlier day than the one asked for.
    public var isFallback: Bool { date != asked }

    /// The note that says which earlier day was used, or nil where the rate is of the day asked
    /// for.
    public var note: Problem? {
        guard isFallback else { return nil }
        return Problem(
            .olderRate, "the rate of \(date) stands in for \(asked), \(from.code) to \(to.code)",
            because: "\(source) has no rate on \(asked); the last one before counts")
    }

    /// Returns what one unit of ``from`` is worth, at ``ExactDecimal/carriedPlaces`` decimals.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public func value() throws(Problem) -> ExactDecimal {
        try numerator.divided(by: denominator)
    }

    /// Returns `money` in ``to``, rounded once, half to even, at ``ExactDecimal/carriedPlaces``
    /// decimals.
    ///
    /// - Throws: ``ProblemCode/mixedCurrencies`` when `money` is not in ``from``, or
    ///   ``ProblemCode/overflow``.
    public func convert(_ money: Money) throws(Problem) -> Money {
        guard money.currency == from else {
            throw Problem(
                .mixedCurrencies,
                "a rate from \(from.code) does not convert \(money.currency.code)",
                because: "a rate converts amounts of its own currency only",
                hint: "give a rate from \(money.currency.code) to \(to.code)")
        }
        return Money(try money.amount.multiplied(by: numerator, dividedBy: denominator), to)
    }

    static func requirePositive(_ value: ExactDecimal, of currency: Currency) throws(Problem) {
        guard value > .zero else {
            throw Problem(
                .outOfRange, "the exchange rate of \(currency.code) is \(value)",
                because: "an exchange rate is above 0")
        }
    }
}
