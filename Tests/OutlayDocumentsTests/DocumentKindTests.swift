import Foundation
import Outlay
import OutlayDocuments
import Testing

struct DocumentKindTests {
    private static let schemas = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "schema")

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
}
