import OutlayProblems
import OutlayValues

/// The way of a request through its approvals: who has to agree by which rule, who did, and who is next.
public struct RequestPath: Sendable, Hashable {
    /// One step of the present revision.
    public struct Step: Sendable, Hashable {
        /// The step.
        public var step: ApprovalStep
        /// The group it stands in, from 0.
        public var group: Int
        /// How many approvals it still needs.
        public var missing: Int
        /// Whether it waits for somebody now.
        public var isOpen: Bool
        /// The places of the acts in ``RequestPath/acts`` that count for it.
        public var votes: [Int]
        /// Who may decide it on the day and has not, delegates behind the others; empty where nobody is known.
        public var candidates: [ApprovalCandidate]
    }

    /// The policy version that the request is judged by.
    public var policy: PolicyReference
    /// Where the approvals stand.
    public var standing: ApprovalStanding
    /// The steps, in the order of their groups.
    public var steps: [Step]
    /// Every act on every revision, in order.
    public var acts: [ApprovalAct]
    /// What each revision said.
    public var revisions: [RevisionMark]

    /// The persons who may decide now, each once, in the order of their names.
    public var next: [PersonID] {
        Set(steps.filter(\.isOpen).flatMap(\.candidates).map(\.person)).sorted()
    }

    /// The last act of a person, as themselves or through a delegate, or nil.
    public func lastAct(of person: PersonID) -> ApprovalAct? {
        acts.last { $0.person == person || $0.principal == person }
    }
}

extension LedgerReader {
    /// Returns the way of a request through its approvals on a day, or nil where it has not been submitted.
    ///
    /// Of a change order that waits it is the way of that.
    ///
    /// - Throws: ``ProblemCode/unknownEntry`` for an unknown request; a ``Problem`` of the store.
    public func path(
        of id: RequestID, on date: CalendarDate
    ) throws(Problem) -> RequestPath? {
        guard let request = try request(id) else {
            throw Refusal(.unknownRequest, subject: LedgerText(known: id.text)).problem(
                in: try requireSettings().currency)
        }
        let state = request.amendment?.approval ?? request.approval
        guard !state.revisions.isEmpty else { return nil }
        return RequestPath(
            state, facts: try facts(of: request, lines(of: id)).amended(by: request.amendment),
            organisation: try organisation(inForceOn: date)?.lending(try delegations()), on: date)
    }

    /// Returns the way that a submission would take, or the rule that stands against it; its money is not looked at.
    ///
    /// - Parameters:
    ///   - submission: The request as it would be submitted.
    ///   - context: Who would submit it, and on which day.
    /// - Returns: The way, or the refusal.
    /// - Throws: A ``Problem`` of the store.
    public func plannedPath(
        of submission: Submit, context: CommandContext
    ) throws(Problem) -> Ruling<RequestPath> {
        switch try submission.plan(in: self, context: context) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let plan):
            let date = context.moment.effective
            return .granted(
                RequestPath(
                    plan.request.approval, facts: try facts(of: plan.request, plan.lines),
                    organisation: try organisation(inForceOn: date)?.lending(try delegations()),
                    on: date))
        }
    }
}

extension RequestPath {
    /// Creates the way through the steps of `state`, with who may decide each on `date`.
    fileprivate init(
        _ state: ApprovalState, facts: RequestFacts, organisation: Organisation?,
        on date: CalendarDate
    ) {
        let progress = state.progress
        let waits = state.standing == .pending || state.standing == .released
        let voters = Set(
            state.acts.filter(\.stands).flatMap { [$0.person] + [$0.principal].compactMap(\.self) })
        func candidates(_ step: ApprovalStep) -> [ApprovalCandidate] {
            guard let organisation else { return [] }
            let found =
                organisation.candidates(for: step, of: state.plan, facts: facts, on: date)
                + organisation.delegates(
                    for: step, of: state.plan, facts: facts, total: state.judgedTotal, on: date)
            return found.filter { candidate in
                !voters.contains(candidate.person)
                    && candidate.principal.map { !voters.contains($0) } ?? true
            }
        }
        var steps: [Step] = []
        for (group, members) in state.plan.groups.enumerated() {
            for (index, step) in members.enumerated() {
                let missing = progress.missing(state.plan, group: group, step: index)
                steps.append(
                    Step(
                        step: step, group: group, missing: missing,
                        isOpen: waits && progress.openGroup == group && missing > 0,
                        votes: progress.votes[group][index],
                        candidates: missing == 0 ? [] : candidates(step)))
            }
        }
        self.init(
            policy: state.policy, standing: state.standing, steps: steps, acts: state.acts,
            revisions: state.revisions)
    }
}
