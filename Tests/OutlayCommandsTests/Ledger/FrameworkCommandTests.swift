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

    /// A ledger with `FW-1`, of which `MIN` guarantees 5 000.00.
    private static func guaranteed(bySinglePersons: Bool = false) throws -> TrialLedger {
        let ledger = try TrialLedger.helpdesk { name, text in
            bySinglePersons && name == "organisation" ? text.singlePerson : text
        }
        try ledger.result("budget-reserve", reserve("MIN", "5000.00"), as: "pm.support")
        try ledger.result("approve", ["approve", "MIN", "--revision", "1"], as: "owner.itops")
        try ledger.result("framework-make", make(["--guaranteed-by", "MIN"]), as: "buyer")
        return ledger
    }

    @Test func `the end gives back what was not billed, once`() throws {
        let ledger = try Self.guaranteed()
        let bill = ["invoice", "MIN", "1200.00", "--number", "NW-1"]
        try ledger.result("invoice", bill, as: "payables")
        #expect(try agreement(ledger) == ["0.00", "50000.00", "3800.00"])
        let end = ["framework", "end", "FW-1", "--reason", "The vendor cannot deliver"]
        #expect(ledger.run(end, as: "pm.support").end == .exit(4))
        #expect(ledger.run(Array(end.dropLast(2)), as: "buyer").end == .exit(2))
        let mute = ledger.run(Array(end.dropLast()) + [""], as: "buyer")
        #expect(mute.end == .exit(2), "\(mute.messages)")
        #expect(mute.messages.contains("the end of an agreement says why"), "\(mute.messages)")
        let dry = ledger.run(end + ["--dry-run"], as: "buyer")
        #expect(dry.output.hasPrefix("Dry run: Ended FW-1\n"), "\(dry.output)")
        #expect(dry.output.contains("Of its minimum 3800.00 EUR is given back."), "\(dry.output)")
        #expect(try agreement(ledger) == ["0.00", "50000.00", "3800.00"])
        let ended = try ledger.result("framework-end", end, as: "buyer")
        #expect(try agreement(ledger) == ["0.00", "0.00", "0.00"])
        #expect(ended["released"]?["amount"]?.text == "3800.00")
        #expect(ended["framework"]?["minimum_owed"]?["amount"]?.text == "0.00")
        let again = ledger.run(end, as: "buyer")
        #expect(again.end == .exit(1), "\(again.messages)")
        #expect(
            again.messages.hasPrefix(
                "error[OL416]: `FW-1`: the agreement is over, and nothing of its minimum is open\n"),
            "\(again.messages)")
        let unknown = ledger.run(["framework", "end", "FW-9", "--reason", "x"], as: "buyer")
        #expect(unknown.end == .exit(3), "\(unknown.messages)")
        let late = ledger.run(Self.reserve("CALL", "1.00", Self.callOff), as: "pm.support")
        #expect(late.end == .exit(1), "\(late.messages)")
        let more = ledger.run(
            ["invoice", "MIN", "1.00", "--number", "NW-2"], as: "payables")
        #expect(more.end == .exit(5), "\(more.messages)")
        #expect(
            more.messages.contains("nothing is open of what FW-1 guarantees"), "\(more.messages)")
        #expect(ledger.run(["audit", "verify"], as: "cfo").end == .exit(0))
    }

    @Test func `year end names the minimum, and carries it by its request`() throws {
        let ledger = try Self.guaranteed(bySinglePersons: true)
        let day = "2027-12-31"
        let status = ["year", "status", "2027"]
        let told = ledger.run(status, as: "cfo", on: day)
        #expect(told.output.contains("MIN, guaranteed by FW-1"), "\(told.output)")
        let result = try ledger.result("year-status", status, as: "cfo", on: day)
        #expect(result["carry"]?.items.compactMap(\.text) == ["MIN"])
        let minimum = result["minimums"]?.items.first
        #expect(minimum?["agreement"]?.text == "FW-1" && minimum?["request"]?.text == "MIN")
        #expect(minimum?["amount"]?["amount"]?.text == "5000.00")
        try ledger.result("year-open", ["year", "open", "2028"], as: "cfo", on: day)
        let carried = try ledger.result(
            "year-carry", ["year", "carry", "2027", "MIN"], as: "cfo", on: day)
        let line = try #require(carried["lines"]?.items.first { $0["line"]?.text == "CC-410" })
        #expect(line["committed"]?["amount"]?.text == "5000.00")
        #expect(line["period"]?.text == "FY2028")
        try ledger.result("year-close", ["year", "close", "FY2027"], as: "cfo", on: day)
        let billed = try ledger.result(
            "invoice", ["invoice", "MIN", "5000.00", "--number", "NW-1"], as: "payables",
            on: "2028-01-10")
        let charged = try #require(billed["lines"]?.items.first { $0["period"]?.text == "FY2028" })
        #expect(charged["actual"]?["amount"]?.text == "5000.00")
        #expect(ledger.run(["audit", "verify"], as: "cfo").end == .exit(0))
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

    @Test func `a vendor that the register does not name is told, and taken`() throws {
        let ledger = try TrialLedger.helpdesk()
        let words = Self.make().map { $0 == "northwind" ? "nortwind" : $0 }
        let made = ledger.run(words, as: "buyer")
        #expect(made.end == .exit(0), "\(made.messages)")
        let told = "warning OL710 the register has no vendor `nortwind`: it has `northwind`;"
        #expect(made.output.contains(told), "\(made.output)")
        let reserve = Self.reserve("R-1", "10.00").map { $0 == "northwind" ? "nortwind" : $0 }
        let asked = ledger.run(reserve, as: "pm.support")
        #expect(asked.end == .exit(0), "\(asked.messages)")
        #expect(asked.output.contains(told), "\(asked.output)")
        let known = ledger.run(Self.reserve("R-2", "20.00"), as: "pm.support")
        #expect(!known.output.contains("OL710"), "\(known.output)")
    }

    @Test func `a name is taken once`() throws {
        let ledger = try TrialLedger.helpdesk()
        _ = try ledger.result("framework-make", Self.make(), as: "buyer")
        let again = ledger.run(Self.make(), as: "buyer")
        #expect(again.end == .exit(5), "\(again.messages)")
    }
}
