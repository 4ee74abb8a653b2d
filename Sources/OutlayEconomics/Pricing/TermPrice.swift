import OutlayProblems
import OutlayValues

/// What units cost over a term.
public enum TermPrice {
    /// Returns `units` × `unitPrice` × `periods`.
    ///
    ///     try TermPrice.total(units: 3, at: 763.17, periods: 36)   // 82 422.36
    ///
    /// - Parameters:
    ///   - units: How many, 0 or more.
    ///   - unitPrice: The price of one for one period, 0 or more.
    ///   - periods: How many periods, 0 or more.
    /// - Returns: The unrounded product.
    /// - Throws: ``ProblemCode/negativeQuantity``, ``ProblemCode/negativePrice``, ``ProblemCode/overflow``.
    public static func total(
        units: ExactDecimal, at unitPrice: ExactDecimal, periods: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        try Problem.requireQuantity(units, "count of units")
        try Problem.requireQuantity(periods, "count of periods")
        try Problem.requirePrice(unitPrice)
        return try units.multiplied(by: unitPrice).multiplied(by: periods)
    }
}

/// Seats that are there for a part of a month.
public struct SeatGroup: Sendable, Hashable {
    /// How many seats, 0 or more.
    public var count: ExactDecimal
    /// The first day of the month on which they are there, from 1.
    public var fromDay: Int

    /// Creates a group.
    public init(count: ExactDecimal, fromDay: Int) {
        self.count = count
        self.fromDay = fromDay
    }

    /// Returns what `groups` cost in a month of `days` days: count × price × days there / days of the month.
    ///
    /// Rounded once, at the end.
    ///
    /// - Parameters:
    ///   - groups: The seats; each is there from its day to the end of the month.
    ///   - days: The days of the month, 1 or more.
    ///   - monthlyPrice: The price of a seat for the whole month, 0 or more.
    ///   - places: The decimals of the currency.
    ///   - rounding: The rule for what lies between.
    /// - Returns: The rounded price of all groups.
    /// - Throws: ``ProblemCode/negativeQuantity``, ``ProblemCode/negativePrice``, ``ProblemCode/outOfRange`` for
    ///   a day that the month does not have, ``ProblemCode/overflow``.
    public static func price(
        of groups: [SeatGroup], daysInMonth days: Int, at monthlyPrice: ExactDecimal,
        places: Int = 2, _ rounding: Rounding = .halfEven
    ) throws(Problem) -> ExactDecimal {
        try Problem.requirePrice(monthlyPrice)
        var seatDays = ExactDecimal.zero
        for group in groups {
            try Problem.requireQuantity(group.count, "count of seats")
            guard days >= 1, (1...days).contains(group.fromDay) else {
                throw Problem(
                    .outOfRange, "day \(group.fromDay) of a month of \(days) days",
                    because: "seats begin on a day of their month",
                    hint: "count days from 1")
            }
            try seatDays += group.count.multiplied(by: ExactDecimal(days - group.fromDay + 1))
        }
        guard !groups.isEmpty else { return .zero }
        return try seatDays.multiplied(by: monthlyPrice, dividedBy: ExactDecimal(days))
            .rounded(toPlaces: places, rounding)
    }
}
