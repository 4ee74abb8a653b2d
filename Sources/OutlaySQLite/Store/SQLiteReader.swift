import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What decisions and reports look up in a ledger file, by statements that are prepared once.
///
/// A reader is used only inside the transaction it was handed out for. What changes rarely (settings,
/// lines, periods, documents), and the balances last looked at, are kept in memory and forgotten when another
/// process wrote.
public final class SQLiteReader: LedgerReader {
    let statements: StatementCache
    /// The end of the chain in the present transaction.
    var currentHead: ChainHead = .empty
    /// The rules of approval, which know the documents that were read so far.
    public private(set) var approvalRules: any ApprovalRules
    private var knownDocuments: Set<LedgerText> = []
    fileprivate var memory = Memory()

    /// What was read and still holds.
    fileprivate struct Memory {
        var settings: LedgerSettings?
        var nodes: [NodeID: Node] = [:]
        var periods: [PeriodID: BudgetPeriod] = [:]
        /// Nil for a question that no document answers.
        var documents: [DocumentQuestion: LedgerDocument?] = [:]
        /// Whether anything was ever overridden; most ledgers never are, and each request asks.
        var hasOverrides: Bool?
        /// Balance rows, as this store's own events leave them; the condition under which a row changes finds
        /// out where the file says otherwise.
        var balances: [BalanceKey: Balance?] = [:]
    }

    fileprivate struct DocumentQuestion: Hashable {
        var kind: LedgerDocumentKind
        var date: CalendarDate
    }

    init(statements: StatementCache, approvalRules: any ApprovalRules) {
        self.statements = statements
        self.approvalRules = approvalRules
    }

    /// Begins a transaction at `head`; what was read before holds where nobody else wrote.
    func begin(at head: ChainHead) {
        if head.sequence != currentHead.sequence || head.hash != currentHead.hash {
            memory = Memory()
        }
        // A few megabytes, however many lines and periods there are.
        if memory.balances.count > 10_000 { memory.balances = [:] }
        currentHead = head
    }

    /// Forgets what an event changed.
    func forget(_ event: LedgerEvent, rows: [Balance]) {
        for row in rows { memory.balances[row.key] = .some(row) }
        for change in event.body.rows {
            switch change {
            case .settings, .node, .period, .document:
                let balances = memory.balances
                memory = Memory()
                memory.balances = balances
            case .override: memory.hasOverrides = true
            default: break
            }
        }
    }

    /// Forgets everything, after a transaction that came to nothing.
    func forgetAll() {
        memory = Memory()
        currentHead = .empty
    }

    /// Lets the rules read a document once for all commands; one that they cannot read they refuse when
    /// they need it.
    fileprivate func learn(_ document: LedgerDocument?) {
        guard let document, knownDocuments.insert(document.hash).inserted,
            let rules = try? approvalRules.knowing(document)
        else { return }
        approvalRules = rules
    }

    // MARK: Rows

    /// Returns the rows of a query whose columns are those of `Row`.
    func rows<Row: LedgerRow>(
        _ sql: String, _ type: Row.Type = Row.self,
        bind: (PreparedStatement) -> Void = { _ in }
    ) throws(Problem) -> [Row] {
        let statement = try statements.statement(sql)
        bind(statement)
        defer { statement.reset() }
        var rows: [Row] = []
        while try statement.step() { rows.append(try Row(values: statement.values(of: Row.shape))) }
        return rows
    }

    fileprivate func row<Row: LedgerRow>(
        _ table: TableText, _ type: Row.Type = Row.self, bind: (PreparedStatement) -> Void
    ) throws(Problem) -> Row? {
        let statement = try statements.statement(table.selectByKey)
        bind(statement)
        defer { statement.reset() }
        return try statement.step() ? try Row(values: statement.values(of: Row.shape)) : nil
    }

    // MARK: Settings and structure

    /// Returns the settings, or nil before the ledger is opened.
    public func settings() throws(Problem) -> LedgerSettings? {
        if let known = memory.settings { return known }
        memory.settings = try rows(TableText.setting.select(), LedgerSettings.self).first
        return memory.settings
    }

    /// Returns the end of the chain.
    public func head() throws(Problem) -> ChainHead { currentHead }

    /// Returns a line, or nil.
    public func node(_ id: NodeID) throws(Problem) -> Node? {
        if let known = memory.nodes[id] { return known }
        let found: Node? = try row(.node) { $0.bind(1, id.text) }
        memory.nodes[id] = found
        return found
    }

