import OutlayBudgets
import OutlayProblems
import OutlayValues

/// Approval by tiers, roles and delegations, made for tests of money: the steps follow from the
/// total, anybody with the role may act, and nobody acts on their own request or twice.
package struct TierRules: ApprovalRules {
    /// The steps of totals below an amount, or of all.
    package struct Tier: Sendable {
        var below: MinorUnits?
        var groups: [[ApprovalStep]]

        /// Creates a tier.
        package init(below: MinorUnits?, groups: [[ApprovalStep]]) {
            (self.below, self.groups) = (below, groups)
        }
    }

    /// Days on which one person decides for another, up to an amount.
    package struct Delegation: Sendable {
        var from: PersonID
        var to: PersonID
        var start: CalendarDate
        var end: CalendarDate
        var limit: MinorUnits?

        /// Creates a delegation.
        package init(
            from: PersonID, to: PersonID, start: CalendarDate, end: CalendarDate,
            limit: MinorUnits?
        ) {
            (self.from, self.to, self.start, self.end) = (from, to, start, end)
            self.limit = limit
        }
    }

    /// The tiers, the lowest first.
    package var tiers = [Tier(below: nil, groups: [[step("manager")]])]
    /// What holds of every request.
    package var terms = PolicyTerms(
        reserve: .submission, expiresAfterDays: nil, orderWithinDays: nil, invoiceTolerance: .zero,
        invoiceToleranceAmount: .zero, matching: .order)
    /// Who has which roles.
    package var roles: [PersonID: Set<String>] = [
        PersonID(known: "mia"): ["manager"], PersonID(known: "fin"): ["finance"],
        PersonID(known: "cfo"): ["cfo"],
    ]
    /// Up to what a person may override budgets.
    package var limits = [PersonID(known: "cfo"): MinorUnits(500_000)]
    /// The delegations.
    package var delegations: [Delegation] = []
    /// How many days back requests to one vendor are summed up, or nil.
    package var splitDays: Int?
    /// The sum from which they are suspect.
    package var splitThreshold: MinorUnits?
    /// A raise by no more than this keeps the approvals.
    package var keptRaise = MinorUnits.zero
    /// Who may not exercise which duty.
    package var barred: [PersonID: Set<Duty>] = [:]

    /// What is done by two persons.
    package var twoPersons: Set<Duty> = []

    /// Creates the rules: one manager agrees to everything.
    package init() {}

    /// Returns the step of a role.
    package static func step(_ role: String, quorum: Int = 1) -> ApprovalStep {
        ApprovalStep(RoleID(known: role), quorum: quorum, reasons: ["tier"])
    }

    /// Returns the steps of a request.
    package func plan(
        for facts: RequestFacts, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        var (total, flags) = (facts.total, [AnswerFlag]())
        if let splitDays, let splitThreshold, let vendor = facts.vendor {
            var filter = RequestFilter()
            filter.requester = facts.requester
            filter.vendor = vendor
            filter.submittedFrom = date.adding(days: -splitDays)
            filter.submittedTo = date
            var sum = total
            for other in try reader.requests(filter)
            where other.id != facts.request
                && ![.withdrawn, .rejected, .expired].contains(other.state)
            {
                sum = try sum + other.total
            }
            if sum >= splitThreshold, total < splitThreshold {
                (total, flags) = (sum, [.splitSuspected])
            }
        }
        let place = tiers.firstIndex { tier in tier.below.map { total < $0 } ?? true }
        guard let place else { return .refused(Refusal(.noPolicy)) }
        let isEmergency = facts.details.route == .emergency
        var plan = ApprovalPlan(
            policy: PolicyReference(id: "TEST", revision: 1, hash: "00"), terms: terms,
            route: facts.details.route, tier: place, judgedTotal: total,
            groups: (isEmergency ? [[Self.step("cfo")]] : []) + tiers[place].groups, flags: flags)
        if isEmergency {
            plan.releasedAfter = 1
            plan.fullPathDays = 5
        }
        return .granted(ApprovalState(submitted: facts, by: plan))
    }

    /// Returns what a decision makes of them.
    package func act(
        _ attempt: ApprovalAttempt, on state: ApprovalState, of facts: RequestFacts,
        in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        let holder = attempt.principal ?? attempt.person
        let parties = [facts.requester, facts.lastEditor]
        if let principal = attempt.principal {
            let found = delegations.filter {
                $0.from == principal && $0.to == attempt.person
                    && ($0.start...$0.end).contains(attempt.date)
            }
            guard let delegation = found.first else {
                return .refused(Refusal(.delegationNotValid))
            }
            if let limit = delegation.limit, facts.total > limit {
                return .refused(Refusal(.delegationLimit))
            }
        }
        if parties.contains(attempt.person) || parties.contains(holder) {
            return .refused(Refusal(.selfApproval))
        }
        if state.acts.contains(where: { $0.person == attempt.person && $0.outdated == nil }) {
            return .refused(Refusal(.alreadyApproved))
        }
        let open = state.openSteps.filter { step in
            step.roles.contains { roles[holder]?.contains($0.text) ?? false }
        }
        guard let step = open.first else { return .refused(Refusal(.notAnApprover)) }
        var next = state
        next.acts.append(
            ApprovalAct(
                attempt.person, principal: attempt.principal, claims: [ApprovalClaim(step.role)],
                decision: attempt.decision, reason: attempt.reason, revision: facts.revision,
                date: attempt.date))
        return .granted(next)
    }

    /// Returns what a change of the request makes of them.
    package func reassess(
        _ state: ApprovalState, from old: RequestFacts, to new: RequestFacts,
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        switch try plan(for: new, on: date, in: reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(var next):
            next.acts = state.acts
            next.revisions = state.revisions + next.revisions
            let raise = try new.total - old.total
            let crosses = next.plan.groups != state.plan.groups
            guard raise > keptRaise || crosses else { return .granted(next) }
            for index in next.acts.indices { next.acts[index].outdated = crosses ? .tier : .amount }
            return .granted(next)
        }
    }

    /// Returns up to what a person may override budgets, or nil.
    package func overrideLimit(
        of person: PersonID, for request: RequestID, on date: CalendarDate,
        in reader: some LedgerReader
    ) throws(Problem) -> MinorUnits? {
        limits[person]
    }

    /// Returns why a person may not, or nil.
    package func refusal(
        of duty: Duty, in context: CommandContext, for request: Request?,
        reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        if barred[context.actor]?.contains(duty) ?? false { return Refusal(.dutyNotHeld) }
        guard twoPersons.contains(duty), !context.isProposal,
            context.confirmedBy == nil || context.confirmedBy == context.actor
        else { return nil }
        return Refusal(.secondPersonRequired)
    }

    /// Takes every document.
    package func check(_ document: LedgerDocument) throws(Problem) {}
}
