import OutlayBudgets
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

@Suite struct AllotTests {
    @Test func `a cut below what is used is an overrun of exactly that`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 900))
        let answer = try ledger.accept(
            Revise("A", in: 2026, to: MinorUnits(600), reason: "spring review"))
        #expect(answer.flags == [.overBudget])
        #expect(try ledger.balance("A") == [600, 900, 0, 0, -300])
        #expect(try ledger.row("A").cap == MinorUnits(900))
        #expect(ledger.books.overruns().map(\.amount) == [MinorUnits(300)])
        try ledger.refuse(Submit("R2", "A", 1), .insufficientFunds)
        try ledger.accept(Withdraw("R1"))
        #expect(try ledger.row("A").cap == MinorUnits(600))
        try ledger.refuse(Revise("A", in: 2026, to: MinorUnits(-1)), .badAmount)
    }

    @Test func `a transfer moves unused money only and sums to zero`() throws {
        var ledger = try TestLedger([Node("A"), Node("B", control: .soft)])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 900))
        let refusal = try ledger.refuse(
            Transfer(MinorUnits(101), from: "A", to: "B", in: 2026), .insufficientFunds)
        #expect(refusal.available == MinorUnits(100))
        try ledger.accept(Transfer(MinorUnits(100), from: "A", to: "B", in: 2026))
        #expect(try ledger.balance("A")[0] + ledger.balance("B")[0] == 1_000)
        try ledger.refuse(
            Transfer(MinorUnits(101), from: "B", to: "A", in: 2026), .insufficientFunds)
        try ledger.accept(
            Transfer(MinorUnits(100), from: "B", to: "A", in: 2026, toYear: 2027))
        #expect(try ledger.balance("A", 2027) == [100, 0, 0, 0, 100])
    }

    @Test func `a lapse takes what is left, once`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 900))
        try ledger.accept(Lapse("A", in: 2026))
        #expect(try ledger.balance("A") == [900, 900, 0, 0, 0])
        try ledger.accept(Lapse("A", in: 2026))
        #expect(try ledger.balance("A") == [900, 900, 0, 0, 0])
    }

    @Test func `duties, unknown lines and closed years bar it`() throws {
        var rules = TierRules()
        rules.barred = ["bob": [.loadBudget, .transfer]]
        var ledger = try TestLedger([Node("A"), Node("B")], rules: rules)
        try ledger.refuse(
            Allot(MinorUnits(1), to: "A", in: 2026), .dutyNotHeld, by: "bob")
        try ledger.refuse(
            Transfer(MinorUnits(1), from: "A", to: "B", in: 2026), .dutyNotHeld, by: "bob")
        try ledger.refuse(Allot(MinorUnits(1), to: "Z", in: 2026), .unknownLine)
        try ledger.refuse(Allot(MinorUnits(1), to: "A", in: 2030), .noBudgetPeriod)
        try ledger.refuse(Allot(.zero, to: "A", in: 2026), .badAmount)
        try ledger.accept(SetPeriod(PeriodID(year: 2026), .closed))
        try ledger.refuse(Allot(MinorUnits(1), to: "A", in: 2026), .periodClosed)
    }

    @Test func `nothing is posted before the ledger is opened`() throws {
        var books = Books(approvalRules: TierRules())
        let context = CommandContext(
            actor: "ana", moment: LedgerMoment(on: try TestLedger.date("2026-01-01")))
        #expect(throws: Problem.self) {
            try books.execute(Submit("R1", "A", 1), context: context)
        }
    }

    @Test(arguments: 1...50)
    func `phased months sum exactly to the year, however it changes`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var node = Node("A")
        let division = FiscalDivision.allCases[Int.random(in: 1...2, using: &random)]
        let weights = (0..<division.count).map { _ in
            ExactDecimal(Int.random(in: 0...9, using: &random) + 1)
        }
        node.phasing = Phasing(
            division: division, weights: Bool.random(using: &random) ? weights : [],
            scope: .yearToDate)
        var ledger = try TestLedger([node])
        for _ in 0..<5 {
            let amount = Int64.random(in: 1...1_000_000, using: &random)
            try ledger.accept(Allot(MinorUnits(amount), to: "A", in: 2026))
            let parts = ledger.books.balances(of: "A").dropFirst()
            #expect(parts.count == division.count)
            #expect(
                try parts.map(\.allotted.count).reduce(0, +) == ledger.balance("A")[0],
                "seed \(seed)")
        }
    }
}
