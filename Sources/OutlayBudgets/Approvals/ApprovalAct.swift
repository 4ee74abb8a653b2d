import OutlayValues

/// What one person decided.
///
/// What the person could decide is found on the day of the act and kept with it, so that no later change of
/// roles, deputies or delegations alters what an old act was worth.
public struct ApprovalAct: Sendable, Hashable {
    /// Who acted.
    public var person: PersonID
    /// For whom, where the person acted as a delegate or a deputy.
    public var principal: PersonID?
    /// By what right.
    public var basis: ApprovalBasis
    /// What the person could decide that day.
    public var claims: [ApprovalClaim]
    /// What was decided.
    public var decision: ApprovalDecision
    /// Why, where it was said.
    public var reason: LedgerText
    /// The revision of the request that the person saw.
    public var revision: Int
    /// The effective day.
    public var date: CalendarDate
    /// Why a later revision made the act void, or nil while it stands.
    public var outdated: OutdatedCause?

    /// Creates an act.
    public init(
        _ person: PersonID, principal: PersonID? = nil, basis: ApprovalBasis = .holder,
        claims: [ApprovalClaim], decision: ApprovalDecision, reason: LedgerText = .empty,
        revision: Int, date: CalendarDate
    ) {
        self.person = person
        self.principal = principal
        self.basis = basis
        self.claims = claims
        self.decision = decision
        self.reason = reason
        self.revision = revision
        self.date = date
    }

    /// Whether the act is an approval that still stands.
    public var stands: Bool { decision == .approve && outdated == nil }
}

/// A step that a person could decide on the day of an act.
public struct ApprovalClaim: Sendable, Hashable {
    /// The role.
    public var role: RoleID
    /// The charged line, where the step is asked for each line.
    public var line: NodeID?

    /// Creates a claim.
    public init(_ role: RoleID, line: NodeID? = nil) {
        self.role = role
        self.line = line
    }
}

/// By what right a person acts.
public enum ApprovalBasis: String, Sendable, Hashable, CaseIterable {
    /// The role is theirs.
    case holder
    /// The holder lent it for some days.
    case delegate
    /// The holder is absent, and this is the standing deputy.
    case deputy
    /// The holder may not or cannot act, nobody stands in, and this is the next level of reporting.
    case nextLevel = "next-level"
}

/// What an approver decides.
public enum ApprovalDecision: String, Sendable, Hashable, CaseIterable {
    /// Agreed.
    case approve
    /// Refused, which ends the request.
    case reject
    /// Given back for changes, which ends the revision.
    case `return`
}

/// Why an approval of an earlier revision no longer stands.
///
/// The cases stand in the order in which they are named when several apply.
public enum OutdatedCause: String, Sendable, Hashable, CaseIterable {
    /// The approver, or the one acted for, wrote the new revision.
    case lastEditor = "last-editor"
    /// The new total is in another tier.
    case tier
    /// The total rose further than the policy allows, summed from the revision that was approved.
    case amount
    /// The vendor is another one.
    case vendor
    /// The option is another one.
    case option
    /// The term is another one.
    case term
    /// The way of purchase is another one.
    case route
}
