import Outlay

/// What stays true when weights move or are not known.
enum RobustnessFamily: Family {
    static let checks: [String: Check] = [
        "smaa2": { try checkAcceptability($0) },
        "weight_stability": { try checkStability($0) },
    ]

    private static let seed: UInt64 = 20_260_101

    private static func checkAcceptability(_ known: KnownCase) throws {
        let utilities = try known.input.required("utilities").table()
        let count = utilities.count
        // Ranks do not hang on the unit, and scores are compared to 1e-9 of it: a small unit it is.
        let largest = utilities.joined().reduce(0) { max($0, $1.magnitude) }
        let factor = largest > 0 ? 1_000 / largest : 1
        let table = try table(
            utilities.map { $0.map { $0 * factor } },
            weights: [Double](repeating: 1, count: utilities.first?.count ?? 0))
        let result = try RankAcceptability.simulate(table, trials: known.draws, seed: seed)
        let shares = (0..<count).map { option in
            (1...count).map { result.acceptability(ofOption: option, rank: $0) }
        }
        try known.compare("rank_acceptability", .table(shares))
        try known.compare("rank_acceptability_exact", .table(shares))
        try known.compare(
            "pairwise_winning",
            .table(
                (0..<count).map { option in
                    (0..<count).map { rival in
                        option == rival ? 0 : result.winningIndex(of: option, against: rival)
                    }
                }))
        try compareCentralWeights(known, result)
    }

    /// A central weight is a mean over the draws that made its option first, and no more of them.
    private static func compareCentralWeights(
        _ known: KnownCase, _ result: RankAcceptability
    ) throws {
        guard let item = known.expected.fields["central_weights"] else { return }
        let stated = try item.list()
        guard stated.count == result.options.count else {
            throw CaseFault.faulty("`\(item.place)` is not one list for each option")
        }
        for (option, stated) in stated.enumerated() {
            let draws = Double(result.rankCounts[option * result.options.count])
            let weights = result.centralWeights[option].map { Figure.numbers($0) } ?? .none
            try known.expected.compare(stated, weights, within: .sampled(max(draws, 1)))
        }
    }

    private static func checkStability(_ known: KnownCase) throws {
        let name = try known.variant.required("normalisation").text()
        guard let normalisation = Normalisation(rawValue: name) else {
            throw CaseFault.unsupported("the normalisation `\(name)` is not known")
        }
        let matrix = try DecisionTable.matrix(of: known)
        let cells = try normalisation.normalised(matrix)
        let rows = (0..<matrix.rowCount).map { row in
            Array(cells[row * matrix.columns.count..<(row + 1) * matrix.columns.count])
        }
        let table = try table(rows, weights: matrix.columns.map(\.weight))
        let stability = WeightStability(table)
        func range(_ range: ClosedRange<Double>) -> Figure {
            .numbers([range.lowerBound, range.upperBound])
        }
        try known.compare("scores", .numbers(table.scores))
        try known.compare("best", .count(stability.leader))
        try known.compare(
            "best_interval", .list(stability.criteria.map { range($0.keepsWinner) }))
        try known.compare(
            "ranking_interval", .list(stability.criteria.map { range($0.keepsRanking) }))
        try known.compare(
            "single_weight_change",
            .optionals(stability.criteria.map { $0.singleChange?.weight }))
        try known.compare(
            "most_critical_criterion",
            stability.mostCriticalCriterion.map { .count($0) } ?? .none)
    }

    private static func table(_ rows: [[Double]], weights: [Double]) throws -> ValueTable {
        let values = rows.flatMap(\.self)
        return try ValueTable(
            options: rows.indices.map { "a\($0)" }, criteria: weights.indices.map { "c\($0)" },
            values: values, weights: weights,
            scale: min(0, values.min() ?? 0)...max(1, values.max() ?? 1))
    }
}
