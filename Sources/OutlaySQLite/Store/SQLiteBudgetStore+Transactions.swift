import OutlayBudgets
import OutlayProblems

extension SQLiteBudgetStore {
    /// Runs `body` in one immediate transaction and commits it; nothing is kept where it throws, or
    /// where it appended no event although `keepsHead` does not say that it needs none.
    func transaction<Value>(
        keepsHead: Bool = false, _ body: () throws(Problem) -> Value
    ) throws(Problem) -> Value {
        guard connection.mode == .writing else { throw readOnly() }
        let value = try connection.use { (_) throws(Problem) in
            try reader.statements.statement("BEGIN IMMEDIATE").run()
            do throws(Problem) {
                // Behind the lock nobody can move the file away and put a migrated one in its place.
                try connection.requireSameFile()
                reader.begin(at: try loadHead())
                let before = reader.currentHead.sequence
                let value = try body()
                let isChanged = keepsHead || reader.currentHead.sequence != before
                try reader.statements.statement(isChanged ? "COMMIT" : "ROLLBACK").run()
                return value
            } catch {
                reader.forgetAll()
                _ = try? reader.statements.statement("ROLLBACK").run()
                throw error
            }
        }
        if log.pages >= Self.pagesBeforeCheckpoint { moveLog() }
        return value
    }

    /// Returns the problem that the ledger was opened for reading.
    func readOnly() -> Problem {
        Problem(
            .ledgerNotWritable, "\(Problem.quoted(path, limit: 200)) was opened for reading",
            at: .file(path), because: "reading changes nothing", hint: "open it for writing")
    }

    /// Runs `body` on one state of the ledger.
    func snapshot<Value>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
        try connection.use { (_) throws(Problem) in
            try connection.requireUnchanged()
            try reader.statements.statement("BEGIN").run()
            defer { _ = try? reader.statements.statement("COMMIT").run() }
            do throws(Problem) {
                reader.begin(at: try loadHead())
                let value = try body()
                try connection.requireUnchanged()
                return value
            } catch {
                // What looks like damage may be another one's writing.
                try connection.requireUnchanged()
                throw error
            }
        }
    }

    private func loadHead() throws(Problem) -> ChainHead {
        let statement = try reader.statements.statement(
            literal: "SELECT head_sequence, head_hash, recorded_milliseconds FROM chain")
        defer { statement.reset() }
        guard try statement.step(), let hash = statement.digest(1) else {
            throw Problem(
                .brokenChain, "the chain of \(Problem.quoted(path, limit: 200)) has no head",
                at: .file(path), because: "the head names the last event",
                hint: "restore a backup")
        }
        return ChainHead(
            sequence: statement.integer(0), hash: hash,
            recordedMilliseconds: statement.integer(2))
    }
}
