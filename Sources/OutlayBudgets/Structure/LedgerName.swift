import OutlayProblems

/// A name that the ledger refers to something by.
///
/// A name is 1 … 128 printable ASCII characters without `"` and `\`, and no blank at either end. So it
/// has one spelling in bytes, and sorts and hashes alike in every store.
public protocol LedgerName: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name.
    var text: String { get }
    /// Creates a name that is known to keep the rule, as one from the ledger is.
    init(known text: String)
    /// What such a name is called in messages.
    static var noun: String { get }
}

extension LedgerName {
    /// Reads a name.
    ///
    /// - Throws: ``ProblemCode/badLedgerName``.
    public init(_ text: String) throws(Problem) {
        guard LedgerNames.isName(text) else {
            throw Problem(
                .badLedgerName, "\(Problem.quoted(text)) is not the name of a \(Self.noun)",
                because:
                    "a name is 1 to 128 printable ASCII characters without quotes and backslashes",
                hint: "write a name such as CC-410")
        }
        self.init(known: text)
    }

    /// The name.
    public var description: String { text }

    /// Returns whether `left` comes first by its bytes.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

private enum LedgerNames {
    static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (1...128).contains(bytes.count), bytes.first != 0x20, bytes.last != 0x20 else {
            return false
        }
        return bytes.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    }
}
