import OutlayEncoding
import OutlayProblems

/// Verifies a ledger entry by entry, and then row by row, without holding either.
///
/// Follow all entries first, then compare all rows, then ask for the ``verification()``. It
/// keeps the rows that entries build on (lines, periods, balances, documents), and about 100 bytes for
/// each other one.
public struct LedgerVerifier: Sendable {
    private var chain: ChainVerifier
    private var replay: Replay
    private var replayProblem: Problem?
    private var rows: RowDigests?
    private var differing: [String] = []

    /// Creates a verifier that looks for `anchors` on the way.
    ///
    /// - Parameters:
    ///   - anchors: Checkpoints that were kept elsewhere.
    ///   - approvalRules: What the replayed books carry; nothing is decided again.
    public init(anchors: [Checkpoint], approvalRules: any ApprovalRules) {
        chain = ChainVerifier(anchors: anchors)
        replay = Replay(approvalRules: approvalRules)
    }

    /// Whether every entry so far continues the chain and could be replayed.
    public var holds: Bool { chain.fault == nil && replayProblem == nil }

    /// Follows the next entry; returns what it says, or nil where it or one before does not hold.
    public mutating func follow(_ stored: StoredEvent) -> LedgerEvent? {
        chain.follow(stored)
        guard holds else { return nil }
        do throws(Problem) {
            return try replay.follow(stored)
        } catch {
            replayProblem = error
            return nil
        }
    }

    /// Compares a row that the store holds with the one that the entries make; nothing is compared
    /// where they do not hold.
    ///
    /// - Parameters:
    ///   - table: Its table.
    ///   - line: Its ``LedgerRow/canonicalLine``.
    ///   - key: Where the cells of the key stand in it.
    public mutating func compare(_ table: LedgerTable, _ line: [UInt8], key: Range<Int>) {
        guard beginComparing() else { return }
        let place = RowPlace(table, row: 0..<line.count, key: key)
        if rows?.take(place, in: line) != true { add(line) }
    }

    /// Compares rows that the store holds, as ``Books/rowText()`` writes them.
    mutating func compare(lines: String) {
        for line in lines.utf8.split(separator: UInt8(ascii: "\n")) {
            let line = Array(line)
            if let place = try? RowPlace(ofLine: line) {
                compare(place.table, line, key: place.key)
            } else {
                add(line)
            }
        }
    }

    private mutating func add(_ line: [UInt8]) {
        guard differing.count < Verification.rowLimit else { return }
        differing.append(String(decoding: line, as: UTF8.self))
    }

    private mutating func beginComparing() -> Bool {
        guard holds else { return false }
        if rows == nil {
            do throws(Problem) { rows = try replay.rows() } catch { replayProblem = error }
        }
        return holds
    }

    /// Returns what was found, once every entry was followed and every row compared.
    public consuming func verification() -> Verification {
        if beginComparing() {
            let left = Verification.rowLimit - differing.count
            differing += rows?.first(left) ?? []
        }
        return Verification(
            chain: chain.result(of: replay.books.settings()?.ledgerID),
            events: chain.head.sequence, head: chain.head.hash,
            differingRows: holds ? differing : [], replayProblem: replayProblem,
            lastAnchor: chain.lastAnchor)
    }
}
