import OutlayValues

/// What a request asks of one budget line in one month.
///
/// Amounts are kept twice: in the request's currency, by which the order is measured, and in the
/// ledger's, by which the budget is. Where the two currencies agree, so do the amounts.
public struct RequestLine: Sendable, Hashable {
    /// The request.
    public var request: RequestID
    /// Its number within the request, from 1.
    public var number: Int
    /// The budget line.
    public var node: NodeID
    /// The month that is charged.
    public var period: PeriodID
    /// What was asked for, in the request's currency.
    public var foreignAmount: MinorUnits
    /// What was billed of it, less credits that reopened it, in the request's currency.
    public var foreignBilled: MinorUnits
    /// What a change order would add, in the request's currency.
    public var foreignRaise: MinorUnits
    /// What is still owed or asked for, in the request's currency.
    public var foreignOpen: MinorUnits
    /// What was asked for, at the last rating.
    public var amount: MinorUnits
    /// What stands in actual for it.
    public var billed: MinorUnits
    /// What stands in reserved for it: the request itself, or the raise of a change order.
    public var reserved: MinorUnits
    /// What stands in committed for it.
    public var committed: MinorUnits
    /// The row that takes actuals when the line was carried elsewhere, or nil.
    public var carriedTo: Int?

    /// Creates a line of which nothing is reserved yet.
    public init(
        _ request: RequestID, _ number: Int, node: NodeID, period: PeriodID,
        foreignAmount: MinorUnits, amount: MinorUnits
    ) {
        self.request = request
        self.number = number
        self.node = node
        self.period = period
        self.foreignAmount = foreignAmount
        self.amount = amount
        foreignOpen = foreignAmount
        foreignBilled = .zero
        foreignRaise = .zero
        billed = .zero
        reserved = .zero
        committed = .zero
    }
}

extension RequestLine {
    /// Whether something of it is asked for, owed, or held.
    var holdsMoney: Bool {
        foreignOpen.isPositive || reserved.isPositive || committed.isPositive
    }
}
