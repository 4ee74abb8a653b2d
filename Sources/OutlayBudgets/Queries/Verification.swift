import OutlayEncoding
import OutlayProblems

/// What was verified of a ledger, and what was found.
public struct Verification: Sendable, Hashable {
    /// What the chain proves.
    public var chain: ChainResult
    /// How many entries were followed.
    public var events: Int64
    /// The last hash.
    public var head: SHA256Value
    /// Rows that a replay of the journal does not make, or makes otherwise: the first ones, as canonical
    /// lines.
    public var differingRows: [String]
    /// Entries that cannot be replayed: the first one's problem.
    public var replayProblem: Problem?
    /// Evidence that is missing or has another hash.
    public var failedEvidence: [LedgerText]
    /// How many pieces of evidence were checked.
    public var checkedEvidence: Int

    /// Whether everything holds; an unanchored chain holds too.
    public var holds: Bool {
        if case .broken = chain { return false }
        return differingRows.isEmpty && replayProblem == nil && failedEvidence.isEmpty
    }

    /// The most rows that are listed.
    public static let rowLimit = 20

    /// Verifies a journal and the rows beside it: follows the chain, replays it, compares every row byte
    /// for byte, and the evidence by `fileHash`.
    ///
    /// - Parameters:
    ///   - events: The journal, in order.
    ///   - rows: The rows that the store holds, as ``Books/rowText()`` writes them.
    ///   - anchor: A checkpoint that was kept elsewhere, or nil.
    ///   - approvalRules: What the replayed books carry; nothing is decided again.
    ///   - fileHash: Returns the hash of the evidence file with a name, nil where there is none; without
    ///     it no evidence is checked.
    public init(
        of events: some Sequence<StoredEvent>, rows: String, anchor: Checkpoint?,
        approvalRules: any ApprovalRules, fileHash: ((LedgerText) -> SHA256Value?)? = nil
    ) {
        var verifier = ChainVerifier(anchor: anchor)
        var books = Books(approvalRules: approvalRules)
        replayProblem = nil
        for event in events {
            verifier.follow(event)
            guard verifier.fault == nil, replayProblem == nil else { continue }
            do throws(Problem) { try books.replay(event) } catch { replayProblem = error }
        }
        chain = verifier.result
        self.events = verifier.head.sequence
        head = verifier.head.hash
        differingRows =
            verifier.fault == nil && replayProblem == nil
            ? Self.difference(books.rowText(), rows) : []
        failedEvidence = []
        checkedEvidence = 0
        if let fileHash {
            for piece in books.evidence() {
                checkedEvidence += 1
                if fileHash(piece.name)?.description != piece.hash.text {
                    failedEvidence.append(piece.name)
                }
            }
        }
    }

    private static func difference(_ replayed: String, _ held: String) -> [String] {
        guard replayed != held else { return [] }
        let (one, other) = (replayed.split(separator: "\n"), held.split(separator: "\n"))
        let (expected, found) = (Set(one), Set(other))
        let rows = other.filter { !expected.contains($0) } + one.filter { !found.contains($0) }
        return rows.prefix(rowLimit).map(String.init)
    }
}

extension Books {
    /// Verifies the ledger in memory.
    public func verify(
        anchor: Checkpoint? = nil, fileHash: ((LedgerText) -> SHA256Value?)? = nil
    ) -> Verification {
        Verification(
            of: events, rows: rowText(), anchor: anchor, approvalRules: approvalRules,
            fileHash: fileHash)
    }
}
