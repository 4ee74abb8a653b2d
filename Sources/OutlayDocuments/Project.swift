import OutlayProblems

/// The project file `outlay.yaml`: where a project keeps its catalogues and evaluations.
package struct Project: Sendable, Hashable {
    /// The folder of catalogues, relative to the project file, where stated.
    package var catalogues: String?
    /// The folders and files of evaluations, relative to the project file.
    package var evaluations: [String]
    /// The ledger file, relative to the project file, where stated.
    package var ledger: String?

    /// The name of a project file.
    package static let fileName = "outlay.yaml"

    /// The shape of a Project document.
    package static let shape = ObjectShape(
        "Project", "Where a project keeps its catalogues and evaluations.",
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
            Field("ledger", .text(), "The file of the ledger.", example: "ledger.outlay"),
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
            ledger: root["ledger"]?.text)
    }
}
