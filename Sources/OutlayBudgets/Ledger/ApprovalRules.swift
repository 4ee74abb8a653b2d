import OutlayProblems
import OutlayValues

/// The boundary between money and approval: what the commands of the ledger ask of approval rules.
///
/// Rules are pure: they look at the facts, the documents in force and the requests of the reader, and
/// return a ruling. They post nothing.
public protocol ApprovalRules: Sendable {
    /// Returns the steps that a request has to take and the terms it is judged by.
    func plan(
        for facts: RequestFacts, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState>

    /// Returns the state after one person's decision.
    func act(
        _ attempt: ApprovalAttempt, on state: ApprovalState, of facts: RequestFacts,
        in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState>

    /// Returns the state after the request changed: the steps of the new facts, with the acts that
    /// still stand; the others are outdated.
    func reassess(
        _ state: ApprovalState, from old: RequestFacts, to new: RequestFacts,
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState>

    /// Returns the most that a person may override for one request, and summed for one line and year;
    /// or nil where the person may not at all.
    func overrideLimit(
        of person: PersonID, for request: RequestID, on date: CalendarDate,
        in reader: some LedgerReader
    ) throws(Problem) -> MinorUnits?

    /// Returns why the actor of `context` may not exercise `duty`, or nil where they may.
    ///
    /// `request` is what it is exercised for, where the person may have done something else that is kept
    /// apart; nil for the rules and the books themselves.
    func refusal(
        of duty: Duty, in context: CommandContext, for request: Request?,
        reader: some LedgerReader
    ) throws(Problem) -> Refusal?

    /// Returns a vendor and all that belong to the same group, in the order of their names.
    func party(
        of vendor: VendorID, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [VendorID]

    /// Returns whom approvals wait for on a day, in the order of requests.
    func notices(
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [LedgerNotice]

    /// Returns what every audit output says of the people in force on a day, such as that one person may
    /// hold all duties.
    func remarks(
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [Problem]

    /// Checks a document before it is loaded.
    ///
    /// - Throws: A ``Problem`` that names what is wrong with it.
    func check(_ document: LedgerDocument) throws(Problem)

    /// Returns the same rules, with `document` read once and for all; it changes no ruling.
    ///
    /// A store asks for it when a document is loaded and when it opens, so that no decision reads the
    /// document's text again.
    func knowing(_ document: LedgerDocument) throws(Problem) -> any ApprovalRules
}

extension ApprovalRules {
    /// Returns why the actor of `context` may not exercise a duty that is for no request, or nil.
    public func refusal(
        of duty: Duty, in context: CommandContext, reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        try refusal(of: duty, in: context, for: nil, reader: reader)
    }

    /// Returns the vendor alone, for rules without a register.
    public func party(
        of vendor: VendorID, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [VendorID] { [vendor] }

    /// Returns nothing, for rules that remind nobody.
    public func notices(
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [LedgerNotice] { [] }

    /// Returns nothing, for rules without people.
    public func remarks(
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [Problem] { [] }

    /// Returns the rules as they are.
    public func knowing(_ document: LedgerDocument) throws(Problem) -> any ApprovalRules { self }
}

/// One person's decision, before it is known whether it counts.
public struct ApprovalAttempt: Sendable, Hashable {
    /// Who acts.
    public var person: PersonID
    /// For whom, or nil.
    public var principal: PersonID?
    /// What is decided.
    public var decision: ApprovalDecision
    /// Why.
    public var reason: LedgerText
    /// The effective day.
    public var date: CalendarDate
    /// The revision that the person saw, or nil for the present one.
    public var revision: Int?
    /// The role that the person decides in, or nil for any they hold.
    public var role: RoleID?

    /// Creates an attempt.
    public init(
        person: PersonID, principal: PersonID?, decision: ApprovalDecision, reason: LedgerText,
        date: CalendarDate, revision: Int? = nil, role: RoleID? = nil
    ) {
        self.person = person
        self.principal = principal
        self.decision = decision
        self.reason = reason
        self.date = date
        self.revision = revision
        self.role = role
    }
}

/// What a person may do in the ledger.
public enum Duty: String, Sendable, Hashable, CaseIterable {
    /// Raise requests.
    case request
    /// Decide on them.
    case approve
    /// Send orders to vendors.
    case order
    /// Receive goods.
    case receive
    /// Book invoices and credit notes.
    case bookInvoices = "book_invoices"
    /// Keep the vendor register.
    case vendorData = "vendor_data"
    /// Load budgets: lines, years, allotments.
    case loadBudget = "load_budget"
    /// Move money between lines and years.
    case transfer
    /// Load policies.
    case loadPolicy = "load_policy"
    /// Say who holds which role.
    case assignRoles = "assign_roles"
}
