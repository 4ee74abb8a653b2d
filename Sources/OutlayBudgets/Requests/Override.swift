import OutlayValues

/// An authority's own act that lets one request go beyond one row of the budget.
///
/// It is for the request as it is raised next: it may be used until its last day while the request is
/// not raised or waits, and is over once the request was withdrawn, rejected, returned or expired.
public struct Override: Sendable, Hashable {
    /// The request it is for.
    public var request: RequestID
    /// The row.
    public var row: BalanceKey
    /// Who overrides, under their own identity.
    public var authority: PersonID
    /// Why.
    public var reason: LedgerText
    /// How far the request may go beyond the row's limit.
    public var amount: MinorUnits
    /// How much of that the request took.
    public var used: MinorUnits
    /// The last day on which it may be used, or nil for ever.
    public var expires: CalendarDate?
    /// Whether its request ended without being approved, or the authority overrode anew.
    public var isOver: Bool
    /// The event of the act.
    public var sequence: Int64

    /// Creates an override nothing was taken of.
    public init(
        request: RequestID, row: BalanceKey, authority: PersonID, reason: LedgerText,
        amount: MinorUnits, expires: CalendarDate? = nil, sequence: Int64
    ) {
        self.request = request
        self.row = row
        self.authority = authority
        self.reason = reason
        self.amount = amount
        self.expires = expires
        self.sequence = sequence
        used = .zero
        isOver = false
    }
}
