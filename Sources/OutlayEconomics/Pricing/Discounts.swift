import OutlayProblems
import OutlayValues

/// How several discounts on one price meet.
public enum DiscountMode: String, Sendable, Hashable, CaseIterable {
    /// Their percentages add up: 20 % and 5 % take 25 %.
    case additive
    /// Each is taken off what the one before left: 20 % and 5 % take 24 %.
    case compound
}

/// What a list price comes to after discounts.
public enum Discounts {
    /// Returns `listPrice` less `discounts`.
    ///
    ///     try Discounts.price(1_000, less: [0.20, 0.05], .additive)   // 750
    ///     try Discounts.price(1_000, less: [0.20, 0.05], .compound)   // 760
    ///
    /// - Parameters:
    ///   - listPrice: The price before discounts, 0 or more.
    ///   - discounts: Fractions of the price, each 0 … 1.
    ///   - mode: How they meet.
    /// - Returns: The unrounded price.
    /// - Throws: ``ProblemCode/negativePrice``; ``ProblemCode/outOfRange`` for a discount, or a sum of them, that
    ///   is not within 0 … 1; ``ProblemCode/overflow``.
    public static func price(
        _ listPrice: ExactDecimal, less discounts: [ExactDecimal], _ mode: DiscountMode
    ) throws(Problem) -> ExactDecimal {
        try Problem.requirePrice(listPrice)
        for discount in discounts where discount.isNegative || discount > .one {
            throw outOfRange(discount)
        }
        var left = ExactDecimal.one
        for discount in discounts {
            switch mode {
            case .additive: left = try left - discount
            case .compound: left = try left.multiplied(by: ExactDecimal.one - discount)
            }
        }
        guard !left.isNegative else { throw outOfRange(try discounts.sum()) }
        return try listPrice.multiplied(by: left)
    }

    private static func outOfRange(_ discount: ExactDecimal) -> Problem {
        Problem(
            .outOfRange, "a discount of \(discount)",
            because: "a discount takes off nothing (0) up to all of a price (1)",
            hint: "write fractions of 1: 0.2 is 20 %")
    }
}