    /// Returns the lines above `id`, nearest first.
    public func ancestors(of id: NodeID) throws(Problem) -> [Node] {
        var found: [Node] = []
        var next = try node(id)?.parent
        while let parent = next, let node = try node(parent) {
            guard !found.contains(where: { $0.id == parent }) else {
                throw Problem(
                    .damagedLedger, "the line \(Problem.quoted(parent.text)) lies above itself",
                    because: "the lines of a budget are a tree", hint: "verify the ledger")
            }
            found.append(node)
            next = node.parent
        }
        return found
    }

    /// Returns the lines directly below `id`.
    public func children(of id: NodeID) throws(Problem) -> [Node] {
        try rows(TableText.node.select(where: "parent = ?1")) { $0.bind(1, id.text) }
    }

    /// Returns all lines.
    public func nodes() throws(Problem) -> [Node] {
        try rows(TableText.node.select())
    }

    /// Returns a period, or nil where its year was never opened.
    public func period(_ id: PeriodID) throws(Problem) -> BudgetPeriod? {
        if let known = memory.periods[id] { return known }
        let found: BudgetPeriod? = try row(.period) { $0.bind(1, id.description) }
        memory.periods[id] = found
        return found
    }

    /// Returns all periods.
    public func periods() throws(Problem) -> [BudgetPeriod] {
        try rows(TableText.period.select(), BudgetPeriod.self).sorted { $0.id < $1.id }
    }

    // MARK: Balances

    /// Returns a balance row, or nil where nothing was ever posted to it.
    public func balance(_ key: BalanceKey) throws(Problem) -> Balance? {
        if let known = memory.balances[key] { return known }
        let found: Balance? = try row(.balance) {
            $0.bind(1, key.node.text)
            $0.bind(2, key.period.description)
        }
        memory.balances[key] = .some(found)
        return found
    }

    /// Returns all balance rows of a line, or of all lines.
    public func balances(of node: NodeID?) throws(Problem) -> [Balance] {
        let found: [Balance] =
            if let node {
                try rows(TableText.balance.select(where: "node = ?1")) { $0.bind(1, node.text) }
            } else {
                try rows(TableText.balance.select())
            }
        return found.sorted { $0.key < $1.key }
    }

    /// Returns the postings to a line in the order of their events.
    public func postings(
        to node: NodeID, upTo sequence: Int64, effectiveBy date: CalendarDate
    ) throws(Problem) -> [Posting] {
        let statement = try statements.statement(
            """
            SELECT posting.period, posting.bucket, posting.amount
            FROM posting JOIN event ON event.sequence = posting.sequence
            WHERE posting.node = ?1 AND posting.sequence <= ?2 AND event.effective <= ?3
            ORDER BY posting.sequence, posting.number
            """)
        statement.bind(1, node.text)
        statement.bind(2, sequence)
        statement.bind(3, date.description)
        defer { statement.reset() }
        var found: [Posting] = []
        while try statement.step() {
            guard let bucket = Bucket(rawValue: statement.text(1)) else {
                throw Problem(
                    .damagedLedger, "\(Problem.quoted(statement.text(1))) is no bucket",
                    because: "a posting adds to a bucket", hint: "verify the ledger")
            }
            found.append(
                Posting(
                    BalanceKey(node, try PeriodID(parsing: statement.text(0))), bucket,
                    MinorUnits(statement.integer(2))))
        }
        return found
    }
}

// MARK: - Requests and bills

extension SQLiteReader {
    /// Returns a request, or nil.
    public func request(_ id: RequestID) throws(Problem) -> Request? {
        try row(.request) { $0.bind(1, id.text) }
    }

    /// Returns a frozen revision of a request, or nil.
    public func revision(
        _ number: Int, of id: RequestID
    ) throws(Problem) -> RequestRevision? {
        try row(.requestRevision) {
            $0.bind(1, id.text)
            $0.bind(2, Int64(number))
        }
    }

    /// Returns the frozen revisions of a request, in order.
    public func revisions(of id: RequestID) throws(Problem) -> [RequestRevision] {
        try rows(TableText.requestRevision.select(where: "request = ?1")) { $0.bind(1, id.text) }
    }

