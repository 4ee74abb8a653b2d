import OutlayEncoding
import OutlayProblems

extension JSONValue {
    /// Reads the canonical JSON text of a stored document.
    ///
    /// - Throws: A ``Problem`` where it is no JSON, or a key stands in an object twice.
    init(storedText text: String, path: String) throws(Problem) {
        let source = try SourceText(path: path, bytes: Array(text.utf8))
        try self.init(JSONReader.read(source), in: source)
    }

    private init(_ node: JSONNode, in source: SourceText) throws(Problem) {
        switch node.kind {
        case .object(let members):
            var object = JSONObject()
            for member in members {
                guard object[member.key] == nil else {
                    throw Problem(
                        .duplicateKey, "the key \(Problem.quoted(member.key)) stands twice",
                        at: source.location(member.keyRange),
                        because: "a key stands in an object once")
                }
                object[member.key] = try JSONValue(member.value, in: source)
            }
            self = .object(object)
        case .array(let nodes):
            var values: [JSONValue] = []
            for node in nodes { values.append(try JSONValue(node, in: source)) }
            self = .array(values)
        case .string(let string): self = .string(string)
        case .number(let text): self = .number(text: text)
        case .bool(let bool): self = .bool(bool)
        case .null: self = .null
        }
    }
}
