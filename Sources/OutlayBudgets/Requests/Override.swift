/// An authority's own act that lets one request go beyond one row of the budget.
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
    /// The event of the act.
    public var sequence: Int64

    /// Creates an override nothing was taken of.
    public init(
        request: RequestID, row: BalanceKey, authority: PersonID, reason: LedgerText,
        amount: MinorUnits, sequence: Int64
    ) {
        self.request = request
        self.row = row
        self.authority = authority
        self.reason = reason
        self.amount = amount
        self.sequence = sequence
        used = .zero
    }
}
