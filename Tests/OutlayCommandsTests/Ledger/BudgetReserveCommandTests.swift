import Testing

@testable import OutlayCommands

/// `outlay budget reserve` and `release` as their users see them.
@Suite struct BudgetReserveCommandTests {
    private static let reserve = [
        "budget", "reserve", "REQ-2026-040", "--charge", "CC-410@2027-03=900.00", "--charge",
        "CC-410@FY2027-M04=300.00", "--title", "Two monitors", "--vendor", "northwind",
    ]

    @Test func `a small purchase holds its money, is approved and ordered without an evaluation`()
        throws
    {
        let ledger = try TrialLedger.helpdesk()
        let result = try ledger.result("budget-reserve", Self.reserve, as: "pm.support")
        #expect(result["request"]?["state"]?.text == "submitted")
        #expect(result["request"]?["total"]?["amount"]?.text == "1200.00")
        #expect(result["request"]?["next"]?.items.map { $0["step"]?.text } == ["budget-owner"])
        #expect(result["lines"]?.items.first?["reserved"]?["amount"]?.text == "1200.00")
        let check = ledger.run(["budget", "check", "REQ-2026-040"], as: "pm.support")
        #expect(check.end == .exit(0) && check.output.contains("308 800.00"), "\(check.output)")
        let path = ledger.run(["policy", "path", "REQ-2026-040"], as: "pm.support")
        #expect(path.end == .exit(0) && path.output.contains("owner.itops"), "\(path.output)")
        _ = try ledger.result(
            "approve", ["approve", "REQ-2026-040", "--revision", "1", "-m", "Needed"],
            as: "owner.itops")
        let ordered = try ledger.result(
            "order", ["order", "REQ-2026-040", "--number", "PO-1"], as: "buyer")
        #expect(ordered["lines"]?.items.first?["committed"]?["amount"]?.text == "1200.00")
        let released = try ledger.result(
            "budget-release", ["budget", "release", "REQ-2026-040", "-m", "Found two"], as: "buyer")
        #expect(released["request"]?["state"]?.text == "cancelled")
        #expect(released["lines"]?.items.first?["committed"]?["amount"]?.text == "0.00")
    }

    @Test func `who asked gives back what waits, with the reason on record`() throws {
        let ledger = try TrialLedger.helpdesk()
        _ = try ledger.result("budget-reserve", Self.reserve, as: "pm.support")
        let release = ["budget", "release", "REQ-2026-040", "-m", "Found two"]
        let other = ledger.run(release, as: "buyer")
        #expect(other.end == .exit(4), "\(other.messages)")
        let released = try ledger.result("budget-release", release, as: "pm.support")
        #expect(released["request"]?["state"]?.text == "withdrawn")
        #expect(released["lines"]?.items.first?["reserved"]?["amount"]?.text == "0.00")
        let log = ledger.run(["audit", "log", "--format", "json"], as: "pm.support")
        #expect(log.output.contains("Found two"), "\(log.output)")
    }

    @Test func `a rehearsal holds nothing`() throws {
        let ledger = try TrialLedger.helpdesk()
        _ = try ledger.result("budget-reserve", Self.reserve + ["--dry-run"], as: "pm.support")
        _ = try ledger.result("budget-reserve", Self.reserve, as: "pm.support")
    }

    @Test func `an amount that the policy wants an evaluation or quotes for is refused`() throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ledger.run(
            [
                "budget", "reserve", "REQ-2026-041", "--charge", "CC-410@2027-03=10000.00",
                "--title", "Server", "--vendor", "northwind",
            ], as: "pm.support")
        #expect(run.end == .exit(3), "\(run.messages)")
        #expect(run.messages.contains("quote"), "\(run.messages)")
        let quoted = ledger.run(
            [
                "budget", "reserve", "REQ-2026-041", "--charge", "CC-410@2027-03=10000.00",
                "--title", "Server", "--vendor", "northwind", "--quote", "northwind=2027-01-15",
                "--quote", "helpnest=2026-12-31",
            ], as: "pm.support")
        #expect(quoted.end == .exit(0), "\(quoted.messages)")
    }

    @Test(
        arguments: [
            (["--charge", "CC-410"], "write it like CC-410=1200.00", 2),
            (["--charge", "CC-410=1.005"], "1.005", 2),
            (["--charge", "CC-410@2027-13=1.00"], "2027-13", 2),
            (["--charge", "CC-999@2027-03=1.00"], "CC-999", 3),
            (["--charge", "CC-410@2030-03=1.00"], "FY2030", 3),
            (["--charge", "CC-410@2027-03=310000.01", "--route", "barter"], "barter", 2),
            (["--charge", "CC-410@2027-03=1.00", "--quote", "northwind"], "vendor=2027-01-15", 2),
            (["--charge", "CC-410@2027-03=1.00", "--currency", "USD"], "rate", 2),
        ] as [([String], String, Int32)])
    func `what cannot be a charge is told and changes nothing`(
        more: [String], words: String, code: Int32
    ) throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ledger.run(
            ["budget", "reserve", "REQ-2026-042", "--title", "Something"] + more, as: "pm.support")
        #expect(run.end == .exit(code), "\(run.messages)")
        #expect(run.messages.contains(words), "\(run.messages)")
        #expect(ledger.run(["budget", "check", "REQ-2026-042"], as: "buyer").end == .exit(3))
    }
}
