import OutlayEncoding

/// Makes the strict value of a document's tree: every scalar as what its shape says, numbers as their text.
///
/// What the shape does not know is left out, and what has another form keeps it; checking the shape reports
/// both.
struct GovernedTree {
    /// Returns the value of `node`, or nil where it has none.
    static func value(of node: DocumentNode, as shape: Shape) -> JSONValue? {
        switch (shape, node.content) {
        case (_, .empty), (_, .refused): nil
        case (.either(let shapes), _): value(of: node, asOneOf: shapes)
        case (.object(let object), .map(let entries)): value(of: entries, as: object)
        case (.list(let item, _), .list(let items)):
            .array(items.map { value(of: $0, as: item) ?? .null })
        case (_, .scalar(let text, _)): scalar(node, text, shape)
        default: raw(node)
        }
    }

    private static func value(of entries: [DocumentEntry], as shape: ObjectShape) -> JSONValue {
        var object = JSONObject()
        for entry in entries {
            guard let field = shape.fields.first(where: { $0.name == entry.key }) else { continue }
            let fits = Shape.either([field.shape]).alternatives.contains { shape in
                shape.fitsForm(of: entry.value)
            }
            // A form that does not fit is reported already; what may be left out counts as left out.
            if !fits && !field.isRequired { continue }
            object[entry.key] = value(of: entry.value, as: field.shape)
        }
        return .object(object)
    }

    private static func value(of node: DocumentNode, asOneOf shapes: [Shape]) -> JSONValue? {
        let fitting = shapes.flatMap(\.alternatives).filter { $0.fitsForm(of: node) }
        guard let first = fitting.first else { return raw(node) }
        if case .scalar = node.content {
            let right = fitting.first { $0.problems(of: node).isEmpty }
            return value(of: node, as: right ?? first)
        }
        return value(of: node, as: first)
    }

    private static func scalar(
        _ node: DocumentNode, _ text: String, _ shape: Shape
    ) -> JSONValue {
        switch shape {
        case .yesNo: node.yesNo.map { .bool($0) } ?? .string(text)
        case .integer: node.integer.map { .integer($0) } ?? .string(text)
        case .text(let rule) where rule.form?.noun == GovernedForm.daysForm.noun:
            Int(text).map { .integer($0) } ?? .string(text)
        default: .string(text)
        }
    }

    private static func raw(_ node: DocumentNode) -> JSONValue {
        switch node.content {
        case .empty, .refused: .null
        case .scalar(let text, _): .string(text)
        case .list(let items): .array(items.map(raw))
        case .map: .object([:])
        }
    }
}
