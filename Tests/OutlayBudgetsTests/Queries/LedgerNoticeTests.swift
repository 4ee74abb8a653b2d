import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

@Suite struct LedgerNoticeTests {
    @Test func `what runs out, stands out or waits is told to whom it concerns`() throws {
        var rules = TierRules()
        rules.terms.expiresAfterDays = 5
        var line = Node("A")
        line.owner = "owner"
        line.warnLevel = try BasisPoints(5_000)
        var ledger = try TestLedger([line], rules: rules)
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 600), on: "2026-02-10")
        try ledger.accept(
            MakeFramework(
                "F1", vendors: ["V1"], ceiling: MinorUnits(10),
                from: TestLedger.date("2026-01-01"), to: TestLedger.date("2026-02-12")))
        let notices = try ledger.books.notices(on: TestLedger.date("2026-02-10"))
        #expect(notices.map(\.kind) == [.expiresSoon, .frameworkEnds, .aboveWarnLevel])
        #expect(notices.map(\.person) == ["ana", nil, "owner"])
        #expect(notices.map(\.subject) == ["R1", "F1", "A/FY2026"])
        let later = try ledger.books.notices(on: TestLedger.date("2026-02-16"))
        #expect(later.map(\.kind) == [.expired, .aboveWarnLevel])
    }
}
