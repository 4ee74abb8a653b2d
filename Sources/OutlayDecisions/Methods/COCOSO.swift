import OutlayProblems
import OutlaySampling

/// The combined compromise solution of a weighted sum and a sum of powers.
///
/// Best and worst are those of the table, as in the paper; stated scales are not used. A criterion on which
/// no option differs is at its best throughout. A criterion without weight takes no part: as a power with
/// the exponent 0 it would add 1 for every option.
public struct COCOSO: ScoringMethod {
    /// The share of the sum against the powers in the third strategy, 0 … 1.
    public let sumShare: Double

    /// Creates the method with the default share of one half.
    public init() { sumShare = 0.5 }

    /// Creates the method.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a share outside 0 … 1.
    public init(sumShare: Double) throws(Problem) {
        try self.init(settings: MethodSettings(["lambda": .number(sumShare)]))
    }

    /// Creates the method with the setting `lambda`.
    public init(settings: MethodSettings) throws(Problem) {
        sumShare = try settings.number(for: Self.lambda)
    }

    /// What the method finds for each option.
    public struct Solution: Sendable, Hashable {
        /// S: the weighted sums, 0 … 1.
        public let sums: [Double]
        /// P: the sums of powers, 0 … the number of criteria.
        public let powers: [Double]
        /// k(a): S + P as a share of the total of all options.
        public let shares: [Double]
        /// k(b): S and P as multiples of the smallest.
        public let multiples: [Double]
        /// k(c): the mix of S and P as a fraction of the mix of the largest.
        public let mixes: [Double]
        /// k: the geometric plus the arithmetic mean of the three.
        public let compromises: [Double]
    }

