import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

@Suite struct BudgetControlTests {
    private func ledger(_ budget: String) throws -> TestLedger {
        try DocumentLedger.make(policy: #""budget": \#(budget)"#)
    }

    /// 10.00 this year and 20.00 in January of the next, which has no money yet.
    private func request(_ id: RequestID) -> Submit {
        Submit(
            id,
            lines: [
                Submit.Line("IT", MinorUnits(1_000)),
                Submit.Line("IT", MinorUnits(2_000), in: PeriodID(year: 2027, .monthly, 1)),
            ])
    }

    @Test func `a later year without money is tracked and flagged by a policy that warns`() throws {
        var ledger = try ledger(#"{"out_years": "warn"}"#)
        #expect(try ledger.accept(request("R1")).flags == [.unfundedYear])
        #expect(try ledger.accept(Approve("R1"), by: "mia").result == .approved)
        #expect(try ledger.books.commitmentsByYear().last?.unfunded == MinorUnits(2_000))
        #expect(
            try ledger.books.notices(on: try TestLedger.date("2026-02-10")).contains {
                $0.kind == .unfunded && $0.amount == MinorUnits(2_000)
            })
    }

    @Test func `a policy that blocks refuses it, whatever the ledger would track`() throws {
        var ledger = try ledger(#"{"out_years": "block"}"#)
        let refusal = try ledger.refuse(request("R1"), .insufficientFunds)
        #expect(refusal.row?.period == PeriodID(year: 2027))
        #expect(refusal.shortBy == MinorUnits(2_000))
        // With money it binds like any year, and an override is for exactly what is lacking.
        try ledger.accept(Allot(MinorUnits(1_500), to: "IT", in: 2027))
        #expect(try ledger.refuse(request("R1"), .insufficientFunds).shortBy == MinorUnits(500))
        try ledger.accept(
            OverrideBudget(of: request("R1"), by: "ana", reason: "renewal"), by: "cfo")
        #expect(ledger.books.overrides(for: "R1").map(\.amount) == [MinorUnits(500)])
        #expect(try ledger.accept(request("R1")).flags == [.override])
    }

    @Test func `a request keeps what the policy said of later years when it was raised`() throws {
        var ledger = try ledger(#"{"out_years": "warn"}"#)
        try ledger.accept(request("R1"))
        try ledger.accept(Allot(MinorUnits(1), to: "IT", in: 2027))
        // The year has a cent now, and so it binds: the raise is refused.
        try ledger.refuse(Amend("R1", to: MinorUnits(6_000)), .insufficientFunds)
        #expect(ledger.books.request("R1")?.approval.terms.futureYears == .track)
        try ledger.expectReplay()
    }

    @Test func `what would only be tracked needs no override`() throws {
        var ledger = try ledger(#"{"out_years": "warn"}"#)
        try ledger.refuse(
            OverrideBudget(of: request("R1"), by: "ana", reason: "renewal"), .overrideNotNeeded,
            by: "cfo")
    }

    @Test func `a ledger that refuses unfunded years is not loosened by a policy`() throws {
        var ledger = try DocumentLedger.make(policy: #""budget": {"out_years": "warn"}"#) {
            $0.futureYears = .refuse
        }
        try ledger.refuse(request("R1"), .insufficientFunds)
    }

    @Test func `the role of the policy overrides without a limit`() throws {
        var ledger = try ledger(#"{"override": {"role": "finance"}}"#)
        let submit = Submit("R1", "IT", 100_000_100)
        try ledger.refuse(
            OverrideBudget(of: submit, by: "ana", reason: "flood"), .overrideNotAuthorised,
            by: "mia")
        try ledger.accept(OverrideBudget(of: submit, by: "ana", reason: "flood"), by: "fin")
        try ledger.accept(submit)
        try ledger.accept(Approve("R1"), by: "mia")
        // Who overrode does not approve; the other one of finance does.
        try ledger.refuse(Approve("R1"), .overrideApprover, by: "fin")
        try ledger.accept(Approve("R1"), by: "flo")
    }

    @Test(arguments: [(12, 1), (13, 1), (48, 2)])
    func `a contract without an end counts with the months of the policy`(
        months: Int, groups: Int
    ) throws {
        // 384.61 a month come to 4 615.32 in 12 months, 4 999.93 in 13, and 18 461.28 in 48; finance
        // approves from 5 000.00 on.
        var ledger = try DocumentLedger.make(policy: #""open_end_months": \#(months)"#)
        var submit = Submit("R1", "IT", 100_000)
        submit.details.openEndMonthly = MinorUnits(38_461)
        try ledger.accept(submit)
        let approval = try #require(ledger.books.request("R1")?.approval)
        #expect(approval.plan.groups.count == groups)
        #expect(approval.plan.judgedTotal == MinorUnits(Int64(38_461 * months)))
        try ledger.accept(Amend("R1", to: MinorUnits(110_000)))
        #expect(ledger.books.request("R1")?.approval.plan.groups.count == groups)
        try ledger.expectReplay()
    }

    @Test func `what a contract without an end comes to has to fit 64 bits`() throws {
        var ledger = try DocumentLedger.make()
        var submit = Submit("R1", "IT", 100_000)
        submit.details.openEndMonthly = MinorUnits(.max)
        try ledger.refuse(submit, .badAmount)
    }
}
