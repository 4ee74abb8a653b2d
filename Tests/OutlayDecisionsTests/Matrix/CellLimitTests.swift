import OutlayProblems
import Testing

@testable import OutlayDecisions

struct CellLimitTests {
    @Test(arguments: [
        (CellLimit.none, -1e150, true), (.notNegative, 0, true), (.notNegative, -1e-9, false),
        (.positive, 1e-150, true), (.positive, 0, false), (.oneOrMore, 1, true),
        (.oneOrMore, 0.999, false),
    ])
    func `cells are held to the limit of their column`(
        limit: CellLimit, cell: Double, isTaken: Bool
    ) throws {
        let matrix = try table(["a", "b"], [[-5, 3], [-5, cell]])
        let problem = Result { () throws(Problem) in
            try matrix.requireCells([.none, limit], of: "the formula")
        }
        switch problem {
        case .success: #expect(isTaken)
        case .failure(let problem):
            #expect(!isTaken)
            #expect(problem.location == .part("row 2, column `b`"))
            #expect(problem.reason.hasPrefix("the formula takes performances \(limit.words)"))
        }
    }

    @Test func `columns next to 0 cannot be measured, columns of zeros can`() throws {
        let matrix = try table(["a", "b"], [[0, 1], [0, 2]])
        try matrix.requireMeasurable(matrix.columnEnds())
        let tiny = try table(["a", "b"], [[0, 1], [-1e-151, 2]])
        let problem = #expect(throws: Problem.self) {
            try tiny.requireMeasurable(tiny.columnEnds())
        }
        #expect(problem?.location == .part("column `a`"))
    }

    @Test func `a scale next to 0 cannot be measured`() throws {
        let matrix = try DecisionMatrix(
            columns: [
                DecisionMatrix.Column(
                    name: "a", direction: .higher, weight: 1,
                    scale: DecisionMatrix.Scale(worst: 0, best: 1e-200))
            ],
            cells: [1])
        #expect(throws: Problem.self) { try WeightedSum().scores(of: matrix) }
    }
}
