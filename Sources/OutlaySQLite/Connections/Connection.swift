import COutlaySQLite
import GRDB
import GRDBSQLite
import OutlayProblems

/// One open ledger file, with the settings that durability rests on asserted.
///
/// GRDB opens, configures and closes the connection; the statements of commands run through SQLite's own
/// functions (``PreparedStatement``), inside ``use(_:)``. A connection belongs to one thread.
final class Connection {
    /// What a connection may do.
    enum Mode: Sendable, Hashable {
        /// Read only.
        case reading
        /// Read and write.
        case writing
        /// Write to a file that nobody else uses, without a log.
        case unlogged
    }

    /// The path of the file, without links and relative parts.
    let path: String
    /// What the connection may do.
    let mode: Mode
    /// Which file was opened.
    let identity: FileIdentity
    /// How it waits while others write.
    let wait: BusyWait
    /// How the file was when it was opened without locks, or nil where SQLite sees what others write.
    private let frozen: FileStamp?
    private let queue: DatabaseQueue
    /// SQLite's handle, or nil once the file is closed.
    private var handle: OpaquePointer?

    /// Keeps SQLite from counting its memory; an application that uses SQLite already keeps what it set.
    private static let isLean = outlay_sqlite_count_no_memory() == SQLITE_OK

    /// Opens the file at `path`, which exists.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - mode: What the connection may do.
    ///   - busyMilliseconds: How long it waits while others write.
    ///   - freezes: Whether the file is read without locks and without a log, or nil where the folder
    ///     decides: SQLite has no other way where nothing can be made beside the file.
    /// - Throws: A problem of the file, or ``ProblemCode/durabilityRefused``.
    init(
        path: String, mode: Mode, busyMilliseconds: Int, freezes: Bool? = nil
    ) throws(Problem) {
        guard let canonical = FileSystem.canonicalPath(path),
            let identity = FileIdentity(at: canonical)
        else { throw FileSystem.unreadable(path) }
        if mode != .reading, !FileSystem.isWritable(canonical) {
            throw Self.notWritable(canonical)
        }
        _ = Self.isLean
        self.path = canonical
        self.mode = mode
        self.identity = identity
        wait = BusyWait(limitMilliseconds: busyMilliseconds)
        var configuration = Configuration()
        configuration.readonly = mode == .reading
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1000)
        configuration.label = "outlay"
        let isFrozen =
            freezes
            ?? (mode == .reading && FileSystem.kind(of: canonical + "-wal") == .none
                && !FileSystem.isFolderWritable(of: canonical))
        frozen = isFrozen ? FileStamp(of: canonical) : nil
        do {
            let uri = Self.uri(of: canonical)
            queue = try DatabaseQueue(
                path: isFrozen ? uri + "?immutable=1" : uri, configuration: configuration)
        } catch let error as DatabaseError {
            throw Problem(error, path: canonical)
        } catch {
            throw Self.unexpected(error, path: canonical)
        }
        handle = try database { $0.sqliteConnection }
        try setUp()
    }

    /// Runs `body` with SQLite's handle.
    func use<Value>(_ body: (OpaquePointer) throws(Problem) -> Value) throws(Problem) -> Value {
        guard let handle else {
            throw Problem(
                .internalError, "the ledger is closed", at: .file(path),
                because: "a closed ledger is not used again")
        }
        return try body(handle)
    }

    /// Runs `body` with GRDB's connection.
    func database<Value>(
        _ body: (Database) throws -> Value
    ) throws(Problem) -> Value {
        do {
            return try queue.writeWithoutTransaction { try body($0) }
        } catch let problem as Problem {
            throw problem
        } catch let error as DatabaseError {
            throw Problem(error, path: path)
        } catch {
            throw Self.unexpected(error, path: path)
        }
    }

    /// Closes the file; the connection is not used again.
    func close() throws(Problem) {
        do {
            try queue.close()
            handle = nil
        } catch let error as DatabaseError {
            throw Problem(error, path: path)
        } catch {
            throw Self.unexpected(error, path: path)
        }
    }

    /// Throws ``ProblemCode/ledgerReplaced`` where the path names another file by now.
    func requireSameFile() throws(Problem) {
        guard FileIdentity(at: path) == identity else {
            throw Problem(
                .ledgerReplaced, "\(Problem.quoted(path, limit: 200)) is another file by now",
                at: .file(path),
                because: "the file was moved, removed or replaced while it was open, and what is "
                    + "written to it would be lost",
                hint: "open the ledger again, and verify it against a checkpoint")
        }
    }

    /// Throws ``ProblemCode/ledgerBusy`` where a file that is read without locks was written to.
    func requireUnchanged() throws(Problem) {
        guard let frozen, FileStamp(of: path) != frozen else { return }
        throw Problem(
            .ledgerBusy, "\(Problem.quoted(path, limit: 200)) was written to while it was read",
            at: .file(path),
            because:
                "nothing can be made beside it, so that it is read as a file that nobody writes to",
            hint: "open it again")
    }

    /// The path as a URI: a path that looks like one is then not taken for one.
    private static func uri(of path: String) -> String {
        let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.~".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        let escaped = path.utf8.flatMap { byte -> [UInt8] in
            kept.contains(byte)
                ? [byte]
                : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return "file:" + String(decoding: escaped, as: UTF8.self)
    }

    private static func notWritable(_ path: String) -> Problem {
        Problem(
            .ledgerNotWritable, "\(Problem.quoted(path, limit: 200)) cannot be written",
            at: .file(path), because: "its permissions do not allow it",
            hint: "check the permissions of the file and of its folder")
    }

    private static func unexpected(_ error: any Error, path: String) -> Problem {
        Problem(
            .internalError, "the ledger \(Problem.quoted(path, limit: 200)) could not be used",
            at: .file(path), because: "this is a mistake of ours",
            underlying: String(describing: error))
    }
}

