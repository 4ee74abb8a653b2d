import OutlayProblems

/// The text of a statement that is made once and known by itself, not by what it says.
final class StatementText: Sendable {
    /// The SQL.
    let sql: String

    /// Creates a text.
    init(_ sql: String) {
        self.sql = sql
    }
}

/// The statements of one connection, each prepared when it is first needed.
final class StatementCache {
    private let connection: OpaquePointer
    private let path: String
    private var statements: [String: PreparedStatement] = [:]
    /// Those whose text need not be looked at, by where it stands.
    private var placed: [UnsafeRawPointer: PreparedStatement] = [:]
    /// Keeps the texts where they stand.
    private var known: [StatementText] = []

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

    /// Returns the statement of a text, found by which one it is.
    ///
    /// - Throws: What SQLite says of it, as a problem.
    func statement(_ text: StatementText) throws(Problem) -> PreparedStatement {
        try statement(at: UnsafeRawPointer(Unmanaged.passUnretained(text).toOpaque())) {
            known.append(text)
            return text.sql
        }
    }

    /// Returns the statement of a literal, found by where it stands in the program.
    ///
    /// - Throws: What SQLite says of it, as a problem.
    func statement(literal sql: StaticString) throws(Problem) -> PreparedStatement {
        try statement(at: UnsafeRawPointer(sql.utf8Start)) { "\(sql)" }
    }

    private func statement(
        at place: UnsafeRawPointer, _ sql: () -> String
    ) throws(Problem) -> PreparedStatement {
        if let known = placed[place] { return known }
        let prepared = try statement(sql())
        placed[place] = prepared
        return prepared
    }

    /// The SQL of every statement, in the order of its text.
    var texts: [String] { statements.keys.sorted() }

    /// Releases every statement; the cache may be used again.
    func removeAll() {
        statements = [:]
        placed = [:]
        known = []
    }
}
