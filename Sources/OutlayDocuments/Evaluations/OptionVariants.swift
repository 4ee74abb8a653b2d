import OutlayProblems

/// The options of a document with what they take over from another by `like`.
///
/// A variant has every field of the option it is like but its title and its rejection, unless it states the field
/// itself. Lines are taken over one by one: one of the same identifier takes the other's place, a further one is
/// added, and those named under `without` are left out.
struct OptionVariants {
    /// The options, in the document's order, each with all that holds for it.
    let entries: [DocumentEntry]
    /// What is wrong with the fields `like` and `without`.
    private(set) var problems: [Problem] = []
    private let likes: [String: String]
    private let nodes: [String: DocumentNode]

    /// Fields that say something of one option alone.
    private static let ownFields = ["title", "rejected", "like", "without"]

    /// Resolves the options of `root`.
    ///
    /// - Complexity: O(*n*) in the lines of all options with those that they take over.
    init(_ root: DocumentNode) {
        let stated = root["options"]?.entries ?? []
        let nodes = Dictionary(
            stated.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        var resolution = Resolution(nodes: nodes)
        entries = stated.map { entry in
            DocumentEntry(
                key: entry.key, keyRange: entry.keyRange,
                value: resolution.resolved(entry.key) ?? entry.value)
        }
        self.nodes = Dictionary(
            entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        likes = resolution.likes
        problems = resolution.problems
    }

    /// Returns the option called `id` with all that holds for it, or nil.
    subscript(id: String) -> DocumentNode? { nodes[id] }

    /// Returns `id` and the options that it takes over from, nearest first.
    func chain(from id: String) -> [String] {
        var chain = [id]
        while let last = chain.last, let next = likes[last], !chain.contains(next) {
            chain.append(next)
        }
        return chain
    }

    private struct Resolution {
        let nodes: [String: DocumentNode]
        var likes: [String: String] = [:]
        var problems: [Problem] = []
        private var known: [String: DocumentNode] = [:]

        init(nodes: [String: DocumentNode]) {
            self.nodes = nodes
            for (id, node) in nodes {
                guard let like = node["like"]?.text, nodes[like] != nil else { continue }
                likes[id] = like
            }
        }

        /// Returns the option with all that it takes over; without, where it leads back to itself.
        mutating func resolved(_ id: String) -> DocumentNode? {
            var path: [String] = []
            var next: String? = id
            while let current = next, known[current] == nil {
                guard !path.contains(current) else { break }
                path.append(current)
                next = likes[current]
            }
            if let next, known[next] == nil, let node = nodes[next]?["like"] {
                let circle = path.drop { $0 != next } + [next]
                problems.append(
                    node.problem(
                        .circularLikeness, "`\(next)` is like itself",
                        because: circle.joined(separator: " is like "),
                        hint: "let one of them state its own lines"))
                for member in path { known[member] = nodes[member] }
                return known[id]
            }
            for current in path.reversed() {
                guard let node = nodes[current] else { continue }
                known[current] =
                    likes[current].flatMap { known[$0] }
                    .map { merged($0, into: node) } ?? checked(node)
            }
            return known[id]
        }

        /// Returns an option that takes nothing over.
        private mutating func checked(_ node: DocumentNode) -> DocumentNode {
            if let without = node["without"], node["like"] == nil {
                problems.append(
                    Problem(
                        .fieldsExclude, "`without` stands in an option that is like no other",
                        at: without.headingLocation,
                        because: "it leaves out lines that are taken over",
                        hint: "add `like:`, or remove `without`"))
            }
            return node
        }

        private mutating func merged(
            _ other: DocumentNode, into own: DocumentNode
        ) -> DocumentNode {
            let left = own["without"]?.items ?? []
            checkLeft(left, in: other)
            var entries = own.entries.filter { $0.key != "costs" && $0.key != "benefits" }
            for key in ["costs", "benefits"] {
                let stated = own.entries.first { $0.key == key }
                guard let heading = stated ?? other.entries.first(where: { $0.key == key }) else {
                    continue
                }
                let lines = lines(
                    other[key]?.items ?? [], without: left.compactMap(\.text),
                    own[key]?.items ?? [])
                entries.append(
                    DocumentEntry(
                        key: key, keyRange: heading.keyRange,
                        value: heading.value.replacing(.list(lines))))
            }
            let keys = Set(entries.map(\.key) + ownFields)
            entries += other.entries.filter { !keys.contains($0.key) }
            return own.replacing(.map(entries))
        }

        private func lines(
            _ others: [DocumentNode], without left: [String], _ own: [DocumentNode]
        ) -> [DocumentNode] {
            var own = own
            let kept = others.compactMap { line -> DocumentNode? in
                guard let id = line["id"]?.text else { return line }
                if let place = own.firstIndex(where: { $0["id"]?.text == id }) {
                    return own.remove(at: place)
                }
                return left.contains(id) ? nil : line
            }
            return kept + own
        }

        private mutating func checkLeft(_ left: [DocumentNode], in other: DocumentNode) {
            let ids = ["costs", "benefits"].flatMap { other[$0]?.items ?? [] }
                .compactMap { $0["id"]?.text }
            for node in left {
                guard let id = node.text, !ids.contains(id) else { continue }
                problems.append(
                    node.problem(
                        .unknownReference, "there is no line `\(id)` to leave out",
                        because: ids.isEmpty
                            ? "the other option has no lines"
                            : "the other option has \(EvaluationReader.listed(ids))",
                        hint: Suggestion.hint(for: id, among: ids)))
            }
        }
    }
}

extension DocumentNode {
    /// Returns a node of other content in the same place.
    fileprivate func replacing(_ content: Content) -> DocumentNode {
        DocumentNode(content: content, range: range, path: path, source: source)
    }
}
