import OutlayProblems

/// A vendor is new until something was bought from it or from one of the same party.
///
/// The register's identifiers, groups and bank accounts decide, never the spelling of a name: a new
/// identifier for an old account is not a new vendor, and a known name under a new identifier is.
public enum NewVendorRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "new-vendor",
        title: "A vendor nothing was bought from is new",
        inputs: [
            RuleInput("request.vendor", "the vendor's identifier", standard: "no vendor, none new"),
            RuleInput("vendors.group", "the group it belongs to", standard: "its own"),
        ],
        source: "ACFE, Occupational Fraud 2024: billing schemes through new or altered vendors",
        examples: [
            RuleExample(
                "the first purchase from V1, with compliance asked about new vendors",
                gives: "manager, compliance + new_vendor"
            ) { () throws(Problem) in try purchase(boughtBefore: false) },
            RuleExample("a later one", gives: "manager") { () throws(Problem) in
                try purchase(boughtBefore: true)
            },
        ])

    /// Finds out whether the vendor is new.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        draft.isNewVendor = context.facts.vendor != nil && !context.hasBoughtBefore
        return nil
    }

    private static func purchase(boughtBefore: Bool) throws(Problem) -> String {
        var example = try RuleCase()
        var condition = ApprovalCondition(
            "new-vendor", approvers: [Approver(RoleID(known: "compliance"))])
        condition.isNewVendor = true
        example.policy.conditions = [condition]
        example.facts.vendor = VendorID(known: "V1")
        example.hasBoughtBefore = boughtBefore
        return try example.path()
    }
}
