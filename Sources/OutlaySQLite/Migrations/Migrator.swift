import GRDB
import OutlayProblems

/// Makes the tables of a ledger, and brings older ones up to date.
struct Migrator {
    private let migrations: [Migration]

    /// Creates a migrator by a list in which migration *n* has the number *n*.
    init(_ migrations: [Migration]) {
        precondition(
            migrations.map(\.number) == Array(1...migrations.count),
            "migrations are numbered from 1 without gaps")
        self.migrations = migrations
    }

    /// Makes all tables in the empty file at `path`.
    func makeTables(at path: String) throws(Problem) {
        try apply(migrations, to: path)
    }

    /// Brings the ledger at `path` up to date on a copy beside it, which then takes its place.
    ///
    /// The file as it was stays as `PATH.schema-N`. Nobody else may have the file open meanwhile.
    ///
    /// - Throws: A problem; then the file holds what it held.
    func bringUpToDate(
        _ path: String, from version: Int, busyMilliseconds: Int
    ) throws(Problem) {
        let copy = "\(path).migrating"
        FileSystem.removeDatabase(copy)
        let old = try Connection(path: path, mode: .unlogged, busyMilliseconds: busyMilliseconds)
        do {
            try seize(old)
            try FileSystem.copy(path, to: copy)
            try apply(Array(migrations.dropFirst(version)), to: copy)
            try FileSystem.synchronise(copy)
            try keep(path, as: "\(path).schema-\(version)")
            try FileSystem.rename(copy, to: path)
            try old.close()
        } catch {
            FileSystem.removeDatabase(copy)
            try? old.close()
            throw error
        }
    }

    /// Gives the file its old name, unless a migration that was cut short has done so.
    private func keep(_ path: String, as old: String) throws(Problem) {
        if let known = FileIdentity(at: old), known == FileIdentity(at: path) { return }
        try FileSystem.link(path, to: old)
    }

    /// Brings everything into the one file and holds it, so that its bytes are the whole ledger.
    private func seize(_ connection: Connection) throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            try connection.execute("PRAGMA locking_mode = EXCLUSIVE", handle)
            let journal = try connection.value("PRAGMA journal_mode = DELETE", handle)
            guard journal == "delete" else {
                throw Problem(
                    .ledgerBusy, "\(Problem.quoted(connection.path, limit: 200)) is in use",
                    at: .file(connection.path),
                    because: "its tables are brought up to date while nobody else has it open",
                    hint: "try again; nothing was done")
            }
            try connection.execute("BEGIN EXCLUSIVE", handle)
            try connection.execute("UPDATE chain SET is_closed = 1", handle)
            try connection.execute("COMMIT", handle)
        }
    }

    private func apply(_ migrations: [Migration], to path: String) throws(Problem) {
        var configuration = Configuration()
        configuration.label = "outlay-migration"
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA foreign_keys = OFF")
                try database.inTransaction(.immediate) {
                    for migration in migrations {
                        for sql in migration.statements { try database.execute(sql: sql) }
                    }
                    let version = migrations.last?.number ?? 0
                    try database.execute(
                        sql: "PRAGMA application_id = \(LedgerHeader.applicationID)")
                    try database.execute(sql: "PRAGMA user_version = \(version)")
                    let check = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check")
                    guard check == nil else {
                        throw Problem(
                            .damagedLedger, "a row refers to nothing after migration \(version)",
                            at: .file(path), because: "every reference has its row",
                            hint: "verify the ledger with the version that wrote it")
                    }
                    return .commit
                }
            }
            try queue.close()
        } catch let problem as Problem {
            throw problem
        } catch let error as DatabaseError {
            throw Problem(error, path: path)
        } catch {
            throw Problem(
                .internalError, "the tables could not be made", at: .file(path),
                because: "this is a mistake of ours", underlying: String(describing: error))
        }
    }
}
