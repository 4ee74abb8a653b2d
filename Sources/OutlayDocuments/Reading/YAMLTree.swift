import OutlayEncoding
import OutlayProblems
import Yams

/// Makes the tree of a YAML document from the parser's nodes.
///
/// Aliases are expanded here, and only up to ``NodeAllowance/limit`` values in all.
struct YAMLTree {
    /// The most lists and maps that stand inside each other.
    static let depthLimit = 64

    private let source: SourceText
    private let scan: YAMLScan
    private let disguise: YAMLDisguise
    private var anchors: [String: DocumentNode] = [:]
    private var allowance = NodeAllowance()
    private var problems: [Problem] = []

    private init(_ source: SourceText, _ scan: YAMLScan, _ disguise: YAMLDisguise) {
        self.source = source
        self.scan = scan
        self.disguise = disguise
    }

    /// Returns the tree and what is wrong with its form.
    static func read(
        _ source: SourceText
    ) throws(Problem) -> (root: DocumentNode, problems: [Problem]) {
        let scan = YAMLScan(source)
        let outcome = try YAMLComposer.compose(source, scan)
        var tree = YAMLTree(source, scan, outcome.disguise)
        guard let top = outcome.root else { throw emptyDocument(source) }
        let root = try withExtendedLifetime(outcome.parser) { () throws(Problem) in
            try tree.node(top, at: .root, depth: 0)
        }
        guard !root.isEmpty else { throw emptyDocument(source) }
        return (root, tree.problems)
    }

    private static func emptyDocument(_ source: SourceText) -> Problem {
        Problem(
            .emptyDocument, "the document is empty", at: .file(source.path),
            because: "it holds nothing but blanks and comments",
            hint: "`outlay new` writes one to start from")
    }

    private mutating func node(
        _ yaml: Node, at path: NodePath, depth: Int
    ) throws(Problem) -> DocumentNode {
        guard allowance.take() else {
            throw Problem(
                .tooLarge, "the document has more than \(NodeAllowance.limit) values",
                at: .file(source.path), because: "more are not read")
        }
        let outside = scan.offset(yaml.mark)
        let start = scan.skippingProperties(from: outside)
        let node: DocumentNode
        switch yaml {
        case .scalar(let scalar):
            refuse(scalar.tag, at: outside, unless: scalar.style == .plain ? "" : Tag.Name.str)
            node = try self.scalar(scalar, from: start, at: path, depth: depth)
        case .sequence(let sequence):
            try checkDepth(depth, at: start)
            refuse(sequence.tag, at: outside, unless: "")
            node = try list(sequence, from: start, at: path, depth: depth)
        case .mapping(let mapping):
            try checkDepth(depth, at: start)
            refuse(mapping.tag, at: outside, unless: "")
            node = try map(mapping, from: start, at: path, depth: depth)
        case .alias:
            preconditionFailure("the disguised text has no alias")
        }
        if let anchor = yaml.anchor { anchors[disguise.restored(anchor.rawValue)] = node }
        return node
    }

    private func made(
        _ content: DocumentNode.Content, _ range: Range<Int>, at path: NodePath
    ) -> DocumentNode {
        DocumentNode(content: content, range: range, path: path, source: source)
    }

    private func checkDepth(_ depth: Int, at offset: Int) throws(Problem) {
        guard depth < Self.depthLimit else { throw YAMLSyntax.tooDeep(at: offset, in: source) }
    }

    private mutating func refuse(_ tag: Tag, at offset: Int, unless allowed: Tag.Name) {
        guard tag.rawValue != allowed.rawValue else { return }
        let range = offset..<scan.endOfWord(at: offset)
        let word = String(decoding: source.bytes[range], as: UTF8.self)
        problems.append(
            Problem(
                .syntax, "\(Problem.quoted(word)) is a tag", at: source.location(range),
                because: "a value is typed by the field it stands in", hint: "leave the tag out"))
    }
}

// MARK: - Scalars and aliases

extension YAMLTree {
    private mutating func scalar(
        _ scalar: Node.Scalar, from start: Int, at path: NodePath, depth: Int
    ) throws(Problem) -> DocumentNode {
        if scalar.style == .plain, let name = disguise.aliasName(scalar.string) {
            return try alias(name, from: start, at: path, depth: depth)
        }
        let text = disguise.restored(scalar.string)
        let range = start..<scan.scalarEnd(text, at: start)
        switch scalar.style {
        case .plain, .any:
            let isEmpty = ["", "~", "null"].contains(text)
            return made(isEmpty ? .empty : .scalar(text, .plain), range, at: path)
        case .singleQuoted, .doubleQuoted: return made(.scalar(text, .quoted), range, at: path)
        case .literal, .folded: return made(.scalar(text, .block), range, at: path)
        }
    }

