import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

@Suite struct AmendTests {
    private func ordered(_ rules: TierRules = TierRules()) throws -> TestLedger {
        var ledger = try TestLedger([Node("A"), Node("B")], rules: rules)
        try ledger.accept(Allot(MinorUnits(2_000), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(2_000), to: "B", in: 2026))
        try ledger.accept(
            Submit(
                "R1",
                lines: [Submit.Line("A", MinorUnits(300)), Submit.Line("B", MinorUnits(600))]))
        try ledger.accept(Approve("R1"), by: "mia")
        return ledger
    }

    @Test func `a raise is held and waits, the order stands until it is approved`() throws {
        var ledger = try ordered()
        #expect(try ledger.accept(Amend("R1", to: MinorUnits(1_000))).result == .pending)
        #expect(try ledger.balance("A") == [2_000, 33, 300, 0, 1_667])
        #expect(try ledger.balance("B") == [2_000, 67, 600, 0, 1_333])
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(100)))
        #expect(try ledger.accept(Approve("R1"), by: "mia").result == .approved)
        #expect(try ledger.balance("A") == [2_000, 0, 233, 100, 1_667])
        #expect(try ledger.balance("B") == [2_000, 0, 667, 0, 1_333])
        #expect(ledger.books.request("R1")?.total == MinorUnits(1_000))
        try ledger.expectReplay()
    }

    @Test func `a raise that is refused or taken back leaves the order as it was`() throws {
        var ledger = try ordered()
        let before = try [ledger.balance("A"), ledger.balance("B")]
        try ledger.accept(Amend("R1", to: MinorUnits(1_000)))
        #expect(try ledger.accept(Reject("R1"), by: "mia").result == .rejected)
        #expect(try [ledger.balance("A"), ledger.balance("B")] == before)
        try ledger.accept(Amend("R1", to: MinorUnits(1_000)))
        try ledger.accept(Withdraw("R1"))
        #expect(try [ledger.balance("A"), ledger.balance("B")] == before)
        #expect(ledger.books.request("R1")?.state == .approved)
    }

    @Test func `a raise that the policy keeps is committed at once`() throws {
        var rules = TierRules()
        rules.keptRaise = MinorUnits(100)
        var ledger = try ordered(rules)
        #expect(try ledger.accept(Amend("R1", to: MinorUnits(1_000))).result == .accepted)
        #expect(try ledger.balance("A") == [2_000, 0, 333, 0, 1_667])
    }

    @Test func `a raise beyond the budget is refused whole`() throws {
        var ledger = try ordered()
        let refusal = try ledger.refuse(Amend("R1", to: MinorUnits(6_000)), .insufficientFunds)
        #expect(refusal.row?.node == "B")
        #expect(try ledger.balance("A") == [2_000, 0, 300, 0, 1_700])
    }

    @Test func `a cut gives back what is not billed, and no more`() throws {
        var ledger = try ordered()
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(500)))
        try ledger.refuse(Amend("R1", to: MinorUnits(499)), .belowBilled)
        #expect(try ledger.accept(Amend("R1", to: MinorUnits(500))).result == .accepted)
        #expect(try ledger.balance("A") == [2_000, 0, 0, 300, 1_700])
        #expect(try ledger.balance("B") == [2_000, 0, 0, 200, 1_800])
    }

    @Test func `a request that waits is changed with its money and judged anew`() throws {
        var rules = TierRules()
        rules.tiers = [
            TierRules.Tier(below: MinorUnits(1_000), groups: [[TierRules.step("manager")]]),
            TierRules.Tier(
                below: nil, groups: [[TierRules.step("manager")], [TierRules.step("finance")]]),
        ]
        var ledger = try TestLedger([Node("A")], rules: rules)
        try ledger.accept(Allot(MinorUnits(2_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 900))
        #expect(try ledger.accept(Amend("R1", to: MinorUnits(1_000))).result == .accepted)
        #expect(try ledger.balance("A") == [2_000, 1_000, 0, 0, 1_000])
        #expect(try ledger.accept(Approve("R1"), by: "mia").result == .pending)
        try ledger.accept(Amend("R1", to: MinorUnits(1_100)))
        #expect(try ledger.accept(Approve("R1"), by: "mia").result == .pending)
        #expect(try ledger.accept(Approve("R1"), by: "fin").result == .approved)
        #expect(try ledger.balance("A") == [2_000, 0, 1_100, 0, 900])
    }

    @Test func `what is over is not amended`() throws {
        var ledger = try ordered()
        try ledger.accept(Cancel("R1"))
        try ledger.refuse(Amend("R1", to: MinorUnits(10)), .notApproved)
        try ledger.refuse(Amend("R2", to: MinorUnits(10)), .unknownRequest)
    }

    @Test func `a raise within the contract value asks for approval again`() throws {
        var ledger = try DocumentLedger.make()
        var request = Submit("R1", "IT", 100_000)
        request.details.contractValue = MinorUnits(400_000)
        try ledger.accept(request)
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("IT")[2] == 100_000)
        // 2 % of the contract, or 100.00, is little; small steps add up.
        #expect(try ledger.accept(Amend("R1", to: MinorUnits(106_000))).result == .accepted)
        #expect(try ledger.accept(Amend("R1", to: MinorUnits(112_000))).result == .pending)
        #expect(try ledger.balance("IT")[2] == 106_000)
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("IT")[2] == 112_000)
        // 4 120.00 was judged; with 900.00 more it is in the tier of finance as well.
        #expect(try ledger.accept(Amend("R1", to: MinorUnits(202_000))).result == .pending)
        #expect(try ledger.accept(Approve("R1"), by: "mia").result == .pending)
        #expect(try ledger.accept(Approve("R1"), by: "fin").result == .approved)
        #expect(try ledger.balance("IT")[2] == 202_000)
        try ledger.expectReplay()
    }

    @Test func `so does a raise of what waits, and a cut does not`() throws {
        var ledger = try DocumentLedger.make()
        var request = Submit("R1", "IT", 100_000)
        request.details.contractValue = MinorUnits(600_000)
        try ledger.accept(request)
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Amend("R1", to: MinorUnits(90_000)))
        #expect(try ledger.accept(Approve("R1"), by: "fin").result == .approved)
        var raised = try DocumentLedger.make()
        try raised.accept(request)
        try raised.accept(Approve("R1"), by: "mia")
        try raised.accept(Amend("R1", to: MinorUnits(150_000)))
        try raised.refuse(Approve("R1"), .notAnApprover, by: "fin")
        try raised.accept(Approve("R1"), by: "mia")
        #expect(try raised.accept(Approve("R1"), by: "fin").result == .approved)
        try raised.expectReplay()
    }
}
