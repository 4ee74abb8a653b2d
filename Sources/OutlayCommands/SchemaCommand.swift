import ArgumentParser
import Outlay

/// `outlay schema`: what documents and JSON results look like, as JSON Schema and for people.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a document or result, or explain one field.",
        discussion: """
            outlay schema evaluation
            outlay schema evaluation.discount_rate
            outlay schema --output compare

            The first prints the schema of Evaluation documents, the second what a field is, takes and defaults to, the \
            third the schema of what `outlay compare --format json` prints.
            """)

    @Argument(help: "A kind of document, or a field of it by its path.")
    var name: String?

    @Option(help: ArgumentHelp("A command whose JSON result is described.", valueName: "command"))
    var output: String?

    @Flag(help: "List the schemas there are.")
    var list = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "schema") { _ in
            switch (name, output) {
            case (nil, let command?) where !list: try Self.result(of: command)
            case (let path?, nil) where !list: try Self.place(path)
            case (nil, nil): Self.all
            default:
                throw Problem(
                    .usage, "one schema at a time", at: .argument("--output"),
                    because: "a name, `--output` and `--list` each ask for something else",
                    hint: "leave all but one of them out")
            }
        }
    }

    private static func result(of command: String) throws(Problem) -> Answer {
        let name = command.replacing(" ", with: "-")
        guard let result = AllResults.all.first(where: { $0.name == name }) else {
            let known = AllResults.all.map(\.name)
            throw Problem(
                .unknownName, "no command \(Problem.quoted(command)) has a JSON result",
                at: .argument("--output"),
                because: "the results are \(known.joined(separator: ", "))",
                hint: Suggestion.hint(for: name, among: known))
        }
        return answer(
            name, result.jsonSchema, explanation(name, result.shape, field: nil), isText: true)
    }

    private static func place(_ path: String) throws(Problem) -> Answer {
        let place = try FieldPath(path)
        let explanation = explanation(path, place.shape, field: place.field)
        if let kind = DocumentKind.all.first(where: { $0.isCalled(path) }) {
            return answer(path, kind.jsonSchema, explanation, isText: true)
        }
        let schema = JSONSchema.draft07(of: place.shape, title: path, id: nil)
        return answer(path, schema, explanation, isText: false)
    }

    /// Returns the answer of one schema; as text it is the schema itself, or its explanation.
    private static func answer(
        _ name: String, _ schema: JSONValue, _ explanation: Report, isText: Bool
    ) -> Answer {
        Answer(
            schema: "schema", report: explanation,
            result: [
                "name": .string(name), "schema": schema, "documents": .null, "results": .null,
            ],
            plainText: isText ? schema.text(indentation: 2) + "\n" : nil)
    }

    private static var all: Answer {
        let kinds = DocumentKind.all
        let results = AllResults.all.map(\.name)
        let rows =
            kinds.map { Row([.text($0.schema), .text("\($0.name) documents")]) }
            + results.map { Row([.text("--output \($0)"), .text("the JSON result of \($0)")]) }
        return Answer(
            schema: "schema",
            report: Report(
                title: "Schemas",
                summary: [.table(Table(columns: [Column("Schema"), Column("Of")], rows: rows))]),
            result: [
                "name": .null, "schema": .null, "documents": .strings(kinds.map(\.schema)),
                "results": .strings(results),
            ])
    }
}

// MARK: - Explaining

extension SchemaCommand {
    /// Returns what people need to know of a field, or of the place where no field is.
    private static func explanation(_ path: String, _ shape: Shape, field: Field?) -> Report {
        var facts = [Fact("Takes", RichText(shape.wording))]
        if let field {
            facts.append(Fact("Needed", field.isRequired ? "always" : "no"))
            if let standard = field.standard { facts.append(Fact("Default", RichText(standard))) }
            facts.append(Fact("Example", .code("\(field.name): \(field.sample)")))
        }
        var blocks: [Block] = [.facts(facts)]
        if let field { blocks.insert(.paragraph(RichText(field.summary)), at: 0) }
        if !shape.fields.isEmpty { blocks.append(.table(table(of: shape.fields))) }
        return Report(title: path, summary: blocks)
    }

    private static func table(of fields: [Field]) -> Table {
        Table(
            columns: [
                Column("Field"), Column("Takes", widthHint: 36), Column("Default", widthHint: 20),
                Column("Meaning", widthHint: 50),
            ],
            rows: fields.map { field in
                Row([
                    .text(field.name), .text(field.shape.wording),
                    field.isRequired
                        ? .text("required", tone: .strong)
                        : field.standard.map { .text($0) } ?? .empty,
                    .text(field.summary),
                ])
            })
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "schemas", "One schema, or the names of all.",
        [
            Field("name", .text(), "The name or path that was asked for."),
            Field("schema", .object(JSONSchema.shape), "Its JSON Schema, draft 7."),
            Field("documents", .list(of: .text()), "The kinds of documents that have a schema."),
            Field("results", .list(of: .text()), "The commands whose results have a schema."),
        ])
}
