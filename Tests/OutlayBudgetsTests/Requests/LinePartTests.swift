import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

/// Bills, receipts and credit notes that say what of them falls on which line of the order.
@Suite struct LinePartTests {
    /// An order `R1` of 100.00 for A, 50.00 for B and 30.00 for A again.
    private func ledger(_ matching: InvoiceMatching = .order) throws -> TestLedger {
        var rules = TierRules()
        rules.terms.matching = matching
        rules.terms.invoiceTolerance = try BasisPoints(200)
        var ledger = try TestLedger([Node("A"), Node("B")], rules: rules)
        try ledger.accept(Allot(MinorUnits(100_000), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(100_000), to: "B", in: 2026))
        try ledger.accept(
            Submit(
                "R1",
                lines: [
                    Submit.Line("A", MinorUnits(10_000)), Submit.Line("B", MinorUnits(5_000)),
                    Submit.Line("A", MinorUnits(3_000)),
                ]))
        try ledger.accept(Approve("R1"), by: "mia")
        return ledger
    }

    private func invoice(_ number: LedgerText, _ parts: [(Int, Int64)]) -> BookInvoice {
        BookInvoice(
            "R1", number: number, amount: MinorUnits(parts.map(\.1).reduce(0, +)),
            parts: parts.map { LinePart($0.0, MinorUnits($0.1)) })
    }

    private func lines(_ ledger: TestLedger) -> [[Int64]] {
        ledger.books.lines(of: "R1").map { [$0.billed.count, $0.committed.count] }
    }

    @Test func `a bill falls on the lines that it names`() throws {
        var ledger = try ledger()
        try ledger.accept(invoice("A1", [(2, 4_000), (3, 3_000)]))
        #expect(lines(ledger) == [[0, 10_000], [4_000, 1_000], [3_000, 0]])
        #expect(try ledger.balance("A") == [100_000, 0, 10_000, 3_000, 87_000])
        #expect(try ledger.balance("B") == [100_000, 0, 1_000, 4_000, 95_000])
        // Without parts the rest fills the lines in their order.
        try ledger.accept(BookInvoice("R1", number: "A2", amount: MinorUnits(10_500)))
        #expect(lines(ledger) == [[10_000, 0], [4_500, 500], [3_000, 0]])
        try ledger.expectReplay()
    }

    @Test func `a line takes no more than was ordered of it, and its tolerance`() throws {
        var ledger = try ledger()
        // 2 % of 50.00 are 1.00.
        let refusal = try ledger.refuse(invoice("A1", [(2, 5_101)]), .overInvoiceTolerance)
        #expect(refusal.row?.node == "B" && refusal.row?.period.description == "FY2026-M02")
        #expect(refusal.available == MinorUnits(5_100) && refusal.shortBy == MinorUnits(1))
        #expect(ledger.books.disputes().map(\.parts) == [[LinePart(2, MinorUnits(5_101))]])
        try ledger.accept(invoice("A2", [(2, 5_100)]))
        #expect(lines(ledger) == [[0, 10_000], [5_100, 0], [0, 3_000]])
        try ledger.expectReplay()
    }

