import OutlayProblems
import OutlayValues

/// A request to the same party for the same total, a few days apart at most, may be a duplicate.
///
/// It goes through with a flag: the same thing is bought twice on purpose every day.
public enum DuplicateRequestRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "duplicate-request",
        title: "Like requests in few days may be duplicates",
        inputs: [
            RuleInput("duplicates.days", "days between the two", standard: "0, the same day"),
            RuleInput("request.vendor", "the vendor", standard: "no vendor, no duplicate"),
        ],
        source: "OMB Circular A-123, appendix C: duplicate payments among improper payments",
        examples: [
            RuleExample("1 000 to V1, twice on one day", gives: "manager + possible_duplicate") {
                () throws(Problem) in try pair(days: 0)
            },
            RuleExample("on two days", gives: "manager") { () throws(Problem) in
                try pair(days: 1)
            },
        ])

    /// Flags a request that is much like an earlier one.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        let facts = context.facts
        guard let vendor = facts.vendor else { return nil }
        let isLike = context.earlier.contains { purchase in
            guard let other = purchase.vendor, purchase.request != facts.request else {
                return false
            }
            return purchase.total == facts.total
                && abs(purchase.date.days(until: facts.submitted)) <= context.policy.duplicateDays
                && context.vendors.isSameParty(vendor, other)
        }
        if isLike { draft.raise(.possibleDuplicate) }
        return nil
    }

    private static func pair(days: Int) throws(Problem) -> String {
        var example = try RuleCase()
        example.facts.vendor = VendorID(known: "V1")
        example.earlier = [
            EarlierPurchase(
                RequestID(known: "E1"), requester: PersonID(known: "mia"),
                vendor: VendorID(known: "V1"), total: example.facts.total,
                date: RuleCase.today.adding(days: -days))
        ]
        return try example.path()
    }
}
