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
        store = try SQLiteBudgetStore.openForReading(path, approvalRules: DocumentApprovalRules())
        let head = try store.read { (reader) throws(Problem) in try reader.head() }
        description = "ledger entry \(head.sequence), head \(head.hash.description.prefix(12))"
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
        store = try SQLiteBudgetStore.openForReading(path, approvalRules: DocumentApprovalRules())
        let (head, purpose) = try store.read { (reader) throws(Problem) in
            (try reader.head(), try reader.requireSettings().purpose)
        }
        guard let export = try store.checkpointExports().last,
            export.checkpoint.sequence == head.sequence
        else {
            throw Problem(
                .staleSnapshot, "the file does not say when it was taken", at: .file(path),
                because: "it is no snapshot, or was changed since",
                hint: "take one by `outlay db snapshot FILE`")
        }
        let now = LedgerSession.moment(asOf, in: purpose).recordedMilliseconds
        let age = SnapshotAge(milliseconds: now - export.exportedMilliseconds)
        description =
            "snapshot of entry \(head.sequence), head \(head.hash.description.prefix(12)), "
            + "\(age.words) old; it reserves nothing"
        guard age <= limit else {
            throw Problem(
                .staleSnapshot, "the snapshot is \(age.words) old", at: .file(path),
                because: "`--max-age` allows \(limit.words)",
                hint: "take a new one by `outlay db snapshot FILE`")
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
