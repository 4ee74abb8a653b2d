import OutlayBudgets
import OutlayValues
import Testing

@Suite struct OverrideBudgetTests {
    private func ledger() throws -> TestLedger {
        var rules = TierRules()
        rules.limits = ["cfo": MinorUnits(500), "fin": MinorUnits(100)]
        var ledger = try TestLedger([Node("A")], rules: rules)
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        return ledger
    }

    @Test func `an override covers exactly what the request lacks`() throws {
        var ledger = try ledger()
        let submission = Submit("R1", "A", 1_300)
        try ledger.accept(
            OverrideBudget(of: submission, by: "ana", reason: "outage"), by: "cfo")
        try ledger.refuse(Submit("R1", "A", 1_301), .insufficientFunds)
        #expect(try ledger.accept(submission).flags == [.override])
        #expect(try ledger.balance("A") == [1_000, 1_300, 0, 0, -300])
        #expect(try ledger.row("A").cap == MinorUnits(1_300))
        #expect(ledger.books.overrides(for: "R1").map(\.used) == [MinorUnits(300)])
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Cancel("R1"))
        #expect(try ledger.row("A").excused == .zero)
        #expect(try ledger.row("A").cap == MinorUnits(1_000))
        try ledger.expectReplay()
    }

    @Test func `limits hold for the request and, summed, for the line and year`() throws {
        var ledger = try ledger()
        try ledger.refuse(
            OverrideBudget(of: Submit("R1", "A", 1_501), by: "ana", reason: "outage"),
            .overrideLimitExceeded, by: "cfo")
        try ledger.accept(
            OverrideBudget(of: Submit("R1", "A", 1_300), by: "ana", reason: "outage"), by: "cfo")
        try ledger.accept(Submit("R1", "A", 1_300))
        let refusal = try ledger.refuse(
            OverrideBudget(of: Submit("R2", "A", 201), by: "ana", reason: "outage"),
            .overrideLimitExceeded, by: "cfo")
        #expect(refusal.requested == MinorUnits(501))
        try ledger.accept(
            OverrideBudget(of: Submit("R2", "A", 200), by: "ana", reason: "outage"), by: "cfo")
    }

    @Test func `only an authority overrides, for others, with a reason and where it is needed`()
        throws
    {
        var ledger = try ledger()
        let submission = Submit("R1", "A", 1_300)
        try ledger.refuse(
            OverrideBudget(of: submission, by: "ana", reason: "x"), .overrideNotAuthorised,
            by: "ana")
        try ledger.refuse(
            OverrideBudget(of: submission, by: "cfo", reason: "x"), .overrideNotAuthorised,
            by: "cfo")
        try ledger.refuse(
            OverrideBudget(of: submission, by: "ana", reason: .empty),
            .overrideReasonRequired, by: "cfo")
        try ledger.refuse(
            OverrideBudget(of: Submit("R1", "A", 1_000), by: "ana", reason: "x"),
            .overrideNotNeeded, by: "cfo")
        let blank = " \u{2003} "
        #expect(try LedgerText(blank).isEmpty)
    }

    /// Overrides 500 for `id`, which is all that `cfo` may.
    private func overrideAll(
        _ id: RequestID, _ ledger: inout TestLedger, on date: String = "2026-02-10",
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let room = try ledger.balance("A")[4]
        try ledger.accept(
            OverrideBudget(of: Submit(id, "A", max(0, room) + 500), by: "ana", reason: "outage"),
            by: "cfo", on: date, location)
    }

    private func refuseMore(_ ledger: inout TestLedger, on date: String = "2026-02-10") throws {
        let room = max(0, try ledger.balance("A")[4])
        try ledger.refuse(
            OverrideBudget(of: Submit("R9", "A", room + 1), by: "ana", reason: "outage"),
            .overrideLimitExceeded, by: "cfo", on: date)
    }

    @Test(arguments: ["withdraw", "reject", "return"])
    func `an override whose request came to nothing is over, and frees its limit`(
        end: String
    ) throws {
        var ledger = try ledger()
        try overrideAll("R1", &ledger)
        try refuseMore(&ledger)
        try ledger.accept(Submit("R1", "A", 1_500))
        try refuseMore(&ledger)
        switch end {
        case "withdraw": try ledger.accept(Withdraw("R1"))
        case "reject": try ledger.accept(Reject("R1"), by: "mia")
        default: try ledger.accept(ReturnForChanges("R1"), by: "mia")
        }
        #expect(ledger.books.overrides(for: "R1").map(\.isOver) == [true])
        // It was for that submission, not for the next one of the same name.
        try ledger.refuse(Submit("R1", "A", 1_500), .insufficientFunds)
        try overrideAll("R2", &ledger)
        try ledger.expectReplay()
    }

    @Test func `an override that nobody used in time is over`() throws {
        var rules = TierRules()
        rules.limits = ["cfo": MinorUnits(500)]
        rules.terms.expiresAfterDays = 30
        var ledger = try TestLedger([Node("A")], rules: rules)
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try overrideAll("R1", &ledger)
        try refuseMore(&ledger, on: "2026-03-12")
        try overrideAll("R2", &ledger, on: "2026-03-13")
        try ledger.refuse(Submit("R1", "A", 1_500), .insufficientFunds, on: "2026-03-13")
        try ledger.accept(Submit("R2", "A", 1_500), on: "2026-03-13")
        try ledger.accept(Expire(), on: "2026-04-13")
        #expect(ledger.books.overrides(for: "R2").map(\.isOver) == [true])
        try overrideAll("R3", &ledger, on: "2026-04-13")
        try ledger.expectReplay()
    }

    @Test func `what was overridden counts no further than it still stands out`() throws {
        var ledger = try ledger()
        try overrideAll("R1", &ledger)
        try ledger.accept(Submit("R1", "A", 1_500))
        try ledger.accept(Approve("R1"), by: "mia")
        try refuseMore(&ledger)
        // 300 of the 500 are covered by money that came since.
        try ledger.accept(Allot(MinorUnits(300), to: "A", in: 2026))
        let more = Submit("R2", "A", 300)
        try ledger.refuse(
            OverrideBudget(of: Submit("R2", "A", 301), by: "ana", reason: "outage"),
            .overrideLimitExceeded, by: "cfo")
        try ledger.accept(OverrideBudget(of: more, by: "ana", reason: "outage"), by: "cfo")
        try ledger.accept(more)
        try ledger.accept(Cancel("R1"))
        // With the order gone nothing stands out, and R2 is within the budget.
        #expect(try ledger.row("A").excused == .zero)
        try overrideAll("R3", &ledger)
    }

    @Test func `an override is not for the change orders that follow`() throws {
        var ledger = try ledger()
        let submission = Submit("R1", "A", 1_300)
        try ledger.accept(OverrideBudget(of: submission, by: "ana", reason: "outage"), by: "cfo")
        try ledger.accept(Allot(MinorUnits(200), to: "A", in: 2026))
        try ledger.accept(submission)
        #expect(ledger.books.overrides(for: "R1").map(\.used) == [MinorUnits(100)])
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.refuse(Amend("R1", to: MinorUnits(1_301)), .insufficientFunds)
    }

    @Test func `a new act for the same request takes the place of the earlier one`() throws {
        var rules = TierRules()
        rules.limits = ["cfo": MinorUnits(500)]
        var ledger = try TestLedger([Node("A"), Node("B")], rules: rules)
        try ledger.accept(
            OverrideBudget(of: Submit("R1", "A", 500), by: "ana", reason: "outage"), by: "cfo")
        try ledger.accept(
            OverrideBudget(of: Submit("R1", "B", 400), by: "ana", reason: "outage"), by: "cfo")
        try ledger.refuse(Submit("R1", "A", 500), .insufficientFunds)
        try ledger.accept(Submit("R1", "B", 400))
        try ledger.accept(
            OverrideBudget(of: Submit("R2", "A", 500), by: "ana", reason: "outage"), by: "cfo")
    }
}
