import OutlayValues

/// What the rules of planning look at: the request, the policy version, and what came before.
public struct PlanningContext: Sendable {
    /// The policy version.
    public var policy: Policy
    /// The request.
    public var facts: RequestFacts
    /// The charged budget lines, each with its ancestors behind it, nearest first.
    public var lines: [[NodeID]]
    /// Whether a charged line is capital expenditure.
    public var isCapital: Bool
    /// The vendors.
    public var vendors: VendorRegister
    /// The agreement that the request calls off, or nil.
    public var framework: Framework?
    /// The purchases that may belong together with this one; neither itself nor what was refused,
    /// rejected, withdrawn, expired or cancelled.
    public var earlier: [EarlierPurchase]
    /// Whether anything was ever bought from the vendor's party before.
    public var hasBoughtBefore: Bool

    /// Creates a context in which nothing came before.
    public init(
        policy: Policy, facts: RequestFacts, lines: [[NodeID]]? = nil, isCapital: Bool = false,
        vendors: VendorRegister = .empty, framework: Framework? = nil,
        earlier: [EarlierPurchase] = [], hasBoughtBefore: Bool = false
    ) {
        self.policy = policy
        self.facts = facts
        self.lines = lines ?? facts.charges.map { [$0.node] }
        self.isCapital = isCapital
        self.vendors = vendors
        self.framework = framework
        self.earlier = earlier
        self.hasBoughtBefore = hasBoughtBefore
    }
}

/// A purchase that was asked for before.
public struct EarlierPurchase: Sendable, Hashable {
    /// The request.
    public var request: RequestID
    /// Who asked.
    public var requester: PersonID
    /// The vendor, or nil.
    public var vendor: VendorID?
    /// The category, or nil.
    public var category: NodeID?
    /// Its own total, in the ledger's currency.
    public var total: MinorUnits
    /// The day it was submitted.
    public var date: CalendarDate

    /// Creates a purchase.
    public init(
        _ request: RequestID, requester: PersonID, vendor: VendorID? = nil,
        category: NodeID? = nil, total: MinorUnits, date: CalendarDate
    ) {
        self.request = request
        self.requester = requester
        self.vendor = vendor
        self.category = category
        self.total = total
        self.date = date
    }
}
