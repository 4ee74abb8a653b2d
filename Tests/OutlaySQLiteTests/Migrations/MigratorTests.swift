import Foundation
import GRDB
import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlaySQLite

@Suite struct MigratorTests {
    private static let last = AllMigrations.list.count
    private let next = Migration(
        number: last + 1, title: "add a column",
        statements: ["ALTER TABLE node ADD COLUMN remark TEXT"])
    private let failing = Migration(
        number: last + 1, title: "fail", statements: ["ALTER TABLE node ADD COLUMN id TEXT"])

    @Test func `an older ledger is brought up to date on a copy and kept as it was`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeSampleLedger(at: path).close()
        let before = try Data(contentsOf: URL(filePath: path))
        let connection = try LedgerFile.open(
            path, .writing, busyMilliseconds: 1000, migrations: AllMigrations.list + [next])
        let columns = try connection.database { try $0.columns(in: "node").map(\.name) }
        try connection.close()
        #expect(columns.contains("remark"))
        let kept = "\(path).schema-\(Self.last)"
        #expect(try LedgerHeader(ofFileAt: path).schemaVersion == Self.last + 1)
        #expect(try LedgerHeader(ofFileAt: kept).schemaVersion == Self.last)
        #expect(try Data(contentsOf: URL(filePath: kept)).count == before.count)
    }

    @Test func `a migration that fails leaves the ledger as it was`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeSampleLedger(at: path).close()
        #expect(throws: Problem.self) {
            try LedgerFile.open(
                path, .writing, busyMilliseconds: 1000, migrations: AllMigrations.list + [failing])
        }
        #expect(try LedgerHeader(ofFileAt: path).schemaVersion == Self.last)
        #expect(!FileManager.default.fileExists(atPath: path + ".migrating"))
        let store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        #expect(try store.verify().holds)
    }

    @Test func `reading an older ledger changes nothing`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeSampleLedger(at: path).close()
        let problem = #expect(throws: Problem.self) {
            try LedgerFile.open(
                path, .reading, busyMilliseconds: 1000, migrations: AllMigrations.list + [next])
        }
        #expect(problem?.code == .olderLedger)
        #expect(try LedgerHeader(ofFileAt: path).schemaVersion == Self.last)
    }

    /// Makes a ledger as the first version made it.
    private func makeFirstVersion(_ path: String) throws -> Checkpoint {
        let store = try makeSampleLedger(at: path)
        let head = try store.checkpoint()
        try store.close()
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(
                sql: """
                    DROP TABLE checkpoint; DROP TABLE imported_actual; DROP TABLE delegation;
                    DROP INDEX request_number; DROP INDEX request_line_holding;
                    ALTER TABLE framework DROP COLUMN approved_by;
                    ALTER TABLE framework DROP COLUMN agreed;
                    CREATE INDEX request_line_held ON request_line (node)
                    WHERE reserved > 0 OR committed > 0;
                    """)
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        try queue.close()
        return head
    }

    @Test func `a ledger of the first version holds all it held, and can do what is new`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let head = try makeFirstVersion(path)
        let store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        #expect(try store.checkpoint() == head)
        #expect(try store.verify(anchors: [head]).chain == .intact)
        try store.exportCheckpoint(
            to: folder.path("anchor.txt"), at: LedgerMoment(on: CalendarDate(dayNumber: 20_500)))
        try store.close()
        #expect(try LedgerHeader(ofFileAt: path).schemaVersion == AllMigrations.list.count)
        #expect(try LedgerHeader(ofFileAt: path + ".schema-1").schemaVersion == 1)
    }

    @Test func `a migration that a crash cut short is done again`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let head = try makeFirstVersion(path)
        // What a crash leaves between the two names that are given.
        try Data("half".utf8).write(to: URL(filePath: path + ".migrating"))
        try FileManager.default.linkItem(atPath: path, toPath: path + ".schema-1")
        let store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        #expect(try store.checkpoint() == head)
        #expect(!FileManager.default.fileExists(atPath: path + ".migrating"))
    }

    @Test func `what is kept under the old name is not written over`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        _ = try makeFirstVersion(path)
        try Data("another".utf8).write(to: URL(filePath: path + ".schema-1"))
        let problem = #expect(throws: Problem.self) {
            try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        }
        #expect(problem?.code == .fileExists)
        #expect(try LedgerHeader(ofFileAt: path).schemaVersion == 1)
    }
}
