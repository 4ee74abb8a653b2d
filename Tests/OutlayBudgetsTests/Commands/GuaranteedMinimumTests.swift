import OutlayBudgets
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

/// What an agreement owes even without a call-off: billed, credited, carried to the next year.
@Suite struct GuaranteedMinimumTests {
    /// An agreement `F1` of 1 000 with V1, of which `MIN` guarantees `minimum` on line A.
    static func ledger(
        minimum: Int64 = 300, allotted: Int64 = 5_000, rules: TierRules = TierRules(),
        rate: ExactDecimal? = nil
    ) throws -> TestLedger {
        var ledger = try TestLedger([Node("A"), Node("B")], rules: rules)
        for line: NodeID in ["A", "B"] {
            try ledger.accept(Allot(MinorUnits(allotted), to: line, in: 2026))
        }
        try ledger.accept(
            Submit(
                "MIN", lines: [Submit.Line("A", MinorUnits(minimum))], vendor: "V1",
                currency: rate == nil ? nil : .eur, rate: rate))
        try ledger.accept(Approve("MIN"), by: "mia")
        try ledger.accept(
            MakeFramework(
                "F1", vendors: ["V1"], ceiling: MinorUnits(1_000),
                from: TestLedger.date("2026-01-01"), to: TestLedger.date("2027-06-30"),
                guaranteedBy: "MIN"))
        return ledger
    }

    static func callOff(_ id: RequestID, _ amount: Int64, of line: NodeID = "A") -> Submit {
        Submit(
            id, lines: [Submit.Line(line, MinorUnits(amount))], vendor: "V1", framework: "F1")
    }

    private func bill(
        _ number: LedgerText, _ amount: Int64, parts: [LinePart]? = nil, isFinal: Bool = false
    ) -> BookInvoice {
        BookInvoice(
            "MIN", number: number, amount: MinorUnits(amount), parts: parts, isFinal: isFinal)
    }

    private func agreement(_ ledger: TestLedger) throws -> Framework {
        try #require(ledger.books.framework("F1"))
    }

