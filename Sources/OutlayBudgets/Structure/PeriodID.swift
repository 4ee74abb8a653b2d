import OutlayProblems
import OutlayValues

/// A fiscal year, or one of its quarters or months.
public struct PeriodID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The number that names the fiscal year, 1 … 9999.
    public let year: Int
    /// What part of a year it is.
    public let division: FiscalDivision
    /// Which one, from 1.
    public let ordinal: Int

    /// Creates the whole year `year`.
    public init(year: Int) {
        self.init(checked: year, .yearly, 1)
    }

    /// Creates a part of a year, or nil where there is none such.
    public init?(year: Int, _ division: FiscalDivision, _ ordinal: Int) {
        guard (1...9999).contains(year), (1...division.count).contains(ordinal) else { return nil }
        self.init(checked: year, division, ordinal)
    }

    private init(checked year: Int, _ division: FiscalDivision, _ ordinal: Int) {
        self.year = year
        self.division = division
        self.ordinal = ordinal
    }

    /// Creates the month of `date` in the fiscal years of `calendar`.
    public init(monthOf date: CalendarDate, in calendar: FiscalCalendar) {
        let fiscalYear = calendar.fiscalYear(containing: date)
        let ahead = (date.month - calendar.startMonth + 12) % 12
        self.init(checked: fiscalYear.number, .monthly, ahead + 1)
    }

    /// Reads a name such as `FY2027`, `FY2027-Q1` or `FY2027-M01`.
    ///
    /// - Throws: ``ProblemCode/badPeriod``.
    public init(parsing text: String) throws(Problem) {
        guard let period = Self.parsed(text) else {
            throw Problem(
                .badPeriod, "\(Problem.quoted(text)) is not a period",
                because: "a period is a fiscal year, a quarter or a month of one",
                hint: "write FY2027, FY2027-Q1 or FY2027-M01")
        }
        self = period
    }

    private static func parsed(_ text: String) -> PeriodID? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.first, name.hasPrefix("FY"),
            let year = Int(name.dropFirst(2)), (1...9999).contains(year)
        else { return nil }
        let period: PeriodID? =
            if parts.count == 1 {
                PeriodID(year: year)
            } else if let ordinal = Int(parts[1].dropFirst()) {
                PeriodID(year: year, parts[1].hasPrefix("Q") ? .quarterly : .monthly, ordinal)
            } else {
                nil
            }
        return period?.description == text ? period : nil
    }

    /// The name, such as `FY2027-M01`.
    public var description: String {
        switch division {
        case .yearly: "FY\(year)"
        case .quarterly: "FY\(year)-Q\(ordinal)"
        case .monthly: ordinal < 10 ? "FY\(year)-M0\(ordinal)" : "FY\(year)-M\(ordinal)"
        }
    }

    /// The year it belongs to.
    public var wholeYear: PeriodID { PeriodID(year: year) }

    /// Returns the period of `division` that this month, quarter or year begins in.
    public func period(of division: FiscalDivision) -> PeriodID {
        let firstMonth = (ordinal - 1) * 12 / self.division.count
        return PeriodID(checked: year, division, firstMonth * division.count / 12 + 1)
    }

    /// Returns the periods of `division` of the same year, in order.
    public func siblings(_ division: FiscalDivision) -> [PeriodID] {
        (1...division.count).map { PeriodID(checked: year, division, $0) }
    }

    /// Returns whether `left` comes first: by year, years before their parts, then by ordinal.
    public static func < (left: PeriodID, right: PeriodID) -> Bool {
        (left.year, left.division.count, left.ordinal)
            < (right.year, right.division.count, right.ordinal)
    }
}
