import OutlayBudgets
import OutlayValues
import Testing

@Suite struct MakeFrameworkTests {
    private func ledger(minimum: Int64 = 0) throws -> TestLedger {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(5_000), to: "A", in: 2026))
        let month = try PeriodID(parsing: "FY2026-M01")
        try ledger.accept(
            MakeFramework(
                "F1", vendors: ["V1", "V2"], ceiling: MinorUnits(1_000),
                from: TestLedger.date("2026-01-01"), to: TestLedger.date("2026-06-30"),
                guaranteedMinimum: MinorUnits(minimum),
                on: minimum > 0 ? BalanceKey("A", month) : nil))
        return ledger
    }

    private func callOff(_ id: RequestID, _ amount: Int64, _ vendor: VendorID = "V1") -> Submit {
        Submit(
            id, lines: [Submit.Line("A", MinorUnits(amount))], vendor: vendor, framework: "F1")
    }

    @Test func `call-offs share the ceiling, and give back what ends unbilled`() throws {
        var ledger = try ledger()
        try ledger.accept(callOff("R1", 600))
        let refusal = try ledger.refuse(callOff("R2", 401), .frameworkCeiling)
        #expect(refusal.available == MinorUnits(400))
        try ledger.accept(callOff("R2", 400))
        try ledger.accept(Withdraw("R2"))
        #expect(ledger.books.framework("F1")?.calledOff == MinorUnits(600))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(500), isFinal: true))
        #expect(ledger.books.framework("F1")?.calledOff == MinorUnits(500))
        try ledger.accept(callOff("R3", 500))
        try ledger.refuse(Amend("R3", to: MinorUnits(501)), .frameworkCeiling)
        try ledger.expectReplay()
    }

    @Test func `period and vendors bind`() throws {
        var ledger = try ledger()
        try ledger.refuse(callOff("R1", 1, "V9"), .frameworkVendor)
        try ledger.refuse(callOff("R1", 1), .frameworkPeriod, on: "2026-07-01")
        try ledger.accept(callOff("R1", 1), on: "2026-06-30")
        try ledger.refuse(
            Submit("R2", lines: [Submit.Line("A", MinorUnits(1))], framework: "F9"),
            .unknownFramework)
    }

    @Test func `only the guaranteed minimum is committed, and call-offs use it up`() throws {
        var ledger = try ledger(minimum: 300)
        #expect(try ledger.balance("A") == [5_000, 0, 300, 0, 4_700])
        try ledger.accept(callOff("R1", 200))
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("A") == [5_000, 0, 300, 0, 4_700])
        try ledger.accept(callOff("R2", 200))
        try ledger.accept(Approve("R2"), by: "mia")
        #expect(try ledger.balance("A") == [5_000, 0, 400, 0, 4_600])
        try ledger.expectReplay()
    }
}
