import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A whole ledger in memory: what a store keeps, in dictionaries.
///
/// It is a value: a copy is a snapshot. Tests, replays and dry runs use it; its rows are the measure of
/// every other store.
public struct Books: Sendable {
    var settingsRow: LedgerSettings?
    var chain = ChainHead.empty
    var lines: [NodeID: Node] = [:]
    var lower: [NodeID: [NodeID]] = [:]
    var periodRows: [PeriodID: BudgetPeriod] = [:]
    var balanceRows: [BalanceKey: Balance] = [:]
    var balanceKeys: [NodeID: [BalanceKey]] = [:]
    var requestRows: [RequestID: Request] = [:]
    var requestNumbers: [Int: RequestNumber] = [:]
    var requestLines: [RequestID: [RequestLine]] = [:]
    var revisionRows: [RequestID: [RequestRevision]] = [:]
    var charged: [NodeID: Set<RequestID>] = [:]
    var invoiceRows: [InvoiceKey: Invoice] = [:]
    var receiptRows: [RequestID: [Receipt]] = [:]
    var frameworkRows: [FrameworkID: Framework] = [:]
    var overrideRows: [RequestID: [Override]] = [:]
    var overrunRows: [Overrun] = []
    var evidenceRows: [Evidence] = []
    var importedRows: [InvoiceKey: [ImportedActual]] = [:]
    var delegationRows: [Int64: LentAuthority] = [:]
    var documentRows: [LedgerDocument] = []
    var answers: [IdempotencyKey: KeptAnswer] = [:]
    var postingLog: [NodeID: [LoggedPosting]] = [:]
    /// The journal, in order.
    public private(set) var events: [StoredEvent] = []
    /// The rules of approval, which know the documents of the ledger.
    public private(set) var approvalRules: any ApprovalRules

    struct InvoiceKey: Hashable {
        var issuer: LedgerText
        var number: LedgerText
    }

    struct KeptAnswer {
        var answer: Answer
        var bodyHash: SHA256Value
    }

    struct LoggedPosting {
        var sequence: Int64
        var effective: CalendarDate
        var posting: Posting
    }

    /// Creates a ledger that is not opened yet.
    public init(approvalRules: any ApprovalRules) {
        self.approvalRules = approvalRules
    }

    /// Creates the ledger that a journal makes, without deciding anything again.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` for an entry that cannot be read, is out of order or does
    ///   not continue the chain.
    public init(
        replaying journal: some Sequence<StoredEvent>, approvalRules: any ApprovalRules
    ) throws(Problem) {
        self.init(approvalRules: approvalRules)
        for stored in journal { try replay(stored) }
    }

    /// Applies the next entry of a journal.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``; then nothing changed.
    public mutating func replay(_ stored: StoredEvent) throws(Problem) {
        guard SHA256Value.link(chain.hash, stored.bytes) == stored.hash else {
            throw Self.damaged(stored, "its hash is not that of its content and the entry before")
        }
        let event = try LedgerEvent(canonicalBytes: stored.bytes)
        try requireNext(event, stored)
        try apply(event, stored)
    }

    /// Throws ``ProblemCode/damagedEvent`` unless `event`, which was read from `stored`, comes next.
    func requireNext(_ event: LedgerEvent, _ stored: StoredEvent) throws(Problem) {
        guard event.sequence == chain.sequence + 1, stored.sequence == event.sequence else {
            throw Self.damaged(stored, "entry \(chain.sequence + 1) was expected")
        }
        guard event.recordedMilliseconds >= chain.recordedMilliseconds else {
            throw Self.damaged(stored, "it was recorded before the entry before it")
        }
    }

    private static func damaged(_ stored: StoredEvent, _ why: String) -> Problem {
        Problem(
            .damagedEvent, "entry \(stored.sequence) does not continue the journal", because: why,
            hint: "restore a backup, and compare with an exported checkpoint")
    }

    mutating func apply(_ event: LedgerEvent, _ stored: StoredEvent) throws(Problem) {
        try change(event.body, keeping: event.body.rows)
        for posting in event.body.postings {
            postingLog[posting.row.node, default: []].append(
                LoggedPosting(
                    sequence: event.sequence, effective: event.effective, posting: posting))
        }
        if let key = event.idempotencyKey {
            answers[key] = KeptAnswer(answer: event.body.answer, bodyHash: event.bodyHash)
        }
        advance(to: event, stored.hash)
        events.append(stored)
    }

    /// Changes the balance rows as an event says, and puts `rows` of its own rows in.
    mutating func change(_ body: EventBody, keeping rows: [RowChange]) throws(Problem) {
        let changed = try balances(after: body)
        var rules = approvalRules
        for case .document(let document) in rows { rules = try rules.knowing(document) }
        approvalRules = rules
        for row in changed {
            if balanceRows.updateValue(row, forKey: row.key) == nil {
                balanceKeys[row.key.node, default: []].append(row.key)
            }
        }
        for row in rows { put(row) }
    }

    /// Moves the end of the chain to an event.
    mutating func advance(to event: LedgerEvent, _ hash: SHA256Value) {
        chain = ChainHead(
            sequence: event.sequence, hash: hash, recordedMilliseconds: event.recordedMilliseconds)
    }

    private mutating func put(_ change: RowChange) {
        switch change {
        case .settings(let row): settingsRow = row
        case .node(let row):
            if lines.updateValue(row, forKey: row.id) == nil, let parent = row.parent {
                lower[parent, default: []].append(row.id)
            }
        case .period(let row): periodRows[row.id] = row
        case .document(let row): documentRows.append(row)
        case .request(let row):
            if requestRows.updateValue(row, forKey: row.id) == nil,
                let number = RequestNumber(of: row.id)
            {
                requestNumbers[number.year] = max(requestNumbers[number.year] ?? number, number)
            }
        case .requestLine(let row):
            charged[row.node, default: []].insert(row.request)
            requestLines[row.request, default: []].put(row) { $0.number == row.number }
        case .requestRevision(let row):
            revisionRows[row.request, default: []].put(row) { $0.number == row.number }
        case .invoice(let row):
            invoiceRows[InvoiceKey(issuer: row.issuer, number: row.number)] = row
        case .receipt(let row):
            receiptRows[row.request, default: []].put(row) { $0.number == row.number }
        case .framework(let row): frameworkRows[row.id] = row
        case .override(let row):
            overrideRows[row.request, default: []].put(row) {
                $0.row == row.row && $0.authority == row.authority
            }
        case .overrun(let row):
            overrunRows.put(row) { $0.sequence == row.sequence && $0.row == row.row }
        case .evidence(let row): evidenceRows.append(row)
        case .delegation(let row): delegationRows[row.number] = row
        case .importedActual(let row):
            let key = InvoiceKey(issuer: row.issuer, number: row.document)
            importedRows[key, default: []].put(row) {
                $0.node == row.node && $0.period == row.period
            }
        }
    }
}

extension Array {
    /// Replaces the element that `isSame` finds, or adds one.
    fileprivate mutating func put(_ element: Element, where isSame: (Element) -> Bool) {
        if let index = lastIndex(where: isSame) {
            self[index] = element
        } else {
            append(element)
        }
    }
}
