/// Every rule of approval; a new one is a file in this folder and a line here.
///
/// The order of a list is the order in which its rules are asked, and so the order in which refusals are named
/// when several apply.
public enum AllRules {
    /// Who has to agree, and whether a request can go this way.
    public static let planning: [any PlanningRule.Type] = [
        SplitPurchaseRule.self,
        TierRule.self,
        NewVendorRule.self,
        ConditionRule.self,
        CallOffRule.self,
        SingleSourceRule.self,
        EmergencyRule.self,
        RatificationRule.self,
        QuotesRule.self,
        EvaluationRule.self,
        DuplicateRequestRule.self,
    ]

    /// Whether a person's decision counts.
    public static let decision: [any DecisionRule.Type] = [
        PendingRule.self,
        RevisionRule.self,
        SelfApprovalRule.self,
        LastEditorRule.self,
        OverrideApproverRule.self,
        DelegationRule.self,
        OneVoteRule.self,
        ApproverRule.self,
    ]

    /// Who does what besides deciding.
    public static let duties: [any DutyRule.Type] = [
        ActingForRule.self,
        DutyRoleRule.self,
        SecondPersonRule.self,
        DutiesApartRule.self,
    ]

    /// Whether an invoice is booked.
    public static let invoices: [any InvoiceRule.Type] = [
        DuplicateInvoiceRule.self,
        InvoiceToleranceRule.self,
        ThreeWayMatchRule.self,
    ]

    /// What is due.
    public static let notices: [any NoticeRule.Type] = [
        ReminderRule.self,
        EscalationRule.self,
        FullPathRule.self,
    ]

    /// Rules about approvals that stand, requests that run out of time and budgets that are overridden.
    public static let others: [any ApprovalRule.Type] = [
        RetentionRule.self, ExpiryRule.self, OverrideRule.self,
    ]

    /// What each rule is, in the order documentation lists them.
    public static var descriptors: [RuleDescriptor] {
        planning.map { $0.descriptor } + decision.map { $0.descriptor }
            + others.map { $0.descriptor } + duties.map { $0.descriptor }
            + invoices.map { $0.descriptor } + notices.map { $0.descriptor }
    }
}
