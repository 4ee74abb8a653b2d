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

    @Test func `a draft has the path that the policy in force would give it`() throws {
        let ledger = try TrialLedger.helpdesk()
        try ledger.freeze("REQ-1", submitting: false)
        let words = ["policy", "path", "REQ-1"]
        let draft = try ledger.result("policy-path", words, as: "cfo")
        #expect(draft["planned"]?.text == "true")
        #expect(draft["policy"]?.text == "PROC-4")
        #expect(draft["next"]?.items.compactMap(\.text) == ["owner.itops", "security.lead"])
        #expect(draft["acts"]?.items.isEmpty == true)
        let text = ledger.run(words, as: "cfo").output
        #expect(text.contains("REQ-1 revision 1: draft"), "\(text)")
        #expect(text.contains("Who would decide by PROC-4 r7"), "\(text)")
        #expect(
            text.contains("Next, once it is submitted: owner.itops, security.lead."), "\(text)")
        // Nothing of it is kept: a later policy gives the draft another path.
        #expect(ledger.run(words, as: "cfo", on: "2025-12-31").end == .exit(3))
        // What keeps it from being submitted is named: its quotes hold no longer.
        #expect(ledger.run(words, as: "cfo", on: "2027-02-01").end == .exit(3))
        try ledger.freeze("REQ-2")
        let submitted = try ledger.result("policy-path", ["policy", "path", "REQ-2"], as: "cfo")
        #expect(submitted["planned"]?.text == "false")
        #expect(
            submitted["steps"]?.items.compactMap { $0["step"]?.text }
                == draft["steps"]?.items.compactMap { $0["step"]?.text })
    }

    @Test func `a draft that the policy refuses is told by which rule`() throws {
        let ledger = try TrialLedger.helpdesk { name, text in
            guard name == "policy", let tests = text.range(of: "tests:") else { return text }
            return String(text[..<tests.lowerBound]).replacing(
                "cfo], quotes: 3,", with: "cfo], quotes: 4,")
        }
        try ledger.freeze("REQ-1", submitting: false)
        let run = ledger.run(["policy", "path", "REQ-1"], as: "cfo")
        #expect(run.end == .exit(3), "\(run.output)")
        #expect(run.messages.contains("the policy asks for more quotes"), "\(run.messages)")
    }

    @Test func `who was lent authority is among those who may decide, while it holds`() throws {
        let ledger = try TrialLedger.helpdesk()
        try ledger.freeze("REQ-1")
        let words = ["policy", "path", "REQ-1"]
        func lend(_ more: [String], to person: String) {
            let run = ledger.run(
                ["delegate", person, "--from", "2026-11-20", "--to", "2026-11-25"] + more,
                as: "owner.itops")
            #expect(run.end == .exit(0), "\(run.messages)")
        }
        lend([], to: "finance.second")
        lend(["--limit", "1000.00"], to: "buyer")
        lend(["--category", "hardware"], to: "payables")
        lend([], to: "pm.support")
        let step = try #require(
            try ledger.result("policy-path", words, as: "cfo")["steps"]?.items.first)
        #expect(step["candidates"]?.items.compactMap(\.text) == ["owner.itops", "finance.second"])
        #expect(step["delegates"]?.items.compactMap { $0["for"]?.text } == ["owner.itops"])
        let text = ledger.run(words, as: "cfo").output
        #expect(text.contains("owner.itops, finance.second (for owner.itops)"), "\(text)")
        let later = try ledger.result("policy-path", words, as: "cfo", on: "2026-11-26")
        #expect(later["next"]?.items.compactMap(\.text) == ["owner.itops", "security.lead"])
        // The delegate's vote is the holder's: neither is waited for after it.
        let vote = ledger.run(
            ["approve", "REQ-1", "--revision", "1", "--for", "owner.itops"], as: "finance.second")
        #expect(vote.end == .exit(0), "\(vote.messages)")
        let voted = try ledger.result("policy-path", words, as: "cfo")
        #expect(voted["next"]?.items.compactMap(\.text) == ["security.lead"])
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