// MARK: - Settings

extension Connection {
    /// Makes the settings and reads them back.
    ///
    /// The journal mode comes first and the level of synchronisation after it, because what opens a
    /// connection may set the one together with the other.
    private func setUp() throws(Problem) {
        try use { (handle) throws(Problem) in
            // They tell GRDB's observers of commits; there are none, and they want its queue.
            sqlite3_commit_hook(handle, nil, nil)
            sqlite3_rollback_hook(handle, nil, nil)
            wait.install(on: handle)
            try execute("PRAGMA trusted_schema = OFF", handle)
            try execute("PRAGMA cell_size_check = ON", handle)
            try execute("PRAGMA temp_store = MEMORY", handle)
            try execute("PRAGMA cache_size = -65536", handle)
            switch mode {
            case .reading:
                try execute("PRAGMA query_only = ON", handle)
                return
            case .unlogged:
                try execute("PRAGMA synchronous = FULL", handle)
                return
            case .writing: break
            }
            let journal = try value("PRAGMA journal_mode = WAL", handle)
            try execute("PRAGMA synchronous = FULL", handle)
            try execute("PRAGMA wal_autocheckpoint = 0", handle)
            try requireDurability(handle, journal: journal)
        }
    }

    /// Throws ``ProblemCode/durabilityRefused`` unless every acknowledged command will survive a
    /// power cut.
    func requireDurability(_ handle: OpaquePointer, journal: String) throws(Problem) {
        let synchronous = try value("PRAGMA synchronous", handle)
        let foreignKeys = try value("PRAGMA foreign_keys", handle)
        guard journal == "wal", synchronous == "2", foreignKeys == "1" else {
            throw Problem(
                .durabilityRefused,
                "\(Problem.quoted(path, limit: 200)) cannot be written safely", at: .file(path),
                because:
                    "a ledger needs journal_mode wal, synchronous 2 and foreign_keys 1, and has "
                    + "\(journal), \(synchronous) and \(foreignKeys)",
                hint: "move the ledger to a file system that SQLite's write-ahead log works on")
        }
    }

    /// Runs `sql`, throwing its rows away.
    func execute(_ sql: String, _ handle: OpaquePointer) throws(Problem) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw Problem(
                sqlite: sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)),
                path: path)
        }
    }

    /// Returns the first column of the first row of `sql` as text.
    func value(_ sql: String, _ handle: OpaquePointer) throws(Problem) -> String {
        let statement = try PreparedStatement(sql, on: handle, path: path)
        defer { statement.reset() }
        return try statement.step() ? statement.text(0) : ""
    }
}
