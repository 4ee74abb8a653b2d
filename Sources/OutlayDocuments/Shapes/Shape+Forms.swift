/// How the shapes of a choice are told apart by the form of a value.
extension Shape {
    /// The shapes themselves, with those inside alternatives laid open.
    var alternatives: [Shape] {
        if case .either(let shapes) = self { shapes.flatMap(\.alternatives) } else { [self] }
    }

    /// Returns whether a value has the form, scalar, list or map, that the shape needs.
    func fitsForm(of node: DocumentNode) -> Bool {
        switch (self, node.content) {
        case (.list, .list), (.map, .map), (.object, .map): true
        case (.list, _), (.map, _), (.object, _), (_, .list), (_, .map): false
        default: true
        }
    }

    /// Returns how many of the keys of a map the shape knows.
    func knownKeys(among keys: [String]) -> Int {
        switch self {
        case .object(let object):
            let names = Set(object.fields.map(\.name))
            return keys.count(where: names.contains)
        case .map(let shape, _): return keys.count(where: shape.allows)
        default: return 0
        }
    }

    /// Whether any text has the shape, whatever it looks like.
    var isFreeText: Bool {
        if case .text(let rule) = self { rule.form == nil } else { false }
    }

    var isDate: Bool {
        if case .date = self { true } else { false }
    }

    var isChoice: Bool {
        switch self {
        case .choice, .constant: true
        default: false
        }
    }

    /// Whether a value of the shape begins with a digit or sign.
    var isNumeric: Bool {
        switch self {
        case .number, .integer, .date: true
        default: false
        }
    }
}
