import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlaySampling
import OutlayValues

/// Draws what options are worth, from the ranges of their performances and, where asked, of the weights.
struct ValueDraw {
    /// How many performances are drawn in each trial.
    var drawnCount: Int { cells.count }

    private let table: ValueTable
    private let cells: [Cell]
    private let performances: RandomStream
    private let weights: (sampler: SimplexSampler, stream: RandomStream)?
    private let scoring: (method: any ScoringMethod, outcome: MethodOutcome)?

    /// A performance that is drawn.
    private struct Cell {
        let option: Int
        let criterion: Int
        let distribution: any Distribution
        /// How a drawn performance becomes a value; nil where the value itself is drawn.
        let function: ValueFunction?
    }

    /// Draws for the eligible of `result`, in this order; nil where nothing is scored or a value is missing.
    init?(
        _ result: EvaluationResult, _ eligible: [Int], weights: WeightConstraints?, seed: UInt64
    ) throws(Problem) {
        let ids = eligible.map { result.options[$0].option.id }
        guard let known = ValueTable(eligibleOf: result.decision) else { return nil }
        // In the order of the result, which a method may have changed.
        let rows = try ids.map { (id) throws(Problem) in try known.index(ofOption: id) }
        table = try ValueTable(
            options: ids, criteria: known.criteria,
            values: rows.flatMap { row in known.criteria.indices.map { known.value(row, $0) } },
            weights: known.weights)
        cells = try Self.cells(of: result, eligible, known.criteria)
        performances = RandomStream(
            seed: seed, stream: OutcomeSimulation.Stream.performances)
        self.weights = try weights.map { [table] (constraints) throws(Problem) in
            (
                try constraints.sampler(for: table),
                RandomStream(seed: seed, stream: OutcomeSimulation.Stream.weights)
            )
        }
        scoring = try result.method.map { (outcome) throws(Problem) in
            (try outcome.choice.method(), outcome)
        }
    }

    private static func cells(
        of result: EvaluationResult, _ eligible: [Int], _ criteria: [String]
    ) throws(Problem) -> [Cell] {
        let leaves = result.decision.criteria.leaves
        var cells: [Cell] = []
        for (place, index) in eligible.enumerated() {
            let option = result.options[index]
            for (criterion, leaf) in leaves.enumerated() {
                if let range = option.option.performanceRanges[leaf.id],
                    case .number(let stated)? = option.option.performances[leaf.id]
                {
                    cells.append(
                        Cell(
                            option: place, criterion: criterion,
                            distribution: try range.makeDistribution(around: stated),
                            function: leaf.measure.valueFunction))
                } else if let score = option.decision.scores[criterion].range, score.known == nil,
                    let spread = UniformDistribution(low: score.low, high: score.high)
                {
                    cells.append(
                        Cell(
                            option: place, criterion: criterion, distribution: spread,
                            function: nil))
                }
            }
        }
        return cells
    }

    /// Returns what each option is worth in a trial: its value, or its score such that more is better.
    func values(inTrial trial: Int) throws(Problem) -> [Double] {
        var values = table.values
        var numbers = performances.numbers(ofTrial: UInt64(trial))
        var drawn: [(cell: Int, performance: Double)] = []
        for cell in cells {
            let number = cell.distribution.quantile(at: numbers.next())
            let place = cell.option * table.criteria.count + cell.criterion
            guard let function = cell.function else {
                values[place] = number
                continue
            }
            let performance = try ExactDecimal(nearest: number, places: 9)
            values[place] = function.value(of: .number(performance)) ?? values[place]
            drawn.append((place, number))
        }
        let weights = drawnWeights(inTrial: trial) ?? table.weights
        if let scoring { return try scores(values, drawn, weights, by: scoring) }
        return table.options.indices.map { option in
            table.criteria.indices.reduce(0) {
                $0 + weights[$1] * values[option * table.criteria.count + $1]
            }
        }
    }

    private func drawnWeights(inTrial trial: Int) -> [Double]? {
        weights.flatMap { sampler, stream in sampler.shares(ofTrial: UInt64(trial), of: stream) }
    }

    private func scores(
        _ values: [Double], _ drawn: [(cell: Int, performance: Double)], _ weights: [Double],
        by scoring: (method: any ScoringMethod, outcome: MethodOutcome)
    ) throws(Problem) -> [Double] {
        guard let matrix = scoring.outcome.matrix else { return [] }
        let count = table.criteria.count
        var rows = matrix.cells
        for (cell, performance) in drawn {
            guard let row = scoring.outcome.candidates.firstIndex(of: table.options[cell / count])
            else { continue }
            let basis = scoring.outcome.bases[cell % count]
            rows[row * count + cell % count] = basis == .performance ? performance : values[cell]
        }
        var columns = matrix.columns
        for index in columns.indices { columns[index].weight = weights[index] }
        let result = try scoring.method.scores(
            of: DecisionMatrix(columns: columns, cells: rows, rowNames: matrix.rowNames))
        return table.options.map { option in
            guard let row = scoring.outcome.candidates.firstIndex(of: option) else { return 0 }
            return result.higherIsBetter ? result.scores[row] : -result.scores[row]
        }
    }
}
