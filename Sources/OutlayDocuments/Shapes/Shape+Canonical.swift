import OutlayEncoding
import OutlayValues

extension Shape {
    /// Returns a value in its one form, whatever its layout: numbers as numbers, yes-no values as such,
    /// everything else as text; fields without a value are left out.
    ///
    /// The value has the shape. Where a field takes texts beside numbers, a scalar stays as it was written, for
    /// `1.10` may be a version.
    ///
    /// - Complexity: O(*n*) in the number of values, times the alternatives of each.
    package func canonicalValue(of node: DocumentNode) -> JSONValue {
        switch node.content {
        case .empty, .refused: return .null
        case .scalar(let text, let style): return scalar(text, style, node)
        case .list(let items):
            let shape = fitting(node)
            return .array(
                items.map { item in
                    guard case .list(let element, _) = shape else { return .null }
                    return element.canonicalValue(of: item)
                })
        case .map(let entries):
            let shape = fitting(node)
            var object = JSONObject()
            for entry in entries where !entry.value.isEmpty {
                object[entry.key] = shape.shape(of: entry.key)?.canonicalValue(of: entry.value)
            }
            return .object(object)
        }
    }

    /// The alternative that a list or map is checked by.
    private func fitting(_ node: DocumentNode) -> Shape {
        let shapes = alternatives.filter { $0.fitsForm(of: node) }
        let keys = node.entries.map(\.key)
        let scores = shapes.map { $0.knownKeys(among: keys) }
        let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }
        return best.map { shapes[$0] } ?? self
    }

    private func shape(of key: String) -> Shape? {
        switch self {
        case .map(_, let values): values
        case .object(let object): object.fields.first { $0.name == key }?.shape
        default: nil
        }
    }

    private func scalar(
        _ text: String, _ style: ScalarStyle, _ node: DocumentNode
    ) -> JSONValue {
        let shapes = alternatives.filter { $0.fitsForm(of: node) }
        let takesNumbers = shapes.contains { shape in
            switch shape {
            case .number, .integer: true
            default: false
            }
        }
        let takesYesNo = shapes.contains { shape in
            if case .yesNo = shape { true } else { false }
        }
        if takesYesNo, let value = node.yesNo { return .bool(value) }
        guard takesNumbers, let number = node.decimal else {
            // Without quotes it would be read as something else.
            return style == .plain && (node.decimal != nil || node.yesNo != nil)
                && shapes.count > 1 ? FrozenTree.plain(text) : .string(text)
        }
        let isAmbiguous = shapes.contains(where: \.isFreeText)
        return isAmbiguous && number.description != text
            ? FrozenTree.plain(text) : .number(text: number.description)
    }
}
