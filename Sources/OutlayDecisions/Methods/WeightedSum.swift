import OutlayProblems

/// The weighted sum of normalised performances.
///
/// By `minmax`, the default, scores are 0 … 1: a column runs from 0 at its worst end to 1 at its best, the
/// ends of its stated scale or else of the table.
public struct WeightedSum: ScoringMethod {
    /// How performances become comparable.
    public var normalisation: Normalisation

    /// Creates the method.
    public init(normalisation: Normalisation = .minMax) {
        self.normalisation = normalisation
    }

    /// Creates the method with the setting `normalisation`.
    public init(settings: MethodSettings) throws(Problem) {
        normalisation = try settings.normalisation(for: Self.normalisationSetting)
    }

    /// The stated scale, by `minmax`.
    public var columnInputs: Set<ColumnInput> { normalisation == .minMax ? [.scale] : [] }

    /// Returns the weighted sums.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        let maps = try normalisation.maps(for: matrix)
        return MethodResult(
            scores: matrix.weightedSums(of: maps, weights: matrix.weights), higherIsBetter: true)
    }

    /// Returns the normalised performances, then the weighted ones.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let cells = try normalisation.normalised(matrix)
        return [
            MethodStep("r(i,j)", "normalised performances", .cells(cells)),
            MethodStep(
                "w(j) · r(i,j)", "what each criterion adds to the score",
                .cells(matrix.weighted(cells, by: matrix.weights))),
        ]
    }

    private static let normalisationSetting = MethodSetting.normalisation(default: .minMax)

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "weighted-sum",
        title: "Weighted sum",
        formula: "S(i) = sum over j of w(j) · r(i,j); r normalised performance, w weight as a "
            + "fraction of their sum; by minmax r(i,j) = (x(i,j) − worst(j)) / (best(j) − worst(j))",
        whenToUse: "one more point on a criterion is worth the same whatever the others are, "
            + "and the weights were given for the range from worst to best",
        whenNotTo: "a weakness must not be made up for by strengths; or the ends come from the "
            + "table, so that adding an option changes the scores of the others",
        source: PublishedSource(
            author: "P. C. Fishburn",
            title: "Additive utilities with incomplete product sets: application to priorities "
                + "and assignments, Operations Research 15 (3)",
            year: 1967),
        inputs: [.weight, .direction, .scale],
        settings: [normalisationSetting],
        promises: [.units, .monotonicity, .dominance, .copies],
        example: WorkedExample(
            origin: "Wikipedia, Weighted sum model, after E. Triantaphyllou, Multi-Criteria "
                + "Decision Making Methods (2000); printed 21.50, 22.00 and 22.00, here as "
                + "fractions of 100",
            options: ["A1", "A2", "A3"],
            columns: [("C1", 0.20), ("C2", 0.15), ("C3", 0.40), ("C4", 0.25)].map { name, weight in
                DecisionMatrix.Column(
                    name: name, direction: .higher, weight: weight,
                    scale: DecisionMatrix.Scale(worst: 0, best: 100))
            },
            rows: [[25, 20, 15, 30], [10, 30, 20, 30], [30, 10, 30, 10]],
            scores: [0.215, 0.22, 0.22],
            tolerance: 1e-12))
}
