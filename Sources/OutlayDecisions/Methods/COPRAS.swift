import OutlayProblems

/// Complex proportional assessment.
///
/// Where no weighted criterion is better when lower, an option is worth what its shares add up to.
public struct COPRAS: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Creates the method, which has no settings.
    public init(settings: MethodSettings) throws(Problem) {}

    /// What the method finds for each option.
    public struct Solution: Sendable, Hashable {
        /// S+: the weighted shares of the criteria of which more is better.
        public let gains: [Double]
        /// S-: the weighted shares of the criteria of which less is better.
        public let burdens: [Double]
        /// Q: the relative significance.
        public let significances: [Double]
        /// The significance as a fraction of the largest, 0 … 1.
        public let utilities: [Double]
    }

    /// Returns the gains, the burdens and what they are worth.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a performance below 0, a column of zeros, and an option
    ///   without burden beside others that have one, whose worth would be infinite.
    /// - Complexity: O(*n*) in the number of cells.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let shares = try Self.shares(of: matrix)
        let gains = matrix.weightedSums(of: shares, weights: Self.weights(of: matrix, .higher))
        let burdens = matrix.weightedSums(of: shares, weights: Self.weights(of: matrix, .lower))
        let total = burdens.reduce(0, +)
        var significances = gains
        if total > 0 {
            if let index = burdens.firstIndex(of: 0) {
                throw Self.noBurden(of: matrix.name(ofRow: index))
            }
            // Against the least burden, as the paper writes it, no quotient is beyond 1.
            let least = burdens.min() ?? 1
            let inverses = burdens.reduce(0) { $0 + least / $1 }
            significances = zip(gains, burdens).map { $0 + total * (least / $1) / inverses }
        }
        let largest = significances.max() ?? 0
        return Solution(
            gains: gains, burdens: burdens, significances: significances,
            utilities: significances.map { $0 / largest })
    }

    /// Returns the significance of each option as a fraction of the largest.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(scores: try solution(of: matrix).utilities, higherIsBetter: true)
    }

    /// Returns the weighted shares, S+, S- and Q.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let solution = try solution(of: matrix)
        let shares = matrix.mapped(by: try Self.shares(of: matrix))
        return [
            MethodStep("x(i,j) / Σx(j)", "share of the column's total", .cells(shares)),
            MethodStep(
                "d(i,j)", "weighted shares", .cells(matrix.weighted(shares, by: matrix.weights))),
            MethodStep("S+(i)", "weighted shares where more is better", .options(solution.gains)),
            MethodStep("S-(i)", "weighted shares where less is better", .options(solution.burdens)),
            MethodStep("Q(i)", "relative significance", .options(solution.significances)),
        ]
    }

    private static func shares(of matrix: DecisionMatrix) throws(Problem) -> [ColumnMap] {
        let ends = matrix.columnEnds()
        try matrix.requireCells(matrix.columns.map { _ in .notNegative }, of: "COPRAS")
        try matrix.requireMeasurable(ends)
        try matrix.requireNoColumnOfZeros(ends, of: "COPRAS")
        return matrix.columnTotals { $0 }.map { .ratio(1 / $0) }
    }

    /// Returns the weights of the criteria of `direction`, and 0 for the others.
    private static func weights(of matrix: DecisionMatrix, _ direction: Direction) -> [Double] {
        matrix.columns.map { $0.direction == direction ? $0.weight : 0 }
    }

    private static func noBurden(of row: String) -> Problem {
        Problem(
            .outOfRange, "\(row) is 0 wherever less is better", at: .part(row),
            because: "COPRAS divides by what those performances add up to",
            hint: "give performances above 0, or score by a method that takes 0")
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "copras",
        title: "COPRAS",
        formula:
            "U(i) = Q(i) / max Q; Q(i) = S+(i) + Σ S- / (S-(i) · Σ (1 / S-)); S+ and S- sum the "
            + "weighted shares w(j) · x(i,j) / Σ x(j) of the criteria where more and where less is "
            + "better",
        whenToUse: "performances are amounts with a natural 0, and gains and burdens are to be "
            + "told apart on the way to one figure",
        whenNotTo: "options may be added or withdrawn: each enters every share, so that the order "
            + "of two options can hang on a third, and the leader can gain more than the option that "
            + "improved; a burden near 0 outweighs everything",
        source: PublishedSource(
            author: "E. K. Zavadskas, A. Kaklauskas, V. Sarka",
            title: "The new method of multicriteria complex proportional assessment of projects, "
                + "Technological and Economic Development of Economy 1 (3)",
            year: 1994),
        inputs: [.weight, .direction],
        promises: [.units, .dominance],
        example: WorkedExample(
            origin: "By hand: speed shares 1/4 and 3/4, price shares 1/4 and 3/4, in equal weight: "
                + "S+ 1/8, 3/8; S- 1/8, 3/8; Q 1/8 + 3/8 = 1/2 and 3/8 + 1/8 = 1/2",
            options: ["A", "B"],
            columns: [("speed", .higher), ("price", .lower)].map { name, direction in
                DecisionMatrix.Column(name: name, direction: direction, weight: 1)
            },
            rows: [[10, 100], [30, 300]],
            scores: [1, 1],
            tolerance: 1e-12))
}
