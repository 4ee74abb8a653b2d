import OutlayEncoding

/// One thing that two revisions of a document say otherwise.
public struct DocumentDifference: Sendable, Hashable {
    /// What it is: the fields from the top, with the identifier or number of an element of a list, such
    /// as `lines`, `CC-410`, `approved`.
    public var path: [String]
    /// What the earlier revision says as text, or nil where it says nothing.
    public var before: String?
    /// What the later one says, or nil.
    public var after: String?

    /// Creates a difference.
    public init(_ path: [String], from before: String?, to after: String?) {
        self.path = path
        self.before = before
        self.after = after
    }
}

extension DocumentDifference {
    /// The fields that make one revision another and say nothing else.
    private static let identity: Set = ["revision", "effective_from"]

    /// Returns what `after` says otherwise than `before`, in the order of the later one, what is gone last.
    ///
    /// Elements of a list are matched by their `id`, or by their number where they have none. The number and
    /// first day of the revisions themselves are left out.
    public static func list(from before: JSONValue, to after: JSONValue) -> [DocumentDifference] {
        guard case .object(let old) = before, case .object(let new) = after else {
            return differences(before, after, at: [])
        }
        return differences(
            old.members.filter { !identity.contains($0.key) }.map { ($0.key, $0.value) },
            new.members.filter { !identity.contains($0.key) }.map { ($0.key, $0.value) }, at: [])
    }

    private static func differences(
        _ before: JSONValue, _ after: JSONValue, at path: [String]
    ) -> [DocumentDifference] {
        if before == after { return [] }
        switch (before, after) {
        case (.object(let old), .object(let new)):
            return differences(
                old.members.map { ($0.key, $0.value) }, new.members.map { ($0.key, $0.value) },
                at: path)
        case (.array(let old), .array(let new)) where hasGroups(old) && hasGroups(new):
            return differences(named(old), named(new), at: path)
        default:
            return before.canonicalText == after.canonicalText
                ? [] : [DocumentDifference(path, from: text(before), to: text(after))]
        }
    }

    private static func differences(
        _ old: [(key: String, value: JSONValue)], _ new: [(key: String, value: JSONValue)],
        at path: [String]
    ) -> [DocumentDifference] {
        let known = Dictionary(
            old.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.map(\.key))
        var found: [DocumentDifference] = []
        for (key, value) in new {
            if let earlier = known[key] {
                found += differences(earlier, value, at: path + [key])
            } else {
                found.append(DocumentDifference(path + [key], from: nil, to: text(value)))
            }
        }
        for (key, value) in old where !kept.contains(key) {
            found.append(DocumentDifference(path + [key], from: text(value), to: nil))
        }
        return found
    }

    private static func hasGroups(_ elements: [JSONValue]) -> Bool {
        elements.allSatisfy { if case .object = $0 { true } else { false } }
    }

    /// The elements of a list with what each is called: its `id`, or its number from 1.
    private static func named(_ elements: [JSONValue]) -> [(key: String, value: JSONValue)] {
        var seen: Set<String> = []
        return elements.enumerated().map { index, element in
            if case .object(let object) = element, case .string(let id)? = object["id"],
                seen.insert(id).inserted
            {
                return (id, element)
            }
            return ("\(index + 1)", element)
        }
    }

    /// A single value without quotes, anything else as JSON.
    private static func text(_ value: JSONValue) -> String {
        if case .string(let text) = value { text } else { value.canonicalText }
    }
}
