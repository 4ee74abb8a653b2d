import OutlayBudgets
import OutlayStreams
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
}
