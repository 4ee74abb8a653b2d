/// The list of templates.
package enum AllTemplates {
    /// Every template, in the order documentation lists them.
    package static let all: [DocumentTemplate] = [
        SaaSTemplate.template,
        HardwareTemplate.template,
        ServiceTemplate.template,
        RenewalTemplate.template,
        BuildOrBuyTemplate.template,
    ]
}
