import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

@Suite struct CarryForwardTests {
    private func ordered(
        _ nodes: [Node] = [Node("DEPT"), Node("A", parent: "DEPT")], carriesMoney: Bool = true
    ) throws -> TestLedger {
        var ledger = try TestLedger([])
        ledger.books = Books(approvalRules: TierRules())
        var settings = LedgerSettings(
            ledgerID: "test", currency: .usd, calendar: .calendarYear)
        settings.carriesMoney = carriesMoney
        try ledger.accept(OpenLedger(settings, years: [2026, 2027]))
        try ledger.accept(SetLines(nodes))
        for node in nodes { try ledger.accept(Allot(MinorUnits(1_000), to: node.id, in: 2026)) }
        try ledger.accept(Submit("R1", "A", 700))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(200)))
        return ledger
    }

    @Test func `an open commitment moves to the next year with its money, at every level`() throws {
        var ledger = try ordered()
        try ledger.accept(CarryForward("R1"), on: "2027-01-01")
        #expect(try ledger.balance("A") == [500, 0, 0, 200, 300])
        #expect(try ledger.balance("DEPT") == [500, 0, 0, 200, 300])
        #expect(try ledger.balance("A", 2027) == [500, 0, 500, 0, 0])
        #expect(try ledger.balance("DEPT", 2027) == [500, 0, 500, 0, 0])
        try ledger.accept(
            BookInvoice("R1", number: "2", amount: MinorUnits(500), isFinal: true),
            on: "2027-02-01")
        #expect(try ledger.balance("A", 2027) == [500, 0, 0, 500, 0])
        try ledger.refuse(CarryForward("R1"), .notApproved, on: "2027-03-01")
        try ledger.expectReplay()
    }

    @Test func `without its money it needs money where it goes`() throws {
        var ledger = try ordered(carriesMoney: false)
        try ledger.accept(Allot(MinorUnits(400), to: "A", in: 2027))
        try ledger.refuse(CarryForward("R1"), .insufficientFunds, on: "2027-01-01")
        try ledger.accept(Allot(MinorUnits(100), to: "A", in: 2027))
        try ledger.accept(Allot(MinorUnits(500), to: "DEPT", in: 2027))
        try ledger.accept(CarryForward("R1"), on: "2027-01-01")
        #expect(try ledger.balance("A") == [1_000, 0, 0, 200, 800])
        #expect(try ledger.balance("A", 2027) == [500, 0, 500, 0, 0])
    }

    @Test func `it moves to another line of the same year`() throws {
        var ledger = try ordered([Node("A"), Node("B")])
        try ledger.accept(CarryForward("R1", to: "B"))
        #expect(try ledger.balance("A") == [500, 0, 0, 200, 300])
        #expect(try ledger.balance("B") == [1_500, 0, 500, 0, 1_000])
        try ledger.refuse(CarryForward("R1", to: "B"), .nothingOpen)
    }

    @Test func `year end goes in its order and lapses what is left`() throws {
        var ledger = try ordered([Node("A"), Node("B")])
        try ledger.accept(Submit("R2", "B", 100))
        var end = try ledger.books.yearEnd(of: 2026)
        #expect(end.pending == ["R2"] && !end.isReady)
        try ledger.accept(Reject("R2"), by: "mia")
        try ledger.accept(Receive("R1", number: "D1", amount: MinorUnits(250)))
        end = try ledger.books.yearEnd(of: 2026)
        #expect(end.receivedNotInvoiced.map(\.foreignAmount) == [MinorUnits(50)])
        #expect(end.carryForwards.isEmpty && !end.isReady)
        try ledger.accept(BookInvoice("R1", number: "2", amount: MinorUnits(50)))
        end = try ledger.books.yearEnd(of: 2026)
        #expect(end.isReady && end.carryForwards.map(\.id) == ["R1"])
        for command in end.carryForwards { try ledger.accept(command, on: "2027-01-01") }
        for command in end.lapses { try ledger.accept(command, on: "2027-01-02") }
        #expect(try ledger.balance("A") == [250, 0, 0, 250, 0])
        #expect(try ledger.balance("B") == [0, 0, 0, 0, 0])
        #expect(try ledger.balance("A", 2027) == [450, 0, 450, 0, 0])
        try ledger.expectReplay()
    }
}
