import OutlayProblems

/// A decision is on exactly one revision: the one that the person saw.
public enum RevisionRule: DecisionRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "revision",
        title: "A decision is on the present revision",
        inputs: [
            RuleInput("revision", "the revision that the person saw", standard: "the present one")
        ],
        refusals: [.revisionMoved],
        source: "optimistic concurrency: what was approved is what was shown",
        examples: [
            RuleExample("revision 1 while revision 2 stands", gives: "refused:revision_moved") {
                () throws(Problem) in
                var example = try RuleCase()
                let state = try example.state()
                example.facts.revision = 2
                let attempt = ApprovalAttempt(
                    person: example.people[1].id, principal: nil, decision: .approve,
                    reason: .empty, date: RuleCase.today, revision: 1)
                let ruling = state.deciding(
                    attempt, of: example.facts, in: try example.organisation())
                guard case .refused(let refusal) = ruling else { return "accepted" }
                return "refused:" + refusal.code.rawValue
            }
        ])

    /// Refuses where the person saw another revision.
    public static func refusal(of context: DecisionContext) -> Refusal? {
        guard let seen = context.attempt.revision, seen != context.facts.revision else {
            return nil
        }
        return Refusal(.revisionMoved, of: context, by: descriptor)
    }
}
