import OutlayBudgets
import OutlayEncoding
import OutlayValues
import Testing

@Suite struct EndFrameworkTests {
    private let end = EndFramework("F1", reason: "The vendor cannot deliver")

    @Test func `the open minimum is given back, and nothing more is called off`() throws {
        var ledger = try GuaranteedMinimumTests.ledger()
        try ledger.accept(GuaranteedMinimumTests.callOff("R1", 100))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(GuaranteedMinimumTests.callOff("R2", 50))
        #expect(try ledger.balance("A") == [5_000, 50, 300, 0, 4_650])
        try ledger.accept(end)
        #expect(try ledger.balance("A") == [5_000, 50, 100, 0, 4_850])
        let framework = try #require(ledger.books.framework("F1"))
        #expect(framework.minimumOpen == .zero && framework.minimumRow == nil)
        #expect(framework.end == (try TestLedger.date("2026-02-09")))
        #expect(framework.guaranteedMinimum == MinorUnits(300))
        try ledger.refuse(GuaranteedMinimumTests.callOff("R3", 1), .frameworkPeriod)
        try ledger.refuse(
            BookInvoice("MIN", number: "1", amount: MinorUnits(1)), .notApproved)
        // What was called off before goes on, and gives nothing back to the minimum.
        try ledger.accept(Approve("R2"), by: "mia")
        try ledger.accept(Cancel("R1"))
        try ledger.accept(BookInvoice("R2", number: "1", amount: MinorUnits(50), isFinal: true))
        #expect(try ledger.balance("A") == [5_000, 0, 0, 50, 4_950])
        #expect(try ledger.books.yearEnd(of: 2026).carryForwards.isEmpty)
        let event = try #require(
            ledger.books.events.first { event in
                try LedgerEvent(canonicalBytes: event.bytes).body.kind == .frameworkEnded
            })
        let body = try LedgerEvent(canonicalBytes: event.bytes).body
        #expect(body.details?["reason"] == "The vendor cannot deliver")
        #expect(body.postings.map(\.amount) == [MinorUnits(-200)])
        let entries = try AuditJournal(ledger.books.events).entries
        #expect(
            entries.filter { $0.event.body.kind == .frameworkEnded }.map(\.amount)
                == [MinorUnits(200)])
        try ledger.expectReplay()
    }

    @Test func `it ends once, for a reason`() throws {
        var ledger = try GuaranteedMinimumTests.ledger()
        try ledger.refuse(EndFramework("F1", reason: ""), .badCommand)
        try ledger.refuse(EndFramework("F9", reason: "No need"), .unknownFramework)
        try ledger.accept(end)
        let again = try ledger.refuse(end, .frameworkOver)
        #expect(again.note == "its last day was 2026-02-09" && again.subject == "F1")
        try ledger.expectReplay()
    }

    @Test func `an agreement without a minimum ends early, and one before it began`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1_000), to: "A", in: 2026))
        try ledger.accept(
            MakeFramework(
                "F1", vendors: ["V1"], ceiling: MinorUnits(1_000),
                from: TestLedger.date("2026-02-10"), to: TestLedger.date("2026-12-31")))
        try ledger.accept(end, on: "2026-02-01")
        try ledger.refuse(
            GuaranteedMinimumTests.callOff("R1", 1), .frameworkPeriod, on: "2026-02-10")
        try ledger.refuse(end, .frameworkOver, on: "2026-02-10")
        try ledger.expectReplay()
    }

    @Test func `a minimum that is open once the days are over is given back`() throws {
        var ledger = try GuaranteedMinimumTests.ledger()
        try ledger.accept(Allot(MinorUnits(1), to: "A", in: 2027), on: "2027-07-01")
        try ledger.accept(end, on: "2027-07-01")
        #expect(try ledger.balance("A") == [5_000, 0, 0, 0, 5_000])
        #expect(ledger.books.framework("F1")?.end == (try TestLedger.date("2027-06-30")))
        try ledger.refuse(end, .frameworkOver, on: "2027-07-01")
    }

    @Test func `it takes the duty that making one takes`() throws {
        var ledger = try DocumentLedger.make(duties: #"{"roles": {"order": ["manager"]}}"#)
        let make = MakeFramework(
            "F1", vendors: ["V1"], ceiling: MinorUnits(1_000),
            from: try TestLedger.date("2026-01-01"), to: try TestLedger.date("2026-12-31"))
        try ledger.refuse(make, .dutyNotHeld, by: "ana")
        try ledger.accept(make, by: "mia")
        try ledger.refuse(end, .dutyNotHeld, by: "ana")
        try ledger.accept(end, by: "mia")
    }
}
