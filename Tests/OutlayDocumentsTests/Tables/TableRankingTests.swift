import Outlay
import Testing

@testable import OutlayDocuments

struct TableRankingTests {
    private func ranking(
        _ text: String, _ criteria: [TableRanking.Criterion], top: Int = 10,
        by method: any ScoringMethod = WeightedSum(), namedBy key: Int? = nil,
        explaining: Bool = false
    ) throws -> TableRanking {
        let table = try NumberTable(
            path: "t.csv", bytes: Array(text.utf8),
            wanted: criteria.map { ($0.column, "--weight") },
            filter: RowFilter(parsing: "", argument: "--where"))
        return try TableRanking(
            table, by: criteria, method: method, top: top, namedBy: key, explaining: explaining)
    }

    private func criterion(
        _ column: String, _ weight: Int, _ direction: Direction,
        scale: (Int, Int)? = nil
    ) -> TableRanking.Criterion {
        TableRanking.Criterion(
            column: column, weight: ExactDecimal(weight), direction: direction,
            scale: scale.map {
                TableRanking.Scale(worst: ExactDecimal($0.0), best: ExactDecimal($0.1))
            })
    }

    private let laptops = "id,price,speed\na,100,10\nb,300,30\nc,200,20\nd,200,20\n"

    @Test func `rows are scored between the ends of the table and ranked`() throws {
        // By hand: a 0.4·1 + 0.6·0, b 0.4·0 + 0.6·1, c and d 0.4·0.5 + 0.6·0.5.
        let ranking = try ranking(
            laptops, [criterion("price", 40, .lower), criterion("speed", 60, .higher)])
        #expect(ranking.rows.map { $0.cells[0] } == ["b", "c", "d", "a"])
        #expect(ranking.rows.map(\.rank) == [1, 2, 2, 4])
        let scores = ranking.rows.map(\.score)
        for (score, expected) in zip(scores, [0.6, 0.5, 0.5, 0.4]) {
            #expect(abs(score - expected) < 1e-12)
        }
        #expect(ranking.ends.map(\.low) == ["100", "10"])
        #expect(ranking.ends.map(\.high) == ["300", "30"])
    }

    @Test func `a stated scale stands instead of the ends of the table`() throws {
        let ranking = try ranking(
            laptops,
            [
                criterion("price", 40, .lower, scale: (500, 100)),
                criterion("speed", 60, .higher, scale: (0, 40)),
            ])
        // By hand: b 0.4·0.5 + 0.6·0.75 = 0.65.
        #expect(abs(ranking.rows[0].score - 0.65) < 1e-12)
    }

    @Test func `only the best rows are given, with their lines`() throws {
        let ranking = try ranking(laptops, [criterion("speed", 1, .higher)], top: 2)
        #expect(ranking.rows.map(\.line) == [3, 4])
        #expect(ranking.counts.kept == 4)
    }

    @Test func `the figures on the way are those of all rows, and the rows know their places`()
        throws
    {
        let criteria = [criterion("price", 40, .lower), criterion("speed", 60, .higher)]
        let ranking = try ranking(laptops, criteria, top: 2, explaining: true)
        guard case .cells(let cells)? = ranking.steps.first?.content else {
            Issue.record("no step of cells")
            return
        }
        #expect(cells.count == 8)
        #expect(ranking.rows.map(\.index) == [1, 2])
        #expect(try self.ranking(laptops, criteria).steps.isEmpty)
    }

    @Test(arguments: [(nil, "option `line 3`"), (0, "option `b`")])
    func `a cell that the method cannot take is named by the row's own name`(
        key: Int?, name: String
    ) {
        // Row b is the first of two rows that are left; it stands on line 3.
        let text = "id,price\na,\nb,0\nc,5\n"
        let problem = problem {
            try ranking(
                text, [criterion("price", 1, .lower)], by: TOPSIS(normalisation: .logarithmic),
                namedBy: key)
        }
        #expect(problem?.code == .outOfRange)
        #expect(problem?.summary.contains("`price` of \(name)") == true, "\(problem as Any)")
    }

    @Test func `too many rows are not explained`() throws {
        let rows = (0...TableRanking.mostExplainedRows).map { "\($0)\n" }.joined()
        let criteria = [criterion("a", 1, .higher)]
        let problem = problem { try ranking("a\n" + rows, criteria, explaining: true) }
        #expect(problem?.code == .usage)
        #expect(problem?.location == .argument("--explain"))
        #expect(try ranking("a\n" + rows, criteria).rows.count == 10)
    }

    @Test func `every method ranks rows, remarks name rows of the table`() throws {
        for descriptor in AllMethods.descriptors {
            let method = try AllMethods.method(named: descriptor.identifier)
            let ranking = try ranking(
                laptops,
                [
                    criterion("price", 40, .lower, scale: (500, 0)),
                    criterion("speed", 60, .higher, scale: (0, 50)),
                ], by: method, explaining: true)
            #expect(ranking.rows.count == 4, "\(descriptor.identifier)")
            #expect(ranking.rows[0].rank == 1)
            for remark in ranking.remarks {
                #expect(remark.rows.allSatisfy { (2...5).contains($0.line) })
            }
        }
    }

    @Test func `no row at all is said`() {
        let problem = problem { try ranking("a\nx\n", [criterion("a", 1, .higher)]) }
        #expect(problem?.code == .noRows)
    }
}
