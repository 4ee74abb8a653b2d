import OutlayValues

/// What the journal tells of one request.
public struct RequestHistory: Sendable {
    /// The request.
    public let id: RequestID
    /// The request as it was after each event that changed it, in order.
    public private(set) var states: [State] = []
    /// Its lines as they are, in order.
    public private(set) var lines: [RequestLine] = []
    /// What persons did, in order; refused attempts are none.
    public private(set) var acts: [Act] = []
    /// What came, in order.
    public private(set) var receipts: [Receipt] = []
    /// Its invoices and credit notes as they are, in the order in which they first came.
    public private(set) var invoices: [Bill] = []

    /// The request after one event.
    public struct State: Sendable {
        /// The number of the event.
        public var sequence: Int64
        /// What happened.
        public var kind: EventKind
        /// The effective day.
        public var date: CalendarDate
        /// The request.
        public var request: Request
    }

    /// What one person did.
    public struct Act: Sendable, Hashable {
        /// The number of the event.
        public var sequence: Int64
        /// What.
        public var kind: EventKind
        /// Who.
        public var person: PersonID
        /// The effective day.
        public var date: CalendarDate
        /// When it was written: milliseconds since 1970-01-01 UTC.
        public var recordedMilliseconds: Int64
    }

    /// An invoice or credit note, with the event that first brought it.
    public struct Bill: Sendable {
        /// The number of the event.
        public var sequence: Int64
        /// The bill as it is.
        public var invoice: Invoice
    }

    init(_ id: RequestID) {
        self.id = id
    }

    /// The request as it is, or nil where only refused attempts name it.
    public var latest: Request? { states.last?.request }

    mutating func follow(_ event: LedgerEvent) {
        let kind = event.body.kind
        if kind != .refused {
            acts.append(
                Act(
                    sequence: event.sequence, kind: kind, person: event.actor,
                    date: event.effective, recordedMilliseconds: event.recordedMilliseconds))
        }
        for row in event.body.rows {
            switch row {
            case .request(let row) where row.id == id:
                states.append(
                    State(
                        sequence: event.sequence, kind: kind, date: event.effective, request: row))
            case .requestLine(let row) where row.request == id:
                if let index = lines.firstIndex(where: { $0.number == row.number }) {
                    lines[index] = row
                } else {
                    lines.append(row)
                }
            case .receipt(let row) where row.request == id: receipts.append(row)
            case .invoice(let row) where row.request == id:
                let known = invoices.firstIndex {
                    $0.invoice.issuer == row.issuer && $0.invoice.number == row.number
                }
                if let known {
                    invoices[known].invoice = row
                } else {
                    invoices.append(Bill(sequence: event.sequence, invoice: row))
                }
            default: break
            }
        }
    }

    /// The acts of a kind.
    func acts(_ kind: EventKind) -> [Act] { acts.filter { $0.kind == kind } }
}
