import OutlayEncoding
import OutlayProblems
import Testing

@testable import OutlaySQLite

@Suite struct PreparedStatementTests {
    /// Calls `body` with a statement of a new ledger.
    private func withStatement(
        _ sql: String, _ body: (PreparedStatement) throws(Problem) -> Void
    ) throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        try store.connection.use { (handle) throws(Problem) in
            try body(PreparedStatement(sql, on: handle, path: store.path))
        }
    }

    @Test(arguments: [0, 1, 500, 1023, 1024, 1025, 5000])
    func `texts come back as they were bound, however long`(length: Int) throws {
        try withStatement("SELECT ?1, ?2, ?3") { (statement) throws(Problem) in
            let long = String(repeating: "é", count: length)
            for round in 0..<3 {
                statement.bind(1, "first \(round)")
                statement.bind(2, long)
                statement.bindText(3, Array("last \(round)".utf8))
                #expect(try statement.step())
                #expect(statement.text(0) == "first \(round)")
                #expect(statement.text(1) == long)
                #expect(statement.text(2) == "last \(round)")
                statement.reset()
            }
        }
    }

    @Test func `an empty text is a text and not nothing`() throws {
        try withStatement("SELECT typeof(?1), typeof(?2), typeof(?3)") {
            (statement) throws(Problem) in
            statement.bind(1, "")
            statement.bindText(2, [])
            statement.bindNull(3)
            #expect(try statement.step())
            #expect([0, 1, 2].map { statement.text($0) } == ["text", "text", "null"])
        }
    }

    @Test func `a digest comes back as it was bound`() throws {
        try withStatement("SELECT ?1, typeof(?1)") { (statement) throws(Problem) in
            let digest = SHA256Value.of(Array("outlay".utf8))
            statement.bind(1, digest)
            #expect(try statement.step())
            #expect(statement.digest(0) == digest)
            #expect(statement.text(1) == "blob")
        }
    }

    @Test func `the next run knows nothing of what was bound for the last`() throws {
        try withStatement("SELECT ?1, ?2") { (statement) throws(Problem) in
            statement.bind(1, "of the first run")
            statement.bind(2, 7)
            #expect(try statement.step())
            statement.reset()
            statement.bind(2, "of the second")
            #expect(try statement.step())
            #expect(statement.isNull(0))
            #expect(statement.text(1) == "of the second")
        }
    }

    @Test func `statements that run together keep their texts apart`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        try store.connection.use { (handle) throws(Problem) in
            let sql = "SELECT ?1 UNION ALL SELECT ?1"
            let outer = try PreparedStatement(sql, on: handle, path: store.path)
            let inner = try PreparedStatement(sql, on: handle, path: store.path)
            outer.bind(1, "outer")
            #expect(try outer.step())
            for text in ["inner", "another"] {
                inner.bind(1, text)
                #expect(try inner.step())
                #expect(try inner.step())
                #expect(inner.text(0) == text)
                inner.reset()
            }
            #expect(try outer.step())
            #expect(outer.text(0) == "outer")
        }
    }
}
