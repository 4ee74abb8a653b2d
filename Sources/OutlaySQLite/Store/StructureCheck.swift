import Dispatch
import OutlayProblems

/// What is checked of a file as SQLite keeps it, beside the journal and at the same time, on a
/// connection and a thread of its own: its structure and its references.
///
/// Every command keeps both, so that it does not matter which state of the ledger is seen.
final class StructureCheck: @unchecked Sendable {
    private let own: Connection
    // Written on the other thread before it leaves the group, and read after it has left.
    private var structureProblem: Problem?
    private var referenceProblem: Problem?
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
            try own.close()
        } catch {
            referenceProblem = error
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
    /// - Throws: A row that refers to nothing.
    func requireReferences() throws(Problem) {
        group.wait()
        if let referenceProblem { throw referenceProblem }
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

    /// Checks the references of all tables but the postings': each of those is compared with its event,
    /// and a replay finds none to an unknown line.
    private static func requireReferences(_ connection: Connection) throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            let tables = try PreparedStatement(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'posting'",
                on: handle, path: connection.path)
            while try tables.step() {
                let name = tables.text(0)
                let found = try connection.value("PRAGMA foreign_key_check(\(name))", handle)
                guard found.isEmpty else {
                    throw damaged(connection, "a row of `\(name)` refers to nothing")
                }
            }
        }
    }

    private static func damaged(_ connection: Connection, _ cause: String) -> Problem {
        Problem(
            .damagedLedger, "\(Problem.quoted(connection.path, limit: 200)) is damaged",
            at: .file(connection.path), because: "its structure does not hold",
            hint: "restore a backup", underlying: cause)
    }
}
