/// The list of templates.
package enum AllTemplates {
    /// Every template, in the order documentation lists them.
    package static let all: [DocumentTemplate] = [
        SaaSTemplate.template,
        HardwareTemplate.template,
        ServiceTemplate.template,
        RenewalTemplate.template,
        BuildOrBuyTemplate.template,
        BudgetTemplate.template,
        PolicyTemplate.template,
        OrganisationTemplate.template,
        VendorsTemplate.template,
        ActualsMapTemplate.template,
        QuoteMapTemplate.template,
    ]

    /// The templates of evaluations.
    package static var evaluations: [DocumentTemplate] {
        all.filter { $0.kind == DocumentTemplate.evaluation }
    }

    /// The templates of what a ledger keeps: budget, policy, organisation, vendors.
    package static var governed: [DocumentTemplate] {
        [
            BudgetTemplate.template, PolicyTemplate.template, OrganisationTemplate.template,
            VendorsTemplate.template,
        ]
    }
}
