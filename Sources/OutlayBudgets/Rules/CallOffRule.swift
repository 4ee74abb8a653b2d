import OutlayProblems
import OutlayValues

/// A call-off buys from a framework agreement that was competed for, so it needs no quotes of its own.
public enum CallOffRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "call-off",
        title: "A call-off stays within its framework",
        inputs: [
            RuleInput("routes.call_off", "whether the policy admits call-offs", standard: "true"),
            RuleInput("request.framework", "the agreement, with its vendors and period"),
        ],
        refusals: [.routeNotAdmitted, .evidenceMissing, .frameworkVendor, .frameworkPeriod],
        source: "Directive 2014/24/EU, article 33: framework agreements",
        examples: [
            RuleExample("V1 within the agreement, quotes asked for", gives: "manager") {
                () throws(Problem) in try callOff(vendor: "V1", days: 0)
            },
            RuleExample("a vendor of no agreement", gives: "refused:framework_vendor") {
                () throws(Problem) in try callOff(vendor: "V2", days: 0)
            },
            RuleExample("the day after its last", gives: "refused:framework_period") {
                () throws(Problem) in try callOff(vendor: "V1", days: 1)
            },
        ])

    /// Refuses a call-off outside its agreement, and asks the others for no quotes.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        let facts = context.facts
        guard facts.details.route == .callOff else { return nil }
        let subject = LedgerText(known: facts.request.text)
        guard context.policy.routes.allowsCallOff else {
            return Refusal(.routeNotAdmitted, subject: subject, note: descriptor.note)
        }
        guard let framework = context.framework else {
            return Refusal(.evidenceMissing, subject: subject, note: descriptor.note)
        }
        guard let vendor = facts.vendor, framework.vendors.contains(vendor) else {
            return Refusal(.frameworkVendor, subject: subject, note: descriptor.note)
        }
        guard framework.start <= facts.submitted, facts.submitted <= framework.end else {
            return Refusal(.frameworkPeriod, subject: subject, note: descriptor.note)
        }
        draft.quotes = 0
        return nil
    }

    private static func callOff(vendor: String, days: Int) throws(Problem) -> String {
        var example = try RuleCase()
        example.policy.tiers[0].quotes = 3
        example.facts.details.route = .callOff
        example.facts.vendor = VendorID(known: vendor)
        example.framework = Framework(
            FrameworkID(known: "F1"), title: .empty, vendors: [VendorID(known: "V1")],
            ceiling: RuleCase.euros(50_000), guaranteedMinimum: .zero,
            start: RuleCase.today.adding(days: -100), end: RuleCase.today.adding(days: -days),
            sequence: 1)
        return try example.path()
    }
}

extension RuleDescriptor {
    /// The rule's name, to be kept with a refusal.
    var note: LedgerText { LedgerText(known: identifier) }
}
