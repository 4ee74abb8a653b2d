import Foundation
import Outlay
import OutlayDocuments
import Testing

struct DocumentKindTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let schemas = root.appending(path: "schema")

    /// With `OUTLAY_GOLDEN=record` a differing file is written anew and the test fails.
    @Test(arguments: DocumentKind.all.map(\.schema))
    func `the shipped schema is the one that the tool prints`(name: String) throws {
        let kind = try #require(DocumentKind.all.first { $0.schema == name })
        let file = Self.schemas.appending(path: kind.schemaFileName)
        let text = kind.jsonSchema.text(indentation: 2) + "\n"
        let isSame = text == (try? String(contentsOf: file, encoding: .utf8))
        if !isSame, ProcessInfo.processInfo.environment["OUTLAY_GOLDEN"] == "record" {
            try Data(text.utf8).write(to: file)
        }
        #expect(isSame, "\(kind.schemaFileName) differs; `make golden` records it")
    }

    @Test func `no other schema is shipped`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.schemas.path)
        #expect(files.sorted() == DocumentKind.all.map(\.schemaFileName).sorted())
    }

    @Test(arguments: DocumentKind.all.map(\.schema))
    func `every property is described`(name: String) throws {
        let kind = try #require(DocumentKind.all.first { $0.schema == name })
        #expect(undescribed(in: kind.jsonSchema, at: name) == [])
    }

    /// Returns the places of properties without a description.
    private func undescribed(in value: JSONValue, at path: String) -> [String] {
        switch value {
        case .array(let elements): return elements.flatMap { undescribed(in: $0, at: path) }
        case .object(let object):
            return object.members.flatMap { member -> [String] in
                let deeper = undescribed(in: member.value, at: path + "/" + member.key)
                guard member.key == "properties", case .object(let properties) = member.value
                else { return deeper }
                return deeper
                    + properties.members.filter { property in
                        guard case .object(let schema) = property.value,
                            case .string(let text)? = schema["description"]
                        else { return true }
                        return text.isEmpty
                    }
                    .map { "\(path)/\($0.key)" }
            }
        default: return []
        }
    }

    @Test func `an undescribed property is found`() {
        let schema: JSONValue = ["properties": ["a": ["type": "string"]]]
        #expect(undescribed(in: schema, at: "s") == ["s/a"])
    }

    @Test(arguments: DocumentKind.all.map(\.schema))
    func `a schema uses the keywords that the shape of schemas knows`(name: String) throws {
        let kind = try #require(DocumentKind.all.first { $0.schema == name })
        let source = DocumentSource.read(
            path: "schema.json", bytes: Array(kind.jsonSchema.text().utf8))
        let root = try #require(source.root)
        #expect(Shape.object(JSONSchema.shape).problems(of: root) == [])
    }

    /// The section of docs/documents.md on each kind.
    private static let sections = [
        "Evaluation": "Evaluation", "CatalogueMetadata": "Catalogue", "QuoteMap": "QuoteMap",
        "ActualsMap": "ActualsMap",
        "Panel": "Panel", "Budget": "Budget", "Policy": "Policy", "Organisation": "Organisation",
        "Vendors": "Vendors", "Project": "Project",
    ]

    @Test(arguments: DocumentKind.all.map(\.schema))
    func `every field is documented`(name: String) throws {
        let kind = try #require(DocumentKind.all.first { $0.schema == name })
        let document = try String(
            contentsOf: Self.root.appending(path: "docs/documents.md"), encoding: .utf8)
        let title = try #require(Self.sections[kind.name])
        let sections = document.components(separatedBy: "\n## ")
        var section = try #require(sections.first { $0.hasPrefix(title + "\n") })
        // What the documents of a ledger have in common stands with the budget.
        if GovernedForm.all.contains(where: { $0.name == kind.name }) {
            section += try #require(sections.first { $0.hasPrefix("Budget\n") })
        }
        // The settings of methods are documented by `outlay method show`.
        let settings = AllMethods.descriptors.flatMap(\.settings).map(\.name)
        let known = codeWords(in: section).union(settings)
        #expect(fields(of: kind.jsonSchema).filter { !known.contains($0) } == [])
    }

    /// Returns the names of all properties, sorted.
    private func fields(of value: JSONValue) -> [String] {
        var names: Set<String> = []
        func collect(_ value: JSONValue) {
            switch value {
            case .array(let elements): elements.forEach(collect)
            case .object(let object):
                for (key, member) in object.members.map({ ($0.key, $0.value) }) {
                    if key == "properties", case .object(let properties) = member {
                        names.formUnion(properties.members.map(\.key))
                    }
                    collect(member)
                }
            default: break
            }
        }
        collect(value)
        return names.sorted()
    }

    /// Returns the words that a Markdown text sets as code, in backticks or in a block.
    private func codeWords(in text: String) -> Set<String> {
        var words: Set<String> = []
        for (index, block) in text.components(separatedBy: "```").enumerated() {
            let spans = block.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
            for code in index.isMultiple(of: 2) ? spans : [block] {
                words.formUnion(
                    code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
            }
        }
        return words
    }

    @Test func `words set as code are found`() {
        #expect(
            codeWords(in: "in `a: {b_c}` not d\n```yaml\ne: 1\n```\nbut `f`")
                == ["a", "b_c", "yaml", "e", "1", "f"])
    }
}
