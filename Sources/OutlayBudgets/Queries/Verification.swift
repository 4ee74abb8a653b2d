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
    /// The last event that a checkpoint from elsewhere vouches for, or nil.
    public var lastAnchor: Int64?
    /// What became of the evidence files, or nil where none were looked at.
    public var evidence: EvidenceFindings?

    /// Whether everything holds; an unanchored chain holds too.
    public var holds: Bool {
        if case .broken = chain { return false }
        return differingRows.isEmpty && replayProblem == nil && evidence?.holds ?? true
    }

    /// The most rows that are listed.
    public static let rowLimit = 20

    /// Verifies a journal and the rows beside it: follows the chain, replays it, and compares every row
    /// byte for byte.
    ///
    /// - Parameters:
    ///   - events: The journal, in order.
    ///   - rows: The rows that the store holds, as ``Books/rowText()`` writes them.
    ///   - anchors: Checkpoints that were kept elsewhere.
    ///   - approvalRules: What the replayed books carry; nothing is decided again.
    public init(
        of events: some Sequence<StoredEvent>, rows: String, anchors: [Checkpoint],
        approvalRules: any ApprovalRules
    ) {
        var verifier = ChainVerifier(anchors: anchors)
        var books = Books(approvalRules: approvalRules)
        replayProblem = nil
        for event in events {
            verifier.follow(event)
            guard verifier.fault == nil, replayProblem == nil else { continue }
            do throws(Problem) { try books.replay(event) } catch { replayProblem = error }
        }
        chain = verifier.result(of: books.settings()?.ledgerID)
        lastAnchor = verifier.lastAnchor
        self.events = verifier.head.sequence
        head = verifier.head.hash
        differingRows =
            verifier.fault == nil && replayProblem == nil
            ? Self.difference(books.rowText(), rows) : []
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
    public func verify(anchors: [Checkpoint] = []) -> Verification {
        Verification(
            of: events, rows: rowText(), anchors: anchors, approvalRules: approvalRules)
    }
}
