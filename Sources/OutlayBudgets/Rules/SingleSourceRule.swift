import OutlayProblems

/// A purchase from the only source there is needs an accepted reason, evidence of its price and a waiver.
///
/// It needs no quotes. The waiver is a step of its own, of the role that the policy names.
public enum SingleSourceRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "single-source",
        title: "A single source needs a reason, price evidence and a waiver",
        inputs: [
            RuleInput(
                "routes.single_source.reasons", "the accepted reasons",
                standard: "single source barred"),
            RuleInput("routes.single_source.waiver", "the role that waives the competition"),
            RuleInput("request.reason_code", "the reason, one of those"),
            RuleInput("request.price_evidence", "whether evidence backs the price"),
        ],
        refusals: [.routeNotAdmitted, .reasonNotAccepted, .evidenceMissing],
        source: "FAR 6.302-1 and 6.303-2: justification of other than full and open competition",
        examples: [
            RuleExample("`compatible-parts`, with evidence", gives: "manager, procurement") {
                () throws(Problem) in try purchase("compatible-parts", evidence: true)
            },
            RuleExample("`we-like-them`", gives: "refused:reason_not_accepted") {
                () throws(Problem) in try purchase("we-like-them", evidence: true)
            },
            RuleExample("without evidence of the price", gives: "refused:evidence_missing") {
                () throws(Problem) in try purchase("compatible-parts", evidence: false)
            },
        ])

    /// Refuses a single source that is not founded, and asks the others for the waiver instead of quotes.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        let details = context.facts.details
        guard details.route == .singleSource else { return nil }
        let subject = LedgerText(known: context.facts.request.text)
        guard let settings = context.policy.routes.singleSource else {
            return Refusal(.routeNotAdmitted, subject: subject, note: descriptor.note)
        }
        guard let reason = details.reasonCode, settings.reasons.contains(reason) else {
            return Refusal(.reasonNotAccepted, subject: subject, note: descriptor.note)
        }
        guard details.hasPriceEvidence else {
            return Refusal(.evidenceMissing, subject: subject, note: descriptor.note)
        }
        draft.quotes = 0
        draft.add(Approver(settings.waiver), reason: "waiver")
        return nil
    }

    private static func purchase(_ reason: String, evidence: Bool) throws(Problem) -> String {
        var example = try RuleCase()
        example.policy.routes.singleSource = RouteSettings.SingleSource(
            reasons: [LedgerText(known: "compatible-parts")],
            waiver: RoleID(known: "procurement"))
        example.facts.details.route = .singleSource
        example.facts.details.reasonCode = LedgerText(known: reason)
        example.facts.details.hasPriceEvidence = evidence
        return try example.path()
    }
}
