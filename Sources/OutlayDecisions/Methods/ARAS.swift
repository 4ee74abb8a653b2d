import OutlayProblems

/// Additive ratio assessment: each option as a fraction of an ideal one that has the best of every column.
public struct ARAS: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Creates the method, which has no settings.
    public init(settings: MethodSettings) throws(Problem) {}

    /// What the method finds.
    public struct Solution: Sendable, Hashable {
        /// S: the weighted shares of each option.
        public let sums: [Double]
        /// S(0): the weighted shares of the ideal option.
        public let idealSum: Double
        /// K: each sum as a fraction of the ideal one, 0 … 1.
        public let utilities: [Double]
    }

    /// Returns the sums of the options and of the ideal, and their ratio.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a performance below 0, or of 0 where less is better, and for a
    ///   column of zeros.
    /// - Complexity: O(*n*) in the number of cells.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let ends = matrix.columnEnds()
        let shares = try Self.shares(of: matrix, ends)
        let sums = matrix.weightedSums(of: shares, weights: matrix.weights)
        let ideal = Self.ideal(of: matrix, ends, shares)
        let idealSum = zip(matrix.weights, ideal).reduce(0) { $0 + $1.0 * $1.1 }
        return Solution(sums: sums, idealSum: idealSum, utilities: sums.map { $0 / idealSum })
    }

    /// Returns the degree of utility of each option.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(scores: try solution(of: matrix).utilities, higherIsBetter: true)
    }

    /// Returns the shares of the options and of the ideal, and the sums of both.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let solution = try solution(of: matrix)
        let ends = matrix.columnEnds()
        let maps = try Self.shares(of: matrix, ends)
        let shares = matrix.mapped(by: maps)
        return [
            MethodStep("x̄(i,j)", "share of the column with the ideal in it", .cells(shares)),
            MethodStep(
                "x̄(0,j)", "share of the ideal", .criteria(Self.ideal(of: matrix, ends, maps))),
            MethodStep(
                "w(j) · x̄(i,j)", "weighted shares",
                .cells(matrix.weighted(shares, by: matrix.weights))),
            MethodStep("S(i)", "the sum of the weighted shares", .options(solution.sums)),
            MethodStep("S(0)", "the sum of the ideal", .number(solution.idealSum)),
        ]
    }

    /// Returns the map of each column to shares, or shares of the inverses where less is better.
    private static func shares(
        of matrix: DecisionMatrix, _ ends: [DecisionMatrix.Ends]
    ) throws(Problem) -> [ColumnMap] {
        let limits = matrix.columns.map {
            $0.direction == .lower ? CellLimit.positive : .notNegative
        }
        try matrix.requireCells(limits, of: "ARAS")
        try matrix.requireMeasurable(ends)
        try matrix.requireNoColumnOfZeros(ends, of: "ARAS")
        return zip(matrix.columns, zip(matrix.columnTotalsOfWorth(), ends)).map { column, figures in
            let (total, ends) = figures
            return switch column.direction {
            case .higher: .ratio(1 / (total + ends.high))
            case .lower: ColumnMap(.power(factor: total + 1 / ends.low, -1))
            }
        }
    }

    private static func ideal(
        of matrix: DecisionMatrix, _ ends: [DecisionMatrix.Ends], _ shares: [ColumnMap]
    ) -> [Double] {
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in 0 } }
        return zip(matrix.columns, zip(ends, shares)).map { $1.1($1.0.best($0.direction)) }
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "aras",
        title: "ARAS",
        formula:
            "K(i) = S(i) / S(0); S(i) = sum over j of w(j) · x̄(i,j); x̄ the share of x(i,j), or of "
            + "1 / x(i,j) where less is better, in the column's total; option 0 has the best of each "
            + "column and counts in the totals",
        whenToUse: "performances are amounts with a natural 0, and the question is how near each "
            + "option comes to the best on everything",
        whenNotTo: "options may be added or withdrawn: each enters every share, so that the order "
            + "of two options can hang on a third; a price near 0 outweighs the other prices",
        source: PublishedSource(
            author: "E. K. Zavadskas, Z. Turskis",
            title:
                "A new additive ratio assessment (ARAS) method in multicriteria decision-making, "
                + "Technological and Economic Development of Economy 16 (2)",
            year: 2010),
        inputs: [.weight, .direction],
        promises: [.units, .monotonicity, .dominance],
        example: WorkedExample(
            origin: "D. Stanujkic, B. Djordjevic, D. Karabasevic, Selection of candidates in the "
                + "process of recruitment and selection of personnel based on the SWARA and ARAS "
                + "methods, Quaestus 7, 2015, printed 0.74, 0.86, 0.78 and 0.86",
            options: ["A1", "A2", "A3", "A4"],
            columns: zip(1..., [0.28, 0.25, 0.19, 0.15, 0.08, 0.04]).map {
                DecisionMatrix.Column(name: "C\($0)", direction: .higher, weight: $1)
            },
            rows: [
                [4.64, 3.00, 3.00, 3.00, 2.88, 3.63], [4.00, 4.00, 4.64, 3.56, 3.63, 5.00],
                [3.30, 4.31, 3.30, 4.00, 3.30, 4.00], [2.62, 5.00, 4.22, 4.31, 5.00, 5.00],
            ],
            scores: [0.74, 0.86, 0.78, 0.86],
            tolerance: 6e-3))
}