    @Test func `what the call-offs leave of it is billed against its request`() throws {
        var ledger = try Self.ledger()
        try ledger.accept(Self.callOff("R1", 200))
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("A") == [5_000, 0, 300, 0, 4_700])
        let refusal = try ledger.refuse(bill("1", 101), .overInvoiceTolerance)
        #expect(refusal.available == MinorUnits(100) && refusal.shortBy == MinorUnits(1))
        #expect(
            refusal.problem(in: .usd).hint
                == "ask for a bill of no more than what is open of the minimum")
        #expect(ledger.books.disputes().map(\.request) == ["MIN"])
        try ledger.accept(bill("1", 60))
        #expect(try ledger.balance("A") == [5_000, 0, 240, 60, 4_700])
        #expect(try agreement(ledger).minimumOpen == MinorUnits(40))
        try ledger.accept(bill("2", 40))
        #expect(try ledger.balance("A") == [5_000, 0, 200, 100, 4_700])
        let over = try ledger.refuse(bill("3", 1), .notApproved)
        #expect(over.note == "nothing is open of what F1 guarantees")
        #expect(ledger.books.invoices(of: "MIN").map(\.booked) == [60, 40].map(MinorUnits.init))
        // What was paid for it is no call-off, and none of it is owed again.
        #expect(try agreement(ledger).calledOff == MinorUnits(200))
        try ledger.accept(Self.callOff("R2", 500))
        try ledger.accept(Approve("R2"), by: "mia")
        try ledger.accept(Cancel("R2"))
        #expect(try ledger.balance("A") == [5_000, 0, 200, 100, 4_700])
        try ledger.expectReplay()
    }

    @Test func `a last bill of it releases the rest for good`() throws {
        var ledger = try Self.ledger()
        try ledger.accept(Self.callOff("R1", 200))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(bill("1", 60, isFinal: true))
        #expect(try ledger.balance("A") == [5_000, 0, 200, 60, 4_740])
        #expect(try agreement(ledger).minimumRow == nil)
        try ledger.accept(Cancel("R1"))
        #expect(try ledger.balance("A") == [5_000, 0, 0, 60, 4_940])
        try ledger.refuse(bill("2", 1), .notApproved)
        try ledger.accept(BookCredit("MIN", amount: MinorUnits(10), invoice: "1"))
        #expect(try ledger.balance("A") == [5_000, 0, 0, 50, 4_950])
        // The agreement itself goes on.
        try ledger.accept(Self.callOff("R2", 1_000))
        try ledger.expectReplay()
    }

    @Test func `what a credit note gives back is owed by the agreement again`() throws {
        var ledger = try Self.ledger()
        try ledger.accept(bill("1", 300))
        try ledger.refuse(
            BookCredit("MIN", amount: MinorUnits(50), invoice: "1", reopens: true), .badCommand)
        try ledger.accept(BookCredit("MIN", amount: MinorUnits(50), invoice: "1"))
        #expect(try ledger.balance("A") == [5_000, 0, 50, 250, 4_700])
        #expect(try agreement(ledger).minimumOpen == MinorUnits(50))
        try ledger.accept(bill("2", 50))
        #expect(try ledger.balance("A") == [5_000, 0, 0, 300, 4_700])
        try ledger.expectReplay()
    }

    @Test func `nothing comes for it, so no receipt is asked for`() throws {
        var rules = TierRules()
        rules.terms.matching = .receipts
        rules.terms.invoiceTolerance = try BasisPoints(200)
        var ledger = try Self.ledger(rules: rules)
        try ledger.refuse(Receive("MIN", number: "D1", amount: MinorUnits(1)), .notApproved)
        try ledger.refuse(bill("1", 307), .overInvoiceTolerance)
        try ledger.accept(bill("1", 306))
        #expect(try ledger.balance("A") == [5_000, 0, 0, 306, 4_694])
        try ledger.expectReplay()
    }

    @Test func `a bill that says its lines names the minimum's alone`() throws {
        var ledger = try Self.ledger()
        let parts = [LinePart(1, MinorUnits(100)), LinePart(2, MinorUnits(1))]
        try ledger.refuse(bill("1", 101, parts: parts), .badCommand)
        try ledger.refuse(
            bill("1", 301, parts: [LinePart(1, MinorUnits(301))]), .overInvoiceTolerance)
        try ledger.accept(bill("1", 100, parts: [parts[0]]))
        #expect(try ledger.balance("A") == [5_000, 0, 200, 100, 4_700])
    }

    @Test func `a minimum in another currency is billed in its own`() throws {
        // 300.00 euros at 1.1 are 330.00 dollars.
        var ledger = try Self.ledger(minimum: 300, rate: ExactDecimal(11, places: 1))
        #expect(try ledger.balance("A") == [5_000, 0, 330, 0, 4_670])
        try ledger.accept(Self.callOff("R1", 110))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.refuse(bill("1", 201), .overInvoiceTolerance)
        try ledger.accept(bill("1", 200))
        #expect(try ledger.balance("A") == [5_000, 0, 110, 220, 4_670])
        #expect(try agreement(ledger).minimumOpen == .zero)
        try ledger.expectReplay()
    }

    @Test func `year end carries what is open of it, and bills follow it`() throws {
        var ledger = try Self.ledger()
        try ledger.accept(bill("1", 100))
        let end = try ledger.books.yearEnd(of: 2026)
        #expect(end.carryForwards.map(\.id) == ["MIN"] && end.minimums.map(\.id) == ["F1"])
        #expect(try ledger.books.yearEnd(of: 2026, carrying: []).carryForwards.isEmpty)
        let years = try ledger.books.commitmentsByYear()
        #expect(years.map(\.year.year) == [2026] && years[0].committed == MinorUnits(200))
        for carry in end.carryForwards { try ledger.accept(carry, on: "2027-01-01") }
        for lapse in end.lapses { try ledger.accept(lapse, on: "2027-01-01") }
        try ledger.accept(SetPeriod(PeriodID(year: 2026), .closed), on: "2027-01-02")
        #expect(try ledger.balance("A") == [100, 0, 0, 100, 0])
        #expect(try ledger.balance("A", 2027) == [200, 0, 200, 0, 0])
        #expect(
            try agreement(ledger).minimumRow
                == BalanceKey("A", try PeriodID(parsing: "FY2027-M01")))
        #expect(try ledger.books.yearEnd(of: 2026).minimums.isEmpty)
        #expect(try ledger.books.commitmentsByYear().map(\.year.year) == [2027])
        try ledger.refuse(CarryForward("MIN", fromYear: 2026), .nothingOpen, on: "2027-01-03")
        // The line that was named once stands for the one it was carried to.
        try ledger.accept(
            bill("2", 50, parts: [LinePart(1, MinorUnits(50))]), on: "2027-02-01")
        try ledger.accept(bill("3", 150), on: "2027-02-01")
        #expect(try ledger.balance("A", 2027) == [200, 0, 0, 200, 0])
        #expect(ledger.books.lines(of: "MIN").map(\.billed.count) == [100, 200])
        #expect(ledger.books.lines(of: "MIN").map(\.foreignAmount.count) == [100, 200])
        try ledger.refuse(CarryForward("MIN"), .notApproved, on: "2027-02-01")
        try ledger.expectReplay()
    }

    @Test func `it moves to another line by a transfer of its own`() throws {
        var ledger = try Self.ledger()
        try ledger.refuse(CarryForward("MIN"), .nothingOpen)
        try ledger.refuse(CarryForward("MIN", to: "C"), .unknownLine)
        try ledger.accept(CarryForward("MIN", to: "B"))
        #expect(try ledger.balance("A") == [4_700, 0, 0, 0, 4_700])
        #expect(try ledger.balance("B") == [5_300, 0, 300, 0, 5_000])
        try ledger.accept(bill("1", 300))
        #expect(try ledger.balance("B") == [5_300, 0, 0, 300, 5_000])
        try ledger.expectReplay()
    }

    @Test func `a closed month takes neither a call-off's share nor a bill`() throws {
        var ledger = try Self.ledger()
        try ledger.accept(Self.callOff("R1", 100), on: "2026-03-10")
        try ledger.accept(Self.callOff("R2", 300), on: "2026-03-10")
        let february = try PeriodID(parsing: "FY2026-M02")
        try ledger.accept(SetPeriod(february, .closed), on: "2026-03-11")
        let refusal = try ledger.refuse(Approve("R1"), .periodClosed, by: "mia", on: "2026-03-11")
        #expect(refusal.row == BalanceKey("A", february))
        try ledger.refuse(bill("1", 1), .periodClosed, on: "2026-03-11")
        try ledger.refuse(
            EndFramework("F1", reason: "No need"), .periodClosed, on: "2026-03-11")
        try ledger.accept(SetPeriod(february, .open), on: "2026-03-12")
        try ledger.accept(Approve("R2"), by: "mia", on: "2026-03-12")
        try ledger.accept(SetPeriod(february, .closed), on: "2026-03-13")
        // Nothing of it stands in February any more: what is owed again is owed in April.
        try ledger.accept(Cancel("R2"), on: "2026-04-02")
        let april = try PeriodID(parsing: "FY2026-M04")
        #expect(try agreement(ledger).minimumRow == BalanceKey("A", april))
        #expect(try ledger.balance("A") == [5_000, 100, 300, 0, 4_600])
        try ledger.accept(bill("1", 300), on: "2026-04-03")
        #expect(ledger.books.lines(of: "MIN").map(\.period).last == april)
        #expect(try ledger.balance("A") == [5_000, 100, 0, 300, 4_600])
        try ledger.expectReplay()
    }

    @Test func `what would post to a closed month neither expires nor is approved at once`() throws
    {
        var rules = TierRules()
        rules.terms.orderWithinDays = 10
        rules.tiers = [
            TierRules.Tier(below: MinorUnits(50), groups: []), rules.tiers[0],
        ]
        var ledger = try Self.ledger(rules: rules)
        try ledger.accept(Self.callOff("R1", 100), on: "2026-03-10")
        try ledger.accept(Approve("R1"), by: "mia", on: "2026-03-10")
        let february = try PeriodID(parsing: "FY2026-M02")
        try ledger.accept(SetPeriod(february, .closed), on: "2026-03-11")
        try ledger.refuse(Self.callOff("R2", 40), .periodClosed, on: "2026-03-12")
        try ledger.accept(Expire(), on: "2026-03-25")
        #expect(ledger.state("R1") == .approved)
        #expect(try ledger.balance("A") == [5_000, 0, 300, 0, 4_700])
        try ledger.accept(SetPeriod(february, .open), on: "2026-03-26")
        try ledger.accept(Expire(), on: "2026-03-26")
        #expect(ledger.state("R1") == .expired)
        try ledger.accept(Self.callOff("R2", 40), on: "2026-03-26")
        #expect(try agreement(ledger).minimumOpen == MinorUnits(260))
        #expect(try ledger.balance("A") == [5_000, 0, 300, 0, 4_700])
        try ledger.expectReplay()
    }

    /// Tries one act on the call-offs or on the minimum itself; returns what it was called, and whether it was done.
    private func act(
        _ step: Int, on date: String, mayEnd: Bool, _ random: inout SplitMix64,
        _ ledger: inout TestLedger
    ) throws -> (name: String, isDone: Bool) {
        let id = RequestID(known: "R\(Int.random(in: 1...25, using: &random))")
        let amount = MinorUnits(Int64.random(in: 1...200, using: &random))
        let number = LedgerText(known: "\(step)")
        let isLast = Bool.random(using: &random)
        func run(_ name: String, _ command: some LedgerCommand) throws -> (String, Bool) {
            let person: PersonID = command is Approve ? "mia" : "ana"
            guard case .accepted = try ledger.run(command, by: person, on: date) else {
                return (name, false)
            }
            return (name, true)
        }
        return switch Int.random(in: 0..<10, using: &random) {
        case 0: try run("call off", Self.callOff(id, amount.count))
        case 1, 2: try run("approve", Approve(id))
        case 3: try run("amend", Amend(id, to: amount))
        case 4: try run("cancel", Cancel(id))
        case 5:
            try run("bill", BookInvoice(id, number: number, amount: amount, isFinal: isLast))
        case 6: try run("credit", BookCredit(id, amount: amount, reopens: isLast))
        case 7: try run("bill the minimum", bill(number, amount.count))
        case 8: try run("credit the minimum", BookCredit("MIN", amount: amount))
        default:
            mayEnd
                ? try run("end", EndFramework("F1", reason: number))
                : try run("withdraw", Withdraw(id))
        }
    }

    // Whatever becomes of the call-offs and the minimum itself, the lines owe what the call-offs hold and the
    // rest of the minimum, until the agreement is ended. The last third happens in the next year.
    @Test(arguments: 0..<60)
    func `the minimum and the call-offs are never committed twice, nor forgotten`(
        seed: Int
    ) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var ledger = try Self.ledger(minimum: 400, allotted: 900)
        var done: [String: Int] = [:]
        for step in 0..<150 {
            let date = step < 100 ? "2026-02-10" : "2027-01-10"
            if step == 100 {
                try ledger.accept(Allot(MinorUnits(5_000), to: "A", in: 2027), on: date)
                for carry in try ledger.books.yearEnd(of: 2026).carryForwards {
                    try ledger.accept(carry, on: date)
                }
                try ledger.accept(SetPeriod(PeriodID(year: 2026), .closed), on: date)
            }
            let mayEnd = seed.isMultiple(of: 3) && step > 60
            let made = try act(step, on: date, mayEnd: mayEnd, &random, &ledger)
            if made.isDone { done[made.name, default: 0] += 1 }
            let framework = try agreement(ledger)
            var (held, agreed) = (Int64(0), Int64(0))
            for request in ledger.books.requests(RequestFilter())
            where request.framework != nil || request.id == "MIN" {
                let lines = ledger.books.lines(of: request.id)
                held += lines.map(\.committed.count).reduce(0, +)
                agreed +=
                    request.state.isApproved
                    ? request.total.count : lines.map(\.billed.count).reduce(0, +)
            }
            let owed = done["end"] == nil ? max(0, 400 - agreed) : 0
            #expect(framework.minimumOpen.count == owed)
            let committed = try ledger.balance("A")[2] + ledger.balance("A", 2027)[2]
            #expect(committed == held + owed)
        }
        #expect(done.values.reduce(0, +) >= 10)
        #expect(done["bill the minimum", default: 0] > 0, "\(done)")
        #expect((done["end"] != nil) == seed.isMultiple(of: 3))
        try ledger.expectReplay()
    }
}
