import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

@Suite struct BookInvoiceTests {
    private func ordered(
        _ rules: TierRules = TierRules(), money: Int64 = 1_000, currency: Currency? = nil,
        rate: ExactDecimal? = nil
    ) throws -> TestLedger {
        var ledger = try TestLedger([Node("A")], rules: rules)
        try ledger.accept(Allot(MinorUnits(money), to: "A", in: 2026))
        try ledger.accept(
            Submit(
                "R1", lines: [Submit.Line("A", MinorUnits(1_000))], vendor: "V1",
                currency: currency, rate: rate))
        try ledger.accept(Approve("R1"), by: "mia")
        return ledger
    }

    private func tolerant() throws -> TierRules {
        var rules = TierRules()
        rules.terms.invoiceTolerance = try BasisPoints(200)
        return rules
    }

    @Test func `an excess within tolerance without money is an overrun that bars new plans`() throws
    {
        var ledger = try ordered(try tolerant())
        let answer = try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(1_020)))
        #expect(answer.flags == [.overBudget])
        #expect(try ledger.balance("A") == [1_000, 0, 0, 1_020, -20])
        #expect(try ledger.row("A").cap == MinorUnits(1_020))
        #expect(ledger.books.overruns().map(\.cause) == [.invoice])
        #expect(ledger.books.overruns().map(\.amount) == [MinorUnits(20)])
        try ledger.refuse(Submit("R2", "A", 1), .insufficientFunds)
        try ledger.accept(Allot(MinorUnits(21), to: "A", in: 2026))
        #expect(try ledger.row("A").excused == .zero)
        try ledger.accept(Submit("R2", "A", 1))
        try ledger.expectReplay()
    }

    @Test func `a bill beyond tolerance is disputed, shown, and replaced by a right one`() throws {
        var ledger = try ordered(try tolerant())
        let refusal = try ledger.refuse(
            BookInvoice("R1", number: "1", amount: MinorUnits(1_021)), .overInvoiceTolerance)
        #expect(refusal.shortBy == MinorUnits(1))
        #expect(ledger.books.disputes().map(\.foreignAmount) == [MinorUnits(1_021)])
        #expect(try ledger.balance("A") == [1_000, 0, 1_000, 0, 0])
        let notices = try ledger.books.notices(on: TestLedger.date("2026-02-10"))
        #expect(notices.map(\.kind) == [.disputed])
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(1_020)))
        #expect(ledger.books.disputes().isEmpty)
        try ledger.refuse(
            BookInvoice("R1", number: "1", amount: MinorUnits(1)), .duplicateInvoice)
        try ledger.expectReplay()
    }

    @Test func `a dispute can be given up once`() throws {
        var ledger = try ordered()
        try ledger.refuse(
            BookInvoice("R1", number: "1", amount: MinorUnits(1_001)), .overInvoiceTolerance)
        try ledger.accept(DropDispute("R1", number: "1", reason: "the vendor took it back"))
        #expect(ledger.books.disputes().isEmpty)
        try ledger.refuse(DropDispute("R1", number: "1", reason: ""), .unknownInvoice)
    }

    @Test func `three-way match books what was received`() throws {
        var rules = TierRules()
        rules.terms.matching = .receipts
        var ledger = try ordered(rules)
        try ledger.refuse(
            BookInvoice("R1", number: "1", amount: MinorUnits(400)), .notReceived)
        try ledger.accept(Receive("R1", number: "D1", amount: MinorUnits(400)), by: "bob")
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(400)))
        try ledger.refuse(
            BookInvoice("R1", number: "2", amount: MinorUnits(1)), .notReceived)
        try ledger.refuse(
            Receive("R1", number: "D2", amount: MinorUnits(601)), .overReceipt)
        try ledger.refuse(
            Receive("R1", number: "D1", amount: MinorUnits(1)), .alreadyExists)
    }

    @Test func `another rate than the order's is a difference, not a refusal`() throws {
        var ledger = try ordered(
            money: 1_100, currency: .eur, rate: ExactDecimal(110, places: 2))
        #expect(try ledger.balance("A") == [1_100, 0, 1_100, 0, 0])
        try ledger.accept(
            BookInvoice(
                "R1", number: "1", amount: MinorUnits(500), rate: ExactDecimal(120, places: 2)))
        #expect(try ledger.balance("A") == [1_100, 0, 550, 600, -50])
        try ledger.accept(
            BookInvoice("R1", number: "2", amount: MinorUnits(500), rate: ExactDecimal.one))
        #expect(try ledger.balance("A") == [1_100, 0, 0, 1_100, 0])
        #expect(try ledger.row("A").excused == .zero)
    }

    @Test func `a bill in the ledger's currency for a foreign order is booked to the cent`() throws
    {
        var ledger = try ordered(
            money: 1_100, currency: .eur, rate: ExactDecimal(110, places: 2))
        try ledger.accept(
            BookInvoice("R1", number: "1", amount: MinorUnits(333), currency: .usd))
        #expect(try ledger.balance("A")[3] == 333)
    }

    @Test func `a bill fills the lines in their order`() throws {
        var ledger = try TestLedger([Node("A"), Node("B")], rules: try tolerant())
        for line: NodeID in ["A", "B"] {
            try ledger.accept(Allot(MinorUnits(500), to: line, in: 2026))
        }
        let lines = [Submit.Line("A", MinorUnits(300)), Submit.Line("B", MinorUnits(300))]
        try ledger.accept(Submit("R1", lines: lines))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(400)))
        #expect(try ledger.balance("A") == [500, 0, 0, 300, 200])
        #expect(try ledger.balance("B") == [500, 0, 200, 100, 200])
        try ledger.accept(BookInvoice("R1", number: "2", amount: MinorUnits(212), isFinal: true))
        #expect(try ledger.balance("B") == [500, 0, 0, 312, 188])
    }

    @Test func `nothing is billed before the last approval or without a number`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(500), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 300))
        try ledger.refuse(BookInvoice("R1", number: "1", amount: MinorUnits(1)), .notApproved)
        try ledger.refuse(PlaceOrder("R1"), .notApproved)
        try ledger.refuse(Receive("R1", number: "1", amount: MinorUnits(1)), .notApproved)
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.refuse(BookInvoice("R1", number: "", amount: MinorUnits(1)), .badCommand)
        try ledger.refuse(BookInvoice("R1", number: "1", amount: .zero), .badAmount)
        try ledger.accept(PlaceOrder("R1", number: "PO-1"))
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(1)))
        try ledger.refuse(PlaceOrder("R1"), .notApproved)
    }

    @Test func `a closed period takes no bill, a soft-closed one does`() throws {
        var ledger = try ordered()
        let month = try PeriodID(parsing: "FY2026-M02")
        try ledger.accept(SetPeriod(month, .softClosed))
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(1)))
        try ledger.accept(SetPeriod(month, .closed))
        try ledger.refuse(
            BookInvoice("R1", number: "2", amount: MinorUnits(1)), .periodClosed)
        try ledger.refuse(Cancel("R1"), .periodClosed)
    }
}
