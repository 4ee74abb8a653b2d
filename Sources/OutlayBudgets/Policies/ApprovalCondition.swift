/// Further approvers and quotes for purchases of a kind; all of what it names has to hold.
public struct ApprovalCondition: Sendable, Hashable {
    /// What it is called.
    public var id: String
    /// Any of these categories.
    public var categories: [NodeID]
    /// Any of these vendors, or one of the same party.
    public var vendors: [VendorID]
    /// Any of these budget nodes, or a line below one.
    public var nodes: [NodeID]
    /// A total of this much or more.
    public var atLeast: MinorUnits?
    /// Whether it is an investment.
    public var isCapital: Bool?
    /// Whether personal data is handled.
    public var handlesPersonalData: Bool?
    /// Whether there is a single source.
    public var isSingleSource: Bool?
    /// Whether the vendor is new.
    public var isNewVendor: Bool?
    /// Whether there is a contract.
    public var hasContract: Bool?
    /// Who has to agree besides.
    public var approvers: [Approver]
    /// How many distinct vendors need a valid quote.
    public var quotes: Int

    /// Creates a condition on nothing: it holds for every purchase.
    public init(_ id: String, approvers: [Approver] = [], quotes: Int = 0) {
        self.id = id
        self.approvers = approvers
        self.quotes = quotes
        categories = []
        vendors = []
        nodes = []
    }
}
