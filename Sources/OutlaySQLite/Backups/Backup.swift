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
                let statement = try PreparedStatement(
                    "VACUUM INTO ?1", on: handle, path: connection.path)
                statement.bind(1, path)
                try statement.run()
            }
            try close(path)
            try FileSystem.synchronise(path)
        } catch {
            FileSystem.removeDatabase(path)
            throw error
        }
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
