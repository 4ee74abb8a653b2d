import Dispatch
import OutlayProblems

/// What is checked of a file as SQLite keeps it, beside the journal and at the same time, on a
/// connection and a thread of its own: its structure, its references, and that the postings add up.
///
/// Everybody's commands keep these three, so that it does not matter which state of the ledger is seen.
final class StructureCheck: @unchecked Sendable {
    private let own: Connection
    // Written on the other thread before it leaves the group, and read after it has left.
    private var structureProblem: Problem?
    private var rowProblem: Problem?
    private let group = DispatchGroup()

    /// Begins to check the file that `connection` has open.
    ///
    /// - Throws: A problem where the file cannot be opened once more, or is another one by now.
    init(beside connection: Connection) throws(Problem) {
        try connection.requireSameFile()
        own = try Connection(
            path: connection.path, mode: .reading,
            busyMilliseconds: connection.wait.limitMilliseconds)
        guard own.identity == connection.identity else {
            throw Problem(
                .ledgerReplaced,
                "\(Problem.quoted(connection.path, limit: 200)) is another file by now",
                at: .file(connection.path), because: "it was replaced while it was verified",
                hint: "verify it again")
        }
        DispatchQueue.global().async(group: group) { [self] in run() }
    }

    private func run() {
        do throws(Problem) { try Self.requireStructure(own) } catch { structureProblem = error }
        guard structureProblem == nil else { return }
        do throws(Problem) {
            try Self.requireReferences(own)
            try Self.recount(own)
            try own.close()
        } catch {
            rowProblem = error
        }
    }

    /// Waits for the end.
    ///
    /// - Throws: What is wrong with the structure of the file.
    func requireStructure() throws(Problem) {
        group.wait()
        if let structureProblem { throw structureProblem }
    }

    /// Waits for the end.
    ///
    /// - Throws: What is wrong with references and sums.
    func requireRows() throws(Problem) {
        group.wait()
        if let rowProblem { throw rowProblem }
    }
}

// MARK: - The checks

extension StructureCheck {
    private static func requireStructure(_ connection: Connection) throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            let found = try connection.value("PRAGMA integrity_check(1)", handle)
            guard found == "ok" else {
                throw damaged(connection, "integrity_check says: \(found)")
            }
        }
    }

    private static func requireReferences(_ connection: Connection) throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            let table = try connection.value("PRAGMA foreign_key_check", handle)
            guard table.isEmpty else {
                throw damaged(connection, "a row of `\(table)` refers to nothing")
            }
        }
    }

    /// Adds the postings up and compares them with the balances, without the replay's help.
    private static func recount(_ connection: Connection) throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            let statement = try PreparedStatement(sums, on: handle, path: connection.path)
            defer { statement.finalize() }
            guard try statement.step() == false else {
                throw Problem(
                    .rowsDiffer,
                    "the postings to `\(statement.text(0))` do not add up to its balance",
                    at: .file(connection.path), because: "recounted in \(statement.text(1))",
                    hint: "restore a backup")
            }
        }
    }

    private static let sums = """
        SELECT node, period FROM (
            SELECT node, period, bucket, sum(amount) AS amount FROM posting
            GROUP BY node, period, bucket
            UNION ALL SELECT node, period, 'allotted', -allotted FROM balance
            UNION ALL SELECT node, period, 'reserved', -reserved FROM balance
            UNION ALL SELECT node, period, 'committed', -committed FROM balance
            UNION ALL SELECT node, period, 'actual', -actual FROM balance
            UNION ALL SELECT node, period, 'excused', -excused FROM balance)
        GROUP BY node, period, bucket HAVING sum(amount) <> 0 LIMIT 1
        """

    private static func damaged(_ connection: Connection, _ cause: String) -> Problem {
        Problem(
            .damagedLedger, "\(Problem.quoted(connection.path, limit: 200)) is damaged",
            at: .file(connection.path), because: "its structure does not hold",
            hint: "restore a backup", underlying: cause)
    }
}
