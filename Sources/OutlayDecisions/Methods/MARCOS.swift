import OutlayProblems

/// Measurement of alternatives and ranking according to a compromise solution.
///
/// The ideal has the best and the anti-ideal the worst of every column of the table; stated scales are not
/// used.
public struct MARCOS: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Creates the method, which has no settings.
    public init(settings: MethodSettings) throws(Problem) {}

    /// What the method finds.
    public struct Solution: Sendable, Hashable {
        /// S: the weighted sum of each option's ratios to the ideal, 0 … 1.
        public let sums: [Double]
        /// S(AAI): the sum of the anti-ideal.
        public let antiIdealSum: Double
        /// S(AI): the sum of the ideal, 1 but for rounding.
        public let idealSum: Double
        /// K-: each sum as a multiple of the anti-ideal's.
        public let toAntiIdeal: [Double]
        /// K+: each sum as a fraction of the ideal's.
        public let toIdeal: [Double]
        /// f(K): the utilities.
        public let utilities: [Double]
    }

    /// Returns the sums, their ratios to ideal and anti-ideal, and the utilities.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a performance below 0, or of 0 where less is better, for a
    ///   column of zeros, and where the anti-ideal is 0 on every criterion that has weight.
    /// - Complexity: O(*n*) in the number of cells.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let ends = matrix.columnEnds()
        let ratios = try Normalisation.linear.maps(for: matrix, ends: ends)
        guard matrix.rowCount > 0 else {
            return Solution(
                sums: [], antiIdealSum: 0, idealSum: 0, toAntiIdeal: [], toIdeal: [],
                utilities: [])
        }
        let sums = matrix.weightedSums(of: ratios, weights: matrix.weights)
        func sum(of end: (DecisionMatrix.Ends, Direction) -> Double) -> Double {
            matrix.columns.indices.reduce(0) { sum, index in
                let column = matrix.columns[index]
                return sum + column.weight * ratios[index](end(ends[index], column.direction))
            }
        }
        let antiIdeal = sum { $0.worst($1) }
        let ideal = sum { $0.best($1) }
        guard antiIdeal > 0 else {
            throw Problem(
                .outOfRange, "the worst performance on every criterion with weight is 0",
                because: "MARCOS divides by the score of an option that is worst on all of them",
                hint: "leave out the options of no worth, or score by a method that takes 0")
        }
        let toAntiIdeal = sums.map { $0 / antiIdeal }
        let toIdeal = sums.map { $0 / ideal }
        return Solution(
            sums: sums, antiIdealSum: antiIdeal, idealSum: ideal, toAntiIdeal: toAntiIdeal,
            toIdeal: toIdeal, utilities: zip(toAntiIdeal, toIdeal).map(Self.utility))
    }

    /// Returns the utilities.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(scores: try solution(of: matrix).utilities, higherIsBetter: true)
    }

    /// Returns the ratios to the ideal, the sums, K- and K+ and their functions.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let solution = try solution(of: matrix)
        let ratios = try Normalisation.linear.normalised(matrix)
        let pairs = zip(solution.toAntiIdeal, solution.toIdeal)
        return [
            MethodStep("n(i,j)", "ratio to the ideal", .cells(ratios)),
            MethodStep(
                "v(i,j)", "weighted ratios", .cells(matrix.weighted(ratios, by: matrix.weights))),
            MethodStep("S(i)", "the sum of the weighted ratios", .options(solution.sums)),
            MethodStep("S(AAI)", "the sum of the anti-ideal", .number(solution.antiIdealSum)),
            MethodStep("S(AI)", "the sum of the ideal", .number(solution.idealSum)),
            MethodStep("K-(i)", "S(i) / S(AAI)", .options(solution.toAntiIdeal)),
            MethodStep("K+(i)", "S(i) / S(AI)", .options(solution.toIdeal)),
            MethodStep("f(K-(i))", "K+ / (K+ + K-)", .options(pairs.map { $1 / ($0 + $1) })),
            MethodStep("f(K+(i))", "K- / (K+ + K-)", .options(pairs.map { $0 / ($0 + $1) })),
        ]
    }

    /// Returns f(K), in which (1 − f(K-)) / f(K-) is K- / K+, and the like.
    ///
    /// Both parts of the fraction are multiplied by K+ / K-, so that a tiny anti-ideal makes none infinite.
    private static func utility(_ toAntiIdeal: Double, _ toIdeal: Double) -> Double {
        let ratio = toIdeal / toAntiIdeal
        return toIdeal * (1 + ratio) / (1 + ratio + ratio * ratio)
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "marcos",
        title: "MARCOS",
        formula: "f(K) = (K+ + K-) / (1 + (1 − f(K+)) / f(K+) + (1 − f(K-)) / f(K-)); f(K+) = K- / "
            + "(K+ + K-), f(K-) = K+ / (K+ + K-); K+ = S(i) / S(AI), K- = S(i) / S(AAI); S sums w(j) "
            + "times x / best(j), or best(j) / x where less is better; AI the ideal, AAI the anti-ideal",
        whenToUse:
            "performances are ratios with a natural 0, and both the best and the worst offer "
            + "are a yardstick",
        whenNotTo: "more is expected of it than of a weighted sum of ratios: within one table the "
            + "utility is such a sum times one factor; and the best of the table, so the order too, "
            + "can hang on a further option",
        source: PublishedSource(
            author: "Ž. Stević, D. Pamučar, A. Puška, P. Chatterjee",
            title:
                "Sustainable supplier selection in healthcare industries using a new MCDM method: "
                + "Measurement of alternatives and ranking according to COmpromise solution (MARCOS), "
                + "Computers & Industrial Engineering 140",
            year: 2020),
        inputs: [.weight, .direction],
        promises: [.units, .monotonicity, .dominance, .copies],
        example: WorkedExample(
            origin: "A. Ulutaş et al., Mathematics 8 (10), 1672, 2020, the choice of a stacker, "
                + "printed to 4 decimals",
            options: (1...8).map { "A\($0)" },
            columns: [
                ("C1", .lower, 0.1061), ("C2", .higher, 0.3476), ("C3", .higher, 0.3330),
                ("C4", .higher, 0.1185), ("C5", .higher, 0.0949),
            ].map { DecisionMatrix.Column(name: $0, direction: $1, weight: $2) },
            rows: [
                [660, 1_000, 1_600, 18, 1_200], [800, 1_000, 1_600, 24, 900],
                [980, 1_000, 2_500, 24, 900], [920, 1_500, 1_600, 24, 900],
                [1_380, 1_500, 1_500, 24, 1_150], [1_230, 1_000, 1_600, 24, 1_150],
                [680, 1_500, 1_600, 18, 1_100], [960, 2_000, 1_600, 12, 1_150],
            ],
            scores: [0.5649, 0.5543, 0.6410, 0.6174, 0.6016, 0.5453, 0.6282, 0.6543],
            tolerance: 1e-4))
}