    private mutating func alias(
        _ name: String, from start: Int, at path: NodePath, depth: Int
    ) throws(Problem) -> DocumentNode {
        let range = start..<scan.scalarEnd("*" + name, at: start)
        if let anchored = anchors[name] {
            return try copy(anchored, at: path, depth: depth, range: range)
        }
        problems.append(
            Problem(
                .syntax, "\(Problem.quoted("*" + name)) is no alias",
                at: source.location(range, pointer: path.pointer),
                because: "an alias repeats a value above it that is marked `&` and the same name",
                hint: "put a text that begins with * in quotes"))
        return made(.refused, range, at: path)
    }

    /// Returns `node` as the value at `path`; what stands below it keeps its place in the text.
    private mutating func copy(
        _ node: DocumentNode, at path: NodePath, depth: Int, range: Range<Int>
    ) throws(Problem) -> DocumentNode {
        guard allowance.take() else {
            throw Problem(
                .tooManyAliases, "aliases make more than \(NodeAllowance.limit) values",
                at: source.location(range), because: "more are not read",
                hint: "write fewer aliases of aliases")
        }
        let content: DocumentNode.Content
        switch node.content {
        case .empty, .scalar, .refused: content = node.content
        case .list(let items):
            try checkDepth(depth, at: range.lowerBound)
            var copies: [DocumentNode] = []
            for (index, item) in items.enumerated() {
                let path = path.appending(.item(index))
                copies.append(try copy(item, at: path, depth: depth + 1, range: item.range))
            }
            content = .list(copies)
        case .map(let entries):
            try checkDepth(depth, at: range.lowerBound)
            var copies: [DocumentEntry] = []
            for entry in entries {
                let path = path.appending(.key(entry.key, entry.keyRange))
                let value = try copy(
                    entry.value, at: path, depth: depth + 1, range: entry.value.range)
                copies.append(
                    DocumentEntry(key: entry.key, keyRange: entry.keyRange, value: value))
            }
            content = .map(copies)
        }
        return made(content, range, at: path)
    }
}

// MARK: - Lists and maps

extension YAMLTree {
    private mutating func list(
        _ sequence: Node.Sequence, from start: Int, at path: NodePath, depth: Int
    ) throws(Problem) -> DocumentNode {
        var items: [DocumentNode] = []
        for item in sequence {
            let path = path.appending(.item(items.count))
            items.append(try node(item, at: path, depth: depth + 1))
        }
        let end = scan.collectionEnd(from: start, last: items.last?.range.upperBound ?? start)
        return made(.list(items), start..<end, at: path)
    }

    private mutating func map(
        _ mapping: Node.Mapping, from start: Int, at path: NodePath, depth: Int
    ) throws(Problem) -> DocumentNode {
        var entries: [DocumentEntry] = []
        var repeated = RepeatedKeys()
        var end = start
        for (keyNode, valueNode) in mapping {
            let (key, keyRange) = self.key(keyNode)
            let path = path.appending(.key(key ?? "", keyRange))
            let value = try node(valueNode, at: path, depth: depth + 1)
            end = max(keyRange.upperBound, value.range.upperBound)
            guard let key else { continue }
            if let problem = repeated.problem(for: key, at: keyRange, in: source, path: path) {
                problems.append(problem)
            } else {
                entries.append(DocumentEntry(key: key, keyRange: keyRange, value: value))
            }
        }
        return made(
            .map(entries), start..<scan.collectionEnd(from: start, last: end), at: path)
    }

    /// Returns the text and place of a key; no text where the key is refused.
    private mutating func key(_ node: Node) -> (text: String?, range: Range<Int>) {
        let start = scan.skippingProperties(from: scan.offset(node.mark))
        guard case .scalar(let scalar) = node,
            scalar.style != .plain || disguise.aliasName(scalar.string) == nil
        else {
            let range = start..<scan.endOfLine(at: start)
            refuseKey(
                "this key is not a text", range, because: "a key is a text on one line",
                hint: "write `key: value`")
            return (nil, range)
        }
        let text = disguise.restored(scalar.string)
        let range = start..<scan.scalarEnd(text, at: start)
        switch text {
        case "<<" where scalar.style == .plain:
            refuseKey(
                "`<<` merges another map", range, because: "merge keys are not read",
                hint: "write the fields out")
        case "":
            refuseKey(
                "a value without a key", range, because: "a field is written `name: value`")
        default: return (text, range)
        }
        return (nil, range)
    }

    private mutating func refuseKey(
        _ summary: String, _ range: Range<Int>, because reason: String, hint: String? = nil
    ) {
        problems.append(
            Problem(.badKey, summary, at: source.location(range), because: reason, hint: hint))
    }
}
