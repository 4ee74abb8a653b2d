import OutlayDecisions
import OutlayProblems
import Testing

struct SPOTISTests {
    private func matrix(_ cells: [Double]) throws -> DecisionMatrix {
        try DecisionMatrix(
            columns: [
                DecisionMatrix.Column(
                    name: "price", direction: .lower, weight: 3,
                    scale: DecisionMatrix.Scale(worst: 200, best: 100)),
                DecisionMatrix.Column(
                    name: "speed", direction: .higher, weight: 1,
                    scale: DecisionMatrix.Scale(worst: 0, best: 8)),
            ],
            cells: cells, rowNames: (0..<cells.count / 2).map { "o\($0 + 1)" })
    }

    @Test func `distances to the ideal are weighted`() throws {
        // By hand: distances (0, 1), (1, 0) and (1/2, 1/4) with weights 3/4 and 1/4.
        let result = try SPOTIS().scores(of: matrix([100, 0, 200, 8, 150, 6]))
        #expect(areClose(result.scores, [0.25, 0.75, 0.4375]))
        #expect(!result.higherIsBetter)
        #expect(result.ranks == [1, 3, 2])
    }

    @Test func `no other option changes a score`() throws {
        #expect(try areClose(SPOTIS().scores(of: matrix([150, 6])).scores, [0.4375]))
    }

    @Test func `the steps add up to the score`() throws {
        let steps = try SPOTIS().steps(for: matrix([150, 6]))
        #expect(try figures("x*(j)", in: steps) == [100, 8])
        #expect(try areClose(figures("d(i,j)", in: steps), [0.5, 0.25]))
        #expect(try areClose(figures("w(j) · d(i,j)", in: steps), [0.375, 0.0625]))
    }

    @Test func `a criterion without a scale is refused`() throws {
        let problem = refusal(by: SPOTIS(), of: try table(["-price"], [[1], [2]]))
        #expect(problem?.code == .badScale)
        #expect(problem?.summary == "`price` states no scale")
    }

    @Test func `a performance off its scale is refused`() throws {
        let problem = refusal(by: SPOTIS(), of: try matrix([100, 0, 201, 8]))
        #expect(problem?.code == .offScale)
        #expect(problem?.summary == "`price` of option `o2` is 201.0")
        #expect(problem?.reason == "its scale runs from 100.0 to 200.0")
    }
}
