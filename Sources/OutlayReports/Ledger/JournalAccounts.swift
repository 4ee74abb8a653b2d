import OutlayBudgets
import OutlayValues

/// The accounts of a plain-text journal: one tree for each bucket, below it the years, below them the
/// budget lines as they stand in their tree.
///
/// Names are those that hledger and beancount both read: parts between colons, of letters, digits and
/// dashes, beginning with a capital or a digit. A line's name is fitted to that; where two lines would be
/// called alike, the later one by name gets a number.
struct JournalAccounts {
    /// The trees, in the order in which they are written.
    enum Tree: String, CaseIterable {
        /// Money given to lines, as a credit.
        case allotted = "Equity:Budget:Allotted"
        /// What is left of it.
        case available = "Assets:Budget:Available"
        /// Held for requests (pre-encumbrance).
        case reserved = "Assets:Budget:Reserved"
        /// Owed to vendors (encumbrance).
        case committed = "Assets:Budget:Committed"
        /// Billed.
        case actual = "Expenses:Budget:Actual"
    }

    private var paths: [NodeID: [String]] = [:]

    /// Names the accounts of `lines`, which are in the order of their names.
    init(_ lines: [Node]) {
        var parents: [NodeID: NodeID] = [:]
        var parts: [NodeID: String] = [:]
        var taken: Set<String> = []
        for line in lines {
            parents[line.id] = line.parent
            let fitted = Self.fitted(line.id.text)
            var name = fitted
            var count = 2
            // Letters that differ in case alone would be two accounts that look like one.
            while !taken.insert(name.lowercased()).inserted {
                name = "\(fitted)-\(count)"
                count += 1
            }
            parts[line.id] = name
        }
        for line in lines {
            var path: [String] = []
            var next: NodeID? = line.id
            while let id = next, let part = parts[id], path.count < lines.count {
                path.insert(part, at: 0)
                next = parents[id]
            }
            paths[line.id] = path
        }
    }

    /// Returns the account of a line in a year.
    func name(_ tree: Tree, _ line: NodeID, _ year: PeriodID) -> String {
        ([tree.rawValue, year.description] + (paths[line] ?? [])).joined(separator: ":")
    }

    private static func fitted(_ name: String) -> String {
        var bytes = name.utf8.map { byte in
            let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isLetter || byte &- 0x30 < 10 ? byte : UInt8(ascii: "-")
        }
        if let first = bytes.first, (0x61...0x7A).contains(first) { bytes[0] = first - 0x20 }
        if bytes.first == UInt8(ascii: "-") { bytes.insert(UInt8(ascii: "X"), at: 0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
