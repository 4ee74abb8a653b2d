import OutlayBudgets
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

@Suite struct SubmitTests {
    @Test func `a refusal names the line, the figures and who uses most`() throws {
        var ledger = try TestLedger([
            Node("DEPT"), Node("A", parent: "DEPT"), Node("B", parent: "DEPT"),
        ])
        for line: NodeID in ["DEPT", "A", "B"] {
            try ledger.accept(Allot(MinorUnits(5_000), to: line, in: 2026))
        }
        try ledger.accept(Submit("R1", "A", 2_800))
        try ledger.accept(Submit("R2", "A", 100))
        let refusal = try ledger.refuse(Submit("R3", "B", 2_500), .insufficientFunds)
        #expect(refusal.row == BalanceKey("DEPT", PeriodID(year: 2026)))
        #expect(refusal.available == MinorUnits(2_100))
        #expect(refusal.requested == MinorUnits(2_500))
        #expect(refusal.shortBy == MinorUnits(400))
        #expect(
            refusal.consumers
                == [Consumer("R1", MinorUnits(2_800)), Consumer("R2", MinorUnits(100))])
        #expect(
            refusal.problem(in: .usd).reason
                == "`DEPT` in FY2026, available 21.00, requested 25.00, short by 4.00, "
                + "used most by R1 28.00, R2 1.00")
    }

    @Test func `a refusal is an event without postings and does not use up its key`() throws {
        var ledger = try TestLedger([Node("A")])
        let before = ledger.books.head().sequence
        let outcome = try ledger.run(Submit("R1", "A", 100), key: "k")
        guard case .refused = outcome else { return #expect(Bool(false)) }
        #expect(ledger.books.head().sequence == before + 1)
        let event = try LedgerEvent(canonicalBytes: try #require(ledger.books.events.last).bytes)
        #expect(event.body.kind == .refused && event.body.postings.isEmpty)
        #expect(event.idempotencyKey == nil)
        try ledger.accept(Allot(MinorUnits(100), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 100), key: "k")
        try ledger.expectReplay()
    }

    @Test func `a key answers once, and never for another command`() throws {
        var ledger = try TestLedger([Node("A")])
        let first = try ledger.accept(Allot(MinorUnits(100), to: "A", in: 2026), key: "k")
        let again = try ledger.accept(Allot(MinorUnits(100), to: "A", in: 2026), key: "k")
        #expect(first == again)
        let head = ledger.books.head()
        let other = try ledger.run(Allot(MinorUnits(101), to: "A", in: 2026), key: "k")
        guard case .refused(let refusal) = other else { return #expect(Bool(false)) }
        #expect(refusal.code == .idempotencyConflict)
        #expect(ledger.books.head() == head)
        #expect(try ledger.balance("A")[0] == 100)
    }

    struct Hostile: Sendable, CustomTestStringConvertible {
        var id: String
        var lines: [Submit.Line]
        var currency: Currency?
        var rate: ExactDecimal?
        var code: RefusalCode
        var testDescription: String { id }
    }

    static let hostile: [Hostile] = [
        Hostile(id: "no lines", lines: [], code: .badCommand),
        Hostile(id: "zero", lines: [Submit.Line("A", .zero)], code: .badAmount),
        Hostile(id: "below zero", lines: [Submit.Line("A", MinorUnits(-1))], code: .badAmount),
        Hostile(
            id: "two that overflow",
            lines: [
                Submit.Line("A", MinorUnits(.max)), Submit.Line("A", MinorUnits(.max)),
            ], code: .badAmount),
        Hostile(
            id: "a rate that overflows", lines: [Submit.Line("A", MinorUnits(.max))],
            currency: .eur, rate: ExactDecimal(1_000_000), code: .badAmount),
        Hostile(
            id: "no rate", lines: [Submit.Line("A", MinorUnits(1))], currency: .eur,
            code: .badRate),
        Hostile(
            id: "a rate of 0", lines: [Submit.Line("A", MinorUnits(1))], currency: .eur,
            rate: .zero, code: .badRate),
        Hostile(
            id: "a rate for nothing", lines: [Submit.Line("A", MinorUnits(1))],
            rate: ExactDecimal(2), code: .badRate),
        Hostile(id: "unknown line", lines: [Submit.Line("Z", MinorUnits(1))], code: .unknownLine),
        Hostile(
            id: "year never opened",
            lines: [Submit.Line("A", MinorUnits(1), in: PeriodID(year: 2031, .monthly, 1))],
            code: .noBudgetPeriod),
    ]

    @Test(arguments: hostile)
    func `what cannot be meant changes no balance`(hostile: Hostile) throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1_000_000), to: "A", in: 2026))
        let head = ledger.books.head()
        let rows = ledger.books.rowText()
        try ledger.refuse(
            Submit(
                "R1", lines: hostile.lines, currency: hostile.currency, rate: hostile.rate),
            hostile.code)
        #expect(ledger.books.rowText() == rows)
        #expect((ledger.books.head() != head) == hostile.code.isRecorded)
    }

    @Test func `a line or period that takes no charges refuses them`() throws {
        var node = Node("A")
        node.validFrom = try TestLedger.date("2026-03-01")
        node.validTo = try TestLedger.date("2026-03-31")
        var ledger = try TestLedger([node])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.refuse(Submit("R1", "A", 1), .lineClosed, on: "2026-02-28")
        try ledger.accept(Submit("R1", "A", 1), on: "2026-03-31")
        try ledger.refuse(Submit("R2", "A", 1), .lineClosed, on: "2026-04-01")
        try ledger.accept(
            SetPeriod(try PeriodID(parsing: "FY2026-M03"), .softClosed), on: "2026-03-31")
        try ledger.refuse(Submit("R2", "A", 1), .periodClosed, on: "2026-03-31")
    }

    @Test func `nothing bought without a budget line of its own passes`() throws {
        var ledger = try TestLedger([Node("A"), Node("T", control: .track)])
        try ledger.refuse(Submit("R1", "A", 1), .insufficientFunds)
        try ledger.accept(Submit("R2", "T", 1))
    }

    @Test func `a future year without money is tracked, flagged and listed until it has some`()
        throws
    {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(500), to: "A", in: 2026))
        let next = PeriodID(year: 2027, .monthly, 1)
        let answer = try ledger.accept(
            Submit(
                "R1",
                lines: [
                    Submit.Line("A", MinorUnits(500)), Submit.Line("A", MinorUnits(600), in: next),
                ]))
        #expect(answer.flags == [.unfundedYear])
        let years = try ledger.books.commitmentsByYear()
        #expect(years.map(\.year) == [PeriodID(year: 2026), PeriodID(year: 2027)])
        #expect(years.map(\.unfunded) == [.zero, MinorUnits(600)])
        let funded = try ledger.accept(Allot(MinorUnits(400), to: "A", in: 2027))
        #expect(funded.flags == [])
        #expect(try ledger.row("A", 2027).cap == MinorUnits(600))
        try ledger.refuse(
            Submit("R2", lines: [Submit.Line("A", MinorUnits(1), in: next)]), .insufficientFunds)
        try ledger.expectReplay()
    }

    @Test func `a tolerance and a warning level are flagged, soft control as well`() throws {
        var hard = Node("H")
        hard.tolerance = try BasisPoints(500)
        hard.warnLevel = try BasisPoints(8_000)
        var ledger = try TestLedger([hard, Node("S", control: .soft)])
        try ledger.accept(Allot(MinorUnits(1_000), to: "H", in: 2026))
        try ledger.accept(Allot(MinorUnits(1_000), to: "S", in: 2026))
        #expect(try ledger.accept(Submit("R1", "H", 800)).flags == [])
        #expect(try ledger.accept(Submit("R2", "H", 1)).flags == [.aboveWarnLevel])
        #expect(
            try ledger.accept(Submit("R3", "H", 249)).flags
                == [.withinTolerance, .aboveWarnLevel])
        try ledger.refuse(Submit("R4", "H", 1), .insufficientFunds)
        #expect(try ledger.accept(Submit("R5", "S", 1_000)).flags == [])
        #expect(try ledger.accept(Submit("R6", "S", 1)).flags == [.overBudget])
    }

    @Test func `a request that was taken back may come again, whole`() throws {
        var ledger = try TestLedger([Node("A"), Node("B")])
        try ledger.accept(Allot(MinorUnits(500), to: "A", in: 2026))
        let two = [Submit.Line("A", MinorUnits(100)), Submit.Line("A", MinorUnits(200))]
        try ledger.accept(Submit("R1", lines: two))
        try ledger.refuse(Submit("R1", "A", 50), .alreadyExists)
        try ledger.accept(Withdraw("R1"))
        try ledger.accept(Submit("R1", "A", 50))
        #expect(try ledger.balance("A") == [500, 50, 0, 0, 450])
        #expect(ledger.books.request("R1")?.revision == 2)
        #expect(ledger.books.lines(of: "R1").map(\.foreignAmount.count) == [50, 0])
    }

    @Test func `a request that nobody has to approve is committed at once`() throws {
        var rules = TierRules()
        rules.tiers = [TierRules.Tier(below: nil, groups: [])]
        var ledger = try TestLedger([Node("A")], rules: rules)
        try ledger.accept(Allot(MinorUnits(500), to: "A", in: 2026))
        #expect(try ledger.accept(Submit("R1", "A", 50)).result == .approved)
        #expect(try ledger.balance("A") == [500, 0, 50, 0, 450])
    }

    @Test func `with money held at approval, the check is made there`() throws {
        var rules = TierRules()
        rules.terms.reserve = .approval
        var ledger = try TestLedger([Node("A")], rules: rules)
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 700))
        try ledger.accept(Submit("R2", "A", 700))
        #expect(try ledger.balance("A") == [1_000, 0, 0, 0, 1_000])
        #expect(try ledger.accept(Approve("R1"), by: "mia").result == .approved)
        #expect(try ledger.balance("A") == [1_000, 0, 700, 0, 300])
        try ledger.refuse(Approve("R2"), .insufficientFunds, by: "mia")
        try ledger.accept(Cancel("R1"))
        #expect(try ledger.accept(Approve("R2"), by: "mia").result == .approved)
    }
}
