import OutlayProblems

/// Evaluation based on the distance from the average solution.
///
/// Where no option is above the average the first half of each score is 0, and where none is below it the
/// second half is 1: options that do not differ score one half.
public struct EDAS: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Creates the method, which has no settings.
    public init(settings: MethodSettings) throws(Problem) {}

    /// What the method finds.
    public struct Solution: Sendable, Hashable {
        /// AV: the mean of each column.
        public let averages: [Double]
        /// SP: the weighted distances by which each option is better than average.
        public let aheads: [Double]
        /// SN: the weighted distances by which each option is worse than average.
        public let behinds: [Double]
        /// NSP: SP as a fraction of the largest, 0 … 1.
        public let aheadShares: [Double]
        /// NSN: 1 less SN as a fraction of the largest, 0 … 1.
        public let behindShares: [Double]
        /// AS: the mean of both, 0 … 1.
        public let appraisals: [Double]
    }

    /// Returns the averages, the distances to them and the appraisals.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a performance below 0 and for a column of zeros, whose average
    ///   would be divided by.
    /// - Complexity: O(*n*) in the number of cells.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let averages = try Self.averages(of: matrix)
        let distances = Self.distances(of: matrix, averages)
        let weights = matrix.weights
        let aheads = matrix.mapRows { row in
            var sum = 0.0
            for column in weights.indices {
                sum += weights[column] * max(0, distances[column](row[column]))
            }
            return sum
        }
        let behinds = matrix.mapRows { row in
            var sum = 0.0
            for column in weights.indices {
                sum += weights[column] * max(0, -distances[column](row[column]))
            }
            return sum
        }
        let aheadShares = Self.shares(of: aheads)
        let behindShares = Self.shares(of: behinds).map { 1 - $0 }
        return Solution(
            averages: averages, aheads: aheads, behinds: behinds, aheadShares: aheadShares,
            behindShares: behindShares,
            appraisals: zip(aheadShares, behindShares).map { ($0 + $1) / 2 })
    }

    /// Returns the appraisals.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(scores: try solution(of: matrix).appraisals, higherIsBetter: true)
    }

    /// Returns the averages, the distances ahead of and behind them, and their sums and shares.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let solution = try solution(of: matrix)
        let distances = matrix.mapped(by: Self.distances(of: matrix, solution.averages))
        return [
            MethodStep("AV(j)", "the average", .criteria(solution.averages)),
            MethodStep(
                "PDA(i,j)", "better than average, as a share of it",
                .cells(distances.map { max(0, $0) })),
            MethodStep(
                "NDA(i,j)", "worse than average, as a share of it",
                .cells(distances.map { max(0, -$0) })),
            MethodStep("SP(i)", "weighted sum of PDA", .options(solution.aheads)),
            MethodStep("SN(i)", "weighted sum of NDA", .options(solution.behinds)),
            MethodStep("NSP(i)", "SP / max SP", .options(solution.aheadShares)),
            MethodStep("NSN(i)", "1 − SN / max SN", .options(solution.behindShares)),
        ]
    }

    private static func averages(of matrix: DecisionMatrix) throws(Problem) -> [Double] {
        let ends = matrix.columnEnds()
        try matrix.requireCells(matrix.columns.map { _ in .notNegative }, of: "EDAS")
        try matrix.requireMeasurable(ends)
        try matrix.requireNoColumnOfZeros(ends, of: "EDAS")
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in 0 } }
        return zip(ends, matrix.columnTotals { $0 }).map { ends, total in
            // The mean of equal figures may miss them by a last bit, and that would become a distance.
            ends.low == ends.high ? ends.low : total / Double(matrix.rowCount)
        }
    }

    /// Returns the map of each column to its distance from the average, above 0 where it is better.
    private static func distances(
        of matrix: DecisionMatrix, _ averages: [Double]
    ) -> [ColumnMap] {
        zip(matrix.columns, averages).map { column, average in
            .line(from: average, slope: (column.direction == .higher ? 1 : -1) / average)
        }
    }

    /// Returns each sum as a fraction of the largest; 0 where all are 0.
    private static func shares(of sums: [Double]) -> [Double] {
        let largest = sums.max() ?? 0
        return largest > 0 ? sums.map { $0 / largest } : sums
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "edas",
        title: "EDAS",
        formula:
            "AS(i) = (NSP(i) + NSN(i)) / 2; NSP = SP / max SP, NSN = 1 − SN / max SN; SP and SN "
            + "sum w(j) times the distances by which x(i,j) is better and worse than the column's "
            + "average AV(j), each as a share of AV(j)",
        whenToUse: "performances are amounts with a natural 0, and options are judged against the "
            + "usual offer rather than the best one",
        whenNotTo:
            "options may be added or withdrawn: each moves the average, so that the order of "
            + "two options can hang on a third; or averages lie near 0",
        source: PublishedSource(
            author: "M. Keshavarz Ghorabaee, E. K. Zavadskas, L. Olfat, Z. Turskis",
            title:
                "Multi-criteria inventory classification using a new method of evaluation based on "
                + "distance from average solution (EDAS), Informatica 26 (3)",
            year: 2015),
        inputs: [.weight, .direction],
        promises: [.units, .monotonicity, .dominance],
        example: WorkedExample(
            origin: "M. Mathew, EDAS worked by hand for a choice of mobile phones (lecture, 2018), "
                + "printed 0.4421, 0.1690, 0.8053, 0.4697 and 0.4015",
            options: ["A1", "A2", "A3", "A4", "A5"],
            columns: [
                ("price", .lower, 0.35), ("C2", .higher, 0.25), ("C3", .higher, 0.25),
                ("C4", .higher, 0.15),
            ].map { DecisionMatrix.Column(name: $0, direction: $1, weight: $2) },
            rows: [
                [250, 16, 12, 5], [200, 16, 8, 3], [300, 32, 16, 4], [275, 32, 8, 4],
                [225, 16, 16, 2],
            ],
            scores: [0.4421, 0.1690, 0.8053, 0.4697, 0.4015],
            tolerance: 1e-3))
}
