import OutlayProblems
import OutlayValues

/// Purchases that belong together are routed by their sum, so splitting one lowers nothing.
///
/// The total of the request and those of the earlier purchases in the window pick the tier. A split is
/// suspected where the sum reaches the window's threshold and the request alone does not, or, without a
/// threshold, where the sum is in a higher tier than the request alone.
public enum SplitPurchaseRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "split-purchase",
        title: "Split purchases are routed by their sum",
        inputs: [
            RuleInput(
                "split.days", "days between two purchases that belong together", standard: "30"),
            RuleInput(
                "split.by", "what they have in common", standard: "requester, vendor, category"),
            RuleInput(
                "split.threshold", "the sum from which a split is suspected",
                standard: "the next tier"),
        ],
        source: "FAR 13.003(c)(2): requirements are not broken down to stay below a threshold",
        examples: [
            RuleExample(
                "2 400 after two of 2 400 to the vendor in 30 days, tiers at 5 000",
                gives: "manager; finance + split_suspected"
            ) { () throws(Problem) in
                var example = try RuleCase(
                    tiers: [(5_000, [["manager"]]), (nil, [["manager"], ["finance"]])])
                example.facts.total = RuleCase.euros(2_400)
                example.facts.vendor = VendorID(known: "V1")
                example.earlier = [10, 19].map { days in
                    EarlierPurchase(
                        RequestID(known: "E\(days)"), requester: example.facts.requester,
                        vendor: VendorID(known: "V1"), total: RuleCase.euros(2_400),
                        date: RuleCase.today.adding(days: -days))
                }
                return try example.path()
            }
        ])

    /// Sums up the earlier purchases that belong to the request and picks the tier by the sum.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        guard let window = context.policy.split else { return nil }
        let related = context.earlier.filter { isRelated($0, context, window) }
        guard !related.isEmpty else { return nil }
        let own = context.facts.total
        var sum = own
        for purchase in related { try sum += purchase.total }
        draft.judgedTotal = max(own, sum)
        let alone = draft.tier
        draft.tier = context.policy.tier(of: draft.judgedTotal)
        let isSuspected =
            window.threshold.map { sum >= $0 && own < $0 } ?? (draft.tier > alone)
        if isSuspected { draft.raise(.splitSuspected) }
        return nil
    }

    /// Returns whether `purchase` has all that the window names in common with the request.
    static func isRelated(
        _ purchase: EarlierPurchase, _ context: PlanningContext, _ window: SplitWindow
    ) -> Bool {
        let facts = context.facts
        let distance = abs(purchase.date.days(until: facts.submitted))
        guard distance <= window.days, purchase.request != facts.request else { return false }
        return window.keys.allSatisfy { key in
            switch key {
            case .requester: purchase.requester == facts.requester
            case .vendor:
                if let left = purchase.vendor, let right = facts.vendor {
                    context.vendors.isSameParty(left, right)
                } else {
                    false
                }
            case .category: purchase.category == facts.details.category
            }
        }
    }
}
