/// What another system's document was booked with on one line in one month.
///
/// It is kept so that the same document is not counted a second time, by whichever file it comes.
public struct ImportedActual: Sendable, Hashable {
    /// Who issued the document: `vendor:ID` where the vendor is known, else the name that the file gives.
    public var issuer: LedgerText
    /// The document: an invoice's number, or an account and its billing month.
    public var document: LedgerText
    /// The budget line.
    public var node: NodeID
    /// The month.
    public var period: PeriodID
    /// What the file said in all; below 0 for money that came back.
    public var amount: MinorUnits
    /// The order it was counted against, or nil.
    public var request: RequestID?
    /// The SHA-256 of the file, in hexadecimal; empty where none was named.
    public var source: LedgerText
    /// The event that last booked it.
    public var sequence: Int64

    /// Creates an entry.
    public init(
        issuer: LedgerText, document: LedgerText, node: NodeID, period: PeriodID,
        amount: MinorUnits, request: RequestID?, source: LedgerText, sequence: Int64
    ) {
        self.issuer = issuer
        self.document = document
        self.node = node
        self.period = period
        self.amount = amount
        self.request = request
        self.source = source
        self.sequence = sequence
    }
}
