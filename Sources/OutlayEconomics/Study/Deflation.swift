import OutlayProblems
import OutlayValues

/// What turns prices that carry inflation into money of a study's base year.
public struct Deflation: Sendable, Hashable {
    /// The inflation of a year as a fraction, above -1.
    public var inflationPerYear: ExactDecimal
    /// The day whose money amounts are brought to.
    public var base: CalendarDate

    /// Creates a deflation; `inflationPerYear` is above -1.
    public init(inflationPerYear: ExactDecimal, base: CalendarDate) {
        precondition(inflationPerYear > ExactDecimal(-1), "an inflation is above -1")
        self.inflationPerYear = inflationPerYear
        self.base = base
    }

    /// The deflation of a study in the money of `year` with this horizon.
    ///
    /// Money of a year before the horizon is that of the year's end, money of a later one that of time 0.
    public init(inflationPerYear: ExactDecimal, moneyOf year: Int, in horizon: Horizon) {
        let end = CalendarDate(year: year + 1, month: 1, day: 1) ?? horizon.start
        self.init(inflationPerYear: inflationPerYear, base: min(end, horizon.start))
    }

    /// Returns `payments` in money of the base: each over (1 + inflation)^years.
    ///
    /// Whole powers are exact up to ``ExactDecimal/carriedPlaces`` decimals, others rounded to 15.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a number needs more than 38 digits.
    /// - Source: Fisher, *The Theory of Interest* (1930), chapter II: real and nominal values.
    func deflated(_ payments: [Payment], in study: Study) throws(Problem) -> [Payment] {
        let before = study.horizon.start == base ? 0 : -study.horizon.years(to: base)
        let growth = try ExactDecimal.one + inflationPerYear
        var deflated: [Payment] = []
        for payment in payments {
            let years = payment.years + before
            var copy = payment
            if years >= 0, years == years.rounded(), years <= 1000 {
                copy.amount = try payment.amount.divided(by: growth.raised(to: Int(years)))
            } else {
                let factor = power(growth.doubleValue, -years)
                copy.amount = try payment.amount.multiplied(
                    by: ExactDecimal(nearest: factor, places: 15))
            }
            deflated.append(copy)
        }
        return deflated
    }
}
