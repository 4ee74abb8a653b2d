import OutlayProblems
import OutlayValues

extension Override {
    /// What may still be taken of it on a day.
    func left(on date: CalendarDate) throws(Problem) -> MinorUnits {
        guard !isOver, expires.map({ date <= $0 }) ?? true else { return .zero }
        return try amount - used
    }
}

extension Request {
    /// Whether an override may still be used for it: it was not approved yet.
    fileprivate var takesOverrides: Bool {
        !state.isApproved && state != .closed && state != .cancelled
    }
}

extension LedgerReader {
    /// Returns the overrides that the plan of a request may use on a day: none once it was approved.
    func usableOverrides(
        for id: RequestID, on date: CalendarDate
    ) throws(Problem) -> [Override] {
        guard try request(id)?.takesOverrides ?? true else { return [] }
        var usable: [Override] = []
        for override in try overrides(for: id) where try override.left(on: date).isPositive {
            usable.append(override)
        }
        return usable
    }

    /// Returns what counts to an authority's limit on a line and year, for all requests but one.
    ///
    /// That is what may still be used of its overrides, and what is excused by those that were: no more
    /// than what now stands above the limit of the row. So an override whose request came to nothing,
    /// which ran out of time, or whose excess is covered, frees what was not used. A row that shows sums
    /// from the beginning of the year has no limit of its own; there all that was used counts.
    func overridden(
        by authority: PersonID, on node: NodeID, in year: PeriodID, besides id: RequestID,
        on date: CalendarDate
    ) throws(Problem) -> MinorUnits {
        var sum = MinorUnits.zero
        var used: [PeriodID: MinorUnits] = [:]
        for override in try overrides(by: authority, on: node)
        where override.row.period.wholeYear == year && override.request != id && !override.isOver {
            if try request(override.request)?.takesOverrides ?? true {
                sum = try sum + override.left(on: date)
            }
            let period = override.row.period
            used[period] = try (used[period] ?? .zero) + override.used
        }
        for period in used.keys.sorted() {
            let row = try row(BalanceKey(node, period))
            let counted = used[period] ?? .zero
            sum = try sum + (row.cap == nil ? counted : min(counted, row.excused))
        }
        return sum
    }
}
