import Foundation
import OutlayBudgets
import OutlayProblems
import Testing

@testable import OutlaySQLite

@Suite struct MigratorTests {
    private static let last = AllMigrations.list.count
    private let second = Migration(
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
            path, .writing, busyMilliseconds: 1000, migrations: AllMigrations.list + [second])
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
                path, .reading, busyMilliseconds: 1000, migrations: AllMigrations.list + [second])
        }
        #expect(problem?.code == .olderLedger)
        #expect(try LedgerHeader(ofFileAt: path).schemaVersion == Self.last)
    }
}
