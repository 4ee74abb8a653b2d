import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What a decision may look up, as the ledger stands before it.
///
/// A store implements it by cached statements, ``Books`` by dictionaries; so there is one set of rules.
/// Lists are in the order of their keys. Every lookup throws a ``Problem`` where the store is damaged.
public protocol LedgerReader {
    /// The settings, or nil before the ledger is opened.
    func settings() throws(Problem) -> LedgerSettings?
    /// The end of the chain.
    func head() throws(Problem) -> ChainHead

    /// Returns a line, or nil.
    func node(_ id: NodeID) throws(Problem) -> Node?
    /// Returns the lines above `id`, nearest first.
    func ancestors(of id: NodeID) throws(Problem) -> [Node]
    /// Returns the lines directly below `id`.
    func children(of id: NodeID) throws(Problem) -> [Node]
    /// Returns all lines.
    func nodes() throws(Problem) -> [Node]
    /// Returns a period, or nil where its year was never opened.
    func period(_ id: PeriodID) throws(Problem) -> BudgetPeriod?
    /// Returns all periods.
    func periods() throws(Problem) -> [BudgetPeriod]

    /// Returns a balance row, or nil where nothing was ever posted to it.
    func balance(_ key: BalanceKey) throws(Problem) -> Balance?
    /// Returns all balance rows of a line, or of all lines.
    func balances(of node: NodeID?) throws(Problem) -> [Balance]

    /// Returns a request, or nil.
    func request(_ id: RequestID) throws(Problem) -> Request?
    /// Returns the lines of a request, in order.
    func lines(of id: RequestID) throws(Problem) -> [RequestLine]
    /// Returns a frozen revision of a request, or nil.
    func revision(_ number: Int, of id: RequestID) throws(Problem) -> RequestRevision?
    /// Returns the frozen revisions of a request, in order.
    func revisions(of id: RequestID) throws(Problem) -> [RequestRevision]
    /// Returns the requests that have a frozen revision.
    func requestsWithRevisions() throws(Problem) -> [RequestID]
    /// Returns what requests hold of a budget line in a year, lines below it left out, in the order of
    /// their names.
    func holdings(of node: NodeID, in year: PeriodID) throws(Problem) -> [Holding]
    /// Returns the requests that match.
    func requests(_ filter: RequestFilter) throws(Problem) -> [Request]
    /// Returns the highest number of the requests that are named after a year, or nil where there is
    /// none; their count does not matter.
    func highestRequestNumber(in year: Int) throws(Problem) -> RequestNumber?
    /// Returns whether anything was bought from a vendor, a request left out: an approved, ordered or
    /// closed one is enough, however many there are.
    func hasBought(from vendor: VendorID, besides id: RequestID) throws(Problem) -> Bool
    /// Returns the lines of all requests that charge a budget line, lines below it left out.
    func lines(charging node: NodeID) throws(Problem) -> [RequestLine]

    /// Returns the requests that use most of a line and the lines below it in a year, the largest
    /// first, ties by name.
    func consumers(
        of node: NodeID, in year: PeriodID, limit: Int
    ) throws(Problem) -> [Consumer]

    /// Returns an invoice or credit note by its issuer and number, or nil.
    func invoice(issuer: LedgerText, number: LedgerText) throws(Problem) -> Invoice?
    /// Returns the invoices and credit notes of an order.
    func invoices(of id: RequestID) throws(Problem) -> [Invoice]
    /// Returns the invoices and credit notes of an issuer on a day.
    func invoices(issuer: LedgerText, on date: CalendarDate) throws(Problem) -> [Invoice]
    /// Returns all disputed invoices.
    func disputes() throws(Problem) -> [Invoice]
    /// Returns the receipts of an order.
    func receipts(of id: RequestID) throws(Problem) -> [Receipt]

    /// Returns an agreement, or nil.
    func framework(_ id: FrameworkID) throws(Problem) -> Framework?
    /// Returns all agreements.
    func frameworks() throws(Problem) -> [Framework]
    /// Returns the overrides for a request.
    func overrides(for id: RequestID) throws(Problem) -> [Override]
    /// Returns the overrides by an authority on a line, of every period and request.
    func overrides(by authority: PersonID, on node: NodeID) throws(Problem) -> [Override]
    /// Returns all overruns.
    func overruns() throws(Problem) -> [Overrun]
    /// Returns all evidence.
    func evidence() throws(Problem) -> [Evidence]
    /// Returns what was booked of a document of another system, by line and period.
    func importedActuals(
        issuer: LedgerText, document: LedgerText
    ) throws(Problem) -> [ImportedActual]

    /// Returns what people lent by acts of their own, in the order in which they did.
    func delegations() throws(Problem) -> [LentAuthority]

    /// Returns the document of a kind that is in force on a day, the last revision loaded by then.
    func document(
        _ kind: LedgerDocumentKind, inForceOn date: CalendarDate
    ) throws(Problem) -> LedgerDocument?
    /// Returns one revision of a document, or nil.
    func document(
        _ kind: LedgerDocumentKind, id: LedgerText, revision: Int
    ) throws(Problem) -> LedgerDocument?
    /// Returns all documents.
    func documents() throws(Problem) -> [LedgerDocument]
    /// The rules of approval.
    var approvalRules: any ApprovalRules { get }

    /// Returns what the event with a key answered and the hash of its command, or nil.
    func answer(
        to key: IdempotencyKey
    ) throws(Problem) -> (answer: Answer, bodyHash: SHA256Value)?
    /// Returns the postings to a line in the order of their events, up to event `sequence` and the
    /// effective day `date`.
    func postings(
        to node: NodeID, upTo sequence: Int64, effectiveBy date: CalendarDate
    ) throws(Problem) -> [Posting]
}

/// Which requests are meant; a field that is nil leaves nothing out.
public struct RequestFilter: Sendable, Hashable {
    /// Those in one of these states.
    public var states: Set<RequestState>?
    /// Those by this requester.
    public var requester: PersonID?
    /// Those to this vendor.
    public var vendor: VendorID?
    /// Those submitted on this day or later.
    public var submittedFrom: CalendarDate?
    /// Those submitted on this day or earlier.
    public var submittedTo: CalendarDate?
    /// Those that may be decided on no later day than the one before this, change orders included.
    public var expiredOn: CalendarDate?

    /// Creates a filter that lets every request through.
    public init() {}
}
