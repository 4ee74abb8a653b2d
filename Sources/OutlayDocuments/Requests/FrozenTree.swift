import OutlayEncoding
import OutlayProblems

/// Makes the tree of a document again from its one form, which ``Shape/canonicalValue(of:)`` gives.
struct FrozenTree {
    private let source: SourceText

    /// The key of a scalar that was written without quotes; no document can have it.
    private static let plainKey = "\u{1}plain"

    /// Returns the form of a scalar that is written without quotes and is to stay as it is.
    static func plain(_ text: String) -> JSONValue {
        .object([plainKey: .string(text)])
    }

    /// Returns the document of this form, named `path` in problems.
    static func document(_ value: JSONValue, path: String) -> DocumentSource {
        do throws(Problem) {
            let source = try SourceText(
                path: path, bytes: Array(value.canonicalText.utf8),
                byteLimit: 2 * DocumentSource.byteLimit)
            let root = FrozenTree(source: source).node(try JSONReader.read(source), at: .root)
            return DocumentSource(path: path, root: root, problems: [])
        } catch {
            return DocumentSource(path: path, root: nil, problems: [error])
        }
    }

    private func node(_ json: JSONNode, at path: NodePath) -> DocumentNode {
        let content: DocumentNode.Content
        switch json.kind {
        case .null: content = .empty
        case .string(let text): content = .scalar(text, .quoted)
        case .number(let text): content = .scalar(text, .plain)
        case .bool(let value): content = .scalar(String(value), .plain)
        case .array(let elements):
            content = .list(
                elements.enumerated().map { node($1, at: path.appending(.item($0))) })
        case .object(let members):
            if members.count == 1, members[0].key == Self.plainKey,
                case .string(let text) = members[0].value.kind
            {
                content = .scalar(text, .plain)
            } else {
                content = .map(
                    members.map { member in
                        let path = path.appending(.key(member.key, member.keyRange))
                        return DocumentEntry(
                            key: member.key, keyRange: member.keyRange,
                            value: node(member.value, at: path))
                    })
            }
        }
        return DocumentNode(content: content, range: json.range, path: path, source: source)
    }
}
