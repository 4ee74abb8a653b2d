import OutlayProblems
import OutlayValues

/// A period of the ledger with its state.
public struct BudgetPeriod: Sendable, Hashable {
    /// A fiscal year, or a month of one.
    public var id: PeriodID
    /// The first day.
    public var start: CalendarDate
    /// The last day.
    public var end: CalendarDate
    /// What may still be posted.
    public var state: PeriodState

    /// Creates a period.
    public init(_ id: PeriodID, start: CalendarDate, end: CalendarDate, state: PeriodState) {
        self.id = id
        self.start = start
        self.end = end
        self.state = state
    }
}

/// What may be posted in a period.
public enum PeriodState: String, Sendable, Hashable, CaseIterable {
    /// Everything.
    case open
    /// Invoices, credits and receipts of what was ordered; no new plans.
    case softClosed = "soft_closed"
    /// Nothing.
    case closed
}
