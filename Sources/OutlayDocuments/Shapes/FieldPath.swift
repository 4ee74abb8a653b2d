import OutlayProblems

/// A place in documents of one kind, such as `evaluation.options.costs.amount`.
///
/// The keys and numbers of maps and lists may be given or left out, so that a path read off a document
/// (`evaluation.options.northwind.costs.0.amount`) names the same field.
package struct FieldPath: Sendable {
    /// The path as it was given.
    package let text: String
    /// The field that the path ends in, or nil where that is an entry of a map or list.
    package let field: Field?
    /// What stands there.
    package let shape: Shape

    /// Finds the field that `text` names: a kind or its schema's name, then field names.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the fields there are and the nearest one.
    package init(_ text: String) throws(Problem) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let kinds = DocumentKind.all.map(\.schema)
        guard let kind = DocumentKind.all.first(where: { $0.isCalled(parts[0]) }) else {
            throw Problem(
                .unknownName, "there is no schema \(Problem.quoted(parts[0]))", at: .argument(text),
                because: "the schemas are \(kinds.list("and"))",
                hint: Suggestion.hint(for: parts[0], among: kinds))
        }
        var search = Search(text: text)
        guard let found = search.find(parts.dropFirst(), in: kind.shape, below: nil) else {
            throw search.problem
        }
        self.text = text
        field = found.field
        shape = found.shape
    }
}

/// Walks a path and remembers the deepest place where it went wrong.
private struct Search {
    let text: String
    private var depth = -1
    private var missing = ""
    private var known: [String] = []

    init(text: String) {
        self.text = text
    }

    mutating func find(
        _ parts: ArraySlice<String>, in shape: Shape, below field: Field?
    ) -> (field: Field?, shape: Shape)? {
        guard let part = parts.first else { return (field, shape) }
        switch shape {
        case .object(let object):
            if let field = object.fields.first(where: { $0.name == part }) {
                return find(parts.dropFirst(), in: field.shape, below: field)
            }
            note(part, parts.startIndex, object.fields.map(\.name))
            return nil
        case .list(let item, _):
            return find(parts, in: item, below: nil)
                ?? (Int(part) == nil ? nil : find(parts.dropFirst(), in: item, below: nil))
        case .map(let keys, let values):
            return find(parts, in: values, below: nil)
                ?? (keys.allows(part) ? find(parts.dropFirst(), in: values, below: nil) : nil)
        case .either(let shapes):
            for shape in shapes {
                if let found = find(parts, in: shape, below: field) { return found }
            }
            return nil
        default:
            note(part, parts.startIndex, [])
            return nil
        }
    }

    private mutating func note(_ part: String, _ index: Int, _ names: [String]) {
        guard index > depth || (index == depth && known.isEmpty) else { return }
        (depth, missing, known) = (index, part, names)
    }

    var problem: Problem {
        Problem(
            .unknownName, "there is no field \(Problem.quoted(missing))", at: .argument(text),
            because: known.isEmpty
                ? "what stands before it has no fields"
                : "the fields there are \(known.list("and"))",
            hint: Suggestion.hint(for: missing, among: known))
    }
}
