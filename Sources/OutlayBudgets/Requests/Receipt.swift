import OutlayValues

/// Goods or services that came for an order.
public struct Receipt: Sendable, Hashable {
    /// The order.
    public var request: RequestID
    /// The delivery note's number, unique within the order.
    public var number: LedgerText
    /// The effective day.
    public var date: CalendarDate
    /// What it is worth by the order, in the order's currency.
    public var foreignAmount: MinorUnits
    /// What of it is which line of the order; empty where that was not said.
    public var parts: [LinePart]
    /// Who received it.
    public var receiver: PersonID
    /// The event that recorded it.
    public var sequence: Int64

    /// Creates a receipt.
    public init(
        request: RequestID, number: LedgerText, date: CalendarDate, foreignAmount: MinorUnits,
        parts: [LinePart] = [], receiver: PersonID, sequence: Int64
    ) {
        self.request = request
        self.number = number
        self.date = date
        self.foreignAmount = foreignAmount
        self.parts = parts
        self.receiver = receiver
        self.sequence = sequence
    }
}
