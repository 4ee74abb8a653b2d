import OutlayProblems

extension JSONValue {
    /// Creates the value that was read; of a key that stands in an object twice the last value counts.
    public init(_ node: JSONNode) {
        switch node.kind {
        case .object(let members):
            var object = JSONObject()
            for member in members { object[member.key] = JSONValue(member.value) }
            self = .object(object)
        case .array(let elements): self = .array(elements.map { JSONValue($0) })
        case .string(let string): self = .string(string)
        case .number(let text): self = .number(text: text)
        case .bool(let bool): self = .bool(bool)
        case .null: self = .null
        }
    }

    /// Reads the JSON text `text`, which is named `name` in problems.
    ///
    /// - Throws: ``ProblemCode/syntax``, ``ProblemCode/tooDeep`` or ``ProblemCode/emptyDocument``.
    public init(parsing text: String, name: String = "-") throws(Problem) {
        let source = try SourceText(path: name, bytes: Array(text.utf8))
        self.init(try JSONReader.read(source))
    }
}
