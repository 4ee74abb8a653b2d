import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlaySQLite

@Suite struct SQLiteReaderConsumersTests {
    /// Consumers as the definition has them: all lines of all requests, added up.
    private func expected(
        _ reader: SQLiteReader, of node: NodeID, in year: PeriodID, limit: Int
    ) throws(Problem) -> [Consumer] {
        var sums: [RequestID: Int64] = [:]
        for id in try reader.subtree(of: node) {
            for line in try reader.lines(charging: id) where line.period.wholeYear == year {
                sums[line.request, default: 0] +=
                    line.reserved.count + line.committed.count + line.billed.count
            }
        }
        let sorted = sums.filter { $0.value > 0 }.sorted {
            $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value
        }
        return sorted.prefix(limit).map { Consumer($0.key, MinorUnits($0.value)) }
    }

    @Test(arguments: UInt64(1)...8)
    func `the index names those whom adding everything up names`(seed: UInt64) throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        var state = seed
        func next(_ count: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % count
        }
        // Even seeds have requests of one line; few amounts make ties.
        let most = seed.isMultiple(of: 2) ? UInt64(1) : 4
        for number in 0..<60 {
            let lines = (0...next(most)).map { _ in
                Submit.Line(
                    NodeID(known: next(2) == 0 ? "A" : "B"), MinorUnits(Int64(1 + next(20))),
                    in: PeriodID(year: 2026, .monthly, 3 + Int(next(9))))
            }
            _ = try store.execute(
                Submit(RequestID(known: "R\(number * 7 % 60)"), lines: lines),
                context: BudgetStoreSuite<Books>.context())
        }
        try store.read { (reader) throws(Problem) in
            #expect(try reader.requests(RequestFilter()).count > 30)
            for node in ["TOP", "A", "B"].map({ NodeID(known: $0) }) {
                for limit in [0, 1, 3, 10, 100] {
                    for year in [2026, 2027].map({ PeriodID(year: $0) }) {
                        let found = try reader.consumers(of: node, in: year, limit: limit)
                        let wanted = try expected(reader, of: node, in: year, limit: limit)
                        #expect(found == wanted, "seed \(seed), \(node), \(limit), \(year)")
                    }
                }
            }
        }
    }
}
