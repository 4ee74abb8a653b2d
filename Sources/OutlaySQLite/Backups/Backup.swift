import OutlayBudgets
import OutlayProblems

/// Copies of a ledger that are whole, whoever writes meanwhile.
enum Backup {
    /// Writes what `connection` sees into a new file that is closed and needs no log.
    ///
    /// - Throws: ``ProblemCode/fileExists`` or a problem of either file; then nothing is left behind.
    static func copy(_ connection: Connection, to path: String) throws(Problem) {
        guard FileSystem.kind(of: path) == .none else {
            throw Problem(
                .fileExists, "\(Problem.quoted(path, limit: 200)) exists already",
                at: .file(path), because: "nothing is written over")
        }
        do {
            try connection.use { (handle) throws(Problem) in
                try allowingOutput(connection, handle) { () throws(Problem) in
                    let statement = try PreparedStatement(
                        "VACUUM INTO ?1", on: handle, path: connection.path)
                    statement.bind(1, path)
                    try statement.run()
                }
            }
            try close(path)
            try FileSystem.synchronise(path)
        } catch {
            FileSystem.removeDatabase(path)
            throw error
        }
    }

    /// Runs `body` while a connection for reading may write another file.
    ///
    /// What it reads stays as it is: the system has it open for reading.
    ///
    /// - Source: SQLite, "PRAGMA query_only": it keeps the connection from every change, the target of VACUUM INTO
    ///   included.
    private static func allowingOutput(
        _ connection: Connection, _ handle: OpaquePointer, _ body: () throws(Problem) -> Void
    ) throws(Problem) {
        guard connection.mode == .reading else { return try body() }
        try connection.execute("PRAGMA query_only = OFF", handle)
        do throws(Problem) {
            try body()
        } catch {
            try connection.execute("PRAGMA query_only = ON", handle)
            throw error
        }
        try connection.execute("PRAGMA query_only = ON", handle)
    }

    /// Says in the copy at `path` that it is whole without a log.
    private static func close(_ path: String) throws(Problem) {
        let copy = try Connection(path: path, mode: .unlogged, busyMilliseconds: 0)
        try copy.use { (handle) throws(Problem) in
            try copy.execute("UPDATE chain SET is_closed = 1", handle)
        }
        try copy.close()
    }
}

extension Backup {
    /// Makes a copy of what `store` holds, verifies it and gives it the name `path`.
    static func make(of store: SQLiteBudgetStore, at path: String) throws(Problem) -> Verification {
        guard FileSystem.kind(of: path) == .none else { throw exists(path) }
        let draft = path + ".partial"
        FileSystem.removeDatabase(draft)
        try copy(store.connection, to: draft)
        do {
            let verification = try verify(draft, rules: store.reader.approvalRules)
            try FileSystem.link(draft, to: path)
            FileSystem.removeFile(draft)
            try FileSystem.synchronise(FileSystem.folder(of: path))
            return verification
        } catch {
            FileSystem.removeDatabase(draft)
            throw error
        }
    }

    private static func verify(
        _ path: String, rules: any ApprovalRules, anchor: Checkpoint? = nil
    ) throws(Problem) -> Verification {
        let copy = try SQLiteBudgetStore.openForReading(path, approvalRules: rules)
        let found = try copy.verify(anchor: anchor)
        try copy.close()
        if let problem = found.problem(of: path) { throw problem }
        return found
    }

    static func exists(_ path: String) -> Problem {
        Problem(
            .fileExists, "\(Problem.quoted(path, limit: 200)) exists already", at: .file(path),
            because: "nothing is written over")
    }
}

extension SQLiteBudgetStore {
    /// Makes the ledger at `path` out of a backup, after verifying it.
    ///
    /// - Parameters:
    ///   - backup: The path of a backup, or of what is left of a ledger that was not closed.
    ///   - path: Where the ledger is to be; nothing is there yet.
    ///   - anchor: A checkpoint that was kept elsewhere, or nil.
    ///   - approvalRules: The rules that the ledger is used with.
    /// - Returns: What was verified.
    /// - Throws: The first thing that is wrong with the backup; then nothing is left at `path`.
    @discardableResult
    public static func restore(
        _ backup: String, to path: String, anchor: Checkpoint? = nil,
        approvalRules: any ApprovalRules
    ) throws(Problem) -> Verification {
        try Backup.restore(backup, to: path, anchor: anchor, rules: approvalRules)
    }
}

extension Backup {
    fileprivate static func restore(
        _ backup: String, to path: String, anchor: Checkpoint?, rules: any ApprovalRules
    ) throws(Problem) -> Verification {
        _ = try LedgerHeader(ofFileAt: backup)
        for name in [path, path + "-wal"] {
            guard FileSystem.kind(of: name) == .none else { throw exists(name) }
        }
        let draft = path + ".partial"
        FileSystem.removeDatabase(draft)
        do {
            try FileSystem.copy(backup, to: draft)
            try close(draft)
            let verification = try verify(draft, rules: rules, anchor: anchor)
            try FileSystem.synchronise(draft)
            try FileSystem.link(draft, to: path)
            FileSystem.removeFile(draft)
            try FileSystem.synchronise(FileSystem.folder(of: path))
            return verification
        } catch {
            FileSystem.removeDatabase(draft)
            throw error
        }
    }
}
