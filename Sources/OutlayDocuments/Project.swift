import OutlayProblems

/// The project file `outlay.yaml`: where a project keeps its documents, its catalogues and its ledger.
///
/// All paths are relative to the project file.
package struct Project: Sendable, Hashable {
    /// The folder of catalogues, relative to the project file, where stated.
    package var catalogues: String?
    /// The folders and files of evaluations, relative to the project file.
    package var evaluations: [String]
    /// The files of budgets.
    package var budgets: [String]
    /// The file of the policy, where stated.
    package var policy: String?
    /// The file of the organisation, where stated.
    package var organisation: String?
    /// The file of the vendor register, where stated.
    package var vendors: String?
    /// The file of the ledger, where stated.
    package var ledger: String?

    /// The files of everything that the ledger keeps: budgets, policy, organisation, vendors.
    package var governedFiles: [String] {
        budgets + [policy, organisation, vendors].compactMap(\.self)
    }

    /// The name of a project file.
    package static let fileName = "outlay.yaml"

    /// The shape of a Project document.
    package static let shape = ObjectShape(
        "Project", "Where a project keeps its documents, its catalogues and its ledger.",
        [
            Field(
                "apiVersion", .constant("outlay/v1", code: .unknownVersion),
                "The version of the document format.", required: true, example: "outlay/v1"),
            Field(
                "kind", .constant("Project", code: .unknownKind), "What the document is.",
                required: true, example: "Project"),
            Field(
                "metadata",
                .object(
                    ObjectShape(
                        "metadata", "What the project is called.",
                        [
                            Field("id", .identifier, "The identifier.", required: true),
                            Field("title", .text(), "What readers see.", required: true),
                            Field("owner", .text(), "The person who answers for it."),
                        ])), "What the project is called.", required: true),
            Field("catalogs", .text(), "The folder of catalogues.", example: "catalogs"),
            Field(
                "evaluations", .list(of: .text()), "The folders and files of evaluations.",
                example: "[evaluations]"),
            Field(
                "budgets", .list(of: .text()), "The files of budgets.",
                example: "[budgets.yaml]"),
            Field("policy", .text(), "The file of the policy.", example: "policy.yaml"),
            Field(
                "organisation", .text(), "The file that says who there is and who may do what.",
                example: "organisation.yaml"),
            Field("vendors", .text(), "The file of the vendor register.", example: "vendors.yaml"),
            Field("ledger", .text(), "The file of the ledger.", example: "ledger.sqlite"),
        ])

    /// Reads a Project document.
    ///
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    package static func read(_ source: DocumentSource) throws(DocumentProblems) -> Project {
        var problems = source.problems
        guard let root = source.root else { throw DocumentProblems(problems) }
        problems += Shape.object(shape).problems(of: root)
        guard problems.isEmpty else { throw DocumentProblems(problems.inFileOrder) }
        return Project(
            catalogues: root["catalogs"]?.text,
            evaluations: root["evaluations"]?.items.compactMap(\.text) ?? [],
            budgets: root["budgets"]?.items.compactMap(\.text) ?? [],
            policy: root["policy"]?.text, organisation: root["organisation"]?.text,
            vendors: root["vendors"]?.text, ledger: root["ledger"]?.text)
    }
}
