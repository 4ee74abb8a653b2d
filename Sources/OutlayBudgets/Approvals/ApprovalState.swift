import OutlayValues

/// The steps that a request has to take, and the acts so far.
public struct ApprovalState: Sendable, Hashable {
    /// The steps of the present revision.
    public var plan: ApprovalPlan
    /// The acts on all revisions, in order; none is ever taken away.
    public var acts: [ApprovalAct]
    /// What each revision said, from the first on.
    public var revisions: [RevisionMark]

    /// Creates a state without acts.
    public init(plan: ApprovalPlan, revisions: [RevisionMark]) {
        self.plan = plan
        self.revisions = revisions
        acts = []
    }

    /// Creates the state of a request that was just submitted.
    public init(submitted facts: RequestFacts, by plan: ApprovalPlan) {
        self.init(plan: plan, revisions: [RevisionMark(facts, plan)])
    }

    /// No steps by no policy: what a request has before it is judged.
    static let none = ApprovalState(
        plan: ApprovalPlan(
            policy: PolicyReference(id: .empty, revision: 0, hash: .empty), terms: .standard,
            judgedTotal: .zero, groups: []),
        revisions: [])

    /// The policy version that the request is judged by.
    public var policy: PolicyReference { plan.policy }
    /// What the policy says about money and time.
    public var terms: PolicyTerms {
        get { plan.terms }
        set { plan.terms = newValue }
    }
    /// The total that was judged.
    public var judgedTotal: MinorUnits { plan.judgedTotal }
    /// What the rules want everybody to see.
    public var flags: [AnswerFlag] { plan.flags }

    /// Where the approvals stand.
    public var standing: ApprovalStanding { standing(by: progress) }

    func standing(by progress: ApprovalProgress) -> ApprovalStanding {
        let current = revisions.last?.revision
        let last = acts.last { $0.revision == current && $0.decision != .approve }
        switch last?.decision {
        case .reject: return .rejected
        case .return: return .returned
        case .approve, nil: break
        }
        if progress.openGroup == nil { return .approved }
        return progress.completeGroups >= plan.releasedAfter ? .released : .pending
    }

    /// Whether every step is complete that has to be before money is committed.
    ///
    /// That is all of them, but for an emergency, whose full path follows its release.
    public var isComplete: Bool {
        switch standing {
        case .approved, .released: true
        case .pending, .rejected, .returned: false
        }
    }

    /// The last day on which the full path of an emergency may be completed; nil where none is open.
    public var fullPathDue: CalendarDate? {
        guard standing == .released, let days = plan.fullPathDays else { return nil }
        return acts.first { $0.stands }?.date.adding(days: days)
    }
}

/// Where the approvals of a request stand.
public enum ApprovalStanding: String, Sendable, Hashable, CaseIterable {
    /// Steps are open, and nothing may be committed.
    case pending
    /// An emergency: money may be committed, and the full path is still owed.
    case released
    /// Every step is complete.
    case approved
    /// Somebody said no.
    case rejected
    /// Somebody gave it back for changes; the next revision begins anew.
    case returned
}
