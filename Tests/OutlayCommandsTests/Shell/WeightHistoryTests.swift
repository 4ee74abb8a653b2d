import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

/// What a gate finds out about weights from git, where it is asked to; `lint` looks by the same code.
@Suite struct WeightHistoryTests {
    private static let day = "2026-12-01"

    /// The sample evaluation, whose first quote is of the day after the repository's commits.
    private static func text() throws -> String {
        try TrialLedger.shipped("helpdesk")
            .replacing("date: 2026-09-28", with: "date: 2026-11-24")
            .replacing("date: 2026-09-30", with: "date: 2026-11-25")
            .replacing("date: 2026-09-21", with: "date: 2026-11-26")
    }

    private static func gate(
        _ ledger: TrialLedger, in folder: String, _ more: [String] = []
    ) throws -> (run: ToolRun, lint: DocumentNode) {
        let run = ToolRun(
            [
                "gate", "case.yaml", "--db", ledger.path, "--as-of", day, "--format", "json",
            ] + more, in: folder)
        let source = DocumentSource.read(path: "answer.json", bytes: Array(run.output.utf8))
        let checks = try #require(source.root?["result"]?["checks"]?.items, "\(run.messages)")
        return (run, try #require(checks.first { $0["id"]?.text == "lint" }))
    }

    private static func codes(_ check: DocumentNode) -> [String] {
        check["findings"]?.items.compactMap { $0["code"]?.text } ?? []
    }

    @Test func `a gate that looks into git finds weights that changed after the first quote`()
        throws
    {
        let ledger = try TrialLedger.helpdesk()
        let repository = try TestRepository()
        try repository.write("case.yaml", try Self.text())
        try repository.commit()
        let kept = try Self.gate(ledger, in: repository.path, ["--history"])
        #expect(kept.run.end == .exit(0), "\(kept.run.output)")
        let unasked = try Self.gate(ledger, in: repository.path)
        #expect(kept.run.output == unasked.run.output)
        try repository.write(
            "case.yaml",
            try Self.text().replacing("weight: 30", with: "weight: 26")
                .replacing("weight: 25", with: "weight: 29"))
        let changed = try Self.gate(ledger, in: repository.path, ["--history"])
        #expect(changed.run.end == .exit(0), "\(changed.run.output)")
        #expect(Self.codes(changed.lint).contains("OL624"))
        #expect(changed.run.output.contains("criteria.resolution.weight: 30 → 26"))
        let linted = ToolRun(
            ["lint", "case.yaml", "--history", "--as-of", Self.day], in: repository.path)
        #expect(linted.output.contains("criteria.resolution.weight: 30 → 26"))
        #expect(!Self.codes(try Self.gate(ledger, in: repository.path).lint).contains("OL624"))
    }

    @Test func `a history that is asked for and cannot be looked into does not pass`() throws {
        let ledger = try TrialLedger.helpdesk()
        let repository = try TestRepository()
        try repository.write("case.yaml", try Self.text())
        let run = try Self.gate(ledger, in: repository.path, ["--history"])
        #expect(run.run.end == .exit(3), "\(run.run.output)")
        #expect(run.lint["outcome"]?.text == "undecided")
        #expect(Self.codes(run.lint).first == "OL624")
        let folder = try TemporaryFolder()
        try folder.write("case.yaml", try Self.text())
        #expect(try Self.gate(ledger, in: folder.path, ["--history"]).run.end == .exit(3))
        #expect(try Self.gate(ledger, in: folder.path).run.end == .exit(0))
    }

    @Test func `a request has no history of its own`() throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ToolRun([
            "gate", "REQ-1", "--history", "--db", ledger.path, "--as-of", Self.day,
        ])
        #expect(run.end == .exit(2) && run.output.isEmpty)
        #expect(
            run.messages.contains("error[OL901]: `REQ-1` has no history in git"), "\(run.messages)")
    }
}
