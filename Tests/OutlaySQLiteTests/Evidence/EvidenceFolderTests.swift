import Foundation
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import Testing

@testable import OutlaySQLite

@Suite struct EvidenceFolderTests {
    private typealias Suite = BudgetStoreSuite<SQLiteBudgetStore>

    private func name(
        _ name: String, _ bytes: [UInt8], size: Int? = nil, in store: SQLiteBudgetStore
    ) throws {
        let command = NameEvidence(
            SHA256Value.of(bytes), fileName: try LedgerText(name),
            size: Int64(size ?? bytes.count), mediaType: "application/pdf")
        let outcome = try store.execute(command, context: Suite.context())
        #expect(Suite.code(outcome) == nil)
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    @Test func `every named file is compared by its hash and its bytes`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        let large = [UInt8](repeating: 7, count: 3 << 20) + [1]
        let files: [(String, [UInt8])] = [
            ("quote.pdf", [1, 2, 3]), ("R1/offer.pdf", [4]), ("empty.txt", []),
            ("large.bin", large),
        ]
        for (file, bytes) in files {
            try name(file, bytes, in: store)
            try write(bytes, folder.path("evidence/\(file)"))
        }
        // A second file of a name lies under its hash.
        try name("quote.pdf", [9, 9], in: store)
        try write([9, 9], folder.path("evidence/\(SHA256Value.of([9, 9]))"))
        let whole = try store.verify(evidenceFolder: folder.path("evidence"))
        #expect(whole.holds)
        #expect(whole.evidence?.summary == "5 of 5 evidence files match")
        #expect(try store.verify().evidence == nil)

        try FileManager.default.removeItem(atPath: folder.path("evidence/R1/offer.pdf"))
        try write(large.dropLast() + [2], folder.path("evidence/large.bin"))
        let found = try store.verify(evidenceFolder: folder.path("evidence"))
        #expect(!found.holds)
        #expect(found.evidence?.missing == ["R1/offer.pdf"])
        #expect(found.evidence?.altered == ["large.bin"])
        let problem = found.problem(of: store.path)
        #expect(problem?.code == .evidenceDiffers)
        #expect(problem?.summary == "3 of 5 evidence files match, 1 missing, 1 altered")
        #expect(problem?.reason == "`R1/offer.pdf` is missing")
    }

    @Test func `a size that was named wrongly does not match`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        try name("a.pdf", [1, 2], size: 3, in: store)
        try write([1, 2], folder.path("evidence/a.pdf"))
        let found = try store.verify(evidenceFolder: folder.path("evidence"))
        #expect(found.evidence?.altered == ["a.pdf"])
    }

    @Test(arguments: ["../secret", "/secret", "a/../../secret", "./secret", "a//secret"])
    func `a name that leads elsewhere is that of no file`(path: String) throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        try write([1], folder.path("secret"))
        try write([1], folder.path("evidence/a/secret"))
        try write([1], folder.path("evidence/secret"))
        try name(path, [1], in: store)
        let found = try store.verify(evidenceFolder: folder.path("evidence"))
        #expect(found.evidence?.missing == [try LedgerText(path)])
    }

    @Test func `a folder that is not there is no folder without evidence`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        for path in [folder.path("none"), store.path] {
            let problem = #expect(throws: Problem.self) {
                try store.verify(evidenceFolder: path)
            }
            #expect(problem?.code == .unreadableFile)
        }
    }
}
