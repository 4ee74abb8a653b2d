import OutlayValues

/// What approval rules judge a request by.
public struct RequestFacts: Sendable, Hashable {
    /// The request.
    public var request: RequestID
    /// The revision that is judged.
    public var revision: Int
    /// Who asks.
    public var requester: PersonID
    /// Who wrote the revision.
    public var lastEditor: PersonID
    /// Whom it is to be bought from, or nil.
    public var vendor: VendorID?
    /// The agreement it calls off, or nil.
    public var framework: FrameworkID?
    /// What it says of itself.
    public var details: RequestDetails
    /// The sum of its lines in the ledger's currency, or the contract value where that is more: the
    /// basis of tiers, before a split is summed up.
    public var total: MinorUnits
    /// What each budget line is asked for.
    public var charges: [Charge]
    /// The currency it is ordered in.
    public var currency: Currency
    /// The effective day it was submitted.
    public var submitted: CalendarDate
    /// Those who overrode the budget for it, and so do not approve it.
    public var overriddenBy: [PersonID]

    /// Creates facts.
    public init(
        request: RequestID, revision: Int, requester: PersonID, lastEditor: PersonID,
        vendor: VendorID?, framework: FrameworkID?, details: RequestDetails, total: MinorUnits,
        charges: [Charge], currency: Currency, submitted: CalendarDate, overriddenBy: [PersonID]
    ) {
        self.request = request
        self.revision = revision
        self.requester = requester
        self.lastEditor = lastEditor
        self.vendor = vendor
        self.framework = framework
        self.details = details
        self.total = total
        self.charges = charges
        self.currency = currency
        self.submitted = submitted
        self.overriddenBy = overriddenBy
    }
}

/// What is asked of one budget line in one month, in the ledger's currency.
public struct Charge: Sendable, Hashable {
    /// The budget line.
    public var node: NodeID
    /// The month.
    public var period: PeriodID
    /// The amount.
    public var amount: MinorUnits

    /// Creates a charge.
    public init(_ node: NodeID, _ period: PeriodID, _ amount: MinorUnits) {
        self.node = node
        self.period = period
        self.amount = amount
    }
}
