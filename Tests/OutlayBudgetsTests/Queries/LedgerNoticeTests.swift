import OutlayBudgets
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

    /// What a ledger tells on a day, as `kind subject person step date`.
    private func told(
        _ ledger: TestLedger, _ date: String, within days: Int = 7
    ) throws -> [String] {
        try ledger.books.notices(on: try TestLedger.date(date), within: days).map { notice in
            [
                notice.kind.rawValue, notice.subject.text, notice.person?.text ?? "-", notice.step,
                notice.date?.description ?? "",
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    @Test func `approvals and the books are one list, and nothing is told twice`() throws {
        var ledger = try DocumentLedger.make(
            policy:
                #""remind": {"after": "2d", "escalate_after": "5d"}, "expire": {"request": "30d", "approval": "10d"}"#
        )
        try ledger.accept(Submit("R1", "IT", 100_000), on: "2026-02-10")
        try ledger.accept(Submit("R2", "IT", 100_000), on: "2026-02-10")
        #expect(
            try told(ledger, "2026-02-12") == [
                "reminder R1 mia manager 2026-02-10", "reminder R2 mia manager 2026-02-10",
            ])
        try ledger.accept(Approve("R1"), by: "mia", on: "2026-02-12")
        #expect(
            try told(ledger, "2026-02-15") == [
                "escalation R2 cfo manager 2026-02-10", "order_due R1 ana 2026-02-22",
            ])
        // A change order waits since its own day, and expires after its own time.
        try ledger.accept(PlaceOrder("R1"), on: "2026-02-16")
        try ledger.accept(Amend("R1", to: MinorUnits(200_000)), by: "ben", on: "2026-02-20")
        #expect(
            try told(ledger, "2026-02-22") == [
                "reminder R1 mia manager 2026-02-20", "reminder R2 mia manager 2026-02-10",
                "escalation R2 cfo manager 2026-02-10",
            ])
        #expect(
            try told(ledger, "2026-03-13", within: 9) == [
                "escalation R1 cfo manager 2026-02-20", "escalation R2 cfo manager 2026-02-10",
                "expires_soon R1 ben 2026-03-22", "expired R2 ana 2026-03-12",
            ])
        #expect(try told(ledger, "2026-03-11").contains("expires_soon R2 ana 2026-03-12"))
    }

    @Test func `an order that was not placed in time is over`() throws {
        var ledger = try DocumentLedger.make(
            policy: #""expire": {"request": "30d", "approval": "10d"}"#)
        try ledger.accept(Submit("R1", "IT", 100_000), on: "2026-02-10")
        try ledger.accept(Approve("R1"), by: "mia", on: "2026-02-12")
        #expect(try told(ledger, "2026-02-22") == ["order_due R1 ana 2026-02-22"])
        #expect(try told(ledger, "2026-02-23") == ["expired R1 ana 2026-02-22"])
        try ledger.accept(Expire(), on: "2026-02-23")
        #expect(try told(ledger, "2026-02-23") == [])
    }

    @Test func `the owner of a line hears of what facts overran, until it is covered`() throws {
        var line = Node("A")
        line.owner = "owner"
        var ledger = try TestLedger([line])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        let february = try #require(PeriodID(year: 2026, .monthly, 2))
        try ledger.accept(
            ImportActuals([Charge("A", february, MinorUnits(1_300))], source: "books"), by: "fin")
        #expect(
            try told(ledger, "2026-02-10") == [
                "overdrawn A/FY2026 owner", "overrun A/FY2026 owner",
            ])
        try ledger.accept(Allot(MinorUnits(100), to: "A", in: 2026))
        let notices = try ledger.books.notices(on: TestLedger.date("2026-02-10"))
        #expect(notices.last?.kind == .overrun && notices.last?.amount == MinorUnits(200))
        try ledger.accept(Allot(MinorUnits(200), to: "A", in: 2026))
        #expect(try told(ledger, "2026-02-10") == [])
    }
}
