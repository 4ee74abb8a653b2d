import Foundation
import GRDB
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlaySQLite

@Suite struct SQLiteBudgetStoreVerifyingTests {
    /// A ledger with rows in most tables, closed.
    private func makeLedger(at path: String) throws {
        let store = try makeSampleLedger(at: path)
        for number in 0..<20 {
            _ = try store.execute(
                BudgetStoreSuite<Books>.submit("R\(number)", 777, number % 2 == 0 ? "A" : "B"),
                context: BudgetStoreSuite<Books>.context("key \(number)"))
        }
        _ = try store.execute(
            NameEvidence(
                SHA256Value.of([1]), fileName: "a.pdf", size: 1, mediaType: "application/pdf"),
            context: BudgetStoreSuite<Books>.context())
        try store.close()
    }

    private func alter(_ path: String, _ statements: [String]) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            for sql in statements { try database.execute(sql: sql) }
        }
        try queue.close()
    }

    /// Returns the code of what opening or verifying says, or nil where everything holds.
    private func verdict(_ path: String) -> ProblemCode? {
        do throws(Problem) {
            let store = try SQLiteBudgetStore.openForReading(
                path, approvalRules: DocumentApprovalRules())
            return try store.verify().problem(of: path)?.code
        } catch {
            return error.code
        }
    }

    @Test func `each cell of each row counts, and so does each row`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeLedger(at: path)
        #expect(verdict(path) == nil)
        var rows = 0
        for table in LedgerTable.allCases {
            let name = "\"\(table.rawValue)\""
            let place = "SELECT \(TableText.of(table).key) FROM \(name) LIMIT 1"
            let key = "(\(TableText.of(table).key)) = (\(place))"
            let isEmpty = try isEmpty(path, name)
            for (index, column) in table.shape.columns.enumerated() where !isEmpty {
                let cell = "\"\(column.name)\""
                let other = column.type == .integer ? "coalesce(\(cell), 0) + 1" : "'x' || \(cell)"
                let changed = column.isOptional && column.type != .integer ? "'x'" : other
                let copy = folder.path("\(table.rawValue)-\(index).db")
                try FileManager.default.copyItem(atPath: path, toPath: copy)
                try alter(copy, ["UPDATE \(name) SET \(cell) = \(changed) WHERE \(key)"])
                #expect(verdict(copy) != nil, "\(table).\(column.name)")
                rows += 1
            }
            guard !isEmpty else { continue }
            let copy = folder.path("\(table.rawValue).db")
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            try alter(copy, ["DELETE FROM \(name) WHERE \(key)"])
            #expect(verdict(copy) != nil, "a row of \(table) is missing")
        }
        #expect(rows > 60)
    }

    private func isEmpty(_ path: String, _ table: String) throws -> Bool {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { try Row.fetchOne($0, sql: "SELECT 1 FROM \(table)") } == nil
    }

    @Test(arguments: [
        "UPDATE event SET idempotency_key = 'other' WHERE sequence = 9",
        "UPDATE event SET idempotency_key = NULL WHERE sequence = 9",
        "UPDATE event SET kind = 'approved' WHERE sequence = 9",
        "UPDATE event SET effective = '2026-01-01' WHERE sequence = 9",
        "UPDATE event SET recorded_milliseconds = 5 WHERE sequence = 9",
        "UPDATE event SET actor = 'eve' WHERE sequence = 9",
        "UPDATE event SET sequence = 900 WHERE sequence = 9",
        "UPDATE event SET body = body || ' ' WHERE sequence = 9",
        "UPDATE event SET hash = zeroblob(32) WHERE sequence = 9",
        "DELETE FROM event WHERE sequence = 9",
        "UPDATE posting SET amount = amount + 1 WHERE sequence = 9 AND number = 1",
        "UPDATE posting SET number = 7 WHERE sequence = 9 AND number = 2",
        "UPDATE posting SET node = 'B' WHERE sequence = 9 AND number = 1",
        "UPDATE posting SET period = 'FY2027' WHERE sequence = 9 AND number = 1",
        "UPDATE posting SET bucket = 'actual' WHERE sequence = 9 AND number = 1",
        "DELETE FROM posting WHERE sequence = 9 AND number = 2",
        "INSERT INTO posting VALUES (9, 3, 'A', 'FY2026', 'actual', 1)",
        "INSERT INTO posting VALUES (900, 1, 'A', 'FY2026', 'actual', 1)",
        "UPDATE chain SET head_sequence = head_sequence - 1",
        "INSERT INTO overrun VALUES (9, 'A', 'FY2026', 'invoice', 1)",
        "INSERT INTO override VALUES ('R1', 'A', 'FY2026', 'ana', 'why', 1, 0, NULL, 0, 9)",
    ])
    func `nothing beside the events may say otherwise`(sql: String) throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeLedger(at: path)
        try alter(path, [sql])
        #expect(verdict(path) != nil)
    }

    @Test func `a ledger in use is verified as one that is closed`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        let anchor = try store.checkpoint()
        _ = try store.execute(
            BudgetStoreSuite<Books>.submit("R1", 1), context: BudgetStoreSuite<Books>.context())
        let found = try store.verify(anchor: anchor)
        #expect(found.chain == .intact && found.holds)
        #expect(found.events == anchor.sequence + 1)
    }
}
