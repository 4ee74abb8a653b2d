import OutlayValues

/// What of a revision decides whether approvals of it stand for a later one.
public struct RevisionMark: Sendable, Hashable {
    /// The revision, from 1.
    public var revision: Int
    /// The day it was submitted.
    public var date: CalendarDate
    /// Its own total, in the ledger's currency.
    public var total: MinorUnits
    /// Its tier, from 0.
    public var tier: Int
    /// The way of purchase.
    public var route: PurchaseRoute
    /// The vendor, or nil.
    public var vendor: VendorID?
    /// The option of the evaluation, or nil.
    public var option: LedgerText?
    /// The months that the contract binds, or nil.
    public var termMonths: Int?

    /// Creates a mark.
    public init(
        revision: Int, date: CalendarDate, total: MinorUnits, tier: Int,
        route: PurchaseRoute = .competitive, vendor: VendorID? = nil, option: LedgerText? = nil,
        termMonths: Int? = nil
    ) {
        self.revision = revision
        self.date = date
        self.total = total
        self.tier = tier
        self.route = route
        self.vendor = vendor
        self.option = option
        self.termMonths = termMonths
    }

    /// Creates the mark of the revision that `facts` describe and `plan` judged.
    init(_ facts: RequestFacts, _ plan: ApprovalPlan) {
        self.init(
            revision: facts.revision, date: facts.submitted, total: facts.total, tier: plan.tier,
            route: plan.route, vendor: facts.vendor, option: facts.details.option,
            termMonths: facts.details.termMonths)
    }
}
