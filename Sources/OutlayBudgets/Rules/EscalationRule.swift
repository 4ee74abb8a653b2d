import OutlayProblems

/// The superiors of those who let a step wait too long are told; a step that nobody can decide is named.
///
/// Telling changes nothing: the superior decides only where no holder or deputy is left.
public enum EscalationRule: NoticeRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "escalation",
        title: "Long waits are told to the next level",
        inputs: [
            RuleInput("remind.escalate_after", "days of waiting", standard: "never"),
            RuleInput("people.reports_to", "the next level", standard: "nobody"),
        ],
        source: "UX of approval inboxes; no message leaves the program by itself",
        examples: [
            RuleExample("five days after submission", gives: "escalation cfo manager") {
                () throws(Problem) in try NoticeContext.example(days: 5, Self.self)
            },
            RuleExample("a day before", gives: "") { () throws(Problem) in
                try NoticeContext.example(days: 4, Self.self)
            },
        ])

    /// Returns a notice for each superior, and one for each step that nobody can decide.
    public static func notices(of context: NoticeContext) -> [LedgerNotice] {
        guard let since = context.waitingSince else { return [] }
        let limit = context.policy.reminders?.escalateAfterDays
        let isLate = limit.map { since.days(until: context.date) >= $0 } ?? false
        return context.state.openSteps.flatMap { step -> [LedgerNotice] in
            let people = context.waitedFor(step)
            if people.isEmpty {
                return [context.notice(.unfilled, to: nil, step: step.text, since: since)]
            }
            guard isLate else { return [] }
            var told: Set<PersonID> = []
            return people.compactMap { candidate in
                let superiors = context.organisation.superiors(of: candidate.person)
                guard let superior = superiors.first, told.insert(superior.id).inserted else {
                    return nil
                }
                return context.notice(
                    .escalation, to: superior.id, step: step.text, since: since)
            }
        }
    }
}
