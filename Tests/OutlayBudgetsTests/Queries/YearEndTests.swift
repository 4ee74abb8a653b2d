import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

/// Fiscal years that begin in April, from the first allotment to the last lapse.
@Suite struct YearEndTests {
    /// Quarters checked from the year's beginning, 1 000.01 for FY2026, which begins on 1 April 2026.
    private func ledger(
        _ settings: (inout LedgerSettings) -> Void = { _ in }
    ) throws -> TestLedger {
        var line = Node("IT")
        line.phasing = Phasing(division: .quarterly, weights: [], scope: .yearToDate)
        var rules = TierRules()
        rules.terms.matching = .receipts
        var ledger = try TestLedger([])
        ledger.books = Books(approvalRules: rules)
        var kept = LedgerSettings(
            ledgerID: "april", currency: .usd,
            calendar: try FiscalCalendar(startMonth: 4, naming: .byStart))
        settings(&kept)
        try ledger.accept(OpenLedger(kept, years: [2026, 2027]), on: "2026-04-01")
        try ledger.accept(SetLines([line]), on: "2026-04-01")
        try ledger.accept(Allot(MinorUnits(100_001), to: "IT", in: 2026), on: "2026-04-01")
        return ledger
    }

    private func allotted(_ ledger: TestLedger) -> [Int64] {
        PeriodID(year: 2026).siblings(.quarterly).map {
            ledger.books.balance(BalanceKey("IT", $0))?.allotted.count ?? 0
        }
    }

    @Test func `quarters of a year from April bind from its beginning`() throws {
        var ledger = try ledger()
        #expect(allotted(ledger) == [25_001, 25_000, 25_000, 25_000])
        // 30 June is the first quarter's last day, 1 July the second one's first.
        try ledger.refuse(Submit("R1", "IT", 25_002), .insufficientFunds, on: "2026-06-30")
        try ledger.accept(Submit("R1", "IT", 25_000), on: "2026-06-30")
        #expect(ledger.books.lines(of: "R1").map(\.period.description) == ["FY2026-M03"])
        try ledger.refuse(Submit("R2", "IT", 25_002), .insufficientFunds, on: "2026-07-01")
        // What the first quarter left is there in the second.
        try ledger.accept(Submit("R2", "IT", 25_001), on: "2026-07-01")
        try ledger.refuse(Submit("R3", "IT", 1), .insufficientFunds, on: "2026-06-30")
        // 31 March 2027 still is the year's last month, and 1 April the next year's first.
        try ledger.accept(Submit("R4", "IT", 50_000), on: "2027-03-31")
        #expect(ledger.books.lines(of: "R4").map(\.period.description) == ["FY2026-M12"])
        try ledger.refuse(Submit("R5", "IT", 1), .insufficientFunds, on: "2027-03-31")
        try ledger.refuse(Submit("R5", "IT", 1), .insufficientFunds, on: "2027-04-01")
        try ledger.accept(Allot(MinorUnits(4), to: "IT", in: 2027), on: "2027-04-01")
        try ledger.accept(Submit("R5", "IT", 1), on: "2027-04-01")
        #expect(ledger.books.lines(of: "R5").map(\.period.description) == ["FY2027-M01"])
        try ledger.expectReplay()
    }

