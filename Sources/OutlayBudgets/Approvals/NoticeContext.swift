import OutlayValues

/// What the rules of notices look at.
public struct NoticeContext: Sendable {
    /// The request.
    public var facts: RequestFacts
    /// Its approvals.
    public var state: ApprovalState
    /// The policy version that it is judged by.
    public var policy: Policy
    /// The people.
    public var organisation: Organisation
    /// The day.
    public var date: CalendarDate

    /// Creates a context.
    public init(
        of facts: RequestFacts, _ state: ApprovalState, _ policy: Policy,
        _ organisation: Organisation, on date: CalendarDate
    ) {
        self.facts = facts
        self.state = state
        self.policy = policy
        self.organisation = organisation
        self.date = date
    }

    /// What is due, in the order of ``AllRules/notices``; nothing is sent and nothing changes.
    public var notices: [LedgerNotice] {
        AllRules.notices.flatMap { $0.notices(of: self) }
    }

    /// A notice about the request.
    func notice(
        _ kind: LedgerNotice.Kind, to person: PersonID?, step: String = "", since date: CalendarDate
    ) -> LedgerNotice {
        LedgerNotice(
            kind: kind, person: person, subject: LedgerText(known: facts.request.text), step: step,
            date: date, amount: facts.total)
    }

    /// The day since which the open group waits: the last submission, or the last approval before it.
    var waitingSince: CalendarDate? {
        guard let submitted = state.revisions.last?.date, !state.openSteps.isEmpty else {
            return nil
        }
        let progress = state.progress
        let before = progress.votes.prefix(progress.completeGroups).flatMap { $0.joined() }
        return before.map { state.acts[$0].date }.reduce(submitted) { max($0, $1) }
    }

    /// The persons who may decide `step` and have not voted.
    func waitedFor(_ step: ApprovalStep) -> [ApprovalCandidate] {
        let voters = Set(
            state.acts.filter(\.stands).flatMap { [$0.person] + [$0.principal].compactMap(\.self) })
        return organisation.candidates(for: step, of: state.plan, facts: facts, on: date)
            .filter { !voters.contains($0.person) }
    }
}
