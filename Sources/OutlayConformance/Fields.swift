import Outlay

/// The members of a JSON object, which remembers those that nobody asked for.
final class Fields {
    /// Where the object stands in its case, empty for the case itself.
    let place: String
    private let members: [String: Item]
    private var unread: Set<String>

    /// Reads an object; nil stands for one without members.
    init(_ node: JSONNode?, place: String = "") throws(CaseFault) {
        self.place = place
        var members: [String: Item] = [:]
        if let node {
            guard case .object(let found) = node.kind else {
                throw .faulty("`\(place)` is not an object")
            }
            for member in found {
                let path = place.isEmpty ? member.key : "\(place).\(member.key)"
                guard members[member.key] == nil else {
                    throw .faulty("`\(path)` is there twice")
                }
                members[member.key] = Item(node: member.value, place: path)
            }
        }
        self.members = members
        unread = Set(members.keys)
    }

    /// The members that nobody asked for, sorted, each with its place.
    var leftovers: [String] {
        unread.sorted().map { place.isEmpty ? $0 : "\(place).\($0)" }
    }

    /// Returns the member called `key`, or nil.
    subscript(key: String) -> Item? {
        unread.remove(key)
        return members[key]
    }

    /// Returns the member called `key`, or nil where there is none or it is null.
    func given(_ key: String) -> Item? {
        self[key].flatMap { $0.isNull ? nil : $0 }
    }

    /// Returns the member called `key`.
    func required(_ key: String) throws(CaseFault) -> Item {
        guard let item = self[key] else {
            throw .faulty("`\(place.isEmpty ? key : "\(place).\(key)")` is missing")
        }
        return item
    }

    /// Throws unless every member was asked for.
    func requireNothingLeft() throws(CaseFault) {
        guard unread.isEmpty else {
            throw .unsupported(
                "nothing is known of " + leftovers.map { "`\($0)`" }.joined(separator: ", "))
        }
    }

    /// Counts the members called `keys` as asked for.
    func pass(over keys: [String]) {
        unread.subtract(keys)
    }

    /// Counts the members whose keys begin with `prefix` as asked for.
    func pass(overPrefix prefix: String) {
        unread = unread.filter { !$0.hasPrefix(prefix) }
    }
}
