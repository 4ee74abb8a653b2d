import OutlayValues

/// A bill of a vendor, or a credit note.
public struct Invoice: Sendable, Hashable {
    /// The vendor, or the request where its vendor is not known: numbers are unique within it.
    public var issuer: LedgerText
    /// The vendor's own number.
    public var number: LedgerText
    /// The order it bills.
    public var request: RequestID
    /// Whether it asks for money or gives it back.
    public var kind: InvoiceKind
    /// The invoice that a credit note names, or nil.
    public var credits: LedgerText?
    /// The effective day.
    public var date: CalendarDate
    /// Its amount in ``currency``, above 0.
    public var foreignAmount: MinorUnits
    /// Its currency.
    public var currency: Currency
    /// One unit of ``currency`` in the ledger's, or nil where the two agree.
    public var rate: ExactDecimal?
    /// What was booked in actual; taken back by a credit note.
    public var booked: MinorUnits
    /// What credit notes gave back of it.
    public var credited: MinorUnits
    /// Where it stands.
    public var state: InvoiceState
    /// What of it falls on which line of the order, as it says itself; empty where it names none.
    public var parts: [LinePart]
    /// Whether no more are to come.
    public var isFinal: Bool
    /// Who booked it, or recorded the dispute.
    public var bookedBy: PersonID
    /// The event that last changed it.
    public var sequence: Int64

    /// Creates an invoice of which nothing is booked yet.
    public init(
        issuer: LedgerText, number: LedgerText, request: RequestID, kind: InvoiceKind,
        date: CalendarDate, foreignAmount: MinorUnits, currency: Currency, rate: ExactDecimal?,
        bookedBy: PersonID, sequence: Int64
    ) {
        self.issuer = issuer
        self.number = number
        self.request = request
        self.kind = kind
        self.date = date
        self.foreignAmount = foreignAmount
        self.currency = currency
        self.rate = rate
        self.bookedBy = bookedBy
        self.sequence = sequence
        booked = .zero
        credited = .zero
        state = .booked
        parts = []
        isFinal = false
    }
}

/// Whether a bill asks for money or gives it back.
public enum InvoiceKind: String, Sendable, Hashable, CaseIterable {
    /// An invoice.
    case invoice
    /// A credit note.
    case credit
}

/// Where a bill stands.
public enum InvoiceState: String, Sendable, Hashable, CaseIterable {
    /// It stands in actual.
    case booked
    /// It was refused as a posting and is shown as exposure.
    case disputed
    /// It was disputed and given up.
    case dropped
}
