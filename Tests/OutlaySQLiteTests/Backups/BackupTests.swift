import Foundation
import OutlayBudgets
import OutlayProblems
import Testing

@testable import OutlaySQLite

@Suite struct BackupTests {
    @Test func `a backup of a ledger in use is whole, and a restore of it goes on`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        let copy = folder.path("backup.db")
        #expect(try store.backUp(to: copy).holds)
        let anchor = try store.checkpoint()
        let place = folder.path("restored.db")
        let found = try SQLiteBudgetStore.restore(
            copy, to: place, anchor: anchor, approvalRules: DocumentApprovalRules())
        #expect(found.chain == .intact)
        let restored = try SQLiteBudgetStore.open(place, approvalRules: DocumentApprovalRules())
        _ = try restored.execute(
            BudgetStoreSuite<Books>.submit("R1", 100), context: BudgetStoreSuite<Books>.context())
        #expect(try restored.checkpoint().sequence == anchor.sequence + 1)
        #expect(throws: Problem.self) { try store.backUp(to: copy) }
    }

    @Test func `who may only read makes a backup too, and changes nothing`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let store = try makeSampleLedger(at: path)
        let head = try store.checkpoint()
        let reader = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        let copy = folder.path("backup.db")
        #expect(try reader.backUp(to: copy).head == head.hash)
        #expect(throws: Problem.self) { try reader.backUp(to: copy) }
        #expect(throws: Problem.self) { try reader.backUp(to: folder.path("no/backup.db")) }
        #expect(throws: Problem.self) {
            try reader.execute(
                BudgetStoreSuite<Books>.submit("R1", 100),
                context: BudgetStoreSuite<Books>.context())
        }
        try reader.close()
        try store.close()
        let closed = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        #expect(try closed.backUp(to: folder.path("closed.db")).holds)
    }

    @Test func `a backup older than the checkpoint is not the ledger that was anchored`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        let copy = folder.path("backup.db")
        try store.backUp(to: copy)
        _ = try store.execute(
            BudgetStoreSuite<Books>.submit("R1", 100), context: BudgetStoreSuite<Books>.context())
        let anchor = try store.checkpoint()
        let problem = #expect(throws: Problem.self) {
            try SQLiteBudgetStore.restore(
                copy, to: folder.path("restored.db"), anchor: anchor,
                approvalRules: DocumentApprovalRules())
        }
        #expect(problem?.code == .anchorMismatch)
        #expect(!FileManager.default.fileExists(atPath: folder.path("restored.db")))
    }
}
