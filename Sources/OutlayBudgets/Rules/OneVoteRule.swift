import OutlayProblems

/// A natural person has one vote on a request, whatever roles they hold and whoever casts it.
///
/// A vote that a delegate casts is the principal's as well. A vote that a later revision made void does not
/// count, so the person may vote again.
public enum OneVoteRule: DecisionRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "one-person-one-vote",
        title: "One person has one vote on a request",
        inputs: [RuleInput("request.approval.acts", "the approvals that stand")],
        refusals: [.alreadyApproved],
        source: "GAO-14-704G, Standards for Internal Control (2014), 10.12 to 10.14",
        examples: [
            RuleExample("mia as manager and as finance", gives: "refused:already_approved") {
                () throws(Problem) in
                var example = try RuleCase(tiers: [(nil, [["manager"], ["finance"]])])
                example.people[1] = RuleCase.person("mia", "manager", "finance")
                return try example.decisions("mia", "mia")
            },
            RuleExample("carl for mia, then mia", gives: "refused:already_approved") {
                () throws(Problem) in
                var example = try RuleCase(tiers: [(nil, [["manager"], ["finance"]])])
                example.people[1] = RuleCase.person("mia", "manager", "finance")
                example.people.append(RuleCase.person("carl"))
                example.delegations = [RuleCase.delegation("mia", "carl")]
                return try example.decisions("carl for mia", "mia")
            },
        ])

    /// Refuses who has voted, in person or through the other.
    public static func refusal(of context: DecisionContext) -> Refusal? {
        let voters = context.voters
        let hasVoted = context.state.acts.contains { act in
            act.stands
                && (voters.contains(act.person)
                    || act.principal.map(voters.contains) ?? false)
        }
        guard hasVoted else { return nil }
        return Refusal(.alreadyApproved, of: context, by: descriptor)
    }
}
