import OutlayValues

/// A time of the journal as text.
public enum RecordedTime {
    private static let day: Int64 = 86_400_000

    /// Returns milliseconds since 1970-01-01 UTC by RFC 3339, such as `2026-11-23T15:00:00.000Z`.
    public static func text(_ milliseconds: Int64) -> String {
        let days = milliseconds / day - (milliseconds % day < 0 ? 1 : 0)
        let rest = Int(milliseconds - days * day)
        let date = CalendarDate(dayNumber: Int(days)).isoText
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let (seconds, thousandths) = (rest / 1000, rest % 1000)
        return "\(date)T\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):"
            + "\(digits(seconds % 60, 2)).\(digits(thousandths, 3))Z"
    }
}
