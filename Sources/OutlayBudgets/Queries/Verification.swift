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
}

extension Verification {
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
        var verifier = LedgerVerifier(anchor: anchor, approvalRules: approvalRules)
        for event in events { _ = verifier.follow(event) }
        verifier.compare(lines: rows)
        self = verifier.verification(fileHash: fileHash)
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
