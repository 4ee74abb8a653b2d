import OutlayProblems

/// The weighted product of normalised performances.
///
/// A figure of 0 makes the whole product 0, whatever the others are; a remark names such options. A
/// criterion without weight takes no part.
public struct WeightedProduct: ScoringMethod {
    /// How performances become comparable.
    public var normalisation: Ratio

    /// The normalisations whose figures are above 0 where the performances are.
    public enum Ratio: String, Sendable, Hashable, CaseIterable {
        /// The ratio to the best.
        case linear
        /// The share of the total.
        case sum
        /// The square of the ratio to the best, or its cube where less is better.
        case nonlinear

        /// The normalisation among all.
        public var normalisation: Normalisation {
            switch self {
            case .linear: .linear
            case .sum: .sum
            case .nonlinear: .nonlinear
            }
        }
    }

    /// Creates the method.
    public init(normalisation: Ratio = .linear) {
        self.normalisation = normalisation
    }

    /// Creates the method with the setting `normalisation`.
    public init(settings: MethodSettings) throws(Problem) {
        let word = try settings.choice(for: Self.normalisationSetting)
        guard let ratio = Ratio(rawValue: word) else {
            preconditionFailure("`normalisation` is declared with the words of `Ratio`")
        }
        normalisation = ratio
    }

    /// Returns the weighted products, and a remark on those that a single 0 decides.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        let maps = try normalisation.normalisation.maps(for: matrix)
        let scores = matrix.weightedProducts(of: maps, weights: matrix.weights)
        return MethodResult(
            scores: scores, higherIsBetter: true, remarks: Self.remarks(onProducts: scores))
    }

    /// Returns the normalised performances, then the factors of the product.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let figures = try normalisation.normalisation.normalised(matrix)
        return [
            MethodStep("r(i,j)", "normalised performances", .cells(figures)),
            MethodStep(
                "r(i,j)^w(j)", "the factors of the score",
                .cells(matrix.raised(figures, to: matrix.weights))),
        ]
    }

    /// Returns what is to be said of options whose product is 0.
    static func remarks(onProducts products: [Double]) -> [MethodRemark] {
        let zeros = products.indices.filter { products[$0] == 0 }
        guard !zeros.isEmpty else { return [] }
        return [
            MethodRemark("a performance of 0 makes the whole product 0", options: zeros)
        ]
    }

    private static let normalisationSetting = MethodSetting.normalisation(
        Ratio.allCases.map(\.normalisation), default: .linear)

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "weighted-product",
        title: "Weighted product",
        formula: "P(i) = product over j of r(i,j)^w(j); r normalised performance, w weight as a "
            + "fraction of their sum; by linear r(i,j) = x(i,j) / max(j) where more is better, "
            + "min(j) / x(i,j) where less is",
        whenToUse: "performances are ratios with a natural 0, such as prices and speeds, and twice "
            + "as good counts the same wherever it starts; the order of two options never hangs on "
            + "a third",
        whenNotTo: "a scale has an arbitrary 0, such as degrees or points from 1 to 5, or takes "
            + "the value 0: one figure near 0 outweighs all the others",
        source: PublishedSource(
            author: "P. W. Bridgman",
            title:
                "Dimensional Analysis, Yale University Press; as a decision method D. W. Miller, "
                + "M. K. Starr, Executive Decisions and Operations Research, 1969",
            year: 1922),
        inputs: [.weight, .direction],
        settings: [normalisationSetting],
        promises: [.units, .monotonicity, .dominance, .copies, .independence],
        example: WorkedExample(
            origin:
                "By hand: price 1 and 1/4, speed 1/4 and 1, each under the square root, so that "
                + "A has √1 · √(1/4) = 1/2 and B √(1/4) · √1 = 1/2; C √(1/4) · √(1/4) = 1/4",
            options: ["A", "B", "C"],
            columns: [("price", .lower), ("speed", .higher)].map { name, direction in
                DecisionMatrix.Column(name: name, direction: direction, weight: 1)
            },
            rows: [[100, 2], [400, 8], [400, 2]],
            scores: [0.5, 0.5, 0.25],
            tolerance: 1e-12))
}
