import OutlayProblems

/// Multi-objective optimisation on the basis of ratio analysis: the ratio system.
public struct MOORA: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Creates the method, which has no settings.
    public init(settings: MethodSettings) throws(Problem) {}

    /// Returns what the weighted ratios where more is better come to, less those where less is better.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a column of zeros or one that cannot be told from 0.
    /// - Complexity: O(*n*) in the number of cells.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(
            scores: matrix.weightedSums(
                of: try Self.ratios(of: matrix), weights: Self.signedWeights(of: matrix)),
            higherIsBetter: true)
    }

    /// Returns the ratios and what each adds to the score or takes from it.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let ratios = matrix.mapped(by: try Self.ratios(of: matrix))
        return [
            MethodStep("x*(i,j)", "ratio to the length of the column", .cells(ratios)),
            MethodStep(
                "± w(j) · x*(i,j)", "what each criterion adds or takes",
                .cells(matrix.weighted(ratios, by: Self.signedWeights(of: matrix)))),
        ]
    }

    /// Returns the map of each column to its ratios, in either direction.
    static func ratios(of matrix: DecisionMatrix) throws(Problem) -> [ColumnMap] {
        let ends = matrix.columnEnds()
        try matrix.requireMeasurable(ends)
        try matrix.requireNoColumnOfZeros(ends, of: "MOORA")
        return matrix.columnTotals { $0 * $0 }.map { .ratio(1 / $0.squareRoot()) }
    }

    /// Returns the weights, below 0 where less is better.
    static func signedWeights(of matrix: DecisionMatrix) -> [Double] {
        matrix.columns.map { $0.direction == .higher ? $0.weight : -$0.weight }
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "moora",
        title: "MOORA",
        formula: "y(i) = sum of w(j) · x*(i,j) where more is better less the same where less is "
            + "better; x*(i,j) = x(i,j) / √(sum over i of x(i,j)²)",
        whenToUse: "performances are amounts with a natural 0 and one figure of gains less burdens "
            + "is wanted",
        whenNotTo: "options may be added or withdrawn: each enters the length of the columns, so "
            + "that the order of two options can hang on a third; or a column hardly varies, since "
            + "its level then says more than its differences",
        source: PublishedSource(
            author: "W. K. M. Brauers, E. K. Zavadskas",
            title: "The MOORA method and its application to privatization in a transition economy, "
                + "Control and Cybernetics 35 (2)",
            year: 2006),
        inputs: [.weight, .direction],
        promises: [.units, .monotonicity, .dominance],
        example: WorkedExample(
            origin:
                "N. Kundakcı, Combined multi-criteria decision making approach based on MACBETH "
                + "and MULTI-MOORA methods, Alphanumeric Journal 4 (1), 2016, the choice of a car, "
                + "printed to 4 decimals",
            options: (1...9).map { "A\($0)" },
            columns: [
                ("C1", .lower, 0.20), ("C2", .lower, 0.1684), ("C3", .higher, 0.1579),
                ("C4", .higher, 0.1474), ("C5", .higher, 0.1158), ("C6", .higher, 0.0842),
                ("C7", .higher, 0.0737), ("C8", .higher, 0.0421), ("C9", .lower, 0.0105),
            ].map { DecisionMatrix.Column(name: $0, direction: $1, weight: $2) },
            rows: [
                [168_000, 4.2, 35, 5, 5, 5, 5, 136, 109],
                [179_697, 4.1, 34.5, 5, 4, 4, 5, 190, 107],
                [140_600, 4.5, 33, 3, 3, 3, 3, 150, 119], [134_950, 4.3, 28, 3, 2, 4, 4, 190, 112],
                [151_980, 5.6, 35, 3, 4, 4, 3, 170, 147], [181_632, 4, 35, 5, 3, 4, 5, 190, 106],
                [160_620, 4.8, 33, 2, 3, 3, 2, 180, 125],
                [162_900, 4.5, 35.4, 3, 4, 3, 2, 143, 119],
                [178_000, 4.2, 32, 2, 3, 2, 3, 180, 110],
            ],
            scores: [
                0.1349, 0.1165, 0.0628, 0.0666, 0.0669, 0.1069, 0.0330, 0.0611, 0.0312,
            ],
            tolerance: 1e-3))
}
