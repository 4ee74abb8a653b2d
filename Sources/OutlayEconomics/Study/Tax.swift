import OutlayProblems
import OutlayValues

/// How a price relates to purchase tax.
public struct Tax: Sendable, Hashable {
    /// Whether prices are stated without or with tax.
    public var prices: Basis
    /// The tax rate as a fraction of the net price, 0 or more.
    public var rate: ExactDecimal
    /// The share of the tax that is recovered, 0 … 1.
    public var recoverable: ExactDecimal

    /// Whether prices are stated without or with tax.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// Without tax.
        case net
        /// With tax.
        case gross
    }

    /// Creates a tax.
    public init(prices: Basis, rate: ExactDecimal, recoverable: ExactDecimal) {
        self.prices = prices
        self.rate = rate
        self.recoverable = recoverable
    }

    /// Returns a stated price without tax: price, or price / (1 + rate).
    ///
    /// - Throws: ``ProblemCode/overflow`` when the result needs more than 38 digits.
    public func net(of price: ExactDecimal) throws(Problem) -> ExactDecimal {
        switch prices {
        case .net: price
        case .gross: try price.divided(by: ExactDecimal.one + rate)
        }
    }

    /// Returns what a stated price costs: net plus the tax that is not recovered.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the result needs more than 38 digits.
    public func cost(of price: ExactDecimal) throws(Problem) -> ExactDecimal {
        let borne = try ExactDecimal.one + rate.multiplied(by: ExactDecimal.one - recoverable)
        switch prices {
        case .net: return try price.multiplied(by: borne)
        case .gross:
            return try price.multiplied(by: borne, dividedBy: ExactDecimal.one + rate)
        }
    }
}
