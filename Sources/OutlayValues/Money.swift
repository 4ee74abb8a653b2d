import OutlayProblems

/// An exact amount of one currency.
///
/// The amount may have more decimals than the currency has minor units (a unit price, a product
/// before settlement); ``rounded(_:)`` settles it. Arithmetic between currencies throws.
public struct Money: Sendable, Hashable {
    /// The amount, in whole units of ``currency``.
    public let amount: ExactDecimal
    /// The currency.
    public let currency: Currency

    /// Creates an amount.
    public init(_ amount: ExactDecimal, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// Creates an amount from a count of minor units: `Money(minorUnits: 1250, .eur)` is EUR 12.50.
    public init(minorUnits: Int64, _ currency: Currency) {
        let digits = ExactDecimal.stripped(Int128(minorUnits), currency.minorUnitPlaces)
        self.init(ExactDecimal(normalised: digits.0, digits.1), currency)
    }

    /// Reads a settled amount strictly: no more decimals than `currency` has.
    ///
    /// - Throws: ``ProblemCode/badNumber``, or ``ProblemCode/tooPrecise`` for a third decimal of a
    ///   cent.
    public init(parsing text: String, _ currency: Currency) throws(Problem) {
        self.init(try ExactDecimal(parsing: text), currency)
        try requireSettled(text)
    }

    /// Throws ``ProblemCode/tooPrecise`` when the amount has more decimals than its currency.
    public func requireSettled(_ text: String? = nil) throws(Problem) {
        guard !isSettled else { return }
        let places = currency.minorUnitPlaces
        throw Problem(
            .tooPrecise,
            "\(Problem.quoted(text ?? amount.description)) has \(amount.places) "
                + (amount.places == 1 ? "decimal" : "decimals"),
            because: "an amount in \(currency.code) has "
                + (places == 0 ? "none" : "at most \(places)"),
            hint: "round the amount, or give a quantity and a unit_cost")
    }

    /// Whether the amount is a whole number of minor units.
    public var isSettled: Bool { amount.places <= currency.minorUnitPlaces }

    /// The amount as a count of minor units, or nil where it is not settled or does not fit 64
    /// bits.
    public var minorUnits: Int64? {
        guard isSettled else { return nil }
        let factor = Int128(ExactDecimal.powerOfTen(currency.minorUnitPlaces - amount.places))
        let (count, lost) = amount.significand.multipliedReportingOverflow(by: factor)
        return lost ? nil : Int64(exactly: count)
    }

    /// Returns the amount rounded to the minor unit.
    public func rounded(_ rule: Rounding = .halfEven) -> Money {
        Money(amount.rounded(toPlaces: currency.minorUnitPlaces, rule), currency)
    }

    /// Returns the sum.
    ///
    /// - Throws: ``ProblemCode/mixedCurrencies`` or ``ProblemCode/overflow``.
    public static func + (left: Money, right: Money) throws(Problem) -> Money {
        guard left.currency == right.currency else { throw mixed(left, right) }
        return Money(try left.amount + right.amount, left.currency)
    }

    /// Returns the difference.
    ///
    /// - Throws: ``ProblemCode/mixedCurrencies`` or ``ProblemCode/overflow``.
    public static func - (left: Money, right: Money) throws(Problem) -> Money {
        guard left.currency == right.currency else { throw mixed(left, right) }
        return Money(try left.amount - right.amount, left.currency)
    }

    /// Returns the product, carried to ``ExactDecimal/carriedPlaces`` decimals.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public static func * (left: Money, factor: ExactDecimal) throws(Problem) -> Money {
        Money(try left.amount.multiplied(by: factor), left.currency)
    }

    /// Returns the amount with the other sign.
    public var negated: Money { Money(amount.negated, currency) }

    private static func mixed(_ left: Money, _ right: Money) -> Problem {
        Problem(
            .mixedCurrencies, "\(left.currency.code) and \(right.currency.code) do not add",
            because: "amounts of two currencies meet only through a dated exchange rate",
            hint: "convert one of them first")
    }
}

extension Money: CustomStringConvertible {
    /// The currency and the amount with at least the currency's decimals: `EUR 12.50`.
    public var description: String {
        currency.code + " " + amount.text(places: max(amount.places, currency.minorUnitPlaces))
    }
}
