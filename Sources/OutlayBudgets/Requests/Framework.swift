import OutlayProblems
import OutlayValues

/// An agreement that sets terms for orders to come: a ceiling, a period and vendors.
public struct Framework: Sendable, Hashable {
    /// Its name.
    public var id: FrameworkID
    /// What it is about.
    public var title: LedgerText
    /// Who may be called off from.
    public var vendors: [VendorID]
    /// The most that all call-offs together may come to, in the ledger's currency.
    public var ceiling: MinorUnits
    /// What is owed even without a call-off; the only part that is committed from the start.
    public var guaranteedMinimum: MinorUnits
    /// The request by which the guaranteed minimum was approved, or nil without one.
    public var approvedBy: RequestID?
    /// The first day of call-offs.
    public var start: CalendarDate
    /// The last day of call-offs; before ``start`` where it was ended before it began.
    public var end: CalendarDate
    /// What the call-offs that are alive or billed come to.
    public var calledOff: MinorUnits
    /// The budget line and month that the guaranteed minimum is committed on, or nil without one and once
    /// nothing of it can be owed any more.
    public var minimumRow: BalanceKey?
    /// What of the guaranteed minimum is still committed: what the call-offs agreed on leave of it.
    public var minimumOpen: MinorUnits
    /// What the call-offs that were agreed on come to: their totals, and what was billed of those that are over; with
    /// it what was billed of the guaranteed minimum itself.
    public var agreed: MinorUnits
    /// The event that last changed it.
    public var sequence: Int64

    /// Creates an agreement nothing was called off from.
    public init(
        _ id: FrameworkID, title: LedgerText, vendors: [VendorID], ceiling: MinorUnits,
        guaranteedMinimum: MinorUnits, start: CalendarDate, end: CalendarDate, sequence: Int64
    ) {
        self.id = id
        self.title = title
        self.vendors = vendors
        self.ceiling = ceiling
        self.guaranteedMinimum = guaranteedMinimum
        self.start = start
        self.end = end
        self.sequence = sequence
        calledOff = .zero
        minimumOpen = .zero
        agreed = .zero
    }
}

extension Framework {
    /// Returns what may still be called off, as of `date`: nothing once its last day is over.
    public func left(on date: CalendarDate) throws(Problem) -> MinorUnits {
        date <= end ? try ceiling - calledOff : .zero
    }
}
