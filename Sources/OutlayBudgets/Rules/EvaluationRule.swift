import OutlayProblems

/// Larger purchases are backed by an evaluation, by its hash.
public enum EvaluationRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "evaluation",
        title: "A tier may ask for an evaluation",
        inputs: [
            RuleInput("tiers.evaluation", "`required`, or left out", standard: "not required"),
            RuleInput("request.evaluation", "the evaluation's hash", standard: "none"),
        ],
        refusals: [.evidenceMissing],
        source: "HM Treasury, The Green Book (2022), chapter 2: proposals rest on an appraisal",
        examples: [
            RuleExample("none where one is required", gives: "refused:evidence_missing") {
                () throws(Problem) in
                var example = try RuleCase()
                example.policy.tiers[0].requiresEvaluation = true
                return try example.path()
            }
        ])

    /// Refuses where the evaluation is missing.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        let facts = context.facts
        let hasEvaluation = facts.details.evaluation.map { !$0.isEmpty } ?? false
        // Emergencies and ratifications come too late for one.
        let isTooLate = [.emergency, .ratification].contains(facts.details.route)
        guard draft.requiresEvaluation, !hasEvaluation, !isTooLate else { return nil }
        return Refusal(
            .evidenceMissing, subject: LedgerText(known: facts.request.text),
            note: descriptor.note)
    }
}
