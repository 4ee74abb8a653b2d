import OutlayValues

/// A purchase request, and the order it becomes.
public struct Request: Sendable, Hashable {
    /// Its name.
    public var id: RequestID
    /// Where it stands.
    public var state: RequestState
    /// Counts its submissions and change orders, from 1.
    public var revision: Int
    /// Who asks.
    public var requester: PersonID
    /// Who wrote the present revision.
    public var lastEditor: PersonID
    /// Whom it is to be bought from, or nil where that is open.
    public var vendor: VendorID?
    /// The agreement it calls off, or nil.
    public var framework: FrameworkID?
    /// What it is for.
    public var details: RequestDetails
    /// The currency it is ordered and billed in.
    public var currency: Currency
    /// One unit of ``currency`` in the ledger's currency at the last rating; nil where the two agree.
    public var rate: ExactDecimal?
    /// The sum of its lines in the ledger's currency: the total that its approval is for.
    public var total: MinorUnits
    /// The same in its own currency.
    public var foreignTotal: MinorUnits
    /// The effective day of its submission.
    public var submitted: CalendarDate
    /// The last day on which it may be decided, or nil for ever.
    public var expires: CalendarDate?
    /// The day of its final approval.
    public var approvedOn: CalendarDate?
    /// Who sent the order to the vendor, or nil.
    public var orderedBy: PersonID?
    /// The steps it has to take and the acts so far, with the policy version that asks for them.
    public var approval: ApprovalState
    /// The change order that waits for approval.
    public var amendment: Amendment?
    /// The event that last changed it.
    public var sequence: Int64

    /// Creates a submitted request without lines.
    public init(
        _ id: RequestID, requester: PersonID, details: RequestDetails, currency: Currency,
        submitted: CalendarDate, approval: ApprovalState
    ) {
        self.id = id
        self.requester = requester
        self.details = details
        self.currency = currency
        self.submitted = submitted
        self.approval = approval
        state = .submitted
        revision = 1
        lastEditor = requester
        total = .zero
        foreignTotal = .zero
        sequence = 0
    }
}

/// A change order to a higher total, which waits for approval beside the order as it stands.
public struct Amendment: Sendable, Hashable {
    /// The new total in the request's currency.
    public var foreignTotal: MinorUnits
    /// The new total in the ledger's currency.
    public var total: MinorUnits
    /// Who asks for it.
    public var editor: PersonID
    /// Its own steps and acts.
    public var approval: ApprovalState
    /// The last day on which it may be decided, or nil for ever.
    public var expires: CalendarDate?

    /// Creates a change order.
    public init(
        foreignTotal: MinorUnits, total: MinorUnits, editor: PersonID, approval: ApprovalState,
        expires: CalendarDate?
    ) {
        self.foreignTotal = foreignTotal
        self.total = total
        self.editor = editor
        self.approval = approval
        self.expires = expires
    }
}
