import OutlayEncoding

extension DocumentKind {
    /// The name of the file that holds the schema; the number is the format's major version.
    package var schemaFileName: String { "\(schema)-1.json" }

    /// Returns whether `name` is the kind's own name or that of its schema.
    package func isCalled(_ name: String) -> Bool {
        name == schema || name == self.name
    }

    /// The JSON Schema of documents of this kind.
    package var jsonSchema: JSONValue {
        JSONSchema.draft07(of: shape, title: name, id: "urn:outlay:schema:\(schema)-1")
    }
}
