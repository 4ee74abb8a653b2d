import GRDBSQLite
import OutlayProblems

extension SQLiteBudgetStore {
    /// Says in the main file that it is in use, before anything is written: a copy of that file alone
    /// is known from then on to lack what stands in the log.
    func markOpen() throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            var keepsLog: Int32 = 1
            sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &keepsLog)
            guard try connection.value("SELECT is_closed FROM chain", handle) == "1" else { return }
            try connection.execute("BEGIN IMMEDIATE", handle)
            do throws(Problem) {
                try connection.requireSameFile()
                try connection.execute("UPDATE chain SET is_closed = 0 WHERE is_closed = 1", handle)
                try connection.execute("COMMIT", handle)
            } catch {
                try? connection.execute("ROLLBACK", handle)
                throw error
            }
            try connection.execute("PRAGMA wal_checkpoint(FULL)", handle)
        }
    }

    func markClosed() throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            try connection.requireSameFile()
            try connection.execute("BEGIN IMMEDIATE", handle)
            do throws(Problem) {
                try connection.execute("UPDATE chain SET is_closed = 1", handle)
                try connection.execute("COMMIT", handle)
            } catch {
                try? connection.execute("ROLLBACK", handle)
                throw error
            }
            // The last one out may take the log along: the file says that it is whole.
            var keepsLog: Int32 = 0
            sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &keepsLog)
        }
    }

    /// Moves the log into the file as far as no reader needs it; what is left is moved another time.
    func moveLog() {
        _ = try? connection.use { (handle) throws(Problem) in
            sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        }
    }
}

/// How many pages stand in the write-ahead log since the last commit of a connection.
final class LogLength {
    private(set) var pages = 0

    /// Lets SQLite tell this object, which must live as long as `connection`.
    func install(on connection: OpaquePointer) {
        sqlite3_wal_hook(
            connection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<LogLength>.fromOpaque(context).takeUnretainedValue().pages = Int(pages)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
