import OutlayProblems

/// Only what waits for approval is decided on.
public enum PendingRule: DecisionRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "pending",
        title: "Only what waits is decided on",
        inputs: [RuleInput("request.approval", "the steps, and the acts so far")],
        refusals: [.notPending],
        source: "state machine of a request, ARCHITECTURE.md",
        examples: [
            RuleExample("mia, then fin after the last step", gives: "refused:not_pending") {
                () throws(Problem) in try RuleCase().decisions("mia", "fin")
            }
        ])

    /// Refuses where nothing waits.
    public static func refusal(of context: DecisionContext) -> Refusal? {
        switch context.state.standing(by: context.progress) {
        case .pending, .released: nil
        case .approved, .rejected, .returned: Refusal(.notPending, of: context, by: descriptor)
        }
    }
}

extension Refusal {
    /// Creates the refusal of a decision, with who decided and the rule that refused.
    init(_ code: RefusalCode, of context: DecisionContext, by rule: RuleDescriptor) {
        self.init(
            code, subject: LedgerText(known: context.facts.request.text), note: rule.note)
        person = context.attempt.person
    }
}
