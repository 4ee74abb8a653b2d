import OutlayProblems

/// The stable preference ordering towards an ideal solution.
///
/// Each criterion runs over its stated scale, which must hold every performance. So the score of an option
/// depends on nothing but its own performances.
public struct SPOTIS: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Creates the method, which has no settings.
    public init(settings: MethodSettings) throws(Problem) {}

    /// The stated scale.
    public var columnInputs: Set<ColumnInput> { [.scale] }

    /// Returns the weighted distances to the best ends of the scales, 0 … 1, lower is better.
    ///
    /// - Throws: ``ProblemCode/badScale`` for a criterion without a stated scale, ``ProblemCode/offScale`` for
    ///   a performance outside it.
    /// - Complexity: O(*n*) in the number of cells.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(
            scores: matrix.weightedSums(of: try distances(for: matrix), weights: matrix.weights),
            higherIsBetter: false)
    }

    /// Returns the ideal, the distances to it and what each criterion adds to the score.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let distances = matrix.mapped(by: try distances(for: matrix))
        return [
            MethodStep(
                "x*(j)", "the ideal", .criteria(matrix.columns.compactMap { $0.scale?.best })),
            MethodStep("d(i,j)", "distance to the ideal over the scale", .cells(distances)),
            MethodStep(
                "w(j) · d(i,j)", "what each criterion adds to the score",
                .cells(matrix.weighted(distances, by: matrix.weights))),
        ]
    }

    private func distances(for matrix: DecisionMatrix) throws(Problem) -> [ColumnMap] {
        for column in matrix.columns where column.scale == nil {
            throw Problem(
                .badScale, "`\(column.name)` states no scale", at: column.place,
                because: "SPOTIS measures each performance on a stated scale from worst to best",
                hint: "state the worst and the best performance that any option can have")
        }
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in .constant(0) } }
        let scales = try matrix.scaleEnds(orElse: matrix.columnEnds())
        try requireOnScale(matrix, scales)
        return zip(matrix.columns, scales).map { .loss($0.direction, $1) }
    }

    private func requireOnScale(
        _ matrix: DecisionMatrix, _ scales: [DecisionMatrix.Ends]
    ) throws(Problem) {
        let count = scales.count
        for (index, cell) in matrix.cells.enumerated() {
            let (column, scale) = (matrix.columns[index % count], scales[index % count])
            guard cell < scale.low || cell > scale.high else { continue }
            let row = matrix.name(ofRow: index / count)
            throw Problem(
                .offScale, "`\(column.name)` of \(row) is \(cell)",
                at: .part("\(row), column `\(column.name)`"),
                because: "its scale runs from \(scale.low) to \(scale.high)",
                hint: "widen the scale to all that an option can have")
        }
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "spotis",
        title: "SPOTIS",
        formula:
            "P(i) = sum over j of w(j) · d(i,j), lower is better; d(i,j) = |x(i,j) − best(j)| / "
            + "|worst(j) − best(j)| on the stated scale",
        whenToUse: "scales can be stated before the options are known: then no option added or "
            + "withdrawn changes another's score",
        whenNotTo: "no honest ends can be stated, or a weakness must not be made up for by "
            + "strengths: it orders as the weighted sum on the same scales does",
        source: PublishedSource(
            author: "J. Dezert, A. Tchamova, D. Han, J.-M. Tacnet",
            title:
                "The SPOTIS rank reversal free method for multi-criteria decision-making support, "
                + "23rd International Conference on Information Fusion",
            year: 2020),
        inputs: [.weight, .direction, .statedScale],
        promises: [.units, .monotonicity, .dominance, .copies, .independence],
        example: WorkedExample(
            origin: "J. Dezert et al. (2020), example A, printed 0.1989, 0.3705, 0.3063 and 0.7491",
            options: ["A1", "A2", "A3", "A4"],
            columns: [
                DecisionMatrix.Column(
                    name: "C1", direction: .higher, weight: 0.2,
                    scale: DecisionMatrix.Scale(worst: -5, best: 12)),
                DecisionMatrix.Column(
                    name: "C2", direction: .lower, weight: 0.3,
                    scale: DecisionMatrix.Scale(worst: 10, best: -6)),
                DecisionMatrix.Column(
                    name: "C3", direction: .higher, weight: 0.5,
                    scale: DecisionMatrix.Scale(worst: -8, best: 5)),
            ],
            rows: [[10.5, -3.1, 1.7], [-4.7, 0, 3.4], [8.1, 0.3, 1.3], [3.2, 7.3, -5.3]],
            scores: [0.1989, 0.3705, 0.3063, 0.7491],
            tolerance: 1e-4))
}
