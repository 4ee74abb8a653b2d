import OutlayProblems

/// A day of the proleptic Gregorian calendar, without time or zone; years 1 … 9999.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01; negative before.
    public let dayNumber: Int

    /// Creates the day with this number of days since 1970-01-01.
    public init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// Creates a date, or nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.days(inMonth: month, of: year)
        else { return nil }
        dayNumber = Self.number(year: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD` strictly.
    ///
    /// - Throws: ``ProblemCode/badDate`` without a location; the reader adds where.
    public init(parsing text: String) throws(Problem) {
        let bytes = Array(text.utf8)
        let shaped =
            bytes.count == 10 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
            && [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { bytes[$0] &- 48 < 10 }
        guard shaped else {
            throw Problem(
                .badDate, "\(Problem.quoted(text)) is not a date",
                because: "a date is written YYYY-MM-DD", hint: "write a date such as 2027-01-31")
        }
        func number(_ range: Range<Int>) -> Int {
            range.reduce(0) { $0 * 10 + Int(bytes[$1] - 48) }
        }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            throw Problem(
                .badDate, "`\(text)` is not a date",
                because: Self.whyAbsent(year: year, month: month))
        }
        self = date
    }

    private static func whyAbsent(year: Int, month: Int) -> String {
        if year == 0 { return "years are numbered 0001 to 9999" }
        guard (1...12).contains(month) else { return "months are numbered 01 to 12" }
        let days = days(inMonth: month, of: year)
        return "days of that month are numbered 01 to \(days)"
    }

    /// The year, 1 … 9999.
    public var year: Int { components.year }
    /// The month, 1 … 12.
    public var month: Int { components.month }
    /// The day of the month, 1 … 31.
    public var day: Int { components.day }

    /// The year, month and day at once.
    ///
    /// - Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days, read
    ///   2026-11-23.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Returns the day `count` days later; earlier where `count` is negative.
    public func adding(days count: Int) -> CalendarDate {
        CalendarDate(dayNumber: dayNumber + count)
    }

    /// Returns the same day of the month `count` months later, or that month's last day.
    public func adding(months count: Int) -> CalendarDate {
        let (year, month, day) = components
        let total = year * 12 + (month - 1) + count
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
        return CalendarDate(dayNumber: Self.number(year: newYear, month: newMonth, day: newDay))
    }

    /// Returns the same day `count` years later; 29 February becomes 28 February.
    public func adding(years count: Int) -> CalendarDate {
        adding(months: 12 * count)
    }

    /// Returns the number of days from this day to `other`; negative where `other` is earlier.
    public func days(until other: CalendarDate) -> Int {
        other.dayNumber - dayNumber
    }

    /// The weekday, 1 for Monday … 7 for Sunday (ISO 8601).
    public var weekday: Int {
        let shifted = (dayNumber + 3) % 7
        return (shifted < 0 ? shifted + 7 : shifted) + 1
    }

    /// Returns whether `year` has a 29 February.
    public static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Returns the number of days of a month, 28 … 31.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Returns whether `left` is the earlier day.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.dayNumber < right.dayNumber
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The date as `YYYY-MM-DD`.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
