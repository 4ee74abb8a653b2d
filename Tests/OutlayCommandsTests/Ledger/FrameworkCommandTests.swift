import Outlay
import Testing

/// Agreements that requests call off, and what they guarantee.
@Suite struct FrameworkCommandTests {
    private static func make(_ more: [String] = []) -> [String] {
        [
            "framework", "make", "FW-1", "--title", "Laptops 2027", "--vendor", "northwind",
            "--ceiling", "50000.00", "--from", "2026-11-01", "--to", "2027-12-31",
        ] + more
    }

    private static func reserve(_ id: String, _ amount: String, _ more: [String] = []) -> [String] {
        [
            "budget", "reserve", id, "--charge", "CC-410@2027-03=\(amount)", "--title", "Laptops",
            "--vendor", "northwind",
        ] + more
    }

    private static let callOff = ["--route", "call-off", "--framework", "FW-1"]

    private func agreement(_ ledger: TrialLedger) throws -> [String?] {
        let listed = try ledger.result("framework-list", ["framework", "list"], as: "cfo")
        let row = listed["frameworks"]?.items.first
        return ["called_off", "left", "minimum_owed"].map { row?[$0]?["amount"]?.text }
    }

    @Test func `an agreement commits what a request was approved for, and call-offs use it up`()
        throws
    {
        let ledger = try TrialLedger.helpdesk()
        _ = try ledger.result("budget-reserve", Self.reserve("MIN", "5000.00"), as: "pm.support")
        let early = ledger.run(Self.make(["--guaranteed-by", "MIN"]), as: "buyer")
        #expect(early.end == .exit(5), "\(early.messages)")
        let approve = { (id: String) in
            _ = try ledger.result(
                "approve", ["approve", id, "--revision", "1"], as: "owner.itops")
        }
        try approve("MIN")
        let made = try ledger.result(
            "framework-make", Self.make(["--guaranteed-by", "MIN"]), as: "buyer")
        #expect(made["framework"]?["guaranteed_by"]?.text == "MIN")
        #expect(made["framework"]?["guaranteed_minimum"]?["amount"]?.text == "5000.00")
        #expect(try agreement(ledger) == ["0.00", "50000.00", "5000.00"])
        _ = try ledger.result(
            "budget-reserve", Self.reserve("CALL", "3000.00", Self.callOff), as: "pm.support")
        #expect(try agreement(ledger) == ["3000.00", "47000.00", "5000.00"])
        try approve("CALL")
        #expect(try agreement(ledger) == ["3000.00", "47000.00", "2000.00"])
        _ = try ledger.result("cancel", ["cancel", "CALL", "-m", "No need"], as: "buyer")
        #expect(try agreement(ledger) == ["0.00", "50000.00", "5000.00"])
        let beyond = ledger.run(
            Self.reserve("MUCH", "50000.01", Self.callOff), as: "pm.support")
        #expect(beyond.end == .exit(1), "\(beyond.messages)")
        #expect(beyond.messages.contains("the agreement's ceiling is reached"))
        let verified = ledger.run(["audit", "verify"], as: "cfo")
        #expect(verified.end == .exit(0), "\(verified.messages)")
    }

    @Test(
        arguments: [
            (["--to", "2026-10-31"], "buyer", 2), (["--ceiling", "10.001"], "buyer", 2),
            (["--ceiling", "0"], "buyer", 2), (["--guaranteed-by", "NONE"], "buyer", 3),
            ([], "pm.support", 4), (["--dry-run"], "buyer", 0),
        ])
    func `what is amiss is refused by its own exit code`(
        words: [String], person: String, code: Int32
    ) throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ledger.run(Self.make(words), as: person)
        #expect(run.end == .exit(code), "\(run.messages)")
        let listed = try ledger.result("framework-list", ["framework", "list"], as: "cfo")
        #expect(listed["frameworks"]?.items.isEmpty == true)
    }

    @Test func `a name is taken once`() throws {
        let ledger = try TrialLedger.helpdesk()
        _ = try ledger.result("framework-make", Self.make(), as: "buyer")
        let again = ledger.run(Self.make(), as: "buyer")
        #expect(again.end == .exit(5), "\(again.messages)")
    }
}
