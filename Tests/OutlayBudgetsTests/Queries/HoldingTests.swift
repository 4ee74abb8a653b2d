import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct HoldingTests {
    @Test func `the lines of a request are one holding, and what holds nothing is none`() throws {
        func part(_ request: RequestID, _ reserved: Int64, _ committed: Int64) -> Holding {
            Holding(request, reserved: MinorUnits(reserved), committed: MinorUnits(committed))
        }
        let sums = try Holding.summed([
            part("R2", 5, 0), part("R1", 0, 7), part("R3", 0, 0), part("R2", 6, 1),
            part("R1", 0, 0),
        ])
        #expect(sums == [part("R1", 0, 7), part("R2", 11, 1)])
    }

    @Test func `a holding of another year or line is another matter`() throws {
        var ledger = try TestLedger([Node("IT"), Node("HR")], years: [2026, 2027])
        for (line, year) in [("IT", 2026), ("IT", 2027), ("HR", 2026)] as [(NodeID, Int)] {
            try ledger.accept(Allot(MinorUnits(1_000), to: line, in: year))
        }
        try ledger.accept(
            Submit(
                "R1",
                lines: [
                    Submit.Line("IT", MinorUnits(10), in: PeriodID(year: 2026, .monthly, 3)),
                    Submit.Line("IT", MinorUnits(20), in: PeriodID(year: 2026, .monthly, 4)),
                    Submit.Line("IT", MinorUnits(40), in: PeriodID(year: 2027, .monthly, 1)),
                    Submit.Line("HR", MinorUnits(80), in: PeriodID(year: 2026, .monthly, 3)),
                ]))
        let found = try ledger.books.holdings(of: "IT", in: PeriodID(year: 2026))
        #expect(found.map(\.request) == ["R1"])
        #expect(found.map { $0.reserved.count + $0.committed.count } == [30])
    }
}