    /// Returns the two sums, the three strategies and the compromise.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a column that cannot be told from 0, and for an option that is
    ///   worst on every criterion, whose sum of 0 would be divided by.
    /// - Complexity: O(*n*) in the number of cells.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let maps = try Self.shares(of: matrix)
        let weights = matrix.weights
        let counted = weights.indices.filter { weights[$0] > 0 }
        let sums = matrix.weightedSums(of: maps, weights: weights)
        if let index = sums.firstIndex(where: { $0 < DecisionMatrix.smallestMagnitude }) {
            throw Self.worstEverywhere(matrix.name(ofRow: index))
        }
        let powers = matrix.mapRows { row in
            var sum = 0.0
            for column in counted {
                sum += ElementaryFunctions.power(maps[column](row[column]), weights[column])
            }
            return sum
        }
        let total = zip(sums, powers).reduce(0) { $0 + $1.0 + $1.1 }
        let shares = zip(sums, powers).map { ($0 + $1) / total }
        let (leastSum, leastPower) = (sums.min() ?? 1, powers.min() ?? 1)
        let multiples = zip(sums, powers).map { $0 / leastSum + $1 / leastPower }
        let largest = sumShare * (sums.max() ?? 1) + (1 - sumShare) * (powers.max() ?? 1)
        let mixes = zip(sums, powers).map { (sumShare * $0 + (1 - sumShare) * $1) / largest }
        return Solution(
            sums: sums, powers: powers, shares: shares, multiples: multiples, mixes: mixes,
            compromises: sums.indices.map { Self.compromise(shares[$0], multiples[$0], mixes[$0]) })
    }

    /// Returns the compromises.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(scores: try solution(of: matrix).compromises, higherIsBetter: true)
    }

    /// Returns the normalised figures, both sums and the three strategies.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let solution = try solution(of: matrix)
        let figures = matrix.mapped(by: try Self.shares(of: matrix))
        let weights = matrix.weights
        let powers = matrix.raised(figures, to: weights)
        return [
            MethodStep("r(i,j)", "way from the worst to the best", .cells(figures)),
            MethodStep(
                "w(j) · r(i,j)", "weighted figures", .cells(matrix.weighted(figures, by: weights))),
            MethodStep(
                "r(i,j)^w(j)", "powers, 0 without weight",
                .cells(powers.indices.map { weights[$0 % weights.count] > 0 ? powers[$0] : 0 })),
            MethodStep("S(i)", "the sum of the weighted figures", .options(solution.sums)),
            MethodStep("P(i)", "the sum of the powers", .options(solution.powers)),
            MethodStep("k(a,i)", "share of the total of S + P", .options(solution.shares)),
            MethodStep("k(b,i)", "S / min S + P / min P", .options(solution.multiples)),
            MethodStep("λ", "the share of S in k(c,i)", .number(sumShare)),
            MethodStep("k(c,i)", "mix of S and P over the largest", .options(solution.mixes)),
        ]
    }

    private static func shares(of matrix: DecisionMatrix) throws(Problem) -> [ColumnMap] {
        let ends = matrix.columnEnds()
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in .constant(1) } }
        try matrix.requireMeasurable(ends)
        return zip(matrix.columns, ends).map { .minMax($0.direction, $1) }
    }

    private static func compromise(_ share: Double, _ multiple: Double, _ mix: Double) -> Double {
        ElementaryFunctions.power(share * multiple * mix, 1.0 / 3) + (share + multiple + mix) / 3
    }

    private static func worstEverywhere(_ row: String) -> Problem {
        Problem(
            .outOfRange, "\(row) is the worst on every criterion with weight", at: .part(row),
            because: "its sum is 0, and CoCoSo divides by the smallest sum",
            hint: "leave the option out: no other is worse on anything, or score by another method")
    }

    private static let lambda = MethodSetting(
        "lambda", "the share of the weighted sum against the powers in the strategy k(c)",
        .number(0...1, default: 0.5))

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "cocoso",
        title: "CoCoSo",
        formula:
            "k(i) = (k(a) · k(b) · k(c))^(1/3) + (k(a) + k(b) + k(c)) / 3; k(a) = (P + S) / Σ(P + "
            + "S), k(b) = S / min S + P / min P, k(c) = (λ · S + (1 − λ) · P) / (λ · max S + (1 − λ) · "
            + "max P); S = sum of w(j) · r(i,j), P = sum of r(i,j)^w(j), r by minmax",
        whenToUse:
            "a compromise between adding up and rewarding balance is wanted, and no option is "
            + "the worst on everything",
        whenNotTo: "a weak option may come or go: k(b) divides by the smallest sums, so that the "
            + "worst option sets the scale and the order of two can hang on it; an option worst on "
            + "everything makes it undefined",
        source: PublishedSource(
            author: "M. Yazdani, P. Zarate, E. K. Zavadskas, Z. Turskis",
            title:
                "A combined compromise solution (CoCoSo) method for multi-criteria decision-making "
                + "problems, Management Decision 57 (9)",
            year: 2019),
        inputs: [.weight, .direction],
        settings: [lambda],
        promises: [.units, .monotonicity, .dominance],
        example: WorkedExample(
            origin: "M. Yazdani et al. (2019), the choice of a robot, printed to 3 decimals",
            options: (1...7).map { "A\($0)" },
            columns: [
                ("C1", .higher, 0.036), ("C2", .lower, 0.192), ("C3", .higher, 0.326),
                ("C4", .higher, 0.326), ("C5", .higher, 0.12),
            ].map { DecisionMatrix.Column(name: $0, direction: $1, weight: $2) },
            rows: [
                [60, 0.4, 2_540, 500, 990], [6.35, 0.15, 1_016, 3_000, 1_041],
                [6.8, 0.1, 1_727.2, 1_500, 1_676], [10, 0.2, 1_000, 2_000, 965],
                [2.5, 0.1, 560, 500, 915], [4.5, 0.08, 1_016, 350, 508],
                [3, 0.1, 1_778, 1_000, 920],
            ],
            scores: [2.041, 2.788, 2.882, 2.416, 1.299, 1.443, 2.519],
            tolerance: 1e-3))
}
