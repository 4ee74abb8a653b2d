import OutlayEncoding

/// What a decided command changes: the part of an event that the decision makes.
public struct EventBody: Sendable {
    /// What happened.
    public var kind: EventKind
    /// The policy version that was applied, or nil.
    public var policy: PolicyReference?
    /// What is worth telling beside the rows, or nil.
    public var details: JSONValue?
    /// What is added to the balance rows, in the order of rows and buckets.
    public var postings: [Posting]
    /// The rows of other tables as they are from now on.
    public var rows: [RowChange]
    /// What the command answers.
    public var answer: Answer
    /// Who proposed the act, and for whom, where the actor confirms what somebody else proposed; else nil.
    var proposer: (person: PersonID, principal: PersonID?)?

    /// Creates a body.
    public init(_ kind: EventKind, answer: Answer = Answer()) {
        self.kind = kind
        self.answer = answer
        postings = []
        rows = []
    }
}

/// What happened.
public enum EventKind: String, Sendable, Hashable, CaseIterable {
    /// The ledger was opened.
    case opened
    /// A fiscal year was opened.
    case yearOpened = "year_opened"
    /// A period was closed or opened again.
    case periodSet = "period_set"
    /// Lines were added or changed.
    case linesSet = "lines_set"
    /// A policy, the organisation, the vendors or a budget came into the ledger.
    case documentLoaded = "document_loaded"
    /// A revision of one was proposed, for a second person to confirm.
    case documentProposed = "document_proposed"
    /// Another act was proposed, for a second person to confirm.
    case commandProposed = "command_proposed"
    /// A proposal was taken back.
    case proposalWithdrawn = "proposal_withdrawn"
    /// A line got money.
    case allotted
    /// An allotment was set anew.
    case revised
    /// Money moved between lines.
    case transferred
    /// What was left went back.
    case lapsed
    /// An authority overrode a budget.
    case overridden
    /// A revision of a request was frozen.
    case drafted
    /// A request was raised.
    case submitted
    /// An approver agreed.
    case approved
    /// An approver refused.
    case rejected
    /// An approver gave a request back for changes.
    case returned
    /// A request was taken back.
    case withdrawn
    /// It was decided to buy nothing.
    case notAwarded = "not_awarded"
    /// An interim decision was looked at again.
    case reviewed
    /// Requests ran out of time.
    case expired
    /// A request or order was changed.
    case amended
    /// An order went out.
    case ordered
    /// Goods came.
    case received
    /// An invoice was booked.
    case invoiced
    /// A credit note was booked.
    case credited
    /// A disputed invoice was given up.
    case disputeDropped = "dispute_dropped"
    /// What was open was released.
    case cancelled
    /// An open commitment moved to another line or year.
    case carriedForward = "carried_forward"
    /// Actuals of another system were booked.
    case actualsImported = "actuals_imported"
    /// An agreement was made.
    case frameworkMade = "framework_made"
    /// An agreement was ended: no more call-offs, and nothing owed of its minimum.
    case frameworkEnded = "framework_ended"
    /// Evidence was named.
    case evidenceNamed = "evidence_named"
    /// A person lent their authority.
    case delegated
    /// A person took back what they lent.
    case delegationEnded = "delegation_ended"
    /// A command was refused.
    case refused
}
