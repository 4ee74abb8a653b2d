import OutlayProblems

/// Combinative distance-based assessment.
///
/// Options are compared in pairs by their Euclidean distance to the worst of the table, and where those
/// distances differ by the threshold or more, by their taxicab distance too.
public struct CODAS: ScoringMethod {
    /// The difference of Euclidean distances from which taxicab distances count, 0 … 1.
    public let threshold: Double

    /// Creates the method with the threshold 0.02 of the paper.
    public init() { threshold = 0.02 }

    /// Creates the method.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a threshold outside 0 … 1.
    public init(threshold: Double) throws(Problem) {
        try self.init(settings: MethodSettings(["tau": .number(threshold)]))
    }

    /// Creates the method with the setting `tau`.
    public init(settings: MethodSettings) throws(Problem) {
        threshold = try settings.number(for: Self.tau)
    }

    /// What the method finds for each option.
    public struct Solution: Sendable, Hashable {
        /// E: the Euclidean distances to the anti-ideal.
        public let euclidean: [Double]
        /// T: the taxicab distances to the anti-ideal.
        public let taxicab: [Double]
        /// H: the sum of each option's comparisons with the others.
        public let assessments: [Double]
    }

    /// Returns the distances to the anti-ideal and the sums of the comparisons.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a performance below 0, or of 0 where less is better, and for a
    ///   column of zeros.
    /// - Complexity: O(*n*) in the number of cells, and O(*m* log *m*) in the number of options.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let ends = matrix.columnEnds()
        let maps = try Normalisation.linear.maps(for: matrix, ends: ends)
        let weights = matrix.weights
        let antiIdeal = Self.antiIdeal(of: matrix, maps, ends)
        let euclidean = matrix.mapRows { row in
            var sum = 0.0
            for column in weights.indices {
                let distance = weights[column] * maps[column](row[column]) - antiIdeal[column]
                sum += distance * distance
            }
            return sum.squareRoot()
        }
        let taxicab = matrix.mapRows { row in
            var sum = 0.0
            for column in weights.indices {
                sum += (weights[column] * maps[column](row[column]) - antiIdeal[column]).magnitude
            }
            return sum
        }
        return Solution(
            euclidean: euclidean, taxicab: taxicab,
            assessments: assessments(euclidean, taxicab))
    }

    /// Returns the sums of the comparisons.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(scores: try solution(of: matrix).assessments, higherIsBetter: true)
    }

    /// Returns the weighted ratios, the anti-ideal, the distances to it and the comparisons in pairs.
    ///
    /// - Throws: What ``solution(of:)`` throws, and ``ProblemCode/tooLarge`` for more pairs than a table holds.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        try PairTable.requireRoom(for: matrix)
        let solution = try solution(of: matrix)
        let ends = matrix.columnEnds()
        let maps = try Normalisation.linear.maps(for: matrix, ends: ends)
        let ratios = matrix.mapped(by: maps)
        let (euclidean, taxicab) = (solution.euclidean, solution.taxicab)
        let comparisons = euclidean.indices.flatMap { left in
            euclidean.indices.map { right in
                let difference = euclidean[left] - euclidean[right]
                let counted = isFar(difference.magnitude) ? taxicab[left] - taxicab[right] : 0
                return difference + counted
            }
        }
        return [
            MethodStep("n(i,j)", "ratio to the best", .cells(ratios)),
            MethodStep(
                "r(i,j)", "weighted ratios", .cells(matrix.weighted(ratios, by: matrix.weights))),
            MethodStep(
                "ns(j)", "the anti-ideal", .criteria(Self.antiIdeal(of: matrix, maps, ends))),
            MethodStep("E(i)", "Euclidean distance to the anti-ideal", .options(euclidean)),
            MethodStep("T(i)", "taxicab distance to the anti-ideal", .options(taxicab)),
            MethodStep("τ", "the difference of E from which T counts", .number(threshold)),
            MethodStep("h(i,k)", "comparison of two options", .pairs(comparisons)),
        ]
    }

    private static func antiIdeal(
        of matrix: DecisionMatrix, _ maps: [ColumnMap], _ ends: [DecisionMatrix.Ends]
    ) -> [Double] {
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in 0 } }
        return matrix.columns.indices.map {
            let column = matrix.columns[$0]
            return column.weight * maps[$0](ends[$0].worst(column.direction))
        }
    }

    /// Whether a difference of Euclidean distances, compared after rounding to 1e-9, reaches the threshold.
    private func isFar(_ difference: Double) -> Bool {
        Ranking.rounded(difference) >= Ranking.rounded(threshold)
    }

    /// Returns the sum of each option's comparisons with all.
    ///
    /// In the order of E those too near to count T against are neighbours: a window that only moves on.
    private func assessments(_ euclidean: [Double], _ taxicab: [Double]) -> [Double] {
        let order = euclidean.indices.sorted {
            euclidean[$0] != euclidean[$1] ? euclidean[$0] < euclidean[$1] : $0 < $1
        }
        var totals = [0.0]
        for index in order { totals.append(totals[totals.count - 1] + taxicab[index]) }
        let (count, sum) = (order.count, euclidean.reduce(0, +))
        var (first, end) = (0, 0)
        var assessments = euclidean
        for index in order {
            let own = euclidean[index]
            while first < count, isFar(own - euclidean[order[first]]) { first += 1 }
            end = max(end, first)
            while end < count,
                euclidean[order[end]] <= own || !isFar(euclidean[order[end]] - own)
            {
                end += 1
            }
            let near = Double(end - first)
            let nearTotal = totals[end] - totals[first]
            assessments[index] =
                (Double(count) * own - sum) + (Double(count) - near) * taxicab[index]
                - (totals[count] - nearTotal)
        }
        return assessments
    }

    private static let tau = MethodSetting(
        "tau", "the difference of Euclidean distances from which taxicab distances count too",
        .number(0...1, default: 0.02))

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "codas",
        title: "CODAS",
        formula:
            "H(i) = sum over k of h(i,k); h(i,k) = E(i) − E(k) + ψ · (T(i) − T(k)), ψ = 1 where "
            + "|E(i) − E(k)| ≥ τ and else 0; E and T are the Euclidean and the taxicab distance of "
            + "r(i,j) = w(j) · x / max(j), or w(j) · min(j) / x where less is better, to the least of "
            + "each column",
        whenToUse:
            "performances are ratios with a natural 0, and being far from the worst offer is "
            + "what counts",
        whenNotTo:
            "the order must be smooth: a small change across the threshold τ moves a score by "
            + "a step, and an improvement can lower it; options enter each other's scores, so that the "
            + "order of two can hang on a third",
        source: PublishedSource(
            author: "M. Keshavarz Ghorabaee, E. K. Zavadskas, Z. Turskis, J. Antucheviciene",
            title: "A new combinative distance-based assessment (CODAS) method for multi-criteria "
                + "decision-making, Economic Computation and Economic Cybernetics Studies and "
                + "Research 50 (3)",
            year: 2016),
        inputs: [.weight, .direction],
        settings: [tau],
        promises: [.units],
        example: WorkedExample(
            origin: "I. Badi, M. Shetwan, A. Abdulshahed, Supplier selection using COmbinative "
                + "Distance-based ASsessment (CODAS) method for multi-criteria decision-making, "
                + "ICMNEE, 2017, printed to 4 decimals",
            options: (1...6).map { "A\($0)" },
            columns: [
                ("C1", .higher, 0.2857), ("C2", .lower, 0.3036), ("C3", .higher, 0.2321),
                ("C4", .higher, 0.1786),
            ].map { DecisionMatrix.Column(name: $0, direction: $1, weight: $2) },
            rows: [
                [45, 3_600, 45, 0.9], [25, 3_800, 60, 0.8], [23, 3_100, 35, 0.9],
                [14, 3_400, 50, 0.7], [15, 3_300, 40, 0.8], [28, 3_000, 30, 0.6],
            ],
            scores: [1.3914, 0.3411, -0.2170, -0.5381, -0.7292, -0.2481],
            tolerance: 1e-3))
}
