import OutlayProblems
import OutlayValues

/// Amounts on days.
public struct DatedFlows: Sendable, Hashable {
    /// The amounts in one currency, costs negative; finite, at least one.
    public let amounts: [Double]
    /// The day of each amount.
    public let dates: [CalendarDate]
    /// How days become years.
    public let dayCount: DayCount
    /// The day whose money a present value is in.
    public let base: CalendarDate

    /// Joins amounts and their days, in any order.
    ///
    /// - Parameters:
    ///   - amounts: Finite amounts, costs negative.
    ///   - dates: As many days.
    ///   - dayCount: How days become years.
    ///   - base: The day whose money a present value is in; nil for the earliest.
    /// - Throws: ``ProblemCode/lengthMismatch``, ``ProblemCode/emptyInput``, ``ProblemCode/nonFinite``, or
    ///   ``ProblemCode/dateBeforeBase`` for a day before `base`.
    public init(
        _ amounts: [Double], on dates: [CalendarDate],
        by dayCount: DayCount = .actual365Fixed, base: CalendarDate? = nil
    ) throws(Problem) {
        guard amounts.count == dates.count else {
            throw FlowProblems.lengths("dates", dates.count, "flows", amounts.count)
        }
        try FlowProblems.check(amounts)
        guard let earliest = dates.min() else { throw FlowProblems.empty("dates") }
        if let base, earliest < base {
            throw Problem(
                .dateBeforeBase, "a flow on \(earliest) falls before the base date \(base)",
                because: "a present value in the money of a day counts what comes on it or later",
                hint: "leave the base date out, and the earliest date is taken")
        }
        self.amounts = amounts
        self.dates = dates
        self.dayCount = dayCount
        self.base = base ?? earliest
    }

    /// The years from the base to each day.
    public var years: [Double] { dates.map { dayCount.years(from: base, to: $0) } }

    /// Throws unless two of the days differ.
    func requireTimeSpan() throws(Problem) {
        let years = years
        guard let first = years.first, years.allSatisfy({ $0 == first }) else { return }
        throw Problem(
            .noTimeSpan, "all flows fall on \(dates.count == 1 ? "one day" : "the same day")",
            because: "a rate per year takes flows at two times at least",
            hint: "give the day of each flow")
    }
}
