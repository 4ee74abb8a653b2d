import OutlayProblems

/// Who wrote the present revision does not approve it, unless the policy leaves that out.
public enum LastEditorRule: DecisionRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "last-editor-not-approver",
        title: "Who changed a request last does not approve it",
        inputs: [
            RuleInput("request.last_editor", "who wrote the revision"),
            RuleInput("separation_of_duties", "whether the policy names it", standard: "named"),
        ],
        refusals: [.lastEditor],
        source: "GAO-14-704G, Standards for Internal Control (2014), 10.12 to 10.14",
        examples: [
            RuleExample("mia, who changed the request of ana", gives: "refused:last_editor") {
                () throws(Problem) in
                var example = try RuleCase()
                example.facts.lastEditor = example.people[1].id
                return try example.decisions("mia")
            }
        ])

    /// Refuses the last editor, in person and as the one acted for.
    public static func refusal(of context: DecisionContext) -> Refusal? {
        guard context.state.plan.barsLastEditor,
            context.voters.contains(context.facts.lastEditor)
        else { return nil }
        return Refusal(.lastEditor, of: context, by: descriptor)
    }
}
