import OutlayValues
import Testing

@testable import OutlayBudgets

/// A line with 1 000.00, another request of 100.00 that waits on it, and the request `R1` of 300.00.
@Suite struct BudgetCheckTests {
    private func asked() throws -> TestLedger {
        var ledger = try TestLedger([Node("IT")])
        try ledger.accept(Allot(MinorUnits(100_000), to: "IT", in: 2026))
        try ledger.accept(Submit("R0", "IT", 10_000), by: "ben")
        try ledger.accept(Submit("R1", "IT", 30_000), by: "ana")
        return ledger
    }

    private func approved() throws -> TestLedger {
        var ledger = try asked()
        try ledger.accept(Approve("R1"), by: "mia")
        return ledger
    }

    private func use(_ id: RequestID, in ledger: TestLedger) throws -> BudgetCheck {
        let request = try #require(ledger.books.request(id))
        return try ledger.books.budgetUse(of: request, on: TestLedger.date("2026-02-10"))
    }

    /// What others use, what is available before, what the request is about, and what is left after it.
    private func figures(_ check: BudgetCheck) throws -> [Int64] {
        let line = try #require(check.lines.first)
        let others = try line.committed + line.reservedByOthers + line.actual
        #expect(try line.allotted - others == line.available)
        return [others, line.available, line.requested, line.after].map(\.count)
    }

    @Test func `what a request holds is not asked for twice`() throws {
        var ledger = try asked()
        let submission = Submit("R1", "IT", 30_000)
        let date = try TestLedger.date("2026-02-10")
        let wanted: [Int64] = [10_000, 90_000, 30_000, 60_000]
        #expect(try figures(ledger.books.budgetCheck(of: submission, on: date)) == wanted)
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try figures(use("R1", in: ledger)) == wanted)
        #expect(try figures(use("R0", in: ledger)) == [30_000, 70_000, 10_000, 60_000])
    }

    @Test func `bills move nothing of what is left, and cancelling gives the rest back`() throws {
        var ledger = try approved()
        try ledger.accept(PlaceOrder("R1"), by: "ana")
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(12_000)), by: "ana")
        #expect(
            try figures(use("R1", in: ledger)) == [10_000, 90_000, 30_000, 60_000])
        try ledger.accept(Cancel("R1"), by: "ana")
        #expect(
            try figures(use("R1", in: ledger)) == [10_000, 90_000, 12_000, 78_000])
        #expect(try ledger.balance("IT")[4] == 78_000)
    }
}
