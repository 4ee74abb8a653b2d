import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

@Suite struct ExpireTests {
    private func rules() -> TierRules {
        var rules = TierRules()
        rules.terms.expiresAfterDays = 30
        rules.terms.orderWithinDays = 10
        return rules
    }

    @Test func `the last day counts, the next releases`() throws {
        var ledger = try TestLedger([Node("A")], rules: rules())
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 400), on: "2026-02-10")
        try ledger.accept(Expire(), on: "2026-03-12")
        #expect(try ledger.balance("A")[1] == 400)
        try ledger.refuse(Approve("R1"), .notPending, by: "mia", on: "2026-03-13")
        try ledger.accept(Expire(), on: "2026-03-13")
        #expect(try ledger.balance("A")[1] == 0)
        #expect(ledger.books.request("R1")?.state == .expired)
    }

    @Test func `an order that was not placed and a raise that nobody decided are released`() throws
    {
        var ledger = try TestLedger([Node("A")], rules: rules())
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        for id: RequestID in ["R1", "R2"] {
            try ledger.accept(Submit(id, "A", 100), on: "2026-02-10")
            try ledger.accept(Approve(id), by: "mia", on: "2026-02-10")
        }
        try ledger.accept(PlaceOrder("R2"), on: "2026-02-20")
        try ledger.accept(Amend("R2", to: MinorUnits(300)), on: "2026-02-20")
        let notices = try ledger.books.notices(on: TestLedger.date("2026-02-20"))
        #expect(notices.map(\.kind) == [.orderDue])
        try ledger.accept(Expire(), on: "2026-02-21")
        #expect(ledger.books.request("R1")?.state == .expired)
        #expect(try ledger.balance("A") == [1_000, 200, 100, 0, 700])
        try ledger.accept(Expire(), on: "2026-03-23")
        #expect(try ledger.balance("A") == [1_000, 0, 100, 0, 900])
        try ledger.refuse(PlaceOrder("R1"), .notApproved, on: "2026-02-21")
    }
}