    /// Returns the requests that have a frozen revision.
    public func requestsWithRevisions() throws(Problem) -> [RequestID] {
        let statement = try statements.statement(
            "SELECT DISTINCT request FROM request_revision ORDER BY request")
        defer { statement.reset() }
        var found: [RequestID] = []
        while try statement.step() { found.append(RequestID(known: statement.text(0))) }
        return found
    }

    /// Returns the lines of a request, in order.
    public func lines(of id: RequestID) throws(Problem) -> [RequestLine] {
        try rows(TableText.requestLine.select(where: "request = ?1")) { $0.bind(1, id.text) }
    }

    /// Returns the lines of all requests that charge a budget line, lines below it left out.
    public func lines(charging node: NodeID) throws(Problem) -> [RequestLine] {
        try rows(TableText.requestLine.select(where: "node = ?1")) { $0.bind(1, node.text) }
    }

    /// Returns the requests that match.
    public func requests(_ filter: RequestFilter) throws(Problem) -> [Request] {
        let meant = RequestConditions(filter)
        guard let date = filter.expiredOn else { return try requests(meant) }
        let open = meant.and(RequestConditions.openStates)
        let late = try requests(open.and("state = 'submitted' AND expires <", date.description))
        let known = Set(late.map(\.id))
        let changed = try requests(meant.and("amendment IS NOT NULL")).filter {
            filter.matches($0) && !known.contains($0.id)
        }
        return (late + changed).sorted { $0.id < $1.id }
    }

    private func requests(_ meant: RequestConditions) throws(Problem) -> [Request] {
        try rows(TableText.request.select(where: meant.sql)) { meant.bind(to: $0) }
    }

    /// Returns the highest number of the requests that are named after a year, or nil.
    public func highestRequestNumber(in year: Int) throws(Problem) -> RequestNumber? {
        let statement = try statements.statement(
            """
            SELECT id FROM request
            WHERE id GLOB 'REQ-[0-9][0-9][0-9][0-9]-[0-9]*' AND substr(id, 10) NOT GLOB '*[^0-9]*'
            AND substr(id, 1, 9) = ?1
            ORDER BY length(ltrim(substr(id, 10), '0')) DESC, ltrim(substr(id, 10), '0') DESC LIMIT 1
            """)
        statement.bind(1, RequestNumber.prefix(of: year))
        defer { statement.reset() }
        return try statement.step() ? RequestNumber(of: RequestID(known: statement.text(0))) : nil
    }

    /// Returns whether anything was bought from a vendor, a request left out.
    public func hasBought(from vendor: VendorID, besides id: RequestID) throws(Problem) -> Bool {
        let statement = try statements.statement(
            """
            SELECT 1 FROM request
            WHERE state IN ('approved', 'ordered', 'closed') AND vendor = ?1 AND id <> ?2 LIMIT 1
            """)
        statement.bind(1, vendor.text)
        statement.bind(2, id.text)
        defer { statement.reset() }
        return try statement.step()
    }

    /// Returns an invoice or credit note by its issuer and number, or nil.
    public func invoice(issuer: LedgerText, number: LedgerText) throws(Problem) -> Invoice? {
        try row(.invoice) {
            $0.bind(1, issuer.text)
            $0.bind(2, number.text)
        }
    }

    /// Returns the invoices and credit notes of an order.
    public func invoices(of id: RequestID) throws(Problem) -> [Invoice] {
        try rows(TableText.invoice.select(where: "request = ?1")) { $0.bind(1, id.text) }
    }

    /// Returns the invoices and credit notes of an issuer on a day.
    public func invoices(
        issuer: LedgerText, on date: CalendarDate
    ) throws(Problem) -> [Invoice] {
        try rows(TableText.invoice.select(where: "issuer = ?1 AND date = ?2")) {
            $0.bind(1, issuer.text)
            $0.bind(2, date.description)
        }
    }

    /// Returns all disputed invoices.
    public func disputes() throws(Problem) -> [Invoice] {
        try rows(TableText.invoice.select(where: "state = 'disputed'"))
    }

    /// Returns the receipts of an order.
    public func receipts(of id: RequestID) throws(Problem) -> [Receipt] {
        try rows(TableText.receipt.select(where: "request = ?1")) { $0.bind(1, id.text) }
    }

    /// Returns an agreement, or nil.
    public func framework(_ id: FrameworkID) throws(Problem) -> Framework? {
        try row(.framework) { $0.bind(1, id.text) }
    }

    /// Returns all agreements.
    public func frameworks() throws(Problem) -> [Framework] {
        try rows(TableText.framework.select())
    }

