import OutlayProblems

/// How an organisation cuts time into fiscal years: each begins on the first day of one month.
public struct FiscalCalendar: Sendable, Hashable {
    /// The month in which each year begins, 1 … 12.
    public let startMonth: Int
    /// Which calendar year gives a fiscal year its number; `.byStart` where the two agree.
    public let naming: Naming

    /// Which calendar year gives a fiscal year its number.
    public enum Naming: String, Sendable, Hashable, CaseIterable {
        /// The calendar year of the first day.
        case byStart = "start"
        /// The calendar year of the last day.
        case byEnd = "end"
    }

    /// Fiscal years that are calendar years.
    public static let calendarYear = FiscalCalendar(checkedStartMonth: 1, naming: .byStart)

    /// Creates a calendar whose years begin in `startMonth`.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a month outside 1 … 12.
    public init(startMonth: Int, naming: Naming) throws(Problem) {
        guard (1...12).contains(startMonth) else {
            throw Problem(
                .outOfRange, "a fiscal year cannot begin in month \(startMonth)",
                because: "months are numbered 1 to 12", hint: "write 4 for a year from 1 April")
        }
        self.init(checkedStartMonth: startMonth, naming: startMonth == 1 ? .byStart : naming)
    }

    private init(checkedStartMonth startMonth: Int, naming: Naming) {
        self.startMonth = startMonth
        self.naming = naming
    }

    /// Returns the fiscal year that `date` falls in.
    public func fiscalYear(containing date: CalendarDate) -> FiscalYear {
        let (year, month, _) = date.components
        let startYear = month < startMonth ? year - 1 : year
        let first = CalendarDate(dayNumber: 0).adding(
            months: (startYear - 1970) * 12 + startMonth - 1)
        return FiscalYear(calendar: self, start: first)
    }
}

/// One fiscal year: twelve months from its first day.
public struct FiscalYear: Sendable, Hashable, Comparable {
    /// The calendar that cuts it.
    public let calendar: FiscalCalendar
    /// The first day.
    public let start: CalendarDate

    fileprivate init(calendar: FiscalCalendar, start: CalendarDate) {
        self.calendar = calendar
        self.start = start
    }

    /// The last day.
    public var end: CalendarDate { start.adding(months: 12).adding(days: -1) }

    /// The number that names the year, by the calendar's ``FiscalCalendar/naming``.
    public var number: Int {
        switch calendar.naming {
        case .byStart: start.year
        case .byEnd: end.year
        }
    }

    /// The name, such as `FY2027`.
    public var name: String { "FY\(number)" }

    /// The year after this one.
    public var next: FiscalYear {
        FiscalYear(calendar: calendar, start: start.adding(months: 12))
    }

    /// The year before this one.
    public var previous: FiscalYear {
        FiscalYear(calendar: calendar, start: start.adding(months: -12))
    }

    /// Returns whether `date` falls in the year.
    public func contains(_ date: CalendarDate) -> Bool {
        (start...end).contains(date)
    }

    /// Returns the year's periods, in order: they follow each other without a gap.
    public func periods(_ division: FiscalDivision) -> [FiscalPeriod] {
        (0..<division.count).map { index in
            let months = 12 / division.count
            return FiscalPeriod(
                name: name + division.suffix(index + 1),
                start: start.adding(months: months * index),
                end: start.adding(months: months * (index + 1)).adding(days: -1))
        }
    }

    /// Returns whether `left` begins before `right`; of two that begin on one day, has the lower
    /// number.
    public static func < (left: FiscalYear, right: FiscalYear) -> Bool {
        (left.start, left.number) < (right.start, right.number)
    }
}

/// How a fiscal year is divided into periods.
public enum FiscalDivision: String, Sendable, Hashable, CaseIterable {
    /// One period, the year: `FY2027`.
    case yearly
    /// Four quarters: `FY2027-Q1` …
    case quarterly
    /// Twelve months, counted from the year's first: `FY2027-M01` …
    case monthly

    /// The periods of a year.
    public var count: Int {
        switch self {
        case .yearly: 1
        case .quarterly: 4
        case .monthly: 12
        }
    }

    fileprivate func suffix(_ ordinal: Int) -> String {
        switch self {
        case .yearly: ""
        case .quarterly: "-Q\(ordinal)"
        case .monthly: ordinal < 10 ? "-M0\(ordinal)" : "-M\(ordinal)"
        }
    }
}

/// A part of a fiscal year, or the whole of it.
public struct FiscalPeriod: Sendable, Hashable {
    /// The name, such as `FY2027-Q1`.
    public let name: String
    /// The first day.
    public let start: CalendarDate
    /// The last day.
    public let end: CalendarDate

    fileprivate init(name: String, start: CalendarDate, end: CalendarDate) {
        self.name = name
        self.start = start
        self.end = end
    }

    /// Returns whether `date` falls in the period.
    public func contains(_ date: CalendarDate) -> Bool {
        (start...end).contains(date)
    }
}
