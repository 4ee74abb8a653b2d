import OutlayValues

/// One payment of a line.
public struct Payment: Sendable, Hashable {
    /// The day it is due.
    public var due: CalendarDate
    /// The column of the year table it stands in: 0 for the start, 1 … for the study years.
    public var column: Int
    /// The years from time 0 that it is discounted by; negative before time 0.
    public var years: Double
    /// The amount as stated: before tax and in the line's own currency.
    public var amount: ExactDecimal

    /// Creates a payment.
    public init(due: CalendarDate, column: Int, years: Double, amount: ExactDecimal) {
        self.due = due
        self.column = column
        self.years = years
        self.amount = amount
    }
}

extension Horizon {
    /// Returns the years from time 0 to `date`, by ACT/365 (fixed), as for dated flows elsewhere.
    func years(to date: CalendarDate) -> Double {
        Double(start.days(until: date)) / 365
    }

    /// Returns the year-table column of a payment on `date`: 0 on or before the start.
    func column(of date: CalendarDate) -> Int {
        date <= start ? 0 : year(containing: date)
    }
}
