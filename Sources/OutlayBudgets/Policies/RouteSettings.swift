/// What a policy says about each way of purchase.
public struct RouteSettings: Sendable, Hashable {
    /// Single source, or nil where nobody may buy so.
    public var singleSource: SingleSource?
    /// Emergency, or nil where there is none.
    public var emergency: Emergency?
    /// Whether call-offs from frameworks are allowed.
    public var allowsCallOff: Bool
    /// Further approvers of a purchase that was made before its approval; nil where ratification is barred.
    public var ratification: [Approver]?

    /// A purchase from the only source there is.
    public struct SingleSource: Sendable, Hashable {
        /// The reasons that are accepted, by the policy's own words.
        public var reasons: [LedgerText]
        /// The role that waives the competition.
        public var waiver: RoleID

        /// Creates settings.
        public init(reasons: [LedgerText], waiver: RoleID) {
            self.reasons = reasons
            self.waiver = waiver
        }
    }

    /// A purchase that cannot wait for the full path.
    public struct Emergency: Sendable, Hashable {
        /// The largest total.
        public var ceiling: MinorUnits
        /// The roles, one holder of any of which is enough.
        public var approvers: [RoleID]
        /// Days within which the full path has to follow.
        public var fullPathDays: Int

        /// Creates settings.
        public init(ceiling: MinorUnits, approvers: [RoleID], fullPathDays: Int) {
            self.ceiling = ceiling
            self.approvers = approvers
            self.fullPathDays = fullPathDays
        }
    }

    /// Creates settings: competition, call-offs and ratification are open, the rest only where it is said.
    public init(
        singleSource: SingleSource? = nil, emergency: Emergency? = nil, allowsCallOff: Bool = true,
        ratification: [Approver]? = []
    ) {
        self.singleSource = singleSource
        self.emergency = emergency
        self.allowsCallOff = allowsCallOff
        self.ratification = ratification
    }
}
