import OutlayValues

/// How the days between two dates become years.
public enum DayCount: String, Sendable, Hashable, CaseIterable {
    /// Actual days / 365, leap years included.
    case actual365Fixed = "ACT/365F"
    /// Actual days / 360.
    case actual360 = "ACT/360"
    /// Days in leap years / 366 plus other days / 365.
    case actualActualISDA = "ACT/ACT ISDA"
    /// Months of 30 days, the 31st counted as the 30th.
    case thirtyE360 = "30E/360"
    /// Months of 30 days with the end-of-February rules of the United States.
    case thirty360US = "30/360 US"

    /// Returns the years from one day to a later one; negative where it is earlier.
    ///
    ///     DayCount.actual365Fixed.years(from: newYear2024, to: newYear2025)   // 366/365
    ///
    /// - Source: ISDA, *2006 Definitions*, section 4.16 (b), (d), (e), (g); 30/360 US as in SIFMA, *Standard
    ///   Securities Calculation Methods*, vol. 1, 3rd ed.
    public func years(from start: CalendarDate, to end: CalendarDate) -> Double {
        if end < start { return -years(from: end, to: start) }
        switch self {
        case .actual365Fixed: return Double(start.days(until: end)) / 365
        case .actual360: return Double(start.days(until: end)) / 360
        case .actualActualISDA: return Self.actualYears(start, end)
        case .thirtyE360: return Self.thirtyDays(start, end, isUS: false) / 360
        case .thirty360US: return Self.thirtyDays(start, end, isUS: true) / 360
        }
    }

    private static func actualYears(_ start: CalendarDate, _ end: CalendarDate) -> Double {
        let (first, last) = (start.year, end.year)
        func length(_ year: Int) -> Double { CalendarDate.isLeap(year: year) ? 366 : 365 }
        func newYear(_ year: Int) -> Int {
            CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0
        }
        guard first < last else { return Double(start.days(until: end)) / length(first) }
        let head = Double(newYear(first) + Int(length(first)) - start.dayNumber) / length(first)
        let tail = Double(end.dayNumber - newYear(last)) / length(last)
        return head + Double(last - first - 1) + tail
    }

    private static func thirtyDays(
        _ start: CalendarDate, _ end: CalendarDate, isUS: Bool
    ) -> Double {
        let (from, to) = (start.components, end.components)
        var (firstDay, lastDay) = (from.day, to.day)
        if isUS {
            func endsFebruary(_ date: (year: Int, month: Int, day: Int)) -> Bool {
                date.month == 2 && date.day == CalendarDate.days(inMonth: 2, of: date.year)
            }
            if endsFebruary(from) {
                if endsFebruary(to) { lastDay = 30 }
                firstDay = 30
            }
            if lastDay == 31, firstDay >= 30 { lastDay = 30 }
            if firstDay == 31 { firstDay = 30 }
        } else {
            (firstDay, lastDay) = (min(firstDay, 30), min(lastDay, 30))
        }
        return Double(
            360 * (to.year - from.year) + 30 * (to.month - from.month) + lastDay - firstDay)
    }

    /// The days of the year that this count takes, where they are the same in every year.
    var daysPerYear: Double? {
        switch self {
        case .actual365Fixed: 365
        case .actualActualISDA: nil
        case .actual360, .thirtyE360, .thirty360US: 360
        }
    }
}
