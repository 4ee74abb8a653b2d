import OutlayProblems

/// A purchase that was made before its approval takes the full path afterwards, on a list of its own.
///
/// It is flagged as ratified for ever: it never counts as approved in advance. It says why it came so.
public enum RatificationRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "ratification",
        title: "What was bought before approval is ratified, never approved in advance",
        inputs: [
            RuleInput(
                "routes.ratification", "further approvers, or false where it is barred",
                standard: "nobody besides"),
            RuleInput("request.reason_code", "why it was bought before approval"),
        ],
        refusals: [.routeNotAdmitted, .reasonNotAccepted],
        source: "FAR 1.602-3: ratification of unauthorized commitments",
        examples: [
            RuleExample("with the cfo asked besides", gives: "manager, cfo + ratified") {
                () throws(Problem) in try ratification(reason: "ordered by phone")
            },
            RuleExample("without a reason", gives: "refused:reason_not_accepted") {
                () throws(Problem) in try ratification(reason: "")
            },
        ])

    /// Refuses where it is barred, and flags the others.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        let details = context.facts.details
        guard details.route == .ratification else { return nil }
        let subject = LedgerText(known: context.facts.request.text)
        guard let approvers = context.policy.routes.ratification else {
            return Refusal(.routeNotAdmitted, subject: subject, note: descriptor.note)
        }
        guard details.reasonCode.map({ !$0.isEmpty }) ?? false else {
            return Refusal(.reasonNotAccepted, subject: subject, note: descriptor.note)
        }
        draft.quotes = 0
        for approver in approvers { draft.add(approver, reason: "ratification") }
        draft.raise(.ratified)
        return nil
    }

    private static func ratification(reason: String) throws(Problem) -> String {
        var example = try RuleCase()
        example.policy.routes.ratification = [Approver(RoleID(known: "cfo"))]
        example.facts.details.route = .ratification
        example.facts.details.reasonCode = LedgerText(known: reason)
        return try example.path()
    }
}
