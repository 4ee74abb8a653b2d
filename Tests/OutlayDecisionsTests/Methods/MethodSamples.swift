import OutlayDecisions
import OutlayProblems
import Testing

/// Returns a table of columns of equal weight; a name that begins with "-" stands for less is better.
func table(
    _ names: [String], weights: [Double]? = nil, _ rows: [[Double]], named rowNames: [String] = []
) throws -> DecisionMatrix {
    try DecisionMatrix(
        columns: names.enumerated().map { index, name in
            DecisionMatrix.Column(
                name: name.hasPrefix("-") ? String(name.dropFirst()) : name,
                direction: name.hasPrefix("-") ? .lower : .higher,
                weight: weights?[index] ?? 1)
        },
        cells: rows.flatMap(\.self), rowNames: rowNames)
}

/// Returns the figures of the step of `symbol`.
func figures(_ symbol: String, in steps: [MethodStep]) throws -> [Double] {
    let step = try #require(steps.first { $0.symbol == symbol }, "\(symbol)")
    return switch step.content {
    case .cells(let figures), .options(let figures), .criteria(let figures), .pairs(let figures):
        figures
    case .number(let figure): [figure]
    }
}

/// Returns the problem that `method` has with `matrix`, which its steps must have too.
func refusal(by method: some ScoringMethod, of matrix: DecisionMatrix) -> Problem? {
    let ofScores = #expect(throws: Problem.self) { try method.scores(of: matrix) }
    let ofSteps = #expect(throws: Problem.self) { try method.steps(for: matrix) }
    #expect(ofScores == ofSteps)
    return ofScores
}
