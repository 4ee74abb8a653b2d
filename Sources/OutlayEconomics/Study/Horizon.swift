import OutlayValues

/// The years a study looks at, counted from the day that is time 0.
public struct Horizon: Sendable, Hashable {
    /// The day that is time 0.
    public var start: CalendarDate
    /// The number of years, 1 or more.
    public var years: Int

    /// Creates a horizon of `years` years from `start`.
    public init(start: CalendarDate, years: Int) {
        precondition(years >= 1, "a horizon has at least one year")
        self.start = start
        self.years = years
    }

    /// The last day of the last year.
    public var end: CalendarDate { lastDay(ofYear: years) }

    /// Returns the first day of a study year, counted from 1.
    public func firstDay(ofYear year: Int) -> CalendarDate {
        start.adding(years: year - 1)
    }

    /// Returns the last day of a study year, counted from 1.
    public func lastDay(ofYear year: Int) -> CalendarDate {
        start.adding(years: year).adding(days: -1)
    }

    /// Returns the first day of the `month`th month (from 1) of a study year (from 1).
    public func firstDay(ofMonth month: Int, inYear year: Int) -> CalendarDate {
        start.adding(months: 12 * (year - 1) + month - 1)
    }

    /// Returns the study year that `date` falls in, 1 for the first; 0 or less before ``start``.
    public func year(containing date: CalendarDate) -> Int {
        var year = date.year - start.year + 1
        if date < firstDay(ofYear: year) { year -= 1 }
        return year
    }
}
