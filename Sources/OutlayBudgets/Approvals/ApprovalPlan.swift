import OutlayProblems
import OutlayValues

/// The steps that one policy version asks of one revision of a request.
///
/// Groups follow each other: a group is open when every step of the ones before it is complete and valid.
/// The steps of a group may be taken in any order.
public struct ApprovalPlan: Sendable, Hashable {
    /// The policy version that the request is judged by, for all its life.
    public var policy: PolicyReference
    /// What the policy says about money and time.
    public var terms: PolicyTerms
    /// The way the purchase is made.
    public var route: PurchaseRoute
    /// The tier, from 0.
    public var tier: Int
    /// The total that was judged, in the ledger's currency: with what a split is summed up to.
    public var judgedTotal: MinorUnits
    /// The charged budget lines, each with its ancestors behind it, nearest first.
    public var lines: [[NodeID]]
    /// The groups, in order.
    public var groups: [[ApprovalStep]]
    /// After how many groups money may be committed: all of them, or 1 for an emergency, whose full path
    /// follows.
    public var releasedAfter: Int
    /// Days after the release within which the full path has to be complete; nil where it comes before.
    public var fullPathDays: Int?
    /// Whether who wrote the last revision may not approve it.
    public var barsLastEditor: Bool
    /// What the rules want everybody to see, such as a suspected split.
    public var flags: [AnswerFlag]

    /// Creates a plan that releases after its last group.
    public init(
        policy: PolicyReference, terms: PolicyTerms, route: PurchaseRoute = .competitive,
        tier: Int = 0, judgedTotal: MinorUnits, lines: [[NodeID]] = [],
        groups: [[ApprovalStep]], flags: [AnswerFlag] = []
    ) {
        self.policy = policy
        self.terms = terms
        self.route = route
        self.tier = tier
        self.judgedTotal = judgedTotal
        self.lines = lines
        self.groups = groups
        self.flags = flags
        barsLastEditor = true
        releasedAfter = groups.count
    }

    /// The steps as scenarios and policy tests write them: the roles of each group, and `2 board` for two of
    /// the role `board`.
    public var path: [[String]] {
        groups.map { group in group.map(\.text) }
    }
}

/// One step: so many approvals of a role.
public struct ApprovalStep: Sendable, Hashable {
    /// The role that decides.
    public var role: RoleID
    /// Further roles, any of which decides as well.
    public var alternatives: [RoleID]
    /// How many persons have to agree, from 1.
    public var quorum: Int
    /// The charged line that it is asked for, with its ancestors behind it; none where it is asked once for
    /// the request.
    public var line: [NodeID]
    /// Why the step is asked for: `tier`, `condition NAME`, `waiver` or `emergency`.
    public var reasons: [String]

    /// Creates a step.
    public init(
        _ role: RoleID, alternatives: [RoleID] = [], quorum: Int = 1, line: [NodeID] = [],
        reasons: [String]
    ) {
        self.role = role
        self.alternatives = alternatives
        self.quorum = quorum
        self.line = line
        self.reasons = reasons
    }

    /// The roles, any of which decides.
    public var roles: [RoleID] { [role] + alternatives }

    /// What the step is called in a path: `manager`, `2 board`, `budget-owner CC-410`, `cfo or ceo`.
    public var text: String {
        let names = roles.map(\.text).list("or")
        return (quorum > 1 ? "\(quorum) " : "") + names + (line.first.map { " \($0.text)" } ?? "")
    }
}
