import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

@Suite struct BudgetExplanationTests {
    private func context() throws -> CommandContext {
        CommandContext(actor: "ana", moment: LedgerMoment(on: try TestLedger.date("2026-02-10")))
    }

    @Test func `a request that fits needs no way out, and nothing is written`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        let head = ledger.books.head()
        let explanation = try ledger.books.explain(Submit("R1", "A", 1_000), context: context())
        #expect(explanation.refusal == nil && explanation.waysOut.isEmpty)
        #expect(ledger.books.head() == head)
    }

    @Test func `the ways out each fit, and no greater one does`() throws {
        var ledger = try TestLedger([Node("A"), Node("B"), Node("C")])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(5_000), to: "B", in: 2026))
        try ledger.accept(Allot(MinorUnits(1_199), to: "C", in: 2026))
        let submission = Submit("R1", "A", 1_200)
        let explanation = try ledger.books.explain(
            submission, shape: RequestShape(units: 8), context: context())
        #expect(
            explanation.waysOut == [
                .fewerUnits(6), .smallerTotal(MinorUnits(1_000)),
                .otherLine("B", idle: MinorUnits(5_000)), .transfer(MinorUnits(200), to: "A"),
                .override(MinorUnits(200)),
            ])
    }

    @Test func `fewer months, or a later start that fits`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(1_200), to: "A", in: 2027))
        let year = PeriodID(year: 2026)
        let lines = year.siblings(.monthly).map { Submit.Line("A", MinorUnits(100), in: $0) }
        let explanation = try ledger.books.explain(
            Submit("R1", lines: lines), shape: RequestShape(isMonthly: true), context: context())
        #expect(explanation.waysOut.contains(.fewerMonths(10)))
        #expect(
            explanation.waysOut.contains(.laterStart(try PeriodID(parsing: "FY2026-M03"))))
    }

    @Test func `what no budget bars has no way out by budget`() throws {
        let ledger = try TestLedger([Node("A")])
        let explanation = try ledger.books.explain(Submit("R1", "Z", 1), context: context())
        #expect(explanation.refusal?.code == .unknownLine && explanation.waysOut.isEmpty)
    }

    @Test func `an override has to cover the lines above as well, and a transfer cannot`() throws {
        var rules = TierRules()
        rules.limits = ["cfo": MinorUnits(500)]
        var ledger = try TestLedger(
            [Node("DEPT"), Node("A", parent: "DEPT"), Node("B", parent: "DEPT")], rules: rules)
        try ledger.accept(Allot(MinorUnits(1_000), to: "DEPT", in: 2026))
        try ledger.accept(Allot(MinorUnits(700), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(700), to: "B", in: 2026))
        try ledger.accept(Submit("R1", "B", 400))
        // A lacks 200 of 900, the department 300.
        let submission = Submit("R2", "A", 900)
        let explanation = try ledger.books.explain(submission, context: context())
        #expect(
            explanation.waysOut == [.smallerTotal(MinorUnits(600)), .override(MinorUnits(300))])
        try ledger.accept(
            OverrideBudget(of: submission, by: "ana", reason: "outage"), by: "cfo")
        try ledger.accept(submission)
    }
}
