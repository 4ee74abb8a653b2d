import Outlay
import Testing

@testable import OutlayDocuments

struct TableRankingTests {
    private func ranking(
        _ text: String, _ criteria: [TableRanking.Criterion], top: Int = 10
    ) throws -> TableRanking {
        let table = try NumberTable(
            path: "t.csv", bytes: Array(text.utf8),
            wanted: criteria.map { ($0.column, "--weight") },
            filter: RowFilter(parsing: "", argument: "--where"))
        return try TableRanking(table, by: criteria, method: WeightedSum(), top: top)
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

    @Test func `no row at all is said`() {
        let problem = problem { try ranking("a\nx\n", [criterion("a", 1, .higher)]) }
        #expect(problem?.code == .noRows)
    }
}
