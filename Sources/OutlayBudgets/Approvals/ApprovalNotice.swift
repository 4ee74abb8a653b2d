import OutlayValues

/// Something about a request's approvals that somebody should hear of on a day.
public struct ApprovalNotice: Sendable, Hashable {
    /// What it is about.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A step waits for this person.
        case reminder
        /// A step waits too long, and this is the superior of who should decide.
        case escalation
        /// Nobody can decide the step: no holder, deputy or superior is left.
        case unfilled
        /// The request runs out of time soon.
        case expiresSoon = "expires_soon"
        /// The request has run out of time.
        case expired
        /// The full path of an emergency is due.
        case fullPathDue = "full_path_due"
        /// The full path of an emergency was not completed in time.
        case fullPathOverdue = "full_path_overdue"
    }

    /// What it is about.
    public var kind: Kind
    /// The request.
    public var request: RequestID
    /// Who should hear of it; nil where it is nobody's, and so everybody's.
    public var person: PersonID?
    /// The step that waits, as paths write it; empty where it is about the request.
    public var step: String
    /// Since when it waits, or until when it has time.
    public var date: CalendarDate

    /// Creates a notice.
    public init(
        _ kind: Kind, _ request: RequestID, to person: PersonID?, step: String = "",
        date: CalendarDate
    ) {
        self.kind = kind
        self.request = request
        self.person = person
        self.step = step
        self.date = date
    }
}

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
    public var notices: [ApprovalNotice] {
        AllRules.notices.flatMap { $0.notices(of: self) }
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

extension ApprovalState {
    /// The last day on which the request may be decided; nil for ever.
    public var expires: CalendarDate? {
        guard let submitted = revisions.last?.date, let days = terms.expiresAfterDays else {
            return nil
        }
        return submitted.adding(days: days)
    }
}
