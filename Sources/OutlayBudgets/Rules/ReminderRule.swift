import OutlayProblems

/// Whoever a step waits for is reminded after some days, and every so many days again.
public enum ReminderRule: NoticeRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "reminder",
        title: "Waiting approvers are reminded",
        inputs: [RuleInput("remind.after", "days of waiting", standard: "no reminders")],
        source: "UX of approval inboxes; no message leaves the program by itself",
        examples: [
            RuleExample("two days after submission", gives: "reminder mia manager") {
                () throws(Problem) in try NoticeContext.example(days: 2, Self.self)
            },
            RuleExample("three days after it", gives: "") { () throws(Problem) in
                try NoticeContext.example(days: 3, Self.self)
            },
        ])

    /// Returns a reminder for each person that an open step waits for.
    public static func notices(of context: NoticeContext) -> [LedgerNotice] {
        guard let settings = context.policy.reminders, let since = context.waitingSince else {
            return []
        }
        let waited = since.days(until: context.date)
        guard waited > 0, waited % max(1, settings.afterDays) == 0 else { return [] }
        return context.state.openSteps.flatMap { step in
            context.waitedFor(step).map {
                context.notice(.reminder, to: $0.person, step: step.text, since: since)
            }
        }
    }
}
