import Outlay

/// The members of a JSON object, which remembers those that nobody asked for.
final class Fields {
    /// Where the object stands in the file, such as `scenarios[0].given`.
    let place: String
    private let source: SourceText
    private let range: Range<Int>
    private let members: [JSONNode.Member]
    private var unread: Set<String>
    private var known: [String] = []

    /// Reads an object.
    ///
    /// - Throws: ``ProblemCode/wrongType`` or ``ProblemCode/duplicateKey``.
    init(_ node: JSONNode, in source: SourceText, at place: String) throws(Problem) {
        guard case .object(let members) = node.kind else {
            throw Problem(
                .wrongType, "`\(place)` is not an object", at: source.location(node.range),
                because: "an object is expected here")
        }
        var seen: Set<String> = []
        for member in members where !seen.insert(member.key).inserted {
            throw Problem(
                .duplicateKey, "\(Problem.quoted(member.key)) is there twice",
                at: source.location(member.keyRange), because: "of two values one would be lost")
        }
        self.place = place
        self.source = source
        self.members = members
        range = node.range
        unread = seen
    }

    /// The keys in the order of the file.
    var keys: [String] { members.map(\.key) }

    /// Returns the member called `key`, or nil.
    subscript(key: String) -> Item? {
        known.append(key)
        unread.remove(key)
        guard let member = members.first(where: { $0.key == key }) else { return nil }
        return Item(member.value, in: source, at: place.isEmpty ? key : "\(place).\(key)")
    }

    /// Returns the member called `key`.
    ///
    /// - Throws: ``ProblemCode/missingField``.
    func required(_ key: String) throws(Problem) -> Item {
        guard let item = self[key] else {
            throw Problem(
                .missingField, "`\(key)` is missing", at: source.location(range),
                because: "`\(place)` cannot be played without it")
        }
        return item
    }

    /// Counts the members called `keys` as asked for.
    func pass(over keys: String...) {
        for key in keys { _ = self[key] }
    }

    /// Throws ``ProblemCode/unknownField`` unless every member was asked for.
    func requireNothingLeft() throws(Problem) {
        guard let member = members.first(where: { unread.contains($0.key) }) else { return }
        let near = Suggestion.nearest(to: member.key, among: known)
        throw Problem(
            .unknownField, "unknown key \(Problem.quoted(member.key))",
            at: source.location(member.keyRange),
            because: "`\(place)` has no such key, and what is not known is not played",
            hint: near.map { "did you mean `\($0)`?" })
    }
}

/// A value of a scenario file, with its place.
struct Item {
    let node: JSONNode
    let source: SourceText
    let place: String

    init(_ node: JSONNode, in source: SourceText, at place: String) {
        self.node = node
        self.source = source
        self.place = place
    }

    /// Returns the members of an object.
    func fields() throws(Problem) -> Fields {
        try Fields(node, in: source, at: place)
    }

    /// Returns the elements of a list.
    func list() throws(Problem) -> [Item] {
        guard case .array(let elements) = node.kind else { throw wrong("a list") }
        return elements.enumerated().map { Item($1, in: source, at: "\(place)[\($0)]") }
    }

    /// Returns a text.
    func text() throws(Problem) -> String {
        guard case .string(let text) = node.kind else { throw wrong("a text") }
        return text
    }

    /// Returns a list of texts.
    func texts() throws(Problem) -> [String] {
        try list().map { (item) throws(Problem) in try item.text() }
    }

    /// Returns an amount as its text: decimals are texts, and whole numbers may be numbers.
    func amount() throws(Problem) -> String {
        switch node.kind {
        case .string(let text), .number(let text): return text
        default: throw wrong("a decimal text")
        }
    }

    /// Returns a whole number from 0 on.
    func count() throws(Problem) -> Int {
        guard case .number(let text) = node.kind, let number = Int(text), number >= 0 else {
            throw wrong("a whole number")
        }
        return number
    }

    /// Returns `true` or `false`.
    func flag() throws(Problem) -> Bool {
        guard case .bool(let flag) = node.kind else { throw wrong("true or false") }
        return flag
    }

    /// Returns a day.
    func date() throws(Problem) -> CalendarDate {
        let text = try text()
        do {
            return try CalendarDate(parsing: text)
        } catch {
            throw error.located(at: source.location(node.range))
        }
    }

    /// Returns one of `words`.
    func word(of words: [String]) throws(Problem) -> String {
        let text = try text()
        guard words.contains(text) else { throw unknown(text, among: words) }
        return text
    }

    /// Returns the problem that `text` is none of `words`.
    func unknown(_ text: String, among words: [String]) -> Problem {
        let near = Suggestion.nearest(to: text, among: words)
        return Problem(
            .unknownChoice, "\(Problem.quoted(text)) is not known",
            at: source.location(node.range), because: "`\(place)` is " + words.list("or"),
            hint: near.map { "did you mean `\($0)`?" })
    }

    private func wrong(_ wanted: String) -> Problem {
        Problem(
            .wrongType, "`\(place)` is not \(wanted)", at: source.location(node.range),
            because: "\(wanted) is expected here")
    }
}
