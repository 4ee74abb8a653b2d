import GRDB
import GRDBSQLite
import OutlayProblems

extension Problem {
    /// Creates the problem that SQLite reports by `code` for the ledger at `path`.
    ///
    /// - Parameters:
    ///   - code: A primary or extended result code.
    ///   - message: What SQLite says of it.
    ///   - path: The path of the ledger.
    /// - Source: "Result and Error Codes", sqlite.org/rescode.html, read 2026-11-23.
    init(sqlite code: Int32, _ message: String, path: String) {
        let shown = Problem.quoted(path, limit: 200)
        let cause = "\(message) (\(code))"
        switch (code & 0xFF, code) {
        case (SQLITE_BUSY, _), (SQLITE_LOCKED, _), (SQLITE_PROTOCOL, _):
            self.init(
                .ledgerBusy, "\(shown) is busy", at: .file(path),
                because: "another process writes to it and did not end in time",
                hint: "try again; the command was not done", underlying: cause)
        case (SQLITE_FULL, _):
            self.init(
                .diskFull, "there is no room left for \(shown)", at: .file(path),
                because: "the disk or the quota is full; nothing of the command was kept",
                hint: "make room and try again", underlying: cause)
        case (SQLITE_READONLY, _), (SQLITE_PERM, _), (SQLITE_AUTH, _):
            self.init(
                .ledgerNotWritable, "\(shown) cannot be written", at: .file(path),
                because: "the file, its folder or the way it was opened does not allow it",
                hint: "check the permissions of the file and of its folder", underlying: cause)
        case (SQLITE_CANTOPEN, _):
            self.init(
                .unreadableFile, "\(shown) cannot be opened", at: .file(path),
                because: "the system refuses the file, or the files beside it",
                hint: "check the permissions of the file and of its folder", underlying: cause)
        case (SQLITE_NOTADB, _), (SQLITE_CORRUPT, _), (_, Self.shortRead),
            (_, Self.corruptFileSystem):
            self.init(
                .damagedLedger, "\(shown) is damaged", at: .file(path),
                because: "it does not hold what a database holds",
                hint: "restore a backup, and verify it against a checkpoint", underlying: cause)
        case (SQLITE_CONSTRAINT, _), (SQLITE_MISMATCH, _):
            self.init(
                .damagedLedger, "a row of \(shown) contradicts the rules of its table",
                at: .file(path),
                because: "the tables refuse what the rules of the ledger allowed, so they differ",
                hint: "verify the ledger", underlying: cause)
        case (SQLITE_IOERR, _):
            self.init(
                .ledgerNotWritable, "\(shown) cannot be read or written", at: .file(path),
                because: "the system reports a fault of the disk; nothing of the command was kept",
                hint: "check the disk", underlying: cause)
        case (SQLITE_TOOBIG, _):
            self.init(
                .tooLarge, "a value is too large for \(shown)", at: .file(path),
                because: "SQLite bounds the size of a row", underlying: cause)
        default:
            self.init(
                .internalError, "SQLite refused what was asked of \(shown)", at: .file(path),
                because: "this is a mistake of ours", underlying: cause)
        }
    }

    /// Creates the problem that GRDB reports for the ledger at `path`.
    init(_ error: DatabaseError, path: String) {
        self.init(
            sqlite: error.extendedResultCode.rawValue,
            error.message ?? error.resultCode.description, path: path)
    }

    // Macros of <sqlite3.h> that are not imported.
    private static let shortRead = SQLITE_IOERR | 2 << 8
    private static let corruptFileSystem = SQLITE_IOERR | 33 << 8
}
