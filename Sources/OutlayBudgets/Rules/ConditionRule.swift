import OutlayProblems
import OutlayValues

/// Purchases of a kind need further approvers and quotes.
///
/// All that a condition names has to hold: category, vendor, node, total, investment, personal data, single
/// source, new vendor, contract. Its approvers act in their group of the order, or in the first.
public enum ConditionRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "condition",
        title: "Purchases of a kind need further approvers",
        inputs: [
            RuleInput("extra.when.category", "any of these categories", standard: "any"),
            RuleInput("extra.when.vendor", "any of these vendors' parties", standard: "any"),
            RuleInput("extra.when.node", "a line at or below one of these", standard: "any"),
            RuleInput("extra.when.at_least", "a total of this or more", standard: "any"),
            RuleInput("extra.when.capital", "whether it is an investment", standard: "either"),
            RuleInput("extra.when.personal_data", "whether it handles any", standard: "either"),
            RuleInput("extra.when.single_source", "whether it is bought so", standard: "either"),
            RuleInput("extra.when.new_vendor", "whether the vendor is new", standard: "either"),
            RuleInput("extra.when.contract", "whether one covers it", standard: "either"),
            RuleInput("extra.approvers", "who has to agree besides", standard: "nobody"),
            RuleInput("extra.quotes", "how many vendors need a quote", standard: "0"),
        ],
        source: "delegation of authority by kind of purchase; ISO/IEC 27001:2022, A.5.19 to A.5.21",
        examples: [
            RuleExample("software that handles personal data", gives: "manager, security") {
                () throws(Problem) in try purchase(personalData: true)
            },
            RuleExample("software that does not", gives: "manager") { () throws(Problem) in
                try purchase(personalData: false)
            },
        ])

    /// Adds what each condition that holds asks for.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        for condition in context.policy.conditions where holds(condition, context, draft) {
            for approver in condition.approvers {
                draft.add(approver, reason: "condition " + condition.id)
            }
            draft.quotes = max(draft.quotes, condition.quotes)
            if condition.isNewVendor == true { draft.raise(.newVendor) }
        }
        return nil
    }

    private static func holds(
        _ condition: ApprovalCondition, _ context: PlanningContext, _ draft: PlanDraft
    ) -> Bool {
        let facts = context.facts
        func agrees(_ wanted: Bool?, _ found: Bool) -> Bool { wanted.map { $0 == found } ?? true }
        return holdsOfPlaces(condition, context)
            && condition.atLeast.map { draft.judgedTotal >= $0 } ?? true
            && agrees(condition.isCapital, context.isCapital)
            && agrees(condition.handlesPersonalData, facts.details.handlesPersonalData)
            && agrees(condition.isSingleSource, facts.details.route == .singleSource)
            && agrees(condition.isNewVendor, draft.isNewVendor)
            && agrees(condition.hasContract, facts.details.hasContract)
    }

    private static func holdsOfPlaces(
        _ condition: ApprovalCondition, _ context: PlanningContext
    ) -> Bool {
        let facts = context.facts
        if !condition.categories.isEmpty {
            guard let category = facts.details.category, condition.categories.contains(category)
            else { return false }
        }
        if !condition.vendors.isEmpty {
            guard let vendor = facts.vendor,
                condition.vendors.contains(where: { context.vendors.isSameParty($0, vendor) })
            else { return false }
        }
        guard !condition.nodes.isEmpty else { return true }
        return context.lines.joined().contains { condition.nodes.contains($0) }
    }

    private static func purchase(personalData: Bool) throws(Problem) -> String {
        var example = try RuleCase()
        var condition = ApprovalCondition(
            "personal-data", approvers: [Approver(RoleID(known: "security"))])
        condition.categories = [NodeID(known: "software")]
        condition.handlesPersonalData = true
        example.policy.conditions = [condition]
        example.facts.details.category = NodeID(known: "software")
        example.facts.details.handlesPersonalData = personalData
        return try example.path()
    }
}
