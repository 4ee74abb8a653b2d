import OutlayProblems

/// Who overrode the budget for a request does not approve it as well.
public enum OverrideApproverRule: DecisionRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "override-not-approver",
        title: "Who overrides the budget does not approve the request",
        inputs: [RuleInput("request.overridden_by", "who overrode", standard: "nobody")],
        refusals: [.overrideApprover],
        source: "GAO-14-704G, Standards for Internal Control (2014), 10.12 to 10.14",
        examples: [
            RuleExample("mia, who let it go over budget", gives: "refused:override_approver") {
                () throws(Problem) in
                var example = try RuleCase()
                example.facts.overriddenBy = [example.people[1].id]
                return try example.decisions("mia")
            }
        ])

    /// Refuses those who overrode, in person and as the ones acted for.
    public static func refusal(of context: DecisionContext) -> Refusal? {
        guard !context.voters.isDisjoint(with: context.facts.overriddenBy) else { return nil }
        return Refusal(.overrideApprover, of: context, by: descriptor)
    }
}
