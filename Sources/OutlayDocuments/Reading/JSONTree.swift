import OutlayEncoding
import OutlayProblems

/// Makes the tree of a JSON document.
struct JSONTree {
    private let source: SourceText
    private var allowance = NodeAllowance()
    private var problems: [Problem] = []

    private init(_ source: SourceText) {
        self.source = source
    }

    /// Returns the tree and what is wrong with its form.
    static func read(
        _ source: SourceText
    ) throws(Problem) -> (root: DocumentNode, problems: [Problem]) {
        var tree = JSONTree(source)
        let root = try tree.node(JSONReader.read(source), at: .root)
        return (root, tree.problems)
    }

    private mutating func node(
        _ json: JSONNode, at path: NodePath
    ) throws(Problem) -> DocumentNode {
        guard allowance.take() else {
            throw Problem(
                .tooLarge, "the document has more than \(NodeAllowance.limit) values",
                at: source.location(json.range), because: "more are not read")
        }
        let content: DocumentNode.Content
        switch json.kind {
        case .null: content = .empty
        case .string(let text): content = .scalar(text, .quoted)
        case .number(let text): content = .scalar(text, .number)
        case .bool(let value): content = .scalar(String(value), .yesNo)
        case .array(let elements):
            var items: [DocumentNode] = []
            for (index, element) in elements.enumerated() {
                items.append(try node(element, at: path.appending(.item(index))))
            }
            content = .list(items)
        case .object(let members): content = .map(try entries(members, at: path))
        }
        return DocumentNode(content: content, range: json.range, path: path, source: source)
    }

    private mutating func entries(
        _ members: [JSONNode.Member], at path: NodePath
    ) throws(Problem) -> [DocumentEntry] {
        var entries: [DocumentEntry] = []
        var repeated = RepeatedKeys()
        for member in members {
            let (key, keyRange) = (member.key, member.keyRange)
            let path = path.appending(.key(key, keyRange))
            let problem = repeated.problem(for: key, at: keyRange, in: source, path: path)
            if let problem {
                problems.append(problem)
            } else {
                let value = try node(member.value, at: path)
                entries.append(DocumentEntry(key: key, keyRange: keyRange, value: value))
            }
        }
        return entries
    }
}
