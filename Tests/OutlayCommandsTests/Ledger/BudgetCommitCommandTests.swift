import Outlay
import Testing

/// The order of an approved request, by the budget's word for it.
@Suite struct BudgetCommitCommandTests {
    private static let commit = ["budget", "commit", "REQ-2026-040", "--number", "PO-1"]

    /// A ledger with two monitors that wait for the owner of the budget, or were approved.
    private func ledger(approved: Bool) throws -> TrialLedger {
        let ledger = try TrialLedger.helpdesk()
        let reserve = [
            "budget", "reserve", "REQ-2026-040", "--charge", "CC-410@2027-03=900.00", "--title",
            "Two monitors",
        ]
        let reserved = ledger.run(reserve, as: "pm.support")
        #expect(reserved.end == .exit(0), "\(reserved.messages)")
        guard approved else { return ledger }
        let decided = ledger.run(["approve", "REQ-2026-040", "--revision", "1"], as: "owner.itops")
        #expect(decided.end == .exit(0), "\(decided.messages)")
        return ledger
    }

    @Test func `it says what an order says, and is one`() throws {
        let ledger = try ledger(approved: true)
        let order = ledger.run(
            ["order", "REQ-2026-040", "--number", "PO-1", "--dry-run"], as: "buyer")
        let commit = ledger.run(Self.commit + ["--dry-run"], as: "buyer")
        #expect(commit.end == .exit(0), "\(commit.messages)")
        #expect(commit.output == order.output && commit.messages == order.messages)
        let made = try ledger.result("budget-commit", Self.commit, as: "buyer")
        #expect(made["request"]?["state"]?.text == "ordered")
        #expect(made["lines"]?.items.first?["committed"]?["amount"]?.text == "900.00")
        let log = ledger.run(["audit", "log", "--request", "REQ-2026-040"], as: "cfo")
        #expect(log.output.contains("ordered"), "\(log.output)\(log.messages)")
    }

    @Test(arguments: [("buyer", true), ("pm.support", true), ("buyer", false)])
    func `it is refused as an order is`(person: String, approved: Bool) throws {
        let ledger = try ledger(approved: approved)
        if approved, person == "buyer" {
            #expect(ledger.run(Self.commit, as: "buyer").end == .exit(0))
        }
        let order = ledger.run(["order", "REQ-2026-040", "--number", "PO-2"], as: person)
        let commit = ledger.run(
            ["budget", "commit", "REQ-2026-040", "--number", "PO-2"], as: person)
        #expect(commit.end == .exit(person == "buyer" ? 5 : 4), "\(commit.messages)")
        #expect(commit.end == order.end && commit.messages == order.messages)
    }
}
