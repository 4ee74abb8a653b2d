import Outlay
import OutlayDocuments
import Testing

@Suite struct TableWeightsTests {
    private func table(_ filter: String = "") throws -> NumberTable {
        let text = "name,price,speed\na,1,4\nb,3,6\nc,,9\n"
        return try NumberTable(
            path: "t.csv", bytes: Array(text.utf8), wanted: [("price", "--c"), ("speed", "--c")],
            filter: RowFilter(parsing: filter, argument: "--where"))
    }

    private static let columns = [
        TableWeights.Column(name: "price", direction: .lower),
        TableWeights.Column(name: "speed", direction: .higher),
    ]

    @Test func `columns are weighed by the rows that are kept`() throws {
        let weights = try TableWeights(table(), columns: Self.columns, by: GiniCoefficient.self)
        #expect(weights.weighting.criteria == ["price", "speed"])
        #expect(abs(weights.weighting.weights.shares[0] - 5.0 / 7) < 1e-12)
        #expect(weights.ends.map(\.low.description) == ["1", "4"])
        #expect(weights.ends.map(\.high.description) == ["3", "6"])
    }

    @Test func `no row, or one, is not enough`() throws {
        let none = #expect(throws: Problem.self) {
            try TableWeights(table("price>9"), columns: Self.columns, by: CRITIC.self)
        }
        #expect(none?.code == .noRows)
        let one = #expect(throws: Problem.self) {
            try TableWeights(table("price>1"), columns: Self.columns, by: CRITIC.self)
        }
        #expect(one?.code == .wrongLength)
    }
}
