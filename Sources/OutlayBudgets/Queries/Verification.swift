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
    /// Rows that a replay of the journal does not make, or makes otherwise, as canonical lines, and then
    /// those that it makes and the store lacks, as table and key: the first ones.
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
}

extension Verification {
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
        var verifier = LedgerVerifier(anchors: anchors, approvalRules: approvalRules)
        for event in events { _ = verifier.follow(event) }
        verifier.compare(lines: rows)
        self = verifier.verification()
    }
}

extension Books {
    /// Verifies the ledger in memory.
    public func verify(anchors: [Checkpoint] = []) -> Verification {
        Verification(
            of: events, rows: rowText(), anchors: anchors, approvalRules: approvalRules)
    }
}
