import OutlayProblems

/// The total picks a tier, and the tier says who has to agree.
///
/// The total is the net contract value: every payment to vendors within the term, never the first year's
/// alone. A tier reaches up to its end and does not contain it; the last one has no end.
public enum TierRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "tier",
        title: "The total contract value picks the approvers",
        inputs: [
            RuleInput("tiers.below", "the total that is too much for a tier", standard: "no end"),
            RuleInput("tiers.approvers", "who has to agree, in the groups of `order`"),
            RuleInput("tiers.steps", "groups of approvers of their own, instead of `approvers`"),
        ],
        source:
            "delegation of authority by half-open bands, as in OCA purchase_request_tier_validation",
        examples: [
            RuleExample("999.99 where the first tier ends at 1 000", gives: "manager") {
                () throws(Problem) in try band(99_999)
            },
            RuleExample("1 000.00 where the first tier ends at 1 000", gives: "manager, finance") {
                () throws(Problem) in try band(100_000)
            },
            RuleExample("10 000.00, in the open tier", gives: "manager; finance; cfo") {
                () throws(Problem) in try band(1_000_000)
            },
        ])

    /// Takes the steps of the tier that the judged total is in, with what it asks for besides.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        let tier = context.policy.tiers[draft.tier]
        draft.begin(tier.path, order: context.policy.order, reason: "tier")
        draft.quotes = tier.quotes
        draft.requiresEvaluation = tier.requiresEvaluation
        return nil
    }

    private static func band(_ minorUnits: Int64) throws(Problem) -> String {
        var example = try RuleCase(tiers: [
            (1_000, [["manager"]]), (10_000, [["manager", "finance"]]),
            (nil, [["manager"], ["finance"], ["cfo"]]),
        ])
        example.facts.total = MinorUnits(minorUnits)
        return try example.path()
    }
}
