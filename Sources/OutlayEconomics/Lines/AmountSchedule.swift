import OutlayProblems
import OutlayValues

/// Amounts that a source gives year by year or day by day.
public enum AmountSchedule: Sendable, Hashable {
    /// One amount for each study year, from the first on.
    case studyYears([ExactDecimal])
    /// Amounts by their time, ascending.
    case dated([Entry])

    /// One amount with its time.
    public struct Entry: Sendable, Hashable {
        /// When it falls due.
        public var time: Time
        /// The amount; a credit is negative.
        public var amount: ExactDecimal

        /// Creates an entry.
        public init(_ time: Time, _ amount: ExactDecimal) {
            self.time = time
            self.amount = amount
        }
    }

    /// When an amount falls due.
    public enum Time: Sendable, Hashable {
        /// In the study year that begins in this calendar year.
        case year(Int)
        /// On a day.
        case day(CalendarDate)
    }

    /// Returns the amount of each study year up to `count`, from the first on.
    func amounts(years count: Int, of horizon: Horizon) throws(Problem) -> [ExactDecimal] {
        var amounts = [ExactDecimal](repeating: .zero, count: count)
        switch self {
        case .studyYears(let stated):
            for (index, amount) in stated.prefix(count).enumerated() { amounts[index] = amount }
        case .dated(let entries):
            for entry in entries {
                guard case .year(let year) = entry.time else { continue }
                let index = year - horizon.start.year
                if amounts.indices.contains(index) { try amounts[index] += entry.amount }
            }
        }
        return amounts
    }

    /// The amounts that fall due on a day.
    var days: [(day: CalendarDate, amount: ExactDecimal)] {
        guard case .dated(let entries) = self else { return [] }
        return entries.compactMap { entry in
            if case .day(let day) = entry.time { (day, entry.amount) } else { nil }
        }
    }
}
