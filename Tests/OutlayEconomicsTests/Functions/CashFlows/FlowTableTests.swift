import OutlayEconomics
import OutlayProblems
import OutlayValues
import Testing

@Suite struct FlowTableTests {
    private static func table(rows: Int, columns: Int, seed: UInt64) throws -> FlowTable {
        var random = SplitMix64(seed: seed)
        var values: [Double] = []
        for row in 0..<rows {
            // Every seventh row changes its sign often, every eleventh starts with a gain.
            let isWild = row % 7 == 3
            let sign = row % 11 == 5 ? -1.0 : 1
            values.append(-sign * Double.random(in: 5...150, using: &random))
            for _ in 1..<columns {
                values.append(sign * Double.random(in: (isWild ? -4 : 0)...4, using: &random))
            }
        }
        return try FlowTable(values, columns: columns)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `a table answers each row as the row alone is answered`(seed: UInt64) throws {
        let table = try Self.table(rows: 1037, columns: 24, seed: seed)
        let answers = try table.ratesOfReturn()
        #expect(answers == (try table.ratesOfReturn(on: .one)))
        for (row, answer) in answers.enumerated() {
            let alone = try RateOfReturn.of(Array(table.values[row * 24..<row * 24 + 24]))
            #expect(answer.roots.count == alone.roots.count, "seed \(seed), row \(row)")
            for (root, other) in zip(answer.roots, alone.roots) {
                #expect((1 + root.rate).isNear(1 + other.rate, within: 1e-11))
            }
        }
    }

    @Test func `dated rows are answered as one by one, whatever the order of the days`() throws {
        let table = try Self.table(rows: 100, columns: 12, seed: 9)
        let start = try CalendarDate(parsing: "2026-01-31")
        var dates = (0..<12).map { start.adding(months: $0) }
        for _ in 0..<2 {
            let answers = try table.ratesOfReturn(at: .dates(dates))
            for (row, answer) in answers.enumerated() {
                let flows = Array(table.values[row * 12..<row * 12 + 12])
                let alone = try RateOfReturn.of(DatedFlows(flows, on: dates))
                #expect(answer.roots.count == alone.roots.count)
                for (root, other) in zip(answer.roots, alone.roots) {
                    #expect((1 + root.rate).isNear(1 + other.rate, within: 1e-9 * (1 + other.rate)))
                }
            }
            dates.swapAt(0, 5)
        }
    }

    @Test func `present values of a table are those of its rows`() throws {
        let table = try Self.table(rows: 50, columns: 7, seed: 4)
        let factors = (0..<7).map { 1 / Double(1 + $0) }
        let values = try table.presentValues(by: factors)
        for (row, value) in values.enumerated() {
            let flows = table.values[row * 7..<row * 7 + 7]
            #expect(value.isNear(zip(flows, factors).reduce(0) { $0 + $1.0 * $1.1 }, within: 1e-9))
        }
    }

    @Test func `a table that is no table is refused`() throws {
        func code(_ body: () throws -> Void) -> ProblemCode? {
            #expect(throws: Problem.self, performing: body)?.code
        }
        #expect(code { _ = try FlowTable([], columns: 3) } == .emptyInput)
        #expect(code { _ = try FlowTable([1, 2, 3, 4], columns: 3) } == .lengthMismatch)
        let table = try FlowTable([-1, 2, -1, .nan], columns: 2)
        #expect(code { _ = try table.ratesOfReturn() } == .nonFinite)
        #expect(code { _ = try table.presentValues(by: [1]) } == .lengthMismatch)
    }
}
