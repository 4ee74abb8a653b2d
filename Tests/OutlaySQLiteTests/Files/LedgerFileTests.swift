import Foundation
import OutlayBudgets
import OutlayProblems
import Testing

@testable import OutlaySQLite

@Suite struct LedgerFileTests {
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

    /// Writes four bytes, the most significant first.
    private func patch(_ path: String, _ offset: Int, _ value: UInt32) throws {
        var data = try Data(contentsOf: URL(filePath: path))
        for index in 0..<4 {
            data[offset + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * index))
        }
        try data.write(to: URL(filePath: path))
    }

    @Test func `a newer ledger, a foreign database and a text are told apart and left alone`()
        throws
    {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeSampleLedger(at: path).close()
        try patch(path, 60, 99)
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(problem { try open(path) }?.code == .newerLedger)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        try patch(path, 68, 7)
        #expect(problem { try open(path) }?.code == .notALedger)
        try Data("not a database".utf8).write(to: URL(filePath: path))
        #expect(problem { try open(path) }?.code == .damagedLedger)
        #expect(problem { try open(folder.path("none.db")) }?.code == .unreadableFile)
        #expect(problem { try open(folder.path("")) }?.code == .unreadableFile)
    }

    @Test func `reading changes nothing of a closed ledger and writes no log`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeSampleLedger(at: path).close()
        let before = try Data(contentsOf: URL(filePath: path))
        let store = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        #expect(try store.verify(anchors: [try store.checkpoint()]).chain == .intact)
        #expect(
            problem {
                _ = try store.execute(
                    BudgetStoreSuite<Books>.submit("R1", 1),
                    context: BudgetStoreSuite<Books>.context())
            }?.code == .ledgerNotWritable)
        try store.close()
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        let log = FileManager.default.contents(atPath: path + "-wal") ?? Data()
        #expect(log.isEmpty)
        try open(path)
    }

    @Test func `a ledger on a network file system is refused`() {
        #expect(
            problem { try LedgerFile.requireLocal(.network("nfs4"), naming: "ledger.db") }?.code
                == .networkFileSystem)
        #expect(problem { try LedgerFile.requireLocal(.local, naming: "ledger.db") } == nil)
    }

    @Test func `nothing is made over a file that is there`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeSampleLedger(at: path).close()
        #expect(problem { _ = try makeSampleLedger(at: path) }?.code == .fileExists)
    }

    @Test func `a copy of a ledger in use without its log is refused, a closed one is whole`()
        throws
    {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let store = try makeSampleLedger(at: path)
        let copy = folder.path("copy.db")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        #expect(problem { try open(copy) }?.code == .missingLog)
        try store.close()
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        try FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        #expect(problem { try open(copy) } == nil)
    }

    @Test(arguments: [
        ("8:1", FileSystemKind.local), ("0:50", .network("nfs4")), ("0:51", .network("fuse.sshfs")),
        ("9:9", .local),
    ])
    func `a network file system is known by the table of mounts`(
        device: String, kind: FileSystemKind
    ) {
        let mounts = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            90 22 0:50 / /srv rw,relatime shared:5 master:2 - nfs4 host:/srv rw
            91 22 0:51 / /far rw - fuse.sshfs host: rw
            """
        #expect(FileSystemKind(ofDevice: device, among: mounts) == kind)
    }
}
