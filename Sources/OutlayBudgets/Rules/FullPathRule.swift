import OutlayProblems

/// The full path of an emergency is due within the days the policy gives; later it is overdue.
///
/// An overdue path undoes nothing: what was bought was bought. It stays on the list until it is complete.
public enum FullPathRule: NoticeRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "full-path",
        title: "An emergency's full path follows in time",
        inputs: [
            RuleInput("routes.emergency.full_path_days", "days from the release")
        ],
        source: "FAR 6.303-1(d): justification after award in unusual urgency",
        examples: [
            RuleExample("five days after the release, with five given", gives: "full_path_due ana")
            {
                () throws(Problem) in try NoticeContext.emergency(days: 5)
            },
            RuleExample("six days after it", gives: "full_path_overdue ana") {
                () throws(Problem) in try NoticeContext.emergency(days: 6)
            },
        ])

    /// Returns the notice to the requester while the full path is open.
    public static func notices(of context: NoticeContext) -> [LedgerNotice] {
        guard let due = context.state.fullPathDue else { return [] }
        return [
            context.notice(
                context.date > due ? .fullPathOverdue : .fullPathDue, to: context.facts.requester,
                since: due)
        ]
    }
}
