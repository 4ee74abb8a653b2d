import GRDB
import OutlayProblems

/// Making and opening the file of a ledger.
enum LedgerFile {
    /// Makes a file without events at `path`.
    ///
    /// - Throws: ``ProblemCode/fileExists``, ``ProblemCode/networkFileSystem`` or a problem of the disk;
    ///   then nothing is left behind.
    static func make(
        at path: String, migrations: [Migration] = AllMigrations.list
    ) throws(Problem) {
        try requireLocal(FileSystemKind(holding: FileSystem.folder(of: path)), naming: path)
        try FileSystem.makeFile(path)
        do {
            try Migrator(migrations).makeTables(at: path)
            try FileSystem.synchronise(path)
            try FileSystem.synchronise(FileSystem.folder(of: path))
        } catch {
            FileSystem.removeDatabase(path)
            throw error
        }
    }

    /// Opens the file at `path`, after everything that can be seen from outside was looked at.
    ///
    /// A file with older tables is brought up to date first where it is opened for writing.
    ///
    /// - Throws: The problem that was found; then the file is as it was.
    static func open(
        _ path: String, _ mode: Connection.Mode, busyMilliseconds: Int,
        migrations: [Migration] = AllMigrations.list
    ) throws(Problem) -> Connection {
        let header = try LedgerHeader(ofFileAt: path)
        guard let canonical = FileSystem.canonicalPath(path) else {
            throw FileSystem.unreadable(path)
        }
        try requireLocal(FileSystemKind(holding: canonical), naming: path)
        try requireVersion(header, migrations, mode, path: canonical)
        try requireOwnLog(header, path: canonical)
        try requireWholeLog(of: canonical)
        if mode == .writing, header.schemaVersion < migrations.count {
            try Migrator(migrations).bringUpToDate(
                canonical, from: header.schemaVersion, busyMilliseconds: busyMilliseconds)
        }
        let connection = try Connection(
            path: canonical, mode: mode, busyMilliseconds: busyMilliseconds)
        do {
            try requireLog(connection, header: header)
            try requireHead(connection)
            return connection
        } catch {
            try? connection.close()
            throw error
        }
    }

    /// Throws ``ProblemCode/networkFileSystem`` unless the file lies on a disk of this machine.
    static func requireLocal(_ kind: FileSystemKind, naming name: String) throws(Problem) {
        guard case .network(let kind) = kind else { return }
        throw Problem(
            .networkFileSystem, "\(Problem.quoted(name, limit: 200)) lies on a network file system",
            at: .file(name),
            because: "it is of kind \(kind), where locks and syncs may mean nothing",
            hint: "keep the ledger on a disk of this machine")
    }

    private static func requireVersion(
        _ header: LedgerHeader, _ migrations: [Migration], _ mode: Connection.Mode, path: String
    ) throws(Problem) {
        let (found, known) = (header.schemaVersion, migrations.count)
        let shown = Problem.quoted(path, limit: 200)
        guard found <= known else {
            throw Problem(
                .newerLedger, "\(shown) was written by a newer version", at: .file(path),
                because: "its tables are of version \(found); this one knows them up to \(known)",
                hint: "use the newer version")
        }
        guard found == known || mode == .writing else {
            throw Problem(
                .olderLedger, "\(shown) was written by an older version", at: .file(path),
                because: "its tables are of version \(found) and not \(known), and reading changes "
                    + "nothing", hint: "open it for writing once")
        }
        guard found > 0 else {
            throw Problem(
                .damagedLedger, "\(shown) has no tables", at: .file(path),
                because: "its version of the tables is 0", hint: "restore a backup")
        }
    }

    /// Throws ``ProblemCode/damagedLog`` where a log lies beside a file that was written without one,
    /// such as a backup put where another ledger was: SQLite would mix the two.
    private static func requireOwnLog(_ header: LedgerHeader, path: String) throws(Problem) {
        guard !header.usesWriteAheadLog, case .file(let size) = FileSystem.kind(of: path + "-wal"),
            size > 0
        else { return }
        throw Problem(
            .damagedLog, "the log beside \(Problem.quoted(path, limit: 200)) is another file's",
            at: .file(path + "-wal"),
            because: "the ledger was written without a log, as backups are",
            hint: "restore backups to a new path, or move the log away")
    }

    /// Throws ``ProblemCode/damagedLog`` where the log lost what was whole.
    ///
    /// A frame may be half written while it is looked at; one that stays wrong is damaged.
    private static func requireWholeLog(of path: String) throws(Problem) {
        var last: WriteAheadLog?
        for _ in 0..<3 {
            guard let log = WriteAheadLog(at: path + "-wal"), log.damagedFrame != nil else {
                return
            }
            if let last, last != log { return }
            last = log
        }
        let frame = last?.damagedFrame ?? 0
        throw Problem(
            .damagedLog, "the write-ahead log of \(Problem.quoted(path, limit: 200)) is damaged",
            at: .file(path + "-wal"),
            because: "entry \(frame) does not fit its checksum, though later ones were written",
            hint: "restore a backup, and verify it against a checkpoint")
    }

    /// Throws ``ProblemCode/missingLog`` where the file was in use and its log is not there.
    private static func requireLog(
        _ connection: Connection, header: LedgerHeader
    ) throws(Problem) {
        guard header.usesWriteAheadLog else { return }
        let isClosed = try connection.use { (handle) throws(Problem) in
            try connection.value("SELECT is_closed FROM chain", handle) == "1"
        }
        if isClosed { return }
        // Another process may have made the log in between; it is never empty then.
        if case .file(let size) = FileSystem.kind(of: connection.path + "-wal"), size > 0 { return }
        let path = connection.path
        throw Problem(
            .missingLog, "the write-ahead log of \(Problem.quoted(path, limit: 200)) is missing",
            at: .file(path),
            because:
                "the file was in use when it was copied or moved, and its last events stand in "
                + "the log", hint: "copy ledgers by a backup, or take in what is left by a restore")
    }

    /// Throws ``ProblemCode/brokenChain`` where the last event is not the head of the chain.
    private static func requireHead(_ connection: Connection) throws(Problem) {
        let agrees = try connection.use { (handle) throws(Problem) in
            try connection.value(
                """
                SELECT (SELECT count(*) FROM chain) = 1 AND CASE
                    WHEN (SELECT head_sequence FROM chain) = 0 THEN NOT EXISTS (SELECT 1 FROM event)
                    ELSE EXISTS (
                        SELECT 1 FROM chain JOIN event ON event.sequence = chain.head_sequence
                        WHERE event.hash = chain.head_hash
                            AND event.sequence = (SELECT max(sequence) FROM event))
                    END
                """, handle) == "1"
        }
        guard agrees else {
            throw Problem(
                .brokenChain,
                "the journal of \(Problem.quoted(connection.path, limit: 200)) ends elsewhere than "
                    + "its chain", at: .file(connection.path),
                because: "the last event is not the one that the head of the chain names",
                hint: "verify the ledger, and restore a backup")
        }
    }
}
