import OutlayBudgets
import OutlayValues
import Testing

/// Emergencies played with whole commands: up to 2 000.00, released by `cfo` or a manager, the full path
/// of manager and finance within five days.
@Suite struct EmergencyRuleTests {
    private func ledger() throws -> TestLedger {
        try DocumentLedger.make(
            policy: #"""
                "routes": {"emergency": {"ceiling": "2000", "approvers": ["cfo", "manager"],
                 "full_path_days": 5}}, "tiers": [{"steps": [["manager"], ["finance"]]}]
                """#)
    }

    private func emergency(_ amount: Int64 = 100_000, reason: LedgerText? = "flood") -> Submit {
        var submit = Submit("R1", "IT", amount)
        submit.details.route = .emergency
        submit.details.reasonCode = reason
        return submit
    }

    private func notices(_ ledger: TestLedger, _ date: String) throws -> [String] {
        try ledger.books.notices(on: try TestLedger.date(date)).map {
            "\($0.kind.rawValue) \($0.person?.text ?? "-") \($0.date?.description ?? "-")"
        }
    }

    @Test func `an emergency needs its ceiling and a reason`() throws {
        var ledger = try ledger()
        let refusal = try ledger.refuse(emergency(200_001), .emergencyCeiling)
        #expect(refusal.shortBy == MinorUnits(1))
        try ledger.refuse(emergency(reason: nil), .reasonNotAccepted)
        try ledger.accept(emergency(200_000))
        // No budget is lifted by an emergency.
        try ledger.accept(Revise("IT", in: 2026, to: MinorUnits(200_000)))
        var second = emergency(1)
        second.id = "R2"
        try ledger.refuse(second, .insufficientFunds)
    }

    @Test func `one listed approver commits the money, and the full path follows`() throws {
        var ledger = try ledger()
        try ledger.accept(emergency())
        try ledger.refuse(PlaceOrder("R1"), .notApproved)
        try ledger.refuse(Approve("R1"), .notAnApprover, by: "fin")
        try ledger.refuse(Approve("R1"), .selfApproval, by: "ana")
        #expect(try ledger.accept(Approve("R1"), by: "cfo").result == .approved)
        #expect(ledger.state("R1") == .approved)
        #expect(try ledger.balance("IT").suffix(4) == [0, 100_000, 0, 99_900_000])
        try ledger.accept(PlaceOrder("R1"), by: "ben")
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(40_000)), by: "sam")
        // Released on 10 February; the fifth day is the last.
        #expect(try notices(ledger, "2026-02-15") == ["full_path_due ana 2026-02-15"])
        #expect(try notices(ledger, "2026-02-16") == ["full_path_overdue ana 2026-02-15"])
        // What is late is still owed: it undoes nothing, and completes the path.
        #expect(try ledger.accept(Approve("R1"), by: "mia", on: "2026-02-20").result == .pending)
        #expect(try ledger.accept(Approve("R1"), by: "fin", on: "2026-02-20").result == .approved)
        #expect(try notices(ledger, "2026-02-21") == [])
        #expect(ledger.state("R1") == .ordered)
        try ledger.refuse(Approve("R1"), .notPending, by: "flo", on: "2026-02-20")
        try ledger.expectReplay()
    }

    @Test func `who released takes part in the full path where a step asks for their role`() throws
    {
        var ledger = try ledger()
        try ledger.accept(emergency())
        try ledger.accept(Approve("R1"), by: "mia")
        let approval = try #require(ledger.books.request("R1")?.approval)
        #expect(approval.standing == .released)
        // The manager's step of the full path is filled by the one act; finance is still owed.
        #expect(approval.openSteps.flatMap(\.roles) == ["finance"])
        try ledger.accept(Approve("R1"), by: "fin")
        #expect(ledger.books.request("R1")?.approval.standing == .approved)
    }

    @Test func `the full path may still say no, which gives back what is not billed`() throws {
        var ledger = try ledger()
        try ledger.accept(emergency())
        try ledger.accept(Approve("R1"), by: "cfo")
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(40_000)), by: "sam")
        #expect(try ledger.accept(Reject("R1"), by: "mia").result == .rejected)
        #expect(ledger.state("R1") == .cancelled)
        try ledger.refuse(emergency(), .alreadyExists)
        try ledger.accept(BookCredit("R1", amount: MinorUnits(10_000)), by: "sam")
        #expect(try ledger.balance("IT") == [100_000_000, 0, 0, 30_000, 99_970_000])
        #expect(try notices(ledger, "2026-02-20") == [])
        try ledger.expectReplay()
    }

    @Test func `an emergency that nobody releases expires like any request`() throws {
        var ledger = try ledger()
        try ledger.accept(emergency())
        #expect(try notices(ledger, "2026-03-13") == ["expired ana 2026-03-12"])
        try ledger.accept(Expire(), on: "2026-03-13")
        #expect(ledger.state("R1") == .expired)
        try ledger.refuse(Approve("R1"), .notPending, by: "cfo", on: "2026-03-13")
    }

    @Test func `a change order of an emergency stays below its ceiling`() throws {
        var ledger = try ledger()
        try ledger.accept(emergency())
        try ledger.accept(Approve("R1"), by: "cfo")
        try ledger.refuse(Amend("R1", to: MinorUnits(200_001)), .emergencyCeiling)
    }
}
