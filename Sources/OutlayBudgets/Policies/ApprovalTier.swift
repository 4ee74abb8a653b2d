import OutlayValues

/// What is asked of purchases up to an amount.
public struct ApprovalTier: Sendable, Hashable {
    /// The total that is too much for the tier; nil in the last one, which has no end.
    public var below: MinorUnits?
    /// Who has to agree.
    public var path: Path
    /// How many distinct vendors need a valid quote.
    public var quotes: Int
    /// Whether an evaluation has to back the request.
    public var requiresEvaluation: Bool

    /// Who has to agree, and in which order.
    public enum Path: Sendable, Hashable {
        /// These, in the groups of the policy's order; one after the other where it has none.
        case approvers([Approver])
        /// These groups, one after the other; within a group in any order.
        case groups([[Approver]])
    }

    /// Creates a tier.
    public init(
        below: MinorUnits? = nil, _ path: Path, quotes: Int = 0, requiresEvaluation: Bool = false
    ) {
        self.below = below
        self.path = path
        self.quotes = quotes
        self.requiresEvaluation = requiresEvaluation
    }

    /// The approvers, in the order they are written.
    public var approvers: [Approver] {
        switch path {
        case .approvers(let approvers): approvers
        case .groups(let groups): Array(groups.joined())
        }
    }
}

/// A role that has to agree, and how many of its holders.
public struct Approver: Sendable, Hashable {
    /// The role.
    public var role: RoleID
    /// How many persons, from 1.
    public var quorum: Int

    /// Creates an approver.
    public init(_ role: RoleID, quorum: Int = 1) {
        self.role = role
        self.quorum = quorum
    }
}