    /// Returns the overrides for a request.
    public func overrides(for id: RequestID) throws(Problem) -> [Override] {
        guard try hasOverrides() else { return [] }
        return try rows(TableText.override.select(where: "request = ?1")) { $0.bind(1, id.text) }
    }

    private func hasOverrides() throws(Problem) -> Bool {
        if let known = memory.hasOverrides { return known }
        let statement = try statements.statement(
            "SELECT 1 FROM \(TableText.override.name) WHERE request >= '' LIMIT 1")
        defer { statement.reset() }
        let found = try statement.step()
        memory.hasOverrides = found
        return found
    }

    /// Returns the overrides by an authority on a line, of every period and request.
    public func overrides(
        by authority: PersonID, on node: NodeID
    ) throws(Problem) -> [Override] {
        try rows(TableText.override.select(where: "authority = ?1 AND node = ?2")) {
            $0.bind(1, authority.text)
            $0.bind(2, node.text)
        }
    }

    /// Returns all overruns.
    public func overruns() throws(Problem) -> [Overrun] {
        try rows(TableText.overrun.select())
    }

    /// Returns all evidence.
    public func evidence() throws(Problem) -> [Evidence] {
        try rows(TableText.evidence.select())
    }

    /// Returns what was booked of a document of another system, by line and period.
    public func importedActuals(
        issuer: LedgerText, document: LedgerText
    ) throws(Problem) -> [ImportedActual] {
        try rows(TableText.importedActual.select(where: "issuer = ?1 AND document = ?2")) {
            $0.bind(1, issuer.text)
            $0.bind(2, document.text)
        }
    }
}

// MARK: - Documents and answers

extension SQLiteReader {
    /// Returns what people lent by acts of their own, in the order in which they did.
    public func delegations() throws(Problem) -> [LentAuthority] {
        try rows(TableText.delegation.select())
    }

    /// Returns the document of a kind that is in force on a day, the last revision loaded by then.
    public func document(
        _ kind: LedgerDocumentKind, inForceOn date: CalendarDate
    ) throws(Problem) -> LedgerDocument? {
        let question = DocumentQuestion(kind: kind, date: date)
        if let known = memory.documents[question] { return known }
        let sql = TableText.document.select(
            where: "kind = ?1 AND effective_from <= ?2",
            order: "effective_from DESC, sequence DESC LIMIT 1")
        let found: [LedgerDocument] = try rows(sql) {
            $0.bind(1, kind.rawValue)
            $0.bind(2, date.description)
        }
        // A year of days is plenty for one process.
        if memory.documents.count > 1000 { memory.documents = [:] }
        memory.documents[question] = .some(found.first)
        learn(found.first)
        return found.first
    }

    /// Returns one revision of a document, or nil.
    public func document(
        _ kind: LedgerDocumentKind, id: LedgerText, revision: Int
    ) throws(Problem) -> LedgerDocument? {
        let found: LedgerDocument? = try row(.document) {
            $0.bind(1, kind.rawValue)
            $0.bind(2, id.text)
            $0.bind(3, Int64(revision))
        }
        learn(found)
        return found
    }

    /// Returns all documents.
    public func documents() throws(Problem) -> [LedgerDocument] {
        try rows(TableText.document.select())
    }

    /// Returns what the event with a key answered and the hash of its command, or nil.
    public func answer(
        to key: IdempotencyKey
    ) throws(Problem) -> (answer: Answer, bodyHash: SHA256Value)? {
        let statement = try statements.statement(
            literal: "SELECT body FROM event WHERE idempotency_key = ?1")
        statement.bind(1, key.text)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        let event = try LedgerEvent(canonicalBytes: statement.bytes(0))
        return (event.body.answer, event.bodyHash)
    }
}

extension PreparedStatement {
    /// Returns the cells of the current row.
    ///
    /// - Throws: ``ProblemCode/damagedLedger`` where a cell is not what its column holds.
    func values(of shape: TableShape) throws(Problem) -> [RowValue] {
        var values: [RowValue] = []
        values.reserveCapacity(shape.columns.count)
        for (index, column) in shape.columns.enumerated() {
            let place = Int32(index)
            if isNull(place) {
                values.append(.null)
            } else if column.type == .integer {
                values.append(.integer(integer(place)))
            } else {
                values.append(.text(text(place)))
            }
        }
        return values
    }
}
