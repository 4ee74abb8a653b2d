import OutlayBudgets

/// A kind of document that a person writes.
package struct DocumentKind: Sendable {
    /// What `kind:` says.
    package let name: String
    /// The name of its schema, such as `evaluation`.
    package let schema: String
    /// What its documents look like.
    package let shape: Shape

    /// Every kind, in the order documentation lists them.
    package static let all: [DocumentKind] = [
        DocumentKind(
            name: "Evaluation", schema: "evaluation", shape: .object(EvaluationShape.document)),
        DocumentKind(
            name: PanelDocument.kind, schema: "panel", shape: .object(PanelDocument.shape)),
        DocumentKind(
            name: "CatalogueMetadata", schema: "catalogue-metadata",
            shape: .object(CatalogueMetadata.shape)),
        DocumentKind(name: "QuoteMap", schema: "quote-map", shape: .object(QuoteMap.shape)),
        DocumentKind(
            name: ActualsMap.kind, schema: "actuals-map", shape: .object(ActualsMap.shape)),
        DocumentKind(Budget.form), DocumentKind(Policy.form), DocumentKind(Organisation.form),
        DocumentKind(VendorRegister.form),
        DocumentKind(name: "Project", schema: "project", shape: .object(Project.shape)),
    ]
}

extension DocumentKind {
    /// Creates the kind of governed documents that are written so.
    private init(_ form: GovernedForm) {
        self.init(name: form.name, schema: form.schema, shape: .object(form.shape))
    }
}
