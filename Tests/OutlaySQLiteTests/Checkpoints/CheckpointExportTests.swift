import Foundation
import GRDB
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlaySQLite

@Suite struct CheckpointExportTests {
    private typealias Suite = BudgetStoreSuite<SQLiteBudgetStore>

    private let moment = LedgerMoment(on: Suite.date)

    private func submit(_ id: String, to store: SQLiteBudgetStore) throws {
        let outcome = try store.execute(Suite.submit(id, 100), context: Suite.context())
        #expect(Suite.code(outcome) == nil)
    }

    private func files(_ folder: TestFolder) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
    }

    @Test func `an anchor is written, recorded, and still names the head`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        let head = try store.checkpoint()
        let anchor = try store.exportCheckpoint(to: folder.path("anchor.txt"), at: moment)
        #expect(anchor == Anchor(head, exported: Suite.date))
        #expect(try store.checkpoint() == head)
        #expect(
            try SQLiteBudgetStore.anchors(inFileAt: folder.path("anchor.txt")) == [anchor])
        #expect(
            try store.checkpointExports() == [
                CheckpointExport(
                    checkpoint: head,
                    exportedMilliseconds: moment.recordedMilliseconds)
            ])
        #expect(
            try files(folder) == ["anchor.txt", "ledger.db", "ledger.db-wal", "ledger.db-shm"])
        #expect(try store.verify(anchors: [anchor.checkpoint]).chain == .intact)
    }

    @Test func `several anchors of one ledger are verified together`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        var text = Data()
        for number in 0..<3 {
            try submit("R\(number)", to: store)
            let path = folder.path("\(number).txt")
            try store.exportCheckpoint(to: path, at: moment)
            text += try Data(contentsOf: URL(filePath: path))
        }
        try submit("R9", to: store)
        try text.write(to: URL(filePath: folder.path("all.txt")))
        let anchors = try SQLiteBudgetStore.anchors(inFileAt: folder.path("all.txt"))
        let found = try store.verify(anchors: anchors.map(\.checkpoint))
        #expect(found.chain == .intact)
        #expect(found.lastAnchor == found.events - 1)
        try store.close()
        let copy = try SQLiteBudgetStore.openForReading(
            folder.path("ledger.db"), approvalRules: DocumentApprovalRules())
        #expect(try copy.checkpointExports().count == 3)
    }

    @Test func `nothing is written over, and a file left by a crash is no hindrance`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        let path = folder.path("anchor.txt")
        try Data("half".utf8).write(to: URL(filePath: path + ".partial"))
        try store.exportCheckpoint(to: path, at: moment)
        let before = try Data(contentsOf: URL(filePath: path))
        let problem = #expect(throws: Problem.self) {
            try store.exportCheckpoint(to: path, at: moment)
        }
        #expect(problem?.code == .fileExists)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
        #expect(throws: Problem.self) {
            try store.exportCheckpoint(to: folder.path("none/anchor.txt"), at: moment)
        }
        #expect(try store.checkpointExports().count == 1)
    }

    @Test func `a plain copy after an export is known to lack the log`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let store = try makeSampleLedger(at: path)
        let other = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        try other.close()
        try store.exportCheckpoint(to: folder.path("anchor.txt"), at: moment)
        try FileManager.default.copyItem(atPath: path, toPath: folder.path("copy.db"))
        let problem = #expect(throws: Problem.self) {
            try SQLiteBudgetStore.open(
                folder.path("copy.db"), approvalRules: DocumentApprovalRules())
        }
        #expect(problem?.code == .missingLog)
    }

    @Test func `a ledger opened for reading exports nothing`() throws {
        let folder = try TestFolder()
        try makeSampleLedger(at: folder.path("ledger.db")).close()
        let store = try SQLiteBudgetStore.openForReading(
            folder.path("ledger.db"), approvalRules: DocumentApprovalRules())
        let problem = #expect(throws: Problem.self) {
            try store.exportCheckpoint(to: folder.path("anchor.txt"), at: moment)
        }
        #expect(problem?.code == .ledgerNotWritable)
        #expect(!FileManager.default.fileExists(atPath: folder.path("anchor.txt")))
    }

    @Test func `a journal cut off before an export is found without any anchor`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let store = try makeSampleLedger(at: path)
        let events = try store.checkpoint().sequence
        let wanted = try store.dump()
        // A refusal leaves no rows, so that the journal without it makes the same ones.
        _ = try store.execute(Suite.submit("R1", 900_000), context: Suite.context())
        try store.exportCheckpoint(to: folder.path("anchor.txt"), at: moment)
        try store.close()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { database in
            try database.execute(
                sql: "DELETE FROM event WHERE sequence > ?1", arguments: [events])
            try database.execute(
                sql: """
                    UPDATE chain SET head_sequence = ?1,
                        head_hash = (SELECT hash FROM event WHERE sequence = ?1)
                    """, arguments: [events])
        }
        try queue.close()
        let cut = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        #expect(try cut.dump() == wanted)
        let problem = #expect(throws: Problem.self) { try cut.verify() }
        #expect(problem?.code == .anchorMismatch)
        #expect(problem?.reason.contains("event \(events + 1) is gone") == true)
        let anchor = try SQLiteBudgetStore.anchors(inFileAt: folder.path("anchor.txt"))[0]
        #expect(
            try cut.verify(anchors: [anchor.checkpoint]).chain
                == .broken(ChainFault(sequence: events + 1, kind: .beyondHead)))
    }
}
