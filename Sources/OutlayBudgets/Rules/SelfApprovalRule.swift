import OutlayProblems

/// Requesters decide on nothing of their own: neither for themselves nor for others, nor does anybody for them.
///
/// No setting lifts it.
public enum SelfApprovalRule: DecisionRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "requester-not-approver",
        title: "Requesters do not approve their own requests",
        inputs: [RuleInput("request.requester", "who asks")],
        refusals: [.selfApproval],
        source: "GAO-14-704G, Standards for Internal Control (2014), 10.12 to 10.14",
        examples: [
            RuleExample("ana, who asks and is a manager", gives: "refused:self_approval") {
                () throws(Problem) in
                var example = try RuleCase()
                example.people[0] = RuleCase.person("ana", "manager")
                return try example.decisions("ana")
            },
            RuleExample("ana for mia, who lent her authority", gives: "refused:self_approval") {
                () throws(Problem) in
                var example = try RuleCase()
                example.delegations = [RuleCase.delegation("mia", "ana")]
                return try example.decisions("ana for mia")
            },
        ])

    /// Refuses the requester, in person and as the one acted for.
    public static func refusal(of context: DecisionContext) -> Refusal? {
        guard context.voters.contains(context.facts.requester) else { return nil }
        return Refusal(.selfApproval, of: context, by: descriptor)
    }
}
