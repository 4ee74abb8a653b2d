import Outlay

/// The ledger that a gate looks at: one in use, or a snapshot of one.
struct GateLedger {
    /// Where it is, and what there is to know of its age, in words.
    let description: String
    private let store: SQLiteBudgetStore

    /// Opens the ledger in use at `path`.
    ///
    /// - Throws: A ``Problem`` of the file.
    init(at path: String) throws(Problem) {
        store = try Self.opened(path, orElse: "make a ledger by `outlay db init \(path)`")
        let (head, purpose) = try Self.state(of: store)
        description = "ledger " + Self.words(head, purpose)
    }

    /// Returns the open file; where there is none, the problem says how to make one.
    private static func opened(
        _ path: String, orElse hint: String
    ) throws(Problem) -> SQLiteBudgetStore {
        do throws(Problem) {
            return try SQLiteBudgetStore.openForReading(
                path, approvalRules: DocumentApprovalRules())
        } catch {
            guard error.code == .unreadableFile, !FileAccess.exists(path) else { throw error }
            var problem = error
            problem.hint = hint
            throw problem
        }
    }

    private static func state(
        of store: SQLiteBudgetStore
    ) throws(Problem) -> (ChainHead, LedgerPurpose) {
        try store.read { (reader) throws(Problem) in
            (try reader.head(), try reader.requireSettings().purpose)
        }
    }

    /// Where a ledger stands, and that it is none in real use.
    private static func words(_ head: ChainHead, _ purpose: LedgerPurpose) -> String {
        "entry \(head.sequence), head \(head.hash.description.prefix(12))"
            + (purpose == .test ? ", for trying things out" : "")
    }

    /// Opens the snapshot at `path`.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: How old it may be.
    ///   - asOf: The day of the gate, which stands for the time in a ledger for trying things out.
    /// - Throws: ``ProblemCode/staleSnapshot`` where it is older, or does not say how old it is; a ``Problem`` of the file.
    init(
        snapshot path: String, noOlderThan limit: SnapshotAge, asOf: CalendarDate
    ) throws(Problem) {
        let takeOne = "take a new one by `outlay db snapshot FILE`"
        store = try Self.opened(path, orElse: takeOne)
        let (head, purpose) = try Self.state(of: store)
        guard let export = try store.checkpointExports().last,
            export.checkpoint.sequence == head.sequence
        else {
            throw Problem(
                .staleSnapshot, "the file does not say when it was taken", at: .file(path),
                because: "it is no snapshot, or was changed since",
                hint: takeOne)
        }
        let now = LedgerSession.moment(asOf, in: purpose).recordedMilliseconds
        let age = SnapshotAge(milliseconds: now - export.exportedMilliseconds)
        let words = Self.words(head, purpose)
        description = "snapshot of \(words), \(age.words) old; it reserves nothing"
        guard age <= limit else {
            throw Problem(
                .staleSnapshot, "the snapshot is \(age.words) old", at: .file(path),
                because: "it is of \(words), and `--max-age` allows \(limit.words)",
                hint: takeOne)
        }
        guard age.milliseconds >= 0 else {
            throw Problem(
                .staleSnapshot, "the snapshot is from the future", at: .file(path),
                because: "it was taken after \(asOf)", hint: "check the clock and `--as-of`")
        }
    }

    /// Returns what `body` reads from one state of the ledger.
    func read<Value>(
        _ body: (SQLiteReader) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        try store.read(body)
    }
}
