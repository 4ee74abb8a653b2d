import OutlayProblems
import OutlayValues

/// How a price grows from year to year.
public struct Escalation: Sendable, Hashable {
    /// The yearly growth as a fraction, above -1; 0 is "does not grow".
    public var ratePerYear: ExactDecimal
    /// When growth sets in.
    public var origin: Origin

    /// When growth sets in.
    public enum Origin: Sendable, Hashable {
        /// From the day of the price to the day that an amount stands for, by whole months.
        case baseDate(CalendarDate)
        /// Year 1 has grown once: (1 + e)^t.
        case year1
        /// Year 1 is as priced: (1 + e)^(t − 1).
        case year2
    }

    /// No growth.
    public static let none = Escalation(ratePerYear: .zero)

    /// Creates an escalation; `ratePerYear` is above -1.
    public init(ratePerYear: ExactDecimal, origin: Origin = .year2) {
        precondition(ratePerYear > ExactDecimal(-1), "a growth rate is above -1")
        self.ratePerYear = ratePerYear
        self.origin = origin
    }

    /// Returns the growth up to study year `year` (0 for time 0), which `day` stands for.
    ///
    /// Whole powers are exact up to ``ExactDecimal/carriedPlaces`` decimals. A part of a year, which only
    /// ``Origin/baseDate(_:)`` knows, is (1 + e)^(months / 12), rounded to 15 decimals.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the factor needs more than 38 digits.
    public func factor(year: Int, by day: CalendarDate) throws(Problem) -> ExactDecimal {
        guard !ratePerYear.isZero else { return .one }
        let growth = try ExactDecimal.one + ratePerYear
        switch origin {
        case .year2: return try growth.raised(to: max(0, year - 1))
        case .year1: return try growth.raised(to: max(0, year))
        case .baseDate(let base):
            let months = max(0, base.wholeMonths(until: day))
            let whole = try growth.raised(to: months / 12)
            guard months % 12 != 0 else { return whole }
            let part = power(growth.doubleValue, Double(months % 12) / 12)
            return try whole.multiplied(by: ExactDecimal(nearest: part, places: 15))
        }
    }

    /// Returns growth at `cap` per year in place of any other growth; what does not grow stays as it is.
    func capped(at cap: ExactDecimal?) -> Escalation {
        guard let cap, ratePerYear > .zero else { return self }
        return Escalation(ratePerYear: cap, origin: origin)
    }
}

extension CalendarDate {
    /// Returns the number of whole months from this day to `other`; negative where `other` is earlier.
    func wholeMonths(until other: CalendarDate) -> Int {
        let (year, month, _) = components
        let (otherYear, otherMonth, _) = other.components
        let months = (otherYear - year) * 12 + otherMonth - month
        return adding(months: months) > other ? months - 1 : months
    }
}
