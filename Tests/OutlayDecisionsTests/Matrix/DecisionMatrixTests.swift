import OutlayDecisions
import OutlayProblems
import Testing

struct DecisionMatrixTests {
    private func column(
        _ name: String, weight: Double = 1, _ direction: Direction = .higher,
        scale: DecisionMatrix.Scale? = nil
    ) -> DecisionMatrix.Column {
        DecisionMatrix.Column(name: name, direction: direction, weight: weight, scale: scale)
    }

    private func refusal(
        _ columns: [DecisionMatrix.Column], _ cells: [Double]
    ) -> Problem? {
        #expect(throws: Problem.self) {
            try DecisionMatrix(columns: columns, cells: cells, rowNames: ["first", "second"])
        }
    }

    @Test func `weights become fractions of their sum`() throws {
        let matrix = try DecisionMatrix(
            columns: [column("a", weight: 30), column("b", weight: 10)], cells: [1, 2, 3, 4])
        #expect(matrix.columns.map(\.weight) == [0.75, 0.25])
        #expect(matrix.rowCount == 2)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1.1e150])
    func `a cell that is no usable number is named by row and column`(cell: Double) {
        let problem = refusal([column("a"), column("b")], [1, 2, 3, cell])
        #expect(problem?.code == .outOfRange)
        #expect(problem?.location == .part("option `second`, column `b`"))
        #expect(problem?.summary == "`b` of option `second` is \(cell)")
    }

    @Test func `rows are numbered from 1 where they have no name`() {
        let problem = #expect(throws: Problem.self) {
            try DecisionMatrix(columns: [column("a")], cells: [1, .nan])
        }
        #expect(problem?.location == .part("row 2, column `a`"))
    }

    @Test func `the largest cells still score`() throws {
        let matrix = try DecisionMatrix(columns: [column("a")], cells: [1e150, -1e150, 0])
        #expect(try WeightedSum().scores(of: matrix).scores == [1, 0, 0.5])
    }

    @Test func `tables of the wrong shape are refused`() {
        #expect(refusal([], [])?.code == .wrongLength)
        let ragged = refusal([column("a"), column("b")], [1, 2, 3])
        #expect(ragged?.code == .raggedRow)
        #expect(ragged?.summary == "option `second` ends after 1 cells")
        #expect(refusal([column("a"), column("a")], [1, 2])?.code == .duplicateIdentifier)
    }

    @Test func `weights must be usable`() {
        #expect(refusal([column("a", weight: -1)], [1])?.code == .outOfRange)
        #expect(refusal([column("a", weight: .nan)], [1])?.code == .outOfRange)
        #expect(refusal([column("a", weight: 0)], [1])?.code == .weightTotal)
    }

    @Test(arguments: [
        (1.0, 1.0, ProblemCode.badScale), (2, 1, .badScale), (.nan, 1, .outOfRange),
        (1, .nan, .outOfRange), (0, .infinity, .outOfRange),
    ])
    func `a stated scale must be usable`(worst: Double, best: Double, code: ProblemCode) {
        let scale = DecisionMatrix.Scale(worst: worst, best: best)
        #expect(refusal([column("a", scale: scale)], [1])?.code == code)
    }
}
