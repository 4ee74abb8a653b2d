import OutlayBudgets
import OutlayEncoding
import OutlayProblems

/// That a checkpoint was exported.
public struct CheckpointExport: Sendable, Hashable {
    /// The end of the chain at that time.
    public var checkpoint: Checkpoint
    /// When: milliseconds since 1970-01-01 UTC.
    public var exportedMilliseconds: Int64
}

extension SQLiteBudgetStore {
    /// Writes the end of the chain as an anchor into a new file at `path`, to be kept elsewhere, and
    /// records in the ledger that this was done.
    ///
    /// The file is written beside `path` and renamed when it is on the disk. The record is a row and no
    /// event, so the anchor still names the head of the chain. It is made last, because an anchor that a
    /// crash leaves without its record is of use, and a record without its anchor is not.
    ///
    /// - Parameters:
    ///   - path: Where the anchor is to be; nothing is there yet.
    ///   - moment: The day that the anchor tells, and the time that the record tells.
    /// - Returns: The anchor.
    /// - Throws: ``ProblemCode/notOpened``, ``ProblemCode/fileExists`` or a problem of either file; then
    ///   neither the anchor nor its record is there.
    @discardableResult
    public func exportCheckpoint(to path: String, at moment: LedgerMoment) throws(Problem) -> Anchor
    {
        guard connection.mode == .writing else { throw readOnly() }
        guard FileSystem.kind(of: path) == .none else { throw Backup.exists(path) }
        let anchor = Anchor(try checkpoint(), exported: moment.effective)
        let draft = path + ".partial"
        FileSystem.removeFile(draft)
        do {
            try FileSystem.write(Array(anchor.line.utf8), toNew: draft)
            try FileSystem.rename(draft, to: path)
        } catch {
            FileSystem.removeFile(draft)
            throw error
        }
        do {
            try record(anchor.checkpoint, recordedMilliseconds: moment.recordedMilliseconds)
        } catch {
            FileSystem.removeFile(path)
            throw error
        }
        return anchor
    }

    /// Writes a whole copy of the ledger to a new file at `path` for those who only read, such as a gate in CI; the copy
    /// itself says when it was made.
    ///
    /// - Parameters:
    ///   - path: Where the copy is to be; nothing is there yet.
    ///   - moment: When it is made.
    /// - Returns: What was verified of the copy.
    /// - Throws: ``ProblemCode/notOpened``, ``ProblemCode/fileExists`` or a problem of either file.
    @discardableResult
    public func exportSnapshot(
        to path: String, at moment: LedgerMoment
    ) throws(Problem) -> Verification {
        guard connection.mode == .writing else { throw readOnly() }
        guard FileSystem.kind(of: path) == .none else { throw Backup.exists(path) }
        try record(try checkpoint(), recordedMilliseconds: moment.recordedMilliseconds)
        return try backUp(to: path)
    }

    /// Returns the anchors in the file at `path`.
    ///
    /// - Throws: ``ProblemCode/unreadableFile``, ``ProblemCode/badAnchor``.
    public static func anchors(inFileAt path: String) throws(Problem) -> [Anchor] {
        let most = 16 << 20
        guard case .file(let size) = FileSystem.kind(of: path),
            let bytes = FileSystem.bytes(of: path, count: min(size, most) + 1)
        else { throw FileSystem.unreadable(path) }
        guard bytes.count <= most else {
            throw Problem(
                .tooLarge, "\(Problem.quoted(path, limit: 200)) is too large", at: .file(path),
                because: "a file of anchors has at most \(most) bytes")
        }
        return try Anchor.list(parsing: bytes, path: path)
    }

    /// Returns which checkpoints were exported, the oldest first.
    public func checkpointExports() throws(Problem) -> [CheckpointExport] {
        try read { (reader) throws(Problem) in try exports(reader) }
    }

    /// Throws ``ProblemCode/anchorMismatch`` where a checkpoint that was exported is not in the chain.
    func requireExports() throws(Problem) {
        let statement = try reader.statements.statement(
            """
            SELECT checkpoint.sequence, event.sequence IS NULL FROM checkpoint
            LEFT JOIN event ON event.sequence = checkpoint.sequence
            WHERE event.hash IS NOT checkpoint.hash ORDER BY 1 LIMIT 1
            """)
        defer { statement.reset() }
        guard try statement.step() else { return }
        let isGone = statement.integer(1) == 1
        throw Problem(
            .anchorMismatch,
            "\(Problem.quoted(path, limit: 200)) is not the ledger whose checkpoints were exported",
            at: .file(path),
            because: "event \(statement.integer(0)) "
                + (isGone
                    ? "is gone, and was the end of the chain then" : "had another hash then"),
            hint: "verify it against the anchors that are kept elsewhere")
    }

    private func exports(_ reader: SQLiteReader) throws(Problem) -> [CheckpointExport] {
        let name = try reader.settings()?.ledgerID ?? .empty
        let statement = try reader.statements.statement(
            """
            SELECT sequence, hash, exported_milliseconds FROM checkpoint
            ORDER BY sequence, exported_milliseconds
            """)
        defer { statement.reset() }
        var exports: [CheckpointExport] = []
        while try statement.step() {
            exports.append(
                CheckpointExport(
                    checkpoint: Checkpoint(
                        ledgerID: name, sequence: statement.integer(0),
                        hash: SHA256Value(statement.bytes(1)) ?? .zero),
                    exportedMilliseconds: statement.integer(2)))
        }
        return exports
    }

    private func record(
        _ checkpoint: Checkpoint, recordedMilliseconds: Int64
    ) throws(Problem) {
        try transaction(keepsHead: true) { () throws(Problem) in
            let statement = try reader.statements.statement(
                """
                INSERT INTO checkpoint (sequence, exported_milliseconds, hash) VALUES (?1, ?2, ?3)
                ON CONFLICT DO NOTHING
                """)
            statement.bind(1, checkpoint.sequence)
            statement.bind(
                2, max(recordedMilliseconds, reader.currentHead.recordedMilliseconds))
            statement.bind(3, checkpoint.hash)
            try statement.run()
            // As after every command: the file alone is not the whole ledger any more.
            try reader.statements.statement("UPDATE chain SET is_closed = 0").run()
        }
    }
}
