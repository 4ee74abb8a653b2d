import OutlayProblems

/// The weighted aggregated sum product assessment: a mix of the weighted sum and the weighted product.
///
/// Both are taken of the performances as ratios to the best of the table.
public struct WASPAS: ScoringMethod {
    /// The share of the weighted sum in the score, 0 … 1.
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
        /// The weighted sums.
        public let sums: [Double]
        /// The weighted products.
        public let products: [Double]
        /// The scores.
        public let scores: [Double]
    }

    /// Returns the sums, the products and their mix.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a performance below 0, or of 0 where less is better, and for
    ///   a column of zeros.
    /// - Complexity: O(*n*) in the number of cells.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let maps = try Normalisation.linear.maps(for: matrix)
        let sums = matrix.weightedSums(of: maps, weights: matrix.weights)
        let products = matrix.weightedProducts(of: maps, weights: matrix.weights)
        return Solution(
            sums: sums, products: products,
            scores: zip(sums, products).map { sumShare * $0 + (1 - sumShare) * $1 })
    }

    /// Returns the mixes of sum and product.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        let solution = try solution(of: matrix)
        return MethodResult(
            scores: solution.scores, higherIsBetter: true,
            remarks: WeightedProduct.remarks(onProducts: solution.products))
    }

    /// Returns the normalised performances, terms and factors, then the sums and products.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let figures = try Normalisation.linear.normalised(matrix)
        let solution = try solution(of: matrix)
        return [
            MethodStep("r(i,j)", "normalised performances", .cells(figures)),
            MethodStep(
                "w(j) · r(i,j)", "the terms of the sum",
                .cells(matrix.weighted(figures, by: matrix.weights))),
            MethodStep(
                "r(i,j)^w(j)", "the factors of the product",
                .cells(matrix.raised(figures, to: matrix.weights))),
            MethodStep("S(i)", "weighted sum", .options(solution.sums)),
            MethodStep("P(i)", "weighted product", .options(solution.products)),
            MethodStep("λ", "the share of the sum in the score", .number(sumShare)),
        ]
    }

    private static let lambda = MethodSetting(
        "lambda", "the share of the weighted sum in the score, the rest being the product's",
        .number(0...1, default: 0.5))

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "waspas",
        title: "WASPAS",
        formula: "Q(i) = λ · S(i) + (1 − λ) · P(i); S(i) = sum over j of w(j) · r(i,j), P(i) = "
            + "product over j of r(i,j)^w(j), r(i,j) = x(i,j) / max(j) where more is better, "
            + "min(j) / x(i,j) where less is",
        whenToUse: "performances are ratios with a natural 0, and neither full compensation (the "
            + "sum) nor little of it (the product) is wanted alone",
        whenNotTo: "the share λ cannot be argued for, since it can decide the order; or a further "
            + "option may set a new best, by which the order of two others can change",
        source: PublishedSource(
            author: "E. K. Zavadskas, Z. Turskis, J. Antucheviciene, A. Zakarevicius",
            title: "Optimization of weighted aggregated sum product assessment, Electronics and "
                + "Electrical Engineering 122 (6)",
            year: 2012),
        inputs: [.weight, .direction],
        settings: [lambda],
        promises: [.units, .monotonicity, .dominance, .copies],
        example: WorkedExample(
            origin: "S. Chakraborty, E. K. Zavadskas, J. Antucheviciene, Applications of WASPAS "
                + "method as a multi-criteria decision-making tool, Economic Computation and Economic "
                + "Cybernetics Studies and Research 49 (1), 2015, example 2, printed to 4 decimals",
            options: (1...10).map { "A\($0)" },
            columns: [
                ("PC", .lower, 0.467), ("FS", .lower, 0.160), ("MN", .lower, 0.095),
                ("P", .higher, 0.278),
            ].map { DecisionMatrix.Column(name: $0, direction: $1, weight: $2) },
            rows: [
                [581_818, 54.49, 3, 5_500], [595_454, 49.73, 3, 4_500], [586_060, 51.24, 3, 5_000],
                [522_727, 45.71, 3, 5_800], [561_818, 52.66, 3, 5_200], [543_030, 74.46, 4, 5_600],
                [522_727, 75.42, 4, 5_800], [486_970, 62.62, 4, 5_600], [509_394, 65.87, 4, 6_400],
                [513_333, 70.67, 4, 6_000],
            ],
            scores: [
                0.8584, 0.8169, 0.8419, 0.9417, 0.8638, 0.8278, 0.8503, 0.8949, 0.9027, 0.8740,
            ],
            tolerance: 1e-4))
}