    @Test(
        arguments: [
            [], [(4, 100)], [(0, 100)], [(1, 0), (2, 100)], [(1, -1), (2, 101)],
            [(1, 50), (1, 50)],
            [(1, 99)], [(1, .max), (2, .max)],
        ] as [[(Int, Int64)]])
    func `parts name lines of the order, each once, and add up`(parts: [(Int, Int64)]) throws {
        var ledger = try ledger()
        var command = BookInvoice("R1", number: "A1", amount: MinorUnits(100))
        command.parts = parts.map { LinePart($0.0, MinorUnits($0.1)) }
        let isLarge = parts.contains { $0.1 == .max }
        try ledger.refuse(command, isLarge ? .badAmount : .badCommand)
        try ledger.refuse(
            Receive("R1", number: "D1", amount: MinorUnits(100), parts: command.parts),
            isLarge ? .badAmount : .badCommand)
        try ledger.accept(BookInvoice("R1", number: "A0", amount: MinorUnits(18_000)))
        try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(100), parts: command.parts),
            isLarge ? .badAmount : .badCommand)
    }

    @Test func `three ways are matched line by line`() throws {
        var ledger = try ledger(.receipts)
        try ledger.accept(
            Receive(
                "R1", number: "D1", amount: MinorUnits(5_000),
                parts: [LinePart(2, MinorUnits(5_000))]
            ))
        // B came whole, A not at all: a bill for A is refused although as much came for B.
        let refusal = try ledger.refuse(invoice("A1", [(1, 5_000)]), .notReceived)
        // 2 % of the 100.00 ordered may come early.
        #expect(refusal.available == MinorUnits(200))
        try ledger.accept(invoice("A2", [(2, 5_000)]))
        // What a delivery does not say fills the lines in their order.
        try ledger.accept(Receive("R1", number: "D2", amount: MinorUnits(10_500)))
        try ledger.accept(invoice("A3", [(1, 10_000), (3, 500)]))
        try ledger.refuse(invoice("A4", [(3, 61)]), .notReceived)
        try ledger.accept(invoice("A5", [(3, 60)]))
        try ledger.expectReplay()
    }

    @Test func `no more is received of a line than was ordered of it`() throws {
        var ledger = try ledger()
        let all = LinePart(3, MinorUnits(3_060))
        try ledger.accept(Receive("R1", number: "D1", amount: all.amount, parts: [all]))
        let refusal = try ledger.refuse(
            Receive("R1", number: "D2", amount: MinorUnits(1), parts: [LinePart(3, MinorUnits(1))]),
            .overReceipt)
        #expect(refusal.row?.node == "A" && refusal.available == .zero)
    }

    @Test func `a line that was carried elsewhere is billed there`() throws {
        var ledger = try ledger()
        try ledger.accept(invoice("A1", [(1, 4_000)]))
        try ledger.accept(CarryForward("R1", to: "B"), by: "cfo")
        try ledger.accept(invoice("A2", [(1, 6_000), (3, 3_000)]))
        #expect(try ledger.balance("A")[3] == 4_000)
        #expect(try ledger.balance("B")[3] == 9_000)
        try ledger.refuse(invoice("A3", [(1, 261)]), .overInvoiceTolerance)
        try ledger.expectReplay()
    }

    @Test func `a credit note comes off the lines that it names`() throws {
        var ledger = try ledger()
        try ledger.accept(invoice("A1", [(1, 10_000), (2, 5_000)]))
        let parts = [LinePart(1, MinorUnits(2_000)), LinePart(2, MinorUnits(500))]
        try ledger.accept(
            BookCredit(
                "R1", amount: MinorUnits(2_500), number: "C1", invoice: "A1", parts: parts,
                reopens: true))
        #expect(lines(ledger) == [[8_000, 2_000], [4_500, 500], [0, 3_000]])
        let refusal = try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(1), parts: [LinePart(3, MinorUnits(1))]),
            .overCredit)
        #expect(refusal.row?.node == "A" && refusal.available == .zero)
        // The invoice has 125.00 left, and line 1 has 80.00 of them.
        try ledger.refuse(
            BookCredit(
                "R1", amount: MinorUnits(8_001), invoice: "A1",
                parts: [LinePart(1, MinorUnits(8_001))]),
            .overCredit)
        try ledger.expectReplay()
    }

    @Test func `parts of a bill in another currency are split to the last cent`() throws {
        var rules = TierRules()
        rules.tiers = [TierRules.Tier(below: nil, groups: [])]
        var ledger = try TestLedger([Node("A"), Node("B")], rules: rules)
        try ledger.accept(Allot(MinorUnits(100_000), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(100_000), to: "B", in: 2026))
        let rate = ExactDecimal(11, places: 1)
        try ledger.accept(
            Submit(
                "R1",
                lines: [Submit.Line("A", MinorUnits(1_001)), Submit.Line("B", MinorUnits(2_002))],
                currency: .eur, rate: rate))
        // 10.01 and 20.02 euros at 1.1 are 11.011 and 22.022 dollars, each rounded.
        try ledger.accept(invoice("A1", [(1, 1_001), (2, 2_002)]))
        #expect(lines(ledger) == [[1_101, 0], [2_202, 0]])
        #expect(ledger.books.invoices(of: "R1").map(\.booked) == [MinorUnits(3_303)])
        // In dollars, an order's line is billed by its share.
        try ledger.accept(
            Submit(
                "R2",
                lines: [Submit.Line("A", MinorUnits(1_000)), Submit.Line("B", MinorUnits(2_000))],
                currency: .eur, rate: rate))
        var dollars = BookInvoice("R2", number: "D1", amount: MinorUnits(1_000), currency: .usd)
        dollars.parts = [LinePart(1, MinorUnits(333)), LinePart(2, MinorUnits(667))]
        try ledger.accept(dollars)
        #expect(ledger.books.lines(of: "R2").map(\.billed.count) == [333, 667])
    }
}
