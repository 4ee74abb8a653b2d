import OutlayValues

/// The shapes of numbers that mean the same wherever they stand.
enum NumberShape {
    /// The upper bound of shares in percent and of values.
    static let hundred = NumberRule.Bound.including(ExactDecimal(100))
    /// From 0 to 1.
    static let fraction = Shape.number(
        NumberRule(.ratio, minimum: .including(.zero), maximum: .including(.one)))
    /// More than a doubling per year is a percentage written as a whole number.
    static let growth = Shape.number(
        NumberRule(.ratio, minimum: .excluding(ExactDecimal(-1)), maximum: .including(.one)))
    /// The growth of a price, which may be steep; a warning says so.
    static let escalation = Shape.number(
        NumberRule(.ratio, minimum: .excluding(ExactDecimal(-1))))
    /// 0 or more.
    static let notNegative = Shape.number(NumberRule(minimum: .including(.zero)))
    /// A value, from 0 to 100.
    static let points = Shape.number(
        NumberRule(minimum: .including(.zero), maximum: hundred))
}
