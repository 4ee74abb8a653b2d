import OutlayProblems

/// The statements of one connection, each prepared when it is first needed.
final class StatementCache {
    private let connection: OpaquePointer
    private let path: String
    private var statements: [String: PreparedStatement] = [:]
    /// Those of literals, by where their text stands in the program.
    private var literals: [UnsafePointer<UInt8>: PreparedStatement] = [:]

    /// Creates an empty cache for `connection`.
    init(connection: OpaquePointer, path: String) {
        self.connection = connection
        self.path = path
    }

    /// Returns the statement of `sql`, ready to be bound.
    ///
    /// - Throws: What SQLite says of it, as a problem.
    func statement(_ sql: String) throws(Problem) -> PreparedStatement {
        if let known = statements[sql] { return known }
        let prepared = try PreparedStatement(sql, on: connection, path: path)
        statements[sql] = prepared
        return prepared
    }

    /// Returns the statement of a literal, found without looking at its text.
    ///
    /// - Throws: What SQLite says of it, as a problem.
    func statement(literal sql: StaticString) throws(Problem) -> PreparedStatement {
        if let known = literals[sql.utf8Start] { return known }
        let prepared = try statement("\(sql)")
        literals[sql.utf8Start] = prepared
        return prepared
    }

    /// The SQL of every statement, in the order of its text.
    var texts: [String] { statements.keys.sorted() }

    /// Releases every statement; the cache may be used again.
    func removeAll() {
        for statement in statements.values { statement.finalize() }
        statements = [:]
        literals = [:]
    }
}
