import OutlayValues

/// What the rules of deciding look at: one person's decision, and what it meets.
public struct DecisionContext: Sendable {
    /// The decision.
    public let attempt: ApprovalAttempt
    /// The plan and the acts so far.
    public let state: ApprovalState
    /// The request.
    public let facts: RequestFacts
    /// The people.
    public let organisation: Organisation
    /// What the acts so far count for.
    let progress: ApprovalProgress
    /// The act as it would count: what the person may decide today, and by what right; nil where nothing of
    /// theirs waits.
    private(set) var act: ApprovalAct?

    /// Creates a context.
    public init(
        _ attempt: ApprovalAttempt, on state: ApprovalState, of facts: RequestFacts,
        in organisation: Organisation
    ) {
        self.attempt = attempt
        self.state = state
        self.facts = facts
        self.organisation = organisation
        progress = state.progress
        act = foundAct
    }

    /// Whom the person acts for, where that is somebody else.
    public var principal: PersonID? {
        attempt.principal == attempt.person ? nil : attempt.principal
    }

    /// The natural persons whose vote this is.
    var voters: Set<PersonID> {
        principal.map { [attempt.person, $0] } ?? [attempt.person]
    }

    private var foundAct: ApprovalAct? {
        let plan = state.plan
        guard let open = progress.openGroup else { return nil }
        var claims: [ApprovalClaim] = []
        var first: ApprovalCandidate?
        for (number, group) in plan.groups.enumerated() {
            for step in group {
                for single in step.singleRoles {
                    guard attempt.role == nil || attempt.role == single.role,
                        let candidate = candidate(for: single)
                    else { continue }
                    let claim = ApprovalClaim(single.role, line: step.line.first)
                    if !claims.contains(claim) { claims.append(claim) }
                    if number == open, first == nil || candidate.basis == .holder {
                        first = candidate
                    }
                }
            }
        }
        guard let first else { return nil }
        return ApprovalAct(
            attempt.person, principal: first.principal, basis: first.basis,
            claims: claims, decision: attempt.decision, reason: attempt.reason,
            revision: facts.revision, date: attempt.date)
    }

    private func candidate(for step: ApprovalStep) -> ApprovalCandidate? {
        let plan = state.plan
        if let principal, hasDelegation {
            let holders = organisation.holders(of: step, plan, on: attempt.date)
            guard holders.contains(where: { $0.id == principal }) else { return nil }
            return ApprovalCandidate(attempt.person, for: principal, .delegate)
        }
        return organisation.candidates(for: step, of: plan, facts: facts, on: attempt.date)
            .first {
                $0.person == attempt.person && (principal == nil || $0.principal == principal)
            }
    }

    /// The delegations from the principal to the person that hold on the day.
    var delegations: [Delegation] {
        guard let principal,
            !organisation.reports(attempt.person, to: facts.requester)
        else { return [] }
        return organisation.delegations.filter {
            $0.principal == principal && $0.delegate == attempt.person
                && $0.holds(on: attempt.date, for: facts.details.category)
        }
    }

    var hasDelegation: Bool { !delegations.isEmpty }

    /// Whether the person is the standing deputy of the absent principal.
    var standsIn: Bool {
        let plan = state.plan
        return plan.groups.joined().contains { step in
            organisation.candidates(for: step, of: plan, facts: facts, on: attempt.date)
                .contains { $0.person == attempt.person && $0.principal == principal }
        }
    }
}

extension ApprovalStep {
    /// The step for each of its roles alone.
    fileprivate var singleRoles: [ApprovalStep] {
        guard !alternatives.isEmpty else { return [self] }
        return roles.map { role in
            var single = self
            single.role = role
            single.alternatives = []
            return single
        }
    }
}
