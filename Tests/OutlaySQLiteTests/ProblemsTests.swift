import Foundation
import GRDB
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import Testing

@testable import OutlaySQLite

/// The exact text of every problem of a ledger file, made as the file or SQLite brings it about.
@Suite struct ProblemsTests {
    private static let record = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Problems/ledger-files.txt")

    private let codes: [ProblemCode] = [
        .ledgerBusy, .damagedLedger, .notALedger, .newerLedger, .olderLedger, .ledgerNotWritable,
        .diskFull, .networkFileSystem, .ledgerReplaced, .missingLog, .damagedLog, .brokenChain,
        .anchorMismatch, .rowsDiffer, .evidenceDiffers, .durabilityRefused,
    ]

    /// What the library cannot be brought to say on a healthy machine.
    private let machineOnly: Set<ProblemCode> = [.networkFileSystem, .durabilityRefused]

    private func problem(_ body: () throws -> Void) -> Problem? {
        do {
            try body()
            return nil
        } catch {
            return error as? Problem
        }
    }

    private func open(_ path: String) throws {
        _ = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
    }

    private func alter(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func bySQLite() -> [Problem] {
        [
            (5, "database is locked"), (11, "database disk image is malformed"),
            (8, "attempt to write a readonly database"), (13, "database or disk is full"),
        ]
        .map { Problem(sqlite: $0.0, $0.1, path: "ledger.db") }
    }

    private func byFile(_ folder: TestFolder) throws -> [Problem?] {
        let path = folder.path("ledger.db")
        let store = try makeSampleLedger(at: path)
        for number in 0..<8 {
            _ = try store.execute(
                BudgetStoreSuite<Books>.submit("S\(number)", 1),
                context: BudgetStoreSuite<Books>.context())
        }
        let copy = folder.path("copy.db")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        var found = [problem { try open(copy) }]
        let log = try #require(FileManager.default.contents(atPath: path + "-wal"))
        var damaged = log
        damaged[log.count / 2] ^= 1
        try damaged.write(to: URL(filePath: copy + "-wal"))
        found.append(problem { try open(copy) })
        for ending in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: copy + ending)
        }
        try store.backUp(to: copy)
        let anchor = try store.checkpoint()
        let forged = Checkpoint(ledgerID: anchor.ledgerID, sequence: anchor.sequence, hash: .zero)
        found.append(try store.verify(anchor: forged).problem(of: path))
        let other = folder.path("other.db")
        try store.backUp(to: other)
        _ = rename(copy, path)
        found.append(
            problem {
                _ = try store.execute(
                    BudgetStoreSuite<Books>.submit("R1", 1),
                    context: BudgetStoreSuite<Books>.context())
            })
        found.append(problem { try open(path) })
        return found + (try byAltering(other))
    }

    private func byAltering(_ path: String) throws -> [Problem?] {
        var found: [Problem?] = []
        try alter(path, "UPDATE balance SET allotted = allotted + 1 WHERE node = 'A'")
        let altered = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        found.append(try altered.verify().problem(of: path))
        var evidence = try altered.verify()
        evidence.differingRows = []
        evidence.failedEvidence = ["quote.pdf"]
        found.append(evidence.problem(of: path))
        try altered.close()
        try alter(path, "UPDATE event SET body = replace(body, 'ana', 'eve') WHERE sequence = 3")
        let broken = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        found.append(try broken.verify().problem(of: path))
        try broken.close()
        let later = Migration(
            number: AllMigrations.list.count + 1, title: "", statements: [])
        found.append(
            problem {
                _ = try LedgerFile.open(
                    path, .reading, busyMilliseconds: 0, migrations: AllMigrations.list + [later])
            })
        try alter(path, "PRAGMA user_version = 99")
        found.append(problem { try open(path) })
        try alter(path, "PRAGMA application_id = 7")
        found.append(problem { try open(path) })
        return found
    }

    @Test func `every problem of a ledger file is told as recorded`() throws {
        let folder = try TestFolder()
        let problems = try (bySQLite() + byFile(folder)).map { try #require($0) }
        let seen = Set(problems.map(\.code))
        #expect(Set(codes).subtracting(seen) == machineOnly)
        let text = problems.sorted { $0.code.rawValue < $1.code.rawValue }.map { problem in
            ["\(problem.code.rawValue) \(problem.summary)", problem.reason, problem.hint ?? "-"]
                .joined(separator: "\n  ") + "\n"
        }
        .joined().replacing(folder.url.path + "/", with: "")
        let isRecording = ProcessInfo.processInfo.environment["OUTLAY_GOLDEN"] == "record"
        if isRecording { try Data(text.utf8).write(to: Self.record) }
        #expect(!isRecording)
        #expect(text == String(decoding: try Data(contentsOf: Self.record), as: UTF8.self))
    }
}
