import OutlayEncoding
import OutlayProblems

/// What became of the files that a ledger names as evidence.
public struct EvidenceFindings: Sendable, Hashable {
    /// How many have the bytes that were named.
    public private(set) var matching = 0
    /// The names of those that are not there, in the order in which they were named.
    public private(set) var missing: [LedgerText] = []
    /// The names of those that have other bytes, in the same order.
    public private(set) var altered: [LedgerText] = []

    /// Compares each of `pieces` with the files that it may be.
    ///
    /// A piece holds where one of its files has the named hash and the named number of bytes.
    ///
    /// - Parameters:
    ///   - pieces: What the ledger names.
    ///   - files: Returns the files that a piece may be, none where there is nothing.
    /// - Throws: What `files` throws.
    public init(
        of pieces: [Evidence], files: (Evidence) throws(Problem) -> [EvidenceFile]
    ) throws(Problem) {
        for piece in pieces {
            let found = try files(piece)
            if found.isEmpty {
                missing.append(piece.name)
            } else if found.contains(where: {
                $0.hash.description == piece.hash.text && $0.size == piece.size
            }) {
                matching += 1
            } else {
                altered.append(piece.name)
            }
        }
    }

    /// How many pieces of evidence are named.
    public var count: Int { matching + missing.count + altered.count }
    /// Whether all are there as they were named.
    public var holds: Bool { matching == count }
    /// The figures in one phrase, such as `31 of 31 evidence files match`.
    public var summary: String {
        "\(matching) of \(count) evidence files match"
            + (missing.isEmpty ? "" : ", \(missing.count) missing")
            + (altered.isEmpty ? "" : ", \(altered.count) altered")
    }
}

/// A file as it lies in a folder of evidence.
public struct EvidenceFile: Sendable, Hashable {
    /// The SHA-256 of its bytes.
    public var hash: SHA256Value
    /// How many bytes it has.
    public var size: Int64

    /// Creates a file.
    public init(hash: SHA256Value, size: Int64) {
        self.hash = hash
        self.size = size
    }
}