    /// Two orders of 100.00: `R1`, of which 40.00 came and 10.00 were billed, and `R2`, of which nothing
    /// came.
    private func ordered(
        _ settings: (inout LedgerSettings) -> Void = { _ in }
    ) throws -> TestLedger {
        var ledger = try ledger(settings)
        for id: RequestID in ["R1", "R2"] {
            try ledger.accept(Submit(id, "IT", 10_000), on: "2026-05-10")
            try ledger.accept(Approve(id), by: "mia", on: "2026-05-10")
        }
        try ledger.accept(
            Receive("R1", number: "D1", amount: MinorUnits(4_000)), by: "sam", on: "2026-05-20")
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(1_000)), by: "fin", on: "2026-05-21")
        return ledger
    }

    @Test func `bills come first, then the carry-forward, and last what is left lapses`() throws {
        var ledger = try ordered()
        var end = try ledger.books.yearEnd(of: 2026)
        #expect(!end.isReady)
        #expect(end.receivedNotInvoiced.map(\.foreignAmount) == [MinorUnits(3_000)])
        #expect(end.carryForwards.map(\.id) == ["R2"])
        // A lapse takes what is left and never what stands behind the goods that came.
        let lapse = try #require(end.lapses.first)
        try ledger.accept(lapse, on: "2027-03-31")
        #expect(try ledger.balance("IT") == [20_000, 0, 19_000, 1_000, 0])
        #expect(allotted(ledger) == [20_000, 0, 0, 0])
        #expect(ledger.books.overruns().isEmpty)
        try ledger.accept(
            BookInvoice("R1", number: "A2", amount: MinorUnits(3_000)), by: "fin", on: "2027-03-31")
        end = try ledger.books.yearEnd(of: 2026)
        #expect(end.isReady && end.carryForwards.map(\.id) == ["R1", "R2"])
        for carry in end.carryForwards {
            try ledger.accept(carry, by: "cfo", on: "2027-04-01")
        }
        #expect(try ledger.balance("IT") == [4_000, 0, 0, 4_000, 0])
        #expect(try ledger.balance("IT", 2027).prefix(4) == [16_000, 0, 16_000, 0])
        try ledger.expectReplay()
    }

    @Test func `without accrual what came is carried like the rest`() throws {
        let ledger = try ordered { $0.accruesReceipts = false }
        let end = try ledger.books.yearEnd(of: 2026)
        #expect(end.receivedNotInvoiced.isEmpty && end.isReady)
        #expect(end.carryForwards.map(\.id) == ["R1", "R2"])
    }

    /// The year 2026 closed behind a carried `R1`.
    private func closed() throws -> TestLedger {
        var ledger = try ordered { $0.accruesReceipts = false }
        for carry in try ledger.books.yearEnd(of: 2026).carryForwards {
            try ledger.accept(carry, by: "cfo", on: "2027-04-01")
        }
        try ledger.accept(SetPeriod(PeriodID(year: 2026), .closed), on: "2027-04-15")
        return ledger
    }

    @Test func `a carried order is billed after the old year closed`() throws {
        var ledger = try closed()
        try ledger.refuse(
            ImportActuals(
                [Charge("IT", try #require(PeriodID(year: 2026, .monthly, 2)), MinorUnits(1))],
                source: "books"), .periodClosed, on: "2027-05-01")
        try ledger.accept(
            BookInvoice("R1", number: "A2", amount: MinorUnits(3_000)), by: "fin", on: "2027-05-01")
        try ledger.accept(Amend("R1", to: MinorUnits(9_000)), on: "2027-05-02")
        try ledger.accept(
            Receive("R1", number: "D2", amount: MinorUnits(5_000)), by: "sam", on: "2027-05-20")
        try ledger.accept(
            BookInvoice("R1", number: "A3", amount: MinorUnits(5_000), isFinal: true), by: "fin",
            on: "2027-05-21")
        #expect(try ledger.balance("IT").dropFirst() == [0, 0, 1_000, 80_001])
        #expect(try ledger.balance("IT", 2027)[3] == 8_000)
        try ledger.expectReplay()
    }

    @Test func `a credit for a closed year is a fact of the present one`() throws {
        var ledger = try closed()
        let before = try ledger.balance("IT")
        try ledger.accept(
            BookCredit("R1", amount: MinorUnits(400), number: "C1", invoice: "A1"), by: "fin",
            on: "2027-05-01")
        // R1 was carried, so the credit stands where the order stands now.
        #expect(try ledger.balance("IT") == before)
        #expect(try ledger.balance("IT", 2027)[3] == -400)
        try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(601), number: "C2", invoice: "A1"), .overCredit,
            by: "fin", on: "2027-05-01")
        try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(601), parts: [LinePart(1, MinorUnits(601))]),
            .overCredit, by: "fin", on: "2027-05-01")
        try ledger.accept(
            BookCredit(
                "R1", amount: MinorUnits(600), number: "C2", parts: [LinePart(1, MinorUnits(600))],
                reopens: true), by: "fin", on: "2027-05-01")
        #expect(try ledger.balance("IT", 2027).prefix(4) == [19_000, 0, 19_600, -1_000])
        try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(1), number: "C3"), .overCredit, by: "fin",
            on: "2027-05-01")
        try ledger.expectReplay()
    }

    @Test func `a credit for a closed order of a closed year finds its budget line`() throws {
        var ledger = try ledger()
        try ledger.accept(Submit("R1", "IT", 10_000), on: "2026-05-10")
        try ledger.accept(Approve("R1"), by: "mia", on: "2026-05-10")
        try ledger.accept(
            Receive("R1", number: "D1", amount: MinorUnits(10_000)), by: "sam", on: "2026-05-20")
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(10_000), isFinal: true), by: "fin",
            on: "2026-05-21")
        try ledger.accept(SetPeriod(PeriodID(year: 2026), .closed), on: "2027-04-15")
        try ledger.refuse(
            BookCredit("R1", amount: MinorUnits(10_001), number: "C0"), .overCredit, by: "fin",
            on: "2027-05-01")
        for number: LedgerText in ["C1", "C2"] {
            try ledger.accept(
                BookCredit("R1", amount: MinorUnits(3_000), number: number, invoice: "A1"),
                by: "fin", on: "2027-05-01")
        }
        #expect(try ledger.balance("IT")[3] == 10_000)
        #expect(try ledger.balance("IT", 2027)[3] == -6_000)
        #expect(ledger.books.lines(of: "R1").map(\.billed.count) == [10_000, -6_000])
        try ledger.expectReplay()
    }

    @Test func `a closed month is no bar to the months after it`() throws {
        var ledger = try ledger()
        let months = PeriodID(year: 2026).siblings(.monthly)
        try ledger.accept(
            Submit(
                "R1", lines: months.prefix(3).map { Submit.Line("IT", MinorUnits(1_000), in: $0) }),
            on: "2026-04-02")
        try ledger.accept(Approve("R1"), by: "mia", on: "2026-04-02")
        try ledger.accept(
            Receive("R1", number: "D1", amount: MinorUnits(3_000)), by: "sam", on: "2026-04-20")
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(1_000)), by: "fin", on: "2026-04-30")
        try ledger.accept(SetPeriod(months[0], .closed), on: "2026-05-03")
        try ledger.accept(
            BookInvoice("R1", number: "A2", amount: MinorUnits(1_000)), by: "fin", on: "2026-05-31")
        // A raise falls on the months that still take plans.
        try ledger.accept(Amend("R1", to: MinorUnits(5_000)), on: "2026-06-01")
        #expect(ledger.books.lines(of: "R1").map(\.foreignRaise.count) == [0, 1_000, 1_000])
        try ledger.accept(SetPeriod(months[1], .closed), on: "2026-06-03")
        try ledger.accept(SetPeriod(months[2], .softClosed), on: "2026-07-03")
        try ledger.accept(
            BookInvoice("R1", number: "A3", amount: MinorUnits(1_000)), by: "fin", on: "2026-07-03")
        try ledger.expectReplay()
    }
}
