import OutlayBudgets
import OutlayValues
import Testing

@Suite struct ReturnForChangesTests {
    @Test func `what is given back is changed and raised again, and judged anew`() throws {
        var ledger = try DocumentLedger.make()
        try ledger.accept(Submit("R1", "IT", 600_000), on: "2026-02-10")
        try ledger.accept(Approve("R1"), by: "mia", on: "2026-02-11")
        let view = ApprovalView(reason: "two quotes, please")
        #expect(
            try ledger.accept(ReturnForChanges("R1", view), by: "fin", on: "2026-02-12").result
                == .returned)
        #expect(ledger.state("R1") == .returned)
        #expect(try ledger.balance("IT") == [100_000_000, 0, 0, 0, 100_000_000])
        let kept = try #require(ledger.books.request("R1")?.approval)
        #expect(kept.acts.last?.reason == "two quotes, please")
        // Nothing waits: neither approvals nor invoices nor changes.
        try ledger.refuse(Approve("R1"), .notPending, by: "fin", on: "2026-02-12")
        try ledger.refuse(Amend("R1", to: MinorUnits(1)), .notApproved, on: "2026-02-12")
        try ledger.refuse(Withdraw("R1"), .notPending, on: "2026-02-12")
        try ledger.refuse(ReturnForChanges("R1"), .notPending, by: "mia", on: "2026-02-12")
        // The next revision needs both again, whoever agreed to the first.
        try ledger.accept(Submit("R1", "IT", 590_000), on: "2026-02-13")
        #expect(ledger.books.request("R1")?.revision == 2)
        #expect(try ledger.accept(Approve("R1"), by: "mia", on: "2026-02-13").result == .pending)
        #expect(try ledger.accept(Approve("R1"), by: "fin", on: "2026-02-13").result == .approved)
        #expect(try ledger.balance("IT") == [100_000_000, 0, 590_000, 0, 99_410_000])
        try ledger.expectReplay()
    }

    @Test func `somebody else may take it up, and then both of them ask`() throws {
        var ledger = try DocumentLedger.make()
        try ledger.accept(Submit("R1", "IT", 100_000), by: "ana")
        try ledger.accept(ReturnForChanges("R1"), by: "mia")
        try ledger.accept(Submit("R1", "IT", 100_000), by: "mia")
        try ledger.refuse(Approve("R1"), .selfApproval, by: "mia")
        #expect(ledger.books.request("R1")?.requester == "mia")
    }

    @Test func `a change order that is given back leaves the order as it was`() throws {
        var ledger = try DocumentLedger.make()
        try ledger.accept(Submit("R1", "IT", 100_000))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Amend("R1", to: MinorUnits(300_000)))
        #expect(try ledger.balance("IT") == [100_000_000, 200_000, 100_000, 0, 99_700_000])
        try ledger.accept(ReturnForChanges("R1"), by: "mia")
        #expect(try ledger.balance("IT") == [100_000_000, 0, 100_000, 0, 99_900_000])
        #expect(ledger.state("R1") == .approved)
        #expect(ledger.books.request("R1")?.amendment == nil)
        try ledger.accept(Amend("R1", to: MinorUnits(200_000)))
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("IT") == [100_000_000, 0, 200_000, 0, 99_800_000])
        try ledger.expectReplay()
    }

    @Test func `an invoice that comes while a change order waits is booked on the order`() throws {
        var ledger = try DocumentLedger.make()
        try ledger.accept(Submit("R1", "IT", 100_000))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Amend("R1", to: MinorUnits(300_000)))
        // The raise is held and not ordered, so it takes no bill.
        try ledger.refuse(
            BookInvoice("R1", number: "A1", amount: MinorUnits(100_001)), .overInvoiceTolerance,
            by: "sam")
        try ledger.accept(
            BookInvoice("R1", number: "A2", amount: MinorUnits(60_000)), by: "sam")
        #expect(try ledger.balance("IT") == [100_000_000, 200_000, 40_000, 60_000, 99_700_000])
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("IT") == [100_000_000, 0, 240_000, 60_000, 99_700_000])
        // A last invoice ends the change order with the order.
        try ledger.accept(Amend("R1", to: MinorUnits(400_000)))
        try ledger.accept(
            BookInvoice("R1", number: "A3", amount: MinorUnits(240_000), isFinal: true), by: "sam")
        #expect(try ledger.balance("IT") == [100_000_000, 0, 0, 300_000, 99_700_000])
        try ledger.refuse(Approve("R1"), .notPending, by: "mia")
        try ledger.expectReplay()
    }
}
