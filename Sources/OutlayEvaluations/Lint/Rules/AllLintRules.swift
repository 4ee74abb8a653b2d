/// Every rule of `outlay lint`, in the order of their codes; a new one is a file in this folder and a line here.
public enum AllLintRules {
    /// The rules.
    public static let list: [any LintRule.Type] = [
        BaselineRule.self,
        ThreeOptionsRule.self,
        NeedRule.self,
        SourcesRule.self,
        RangesRule.self,
        SwingsRule.self,
        CorrelatedCriteriaRule.self,
        PriceCriterionRule.self,
        ScoredAndMonetisedRule.self,
        BenefitsRule.self,
        RateSourceRule.self,
        SensitivityRule.self,
        RisksRule.self,
        ChargesRule.self,
        FundingRule.self,
        EscalationRule.self,
        LeavingCostRule.self,
        StaleSourceRule.self,
        BaselineDurationRule.self,
        OwnStaffRule.self,
        CashableRule.self,
        RenewalPriceRule.self,
        SupportRule.self,
        EarlierWeightsRule.self,
    ]
}
