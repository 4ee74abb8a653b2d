import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

/// The policy in force, and its own tests.
@Suite struct PolicyCommandTests {
    @Test func `the policy in force is shown with every tier`() throws {
        let ledger = try TrialLedger.helpdesk()
        let result = try ledger.result("policy-show", ["policy", "show"], as: "cfo")
        #expect(result["id"]?.text == "PROC-4")
        #expect(result["tiers"]?.items.count == 4)
        #expect(result["tiers"]?.items.last?["below"]?.text == nil)
        #expect(
            result["tiers"]?.items.last?["path"]?.items.map { $0.items.compactMap(\.text) }
                == [["budget-owner"], ["department-head"], ["finance-review"], ["cfo"]])
        #expect(
            result["extra"]?.items.first?["approvers"]?.items.compactMap(\.text) == ["security"])
        let run = ledger.run(["policy", "show"], as: "cfo")
        #expect(run.output.contains("budget-owner → department-head"), "\(run.output)")
        let early = ledger.run(["policy", "show"], as: "cfo", on: "2025-12-31")
        #expect(early.end == .exit(3))
        #expect(early.messages.hasPrefix("error[OL527]"))
    }

    private func test(_ text: String, _ more: [String] = []) throws -> ToolRun {
        let folder = try TemporaryFolder()
        try folder.write("policy.yaml", text)
        return ToolRun(
            ["policy", "test", folder.path + "/policy.yaml", "--as-of", TrialLedger.day] + more)
    }

    @Test func `every case is told, and one that fails fails the command`() throws {
        let text = try TrialLedger.shipped("policy")
        let good = try test(text)
        #expect(good.end == .exit(0), "\(good.messages)")
        #expect(good.output.contains("All 4 tests of PROC-4 pass"))
        let bad = try test(text.replacing("below: 10000,", with: "below: 9000,"))
        #expect(bad.end == .exit(1), "\(bad.messages)")
        #expect(bad.output.contains("FAILED"))
        #expect(bad.output.contains("of 4 tests of PROC-4 fail"))
        let json = try test(
            text.replacing("below: 10000,", with: "below: 9000,"), ["--format", "json"])
        let source = DocumentSource.read(path: "answer.json", bytes: Array(json.output.utf8))
        let root = try #require(source.root)
        let schema = try #require(AllResults.all.first { $0.name == "policy-test" })
        #expect(schema.envelope.problems(of: root).map(\.summary) == [])
        let first = try #require(root["result"]?["tests"]?.items.first)
        #expect(first["passed"]?.text == "false")
        #expect(first["expected"]?.text == "budget-owner; no flags")
        #expect(first["found"]?.text == "refused:quotes_missing")
    }

    @Test func `a policy without tests proves nothing`() throws {
        let text = try TrialLedger.shipped("policy")
        let tests = try #require(text.range(of: "tests:"))
        let folder = try TemporaryFolder()
        try folder.write("policy.yaml", String(text[..<tests.lowerBound]))
        let run = try Transcript.expect(
            "policy-without-tests",
            ["policy", "test", "policy.yaml", "--as-of", TrialLedger.day], in: folder.path)
        #expect(run.end == .exit(3), "\(run.messages)")
    }

    @Test func `a malformed policy is not tested`() throws {
        let run = try test("kind: Policy\ntiers: 3\n")
        #expect(run.end == .exit(2))
    }
}
