import OutlayProblems
import OutlayValues

/// An amount of the ledger's currency as a whole count of minor units, in 64 bits.
///
/// Sums and differences that leave 64 bits throw, so no balance is ever wrong in silence. Amounts in
/// another currency are converted before they become minor units; see ``ForeignAmount``.
public struct MinorUnits: Sendable, Hashable, Comparable {
    /// The count; negative for money that goes back.
    public let count: Int64

    /// No money.
    public static let zero = MinorUnits(0)

    /// Creates an amount.
    public init(_ count: Int64) {
        self.count = count
    }

    /// Creates the settled amount of `money`.
    ///
    /// - Throws: ``ProblemCode/tooPrecise`` where it is not settled, ``ProblemCode/overflow`` where it
    ///   needs more than 64 bits.
    public init(_ money: Money) throws(Problem) {
        try money.requireSettled()
        guard let count = money.minorUnits else { throw Self.overflow("an amount") }
        self.init(count)
    }

    /// Whether the amount is zero.
    public var isZero: Bool { count == 0 }
    /// Whether the amount is below zero.
    public var isNegative: Bool { count < 0 }
    /// Whether the amount is above zero.
    public var isPositive: Bool { count > 0 }

    /// Returns the sum.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public static func + (left: MinorUnits, right: MinorUnits) throws(Problem) -> MinorUnits {
        let (sum, lost) = left.count.addingReportingOverflow(right.count)
        guard !lost else { throw overflow("a sum") }
        return MinorUnits(sum)
    }

    /// Returns the difference.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public static func - (left: MinorUnits, right: MinorUnits) throws(Problem) -> MinorUnits {
        let (difference, lost) = left.count.subtractingReportingOverflow(right.count)
        guard !lost else { throw overflow("a difference") }
        return MinorUnits(difference)
    }

    /// Returns the amount `times` over.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    func multiplied(by times: Int) throws(Problem) -> MinorUnits {
        let (product, lost) = count.multipliedReportingOverflow(by: Int64(times))
        guard !lost else { throw Self.overflow("a product") }
        return MinorUnits(product)
    }

    /// Adds `right` to `left`.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public static func += (left: inout MinorUnits, right: MinorUnits) throws(Problem) {
        left = try left + right
    }

    /// Subtracts `right` from `left`.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public static func -= (left: inout MinorUnits, right: MinorUnits) throws(Problem) {
        left = try left - right
    }

    /// Returns the amount with the other sign.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public func negated() throws(Problem) -> MinorUnits {
        try .zero - self
    }

    /// Returns whether `left` is less than `right`.
    public static func < (left: MinorUnits, right: MinorUnits) -> Bool {
        left.count < right.count
    }

    /// Returns the amount as money of `currency`.
    public func money(in currency: Currency) -> Money {
        Money(minorUnits: count, currency)
    }

    /// Returns the amount with the decimals of `currency`, such as `-12.50`.
    public func text(in currency: Currency) -> String {
        money(in: currency).amount.text(places: currency.minorUnitPlaces)
    }

    static func overflow(_ what: String) -> Problem {
        Problem(
            .ledgerOverflow, "\(what) needs more than 64 bits",
            because: "balances are whole minor units in 64 bits; nothing is cut off silently",
            hint: "check the size of the amounts")
    }
}
