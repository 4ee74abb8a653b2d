import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A journal as it is read for an audit: its entries, and what became of each request.
///
/// It is made from the events alone, so that an audit needs no more than the journal.
public struct AuditJournal: Sendable {
    /// The entries, in order.
    public private(set) var entries: [AuditEntry] = []
    /// What became of each request.
    public private(set) var requests: [RequestID: RequestHistory] = [:]
    /// The documents, in the order in which they were loaded.
    public private(set) var documents: [LedgerDocument] = []
    /// The settings, or nil before the ledger is opened.
    public private(set) var settings: LedgerSettings?
    private var own = OwnPostings()

    /// Creates a journal without entries.
    public init() {}

    /// Reads a whole journal.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` for an entry that cannot be read.
    public init(_ journal: some Sequence<StoredEvent>) throws(Problem) {
        for stored in journal { try follow(stored) }
    }

    /// Reads the next entry.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public mutating func follow(_ stored: StoredEvent) throws(Problem) {
        let event = try LedgerEvent(canonicalBytes: stored.bytes)
        for row in event.body.rows {
            switch row {
            case .settings(let row): settings = row
            case .document(let row): documents.append(row)
            default: break
            }
        }
        let named = Self.requests(of: event)
        let postings = try own.follow(event)
        for request in named { requests[request, default: RequestHistory(request)].follow(event) }
        entries.append(
            AuditEntry(
                event: event, hash: stored.hash, requests: named,
                amount: try amount(of: event, named.first, postings)))
    }

    /// The requests, in the order of their names.
    public var histories: [RequestHistory] { requests.keys.sorted().compactMap { requests[$0] } }

    /// The lines of the budget tree.
    public var lines: [Node] { own.lines }

    private static func requests(of event: LedgerEvent) -> [RequestID] {
        var named: [RequestID] = []
        for row in event.body.rows {
            let id: RequestID? =
                switch row {
                case .request(let row): row.id
                case .receipt(let row): row.request
                case .invoice(let row): row.request
                case .override(let row): row.request
                case .evidence(let row): row.request
                default: nil
                }
            if let id, !named.contains(id) { named.append(id) }
        }
        guard named.isEmpty, event.body.kind == .refused,
            case .object(let details) = event.body.details,
            case .string(let command) = details["command"],
            case .string(let subject) = details["subject"]
        else { return named }
        return Self.commandsOfRequests.contains(command) ? [RequestID(known: subject)] : []
    }

    /// The commands whose refusals name a request as their subject.
    private static let commandsOfRequests: Set<String> = [
        Submit.name, Approve.name, Reject.name, ReturnForChanges.name, Withdraw.name, Amend.name,
        PlaceOrder.name, Receive.name, BookInvoice.name, BookCredit.name, Cancel.name,
        CarryForward.name, OverrideBudget.name,
    ]

    private func amount(
        of event: LedgerEvent, _ request: RequestID?, _ postings: [Posting]
    ) throws(Problem) -> MinorUnits? {
        switch event.body.kind {
        case .refused:
            guard case .object(let details) = event.body.details,
                case .number(let text) = details["requested"], let count = Int64(text)
            else { return nil }
            return MinorUnits(count)
        case .invoiced, .credited:
            for case .invoice(let row) in event.body.rows where row.sequence == event.sequence {
                return row.kind == .credit ? try row.booked.negated() : row.booked
            }
            return nil
        case .received:
            guard let request, let row = requests[request]?.latest,
                row.currency == settings?.currency
            else { return nil }
            for case .receipt(let receipt) in event.body.rows { return receipt.foreignAmount }
            return nil
        case .overridden:
            var sum = MinorUnits.zero
            for case .override(let row) in event.body.rows { sum = try sum + row.amount }
            return sum
        case .allotted, .revised, .lapsed, .transferred:
            let moved = postings.filter { $0.bucket == .allotted }.map(\.amount)
            let isTransfer = event.body.kind == .transferred
            return try Self.sum(moved.filter { !isTransfer || $0.isPositive })
        case .commandProposed:
            for case .document(let row) in event.body.rows {
                guard case .waiting(let proposal) = try Proposal.standing(row) else { continue }
                return proposal.command.proposedAmount
            }
            return nil
        case .frameworkEnded:
            let released = try Self.sum(postings.filter { $0.bucket == .committed }.map(\.amount))
            return released.isZero ? nil : try released.negated()
        case .actualsImported:
            return try Self.sum(postings.filter { $0.bucket == .actual }.map(\.amount))
        default:
            var totals: [MinorUnits] = []
            for case .request(let row) in event.body.rows {
                totals.append(row.amendment?.total ?? row.total)
            }
            return totals.isEmpty ? nil : try Self.sum(totals)
        }
    }

    private static func sum(_ amounts: [MinorUnits]) throws(Problem) -> MinorUnits {
        var sum = MinorUnits.zero
        for amount in amounts { sum = try sum + amount }
        return sum
    }
}

extension AuditJournal {
    /// Returns the document of a kind that was in force on a day, or nil.
    package func document(_ kind: LedgerDocumentKind, on date: CalendarDate) -> LedgerDocument? {
        documents.filter { $0.kind == kind && $0.effectiveFrom <= date }
            .max { ($0.effectiveFrom, $0.sequence) < ($1.effectiveFrom, $1.sequence) }
    }

    /// Returns the policy version that a request was judged by, or nil where the journal has no such text.
    func policy(_ reference: PolicyReference) throws(Problem) -> Policy? {
        let found = documents.last {
            $0.kind == .policy && $0.id == reference.id && $0.revision == reference.revision
        }
        return try found.map { document throws(Problem) in try Self.read(document) }
    }

    /// Returns the vendor register that was in force on a day, or an empty one.
    func vendors(on date: CalendarDate) throws(Problem) -> VendorRegister {
        try document(.vendors, on: date).map { document throws(Problem) in
            try Self.read(document)
        } ?? .empty
    }

    /// The legal names of all vendors that any register had, by identifier; the last one counts.
    ///
    /// - Throws: A ``Problem`` where a register cannot be read.
    public func vendorNames() throws(Problem) -> [VendorID: String] {
        var names: [VendorID: String] = [:]
        for document in documents where document.kind == .vendors {
            let register: VendorRegister = try Self.read(document)
            for vendor in register.vendors { names[vendor.id] = vendor.legalName }
        }
        return names
    }

    /// Returns the duties that held on a day: the standard ones where no organisation was loaded.
    func duties(on date: CalendarDate) throws(Problem) -> DutiesMatrix {
        guard let document = document(.organisation, on: date) else { return DutiesMatrix() }
        let organisation: Organisation = try Self.read(document)
        return organisation.duties
    }

    /// What every output of an audit says of the duties, one for each organisation that says it.
    public func remarks() throws(Problem) -> [Problem] {
        for document in documents.reversed() where document.kind == .organisation {
            let organisation: Organisation = try Self.read(document)
            if let remark = organisation.duties.remark { return [remark] }
        }
        return []
    }

    private static func read<Document: GovernedDocument>(
        _ document: LedgerDocument
    ) throws(Problem) -> Document {
        let value = try JSONValue(parsing: document.text, name: document.id.text)
        do throws(DocumentFaults) {
            return try Document(json: value)
        } catch {
            throw error.first
        }
    }
}
