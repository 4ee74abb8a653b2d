import OutlayProblems
import OutlaySampling

/// Multi-attributive border approximation area comparison.
///
/// Best and worst are those of the table, as in the paper; stated scales are not used. A criterion on
/// which no option differs adds nothing.
public struct MABAC: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Creates the method, which has no settings.
    public init(settings: MethodSettings) throws(Problem) {}

    /// What the method finds.
    public struct Solution: Sendable, Hashable {
        /// G: the border of each criterion, the geometric mean of its weighted figures.
        public let borders: [Double]
        /// Q: the sum of each option's distances to the borders; above 0 it is in the upper area.
        public let distances: [Double]
    }

    /// Returns the borders and the distances to them.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a column that cannot be told from 0.
    /// - Complexity: O(*n*) in the number of cells.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let maps = try Self.raisedShares(of: matrix)
        let borders = Self.borders(of: matrix, maps)
        let border = borders.reduce(0, +)
        let sums = matrix.weightedSums(of: maps, weights: matrix.weights)
        return Solution(borders: borders, distances: sums.map { $0 - border })
    }

    /// Returns the distances to the borders.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(scores: try solution(of: matrix).distances, higherIsBetter: true)
    }

    /// Returns the normalised and weighted figures, the borders and the distances to them.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let raised = matrix.mapped(by: try Self.raisedShares(of: matrix))
        let weighted = matrix.weighted(raised, by: matrix.weights)
        let borders = try solution(of: matrix).borders
        return [
            MethodStep("n(i,j)", "way from the worst to the best", .cells(raised.map { $0 - 1 })),
            MethodStep("v(i,j)", "w(j) · (n(i,j) + 1)", .cells(weighted)),
            MethodStep("g(j)", "the border, geometric mean of v", .criteria(borders)),
            MethodStep(
                "q(i,j)", "distance to the border",
                .cells(weighted.indices.map { weighted[$0] - borders[$0 % borders.count] })),
        ]
    }

    /// Returns the maps from 1 at the worst of the table to 2 at the best; 2 where they are one.
    private static func raisedShares(of matrix: DecisionMatrix) throws(Problem) -> [ColumnMap] {
        let ends = matrix.columnEnds()
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in .constant(2) } }
        try matrix.requireMeasurable(ends)
        return zip(matrix.columns, ends).map { column, ends in
            guard ends.low < ends.high else { return .constant(2) }
            let (worst, best) = (ends.worst(column.direction), ends.best(column.direction))
            return .line(from: worst, slope: 1 / (best - worst), offset: 1)
        }
    }

    private static func borders(of matrix: DecisionMatrix, _ maps: [ColumnMap]) -> [Double] {
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in 0 } }
        var logarithms = matrix.columns.map { _ in 0.0 }
        for index in matrix.cells.indices {
            let column = index % maps.count
            logarithms[column] += ElementaryFunctions.logarithm(maps[column](matrix.cells[index]))
        }
        return zip(matrix.weights, logarithms).map {
            $0 * ElementaryFunctions.exponential($1 / Double(matrix.rowCount))
        }
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "mabac",
        title: "MABAC",
        formula: "S(i) = sum over j of v(i,j) − g(j); v(i,j) = w(j) · (n(i,j) + 1), n the way from "
            + "the column's worst to its best, g(j) = (product over i of v(i,j)) ^ (1 / m), m options",
        whenToUse: "it should be seen on which criteria an option lies above and below what the "
            + "field offers; a score above 0 is better than the field",
        whenNotTo: "more is expected of the order than of a weighted sum by minmax, whose order it "
            + "is; ends come from the table, so that the order can hang on a further option",
        source: PublishedSource(
            author: "D. Pamučar, G. Ćirović",
            title: "The selection of transport and handling resources in logistics centers using "
                + "Multi-Attributive Border Approximation area Comparison (MABAC), Expert Systems with "
                + "Applications 42 (6)",
            year: 2015),
        inputs: [.weight, .direction],
        promises: [.units, .monotonicity, .dominance, .copies],
        example: WorkedExample(
            origin:
                "D. Pamučar, G. Ćirović (2015), the choice of a forklift, printed to 4 decimals",
            options: (1...7).map { "A\($0)" },
            columns: [
                ("C1", .lower, 0.146), ("C2", .higher, 0.144), ("C3", .higher, 0.119),
                ("C4", .higher, 0.121), ("C5", .lower, 0.115), ("C6", .lower, 0.101),
                ("C7", .higher, 0.088), ("C8", .higher, 0.068), ("C9", .higher, 0.05),
                ("C10", .higher, 0.048),
            ].map { DecisionMatrix.Column(name: $0, direction: $1, weight: $2) },
            rows: [
                [22_600, 3_800, 2, 5, 1.06, 3, 3.5, 2.8, 24.5, 6.5],
                [19_500, 4_200, 3, 2, 0.95, 3, 3.4, 2.2, 24, 7],
                [21_700, 4_000, 1, 3, 1.25, 3.2, 3.3, 2.5, 24.5, 7.3],
                [20_600, 3_800, 2, 5, 1.05, 3.25, 3.2, 2, 22.5, 11],
                [22_500, 3_800, 4, 3, 1.35, 3.2, 3.7, 2.1, 23, 6.3],
                [23_250, 4_210, 3, 5, 1.45, 3.6, 3.5, 2.8, 23.5, 7],
                [20_300, 3_850, 2, 5, 0.9, 3.25, 3, 2.6, 21.5, 6],
            ],
            scores: [0.0826, 0.2183, -0.0488, 0.0246, -0.0704, 0.0465, 0.0464],
            tolerance: 1e-4))
}
