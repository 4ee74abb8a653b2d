import OutlayProblems

/// An emergency is released by one listed approver, up to a ceiling; the full path follows within days.
///
/// The total that counts is the judged one, so an emergency cannot be split below the ceiling. The full path
/// needs no quotes: what was bought in haste was not competed for, and its list shows that.
public enum EmergencyRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "emergency",
        title: "One listed approver releases an emergency, the full path follows",
        inputs: [
            RuleInput("routes.emergency.ceiling", "the largest total", standard: "no emergencies"),
            RuleInput("routes.emergency.approvers", "the roles, one of which is enough"),
            RuleInput("routes.emergency.full_path_days", "the days for the full path"),
            RuleInput("request.reason_code", "what the emergency is"),
        ],
        refusals: [.routeNotAdmitted, .reasonNotAccepted, .emergencyCeiling],
        source: "FAR 6.302-2: unusual and compelling urgency, with the justification to follow",
        examples: [
            RuleExample("5 000 at a ceiling of 5 000", gives: "cfo or manager; manager; finance") {
                () throws(Problem) in try emergency(5_000, reason: "flood")
            },
            RuleExample("5 001", gives: "refused:emergency_ceiling") { () throws(Problem) in
                try emergency(5_001, reason: "flood")
            },
            RuleExample("without a reason", gives: "refused:reason_not_accepted") {
                () throws(Problem) in try emergency(5_000, reason: "")
            },
        ])

    /// Refuses an emergency above the ceiling, and puts the release before the full path of the others.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        let details = context.facts.details
        guard details.route == .emergency else { return nil }
        let subject = LedgerText(known: context.facts.request.text)
        guard let settings = context.policy.routes.emergency,
            let role = settings.approvers.first
        else {
            return Refusal(.routeNotAdmitted, subject: subject, note: descriptor.note)
        }
        guard details.reasonCode.map({ !$0.isEmpty }) ?? false else {
            return Refusal(.reasonNotAccepted, subject: subject, note: descriptor.note)
        }
        guard draft.judgedTotal <= settings.ceiling else {
            var refusal = Refusal(.emergencyCeiling, subject: subject, note: descriptor.note)
            refusal.available = settings.ceiling
            refusal.requested = draft.judgedTotal
            refusal.shortBy = try draft.judgedTotal - settings.ceiling
            return refusal
        }
        draft.quotes = 0
        draft.release = ApprovalStep(
            role, alternatives: Array(settings.approvers.dropFirst()), reasons: ["emergency"])
        draft.fullPathDays = settings.fullPathDays
        return nil
    }

    private static func emergency(_ total: Int, reason: String) throws(Problem) -> String {
        var example = try RuleCase(tiers: [(nil, [["manager"], ["finance"]])])
        example.policy.routes.emergency = RouteSettings.Emergency(
            ceiling: RuleCase.euros(5_000),
            approvers: [RoleID(known: "cfo"), RoleID(known: "manager")], fullPathDays: 5)
        example.facts.total = RuleCase.euros(total)
        example.facts.details.route = .emergency
        example.facts.details.reasonCode = LedgerText(known: reason)
        return try example.path()
    }
}
