import OutlayBudgets
import OutlayValues
import Testing

@Suite struct BookCreditTests {
    private func billed() throws -> TestLedger {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 900, vendor: "V1"))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(500)))
        try ledger.accept(BookInvoice("R1", number: "2", amount: MinorUnits(300), isFinal: true))
        return ledger
    }

    @Test func `a credit note gives back money and leaves the order closed`() throws {
        var ledger = try billed()
        try ledger.accept(
            BookCredit("R1", amount: MinorUnits(100), number: "C1", invoice: "2"))
        #expect(try ledger.balance("A") == [1_000, 0, 0, 700, 300])
        #expect(ledger.books.request("R1")?.state == .closed)
        #expect(ledger.books.invoice(issuer: "vendor:V1", number: "2")?.credited.count == 100)
    }

    @Test func `it cannot exceed the invoice it names, nor what was billed`() throws {
        var ledger = try billed()
        let refusal = try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(301), number: "C1", invoice: "2"), .overCredit)
        #expect(refusal.available == MinorUnits(300))
        try ledger.accept(
            BookCredit("R1", amount: MinorUnits(200), number: "C1", invoice: "2"))
        try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(101), number: "C2", invoice: "2"), .overCredit)
        try ledger.refuse(BookCredit("R1", amount: MinorUnits(601)), .overCredit)
        try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(1), number: "C1"), .duplicateInvoice)
        try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(1), number: "C3", invoice: "9"),
            .unknownInvoice)
    }

    @Test func `what it reopens is owed again, and can be billed again`() throws {
        var ledger = try billed()
        try ledger.accept(BookCredit("R1", amount: MinorUnits(100), reopens: true))
        #expect(try ledger.balance("A") == [1_000, 0, 100, 700, 200])
        try ledger.accept(BookInvoice("R1", number: "3", amount: MinorUnits(100)))
        #expect(try ledger.balance("A") == [1_000, 0, 0, 800, 200])
        try ledger.expectReplay()
    }

    @Test func `an order that is reopened asks for no more than was billed`() throws {
        var ledger = try TestLedger([Node("A"), Node("B")])
        for line in ["A", "B"] as [NodeID] {
            try ledger.accept(Allot(MinorUnits(1_000), to: line, in: 2026))
        }
        try ledger.accept(
            Submit(
                "R1",
                lines: [Submit.Line("A", MinorUnits(600)), Submit.Line("B", MinorUnits(300))]))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(
            BookInvoice("R1", number: "1", amount: MinorUnits(500), isFinal: true))
        #expect(try ledger.balance("A") == [1_000, 0, 0, 500, 500])
        try ledger.accept(BookCredit("R1", amount: MinorUnits(100), reopens: true))
        #expect(ledger.books.request("R1")?.foreignTotal == MinorUnits(500))
        #expect(try ledger.balance("A") == [1_000, 0, 100, 400, 500])
        // What the last invoice released of 900 is neither billed nor cut once more.
        try ledger.refuse(
            BookInvoice("R1", number: "2", amount: MinorUnits(300)), .overInvoiceTolerance)
        try ledger.accept(Amend("R1", to: MinorUnits(450)))
        #expect(try ledger.balance("A") == [1_000, 0, 50, 400, 550])
        try ledger.refuse(Amend("R1", to: MinorUnits(399)), .belowBilled)
        // A return to 900 is a raise, which is held.
        try ledger.accept(Amend("R1", to: MinorUnits(900)))
        let row = try ledger.balance("A")
        #expect(row[1] + row[2] == 500 && row[4] == 100)
        try ledger.expectReplay()
    }

    @Test func `nothing is credited on what was never ordered`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 900))
        try ledger.refuse(BookCredit("R1", amount: MinorUnits(1)), .notApproved)
        try ledger.refuse(BookCredit("R1", amount: .zero), .badAmount)
    }
}
