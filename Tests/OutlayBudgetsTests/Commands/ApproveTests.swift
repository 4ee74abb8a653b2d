import OutlayBudgets
import OutlayValues
import Testing

@Suite struct ApproveTests {
    /// A request for 4 000.00 dollars at 1.2 euros: 4 800.00, below the 5 000.00 from which finance is
    /// asked.
    private func ledger(_ policy: String = "") throws -> TestLedger {
        var ledger = try DocumentLedger.make(policy: policy)
        try ledger.accept(
            Submit(
                "R1", lines: [Submit.Line("IT", MinorUnits(400_000))], currency: .usd,
                rate: ExactDecimal(12, places: 1)))
        return ledger
    }

    @Test func `a rate that moves the total across a tier asks for the steps of the new one`()
        throws
    {
        var ledger = try ledger()
        #expect(try ledger.balance("IT")[1] == 480_000)
        // At 1.25 it is 5 000.00: the manager's approval is of a total in another tier.
        let rate = ExactDecimal(125, places: 2)
        #expect(
            try ledger.accept(Approve("R1", rate: rate), by: "mia").result == .pending)
        let request = try #require(ledger.books.request("R1"))
        #expect(request.total == MinorUnits(500_000) && request.state == .submitted)
        #expect(request.approval.plan.path == [["manager"], ["finance"]])
        #expect(try ledger.balance("IT").dropFirst() == [500_000, 0, 0, 99_500_000])
        try ledger.refuse(PlaceOrder("R1"), .notApproved)
        // Whoever agreed below the threshold agrees again, and finance after that.
        let open = request.approval.openSteps.flatMap(\.roles)
        if open == ["manager"] { try ledger.accept(Approve("R1"), by: "mia") }
        #expect(try ledger.accept(Approve("R1"), by: "fin").result == .approved)
        #expect(try ledger.balance("IT").dropFirst() == [0, 500_000, 0, 99_500_000])
        try ledger.expectReplay()
    }

    @Test func `a rate within the tier is taken over with the last approval`() throws {
        var ledger = try ledger()
        let rate = ExactDecimal(124, places: 2)
        #expect(try ledger.accept(Approve("R1", rate: rate), by: "mia").result == .approved)
        #expect(try ledger.balance("IT").dropFirst() == [0, 496_000, 0, 99_504_000])
        #expect(ledger.books.request("R1")?.rate == rate)
        // Another rate at the bill: 2 000.00 dollars at 1.30 are 2 600.00.
        try ledger.accept(
            BookInvoice(
                "R1", number: "A1", amount: MinorUnits(200_000), rate: ExactDecimal(13, places: 1)),
            by: "sam")
        #expect(try ledger.balance("IT").dropFirst() == [0, 248_000, 260_000, 99_492_000])
    }

    @Test func `a rate that the budget does not cover leaves the request as it was`() throws {
        var ledger = try ledger()
        try ledger.accept(Revise("IT", in: 2026, to: MinorUnits(490_000)))
        let refusal = try ledger.refuse(
            Approve("R1", rate: ExactDecimal(124, places: 2)), .insufficientFunds, by: "mia")
        #expect(refusal.shortBy == MinorUnits(6_000))
        #expect(try ledger.balance("IT").dropFirst() == [480_000, 0, 0, 10_000])
        try ledger.accept(Approve("R1"), by: "mia")
    }

    @Test func `a change order is committed at the rate of its order`() throws {
        var ledger = try ledger()
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Amend("R1", to: MinorUnits(410_000)))
        try ledger.refuse(
            Approve("R1", rate: ExactDecimal(11, places: 1)), .badRate, by: "mia")
        try ledger.accept(Approve("R1", rate: ExactDecimal(12, places: 1)), by: "mia")
        #expect(try ledger.balance("IT").dropFirst() == [0, 492_000, 0, 99_508_000])
    }

    @Test(arguments: ["0", "-1"])
    func `a rate is above zero`(rate: String) throws {
        var ledger = try ledger()
        try ledger.refuse(
            Approve("R1", rate: try ExactDecimal(parsing: rate)), .badRate, by: "mia")
    }

    @Test func `a quorum takes two persons, and a delegate of both is one`() throws {
        var ledger = try DocumentLedger.make(
            policy: #""tiers": [{"steps": [[{"role": "finance", "quorum": 2}]]}]"#,
            delegations: #"""
                [{"from": "fin", "to": "sam", "start": "2026-02-01", "end": "2026-02-28"},
                 {"from": "flo", "to": "sam", "start": "2026-02-01", "end": "2026-02-28"}]
                """#)
        try ledger.accept(Submit("R1", "IT", 100_000))
        #expect(try Self.code(ledger.run(Approve("R1"), by: "sam", for: "fin")) == nil)
        #expect(
            try Self.code(ledger.run(Approve("R1"), by: "sam", for: "flo")) == .alreadyApproved)
        // Nor does the holder vote again who was voted for.
        try ledger.refuse(Approve("R1"), .alreadyApproved, by: "fin")
        #expect(try ledger.accept(Approve("R1"), by: "flo").result == .approved)
    }

    @Test func `a chain of delegations is refused, and so is one to the requester`() throws {
        var ledger = try DocumentLedger.make(
            delegations: #"""
                [{"from": "mia", "to": "fin", "start": "2026-02-01", "end": "2026-02-28"},
                 {"from": "fin", "to": "sam", "start": "2026-02-01", "end": "2026-02-28"}]
                """#)
        try ledger.accept(Submit("R1", "IT", 100_000), by: "ana")
        #expect(
            try Self.code(ledger.run(Approve("R1"), by: "sam", for: "mia")) == .delegationNotValid)
        #expect(
            try Self.code(ledger.run(Approve("R1"), by: "flo", for: "mia")) == .delegationNotValid)
        // The day after the last one it is over.
        #expect(
            try Self.code(ledger.run(Approve("R1"), by: "fin", for: "mia", on: "2026-03-01"))
                == .delegationNotValid)
        #expect(
            try Self.code(ledger.run(Approve("R1"), by: "fin", for: "mia", on: "2026-02-28")) == nil
        )
        try ledger.accept(Submit("R2", "IT", 100_000), by: "fin")
        #expect(try Self.code(ledger.run(Approve("R2"), by: "fin", for: "mia")) == .selfApproval)
    }

    @Test func `the deputy stands in while the holder is away, and then the next level`() throws {
        let people = DocumentLedger.people.replacing(
            #"{"id": "mia", "roles": ["manager"], "reports_to": "cfo"}"#,
            with: #"""
                {"id": "mia", "roles": ["manager"], "reports_to": "cfo", "deputies": ["sam"],
                 "absences": [{"from": "2026-02-10", "to": "2026-02-12"}]}
                """#)
        var ledger = try DocumentLedger.make(people: people)
        try ledger.accept(Submit("R1", "IT", 100_000), by: "ana")
        try ledger.refuse(Approve("R1"), .notAnApprover, by: "cfo")
        try ledger.accept(Approve("R1"), by: "sam")
        try ledger.accept(Submit("R2", "IT", 100_000), by: "ana")
        try ledger.refuse(Approve("R2"), .notAnApprover, by: "sam", on: "2026-02-13")
        // The deputy asks: the step goes up to who the holder reports to.
        try ledger.accept(Submit("R3", "IT", 100_000), by: "sam")
        try ledger.refuse(Approve("R3"), .selfApproval, by: "sam")
        try ledger.accept(Approve("R3"), by: "cfo")
        try ledger.expectReplay()
    }

    private static func code(_ outcome: CommandOutcome) -> RefusalCode? {
        guard case .refused(let refusal) = outcome else { return nil }
        return refusal.code
    }
}
