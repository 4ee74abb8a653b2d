import OutlayValues

/// The steps that a request has to take by one policy version, and the acts so far.
///
/// Groups follow each other: a group is open when every step of the ones before it is complete and
/// valid. The steps of a group may be taken in any order.
public struct ApprovalState: Sendable, Hashable {
    /// The policy version that the request is judged by, for all its life.
    public var policy: PolicyReference
    /// What the policy says about money and time.
    public var terms: PolicyTerms
    /// The total that was judged, in the ledger's currency: with what a split is summed up to.
    public var judgedTotal: MinorUnits
    /// The groups, in order.
    public var groups: [[ApprovalStep]]
    /// The acts, in order.
    public var acts: [ApprovalAct]
    /// What the rules want everybody to see, such as a suspected split.
    public var flags: [AnswerFlag]

    /// Creates a state without acts.
    public init(
        policy: PolicyReference, terms: PolicyTerms, judgedTotal: MinorUnits,
        groups: [[ApprovalStep]], flags: [AnswerFlag] = []
    ) {
        self.policy = policy
        self.terms = terms
        self.judgedTotal = judgedTotal
        self.groups = groups
        self.flags = flags
        acts = []
    }

    /// Returns whether enough valid approvals stand for the step.
    public func isComplete(group: Int, step: Int) -> Bool {
        approvals(group: group, step: step) >= groups[group][step].quorum
    }

    /// Returns how many valid approvals stand for the step.
    public func approvals(group: Int, step: Int) -> Int {
        acts.count { act in
            act.group == group && act.step == step && act.decision == .approve && !act.isOutdated
        }
    }

    /// The first group with a step that is not complete, or nil where all are.
    public var openGroup: Int? {
        groups.indices.first { group in
            !groups[group].indices.allSatisfy { isComplete(group: group, step: $0) }
        }
    }

    /// Whether every step is complete.
    public var isComplete: Bool { openGroup == nil }

    /// The steps as the scenarios write them: the roles of each group.
    public var roles: [[String]] {
        groups.map { $0.map(\.role.text) }
    }
}

/// One step: so many approvals of a role.
public struct ApprovalStep: Sendable, Hashable {
    /// The role that decides.
    public var role: LedgerText
    /// How many of its holders have to agree.
    public var quorum: Int
    /// The holders when the request was judged, or empty where they are found at each act.
    public var holders: [PersonID]
    /// Why the step is asked for: the rule's name.
    public var rule: LedgerText

    /// Creates a step.
    public init(role: LedgerText, quorum: Int = 1, holders: [PersonID] = [], rule: LedgerText) {
        self.role = role
        self.quorum = quorum
        self.holders = holders
        self.rule = rule
    }
}

/// What one person decided on one step.
public struct ApprovalAct: Sendable, Hashable {
    /// The group of the step, from 0.
    public var group: Int
    /// The step within its group, from 0.
    public var step: Int
    /// Who acted.
    public var person: PersonID
    /// For whom, where the person acted as a delegate or deputy.
    public var principal: PersonID?
    /// What was decided.
    public var decision: ApprovalDecision
    /// Why, where it was said.
    public var reason: LedgerText
    /// The revision of the request that the person saw.
    public var revision: Int
    /// The total of that revision, in the ledger's currency.
    public var total: MinorUnits
    /// The effective day.
    public var date: CalendarDate
    /// Whether a later revision made the act void.
    public var isOutdated: Bool

    /// Creates an act.
    public init(
        group: Int, step: Int, person: PersonID, principal: PersonID?, decision: ApprovalDecision,
        reason: LedgerText, revision: Int, total: MinorUnits, date: CalendarDate
    ) {
        self.group = group
        self.step = step
        self.person = person
        self.principal = principal
        self.decision = decision
        self.reason = reason
        self.revision = revision
        self.total = total
        self.date = date
        isOutdated = false
    }
}

/// What an approver decides.
public enum ApprovalDecision: String, Sendable, Hashable, CaseIterable {
    /// Agreed.
    case approve
    /// Refused, which ends the request.
    case reject
}
