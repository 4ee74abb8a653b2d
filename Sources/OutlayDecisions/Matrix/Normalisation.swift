import OutlayProblems
import OutlaySampling

/// How performances in different units become comparable figures, of which more is always better.
///
/// With x a performance, and min, max and Σ over the options of the table:
///
/// | name | higher is better | lower is better |
/// |---|---|---|
/// | `minmax` | (x − min) / (max − min) | (max − x) / (max − min) |
/// | `linear` | x / max | min / x |
/// | `max` | x / max | 1 − x / max |
/// | `sum` | x / Σx | (1 / x) / Σ(1 / x) |
/// | `vector` | x / √Σx² | 1 − x / √Σx² |
/// | `enhanced` | 1 − (max − x) / Σ(max − x) | 1 − (x − min) / Σ(x − min) |
/// | `nonlinear` | (x / max)² | (min / x)³ |
/// | `logarithmic` | ln x / ln Πx | (1 − ln x / ln Πx) / (m − 1), m options |
///
/// A stated scale takes the place of min and max in `minmax`, and nothing is gained or lost beyond its
/// ends. A column whose figures do not differ is 1 throughout in `minmax` and `enhanced`: it separates
/// nothing.
///
/// - Source: A. Jahan, K. L. Edwards, "A state-of-the-art survey on the influence of normalization
///   techniques in ranking", Materials & Design 65, 2015, table 1; `enhanced`: Q. Zeng et al., 2013, and
///   `nonlinear`: F. Peldschus, 1983, both there.
public enum Normalisation: String, Sendable, Hashable, CaseIterable {
    /// The share of the way from the worst to the best.
    case minMax = "minmax"
    /// The ratio to the best.
    case linear
    /// The ratio to the largest number, turned over where less is better.
    case max
    /// The share of the total.
    case sum
    /// The ratio to the length of the column as a vector, turned over where less is better.
    case vector
    /// The distance to the best as a share of all such distances, turned over.
    case enhanced
    /// The square of the ratio to the best, or its cube where less is better.
    case nonlinear
    /// The share of the logarithm of the product.
    case logarithmic

    /// Returns the normalised cells of `matrix`, row by row.
    ///
    /// - Throws: What ``maps(for:)`` throws.
    /// - Complexity: O(*n*) in the number of cells.
    public func normalised(_ matrix: DecisionMatrix) throws(Problem) -> [Double] {
        matrix.mapped(by: try maps(for: matrix))
    }

    /// Returns how each column's performances are normalised.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` that names row and column, for a cell that the formula cannot
    ///   take: below 0 (`linear`, `max`, `sum`, `nonlinear`), 0 where it divides, or below 1 (`logarithmic`);
    ///   and for a column too close to 0 to be told apart, or of zeros where its total divides.
    /// - Complexity: O(*n*) in the number of cells.
    func maps(for matrix: DecisionMatrix) throws(Problem) -> [ColumnMap] {
        try maps(for: matrix, ends: matrix.columnEnds())
    }

    /// Returns the same from the `ends` of the columns, for callers that need them too.
    func maps(
        for matrix: DecisionMatrix, ends: [DecisionMatrix.Ends]
    ) throws(Problem) -> [ColumnMap] {
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in .constant(0) } }
        try matrix.requireCells(limits(for: matrix.columns), of: "normalisation `\(rawValue)`")
        try matrix.requireMeasurable(ends)
        guard self != .minMax else {
            return try matrix.scaleEnds(orElse: ends).enumerated().map {
                .minMax(matrix.columns[$0].direction, $1)
            }
        }
        if divides { try matrix.requireNoColumnOfZeros(ends, of: "normalisation `\(rawValue)`") }
        let totals = totals(of: matrix)
        return matrix.columns.indices.map { index in
            let (ends, total) = (ends[index], totals.isEmpty ? 0 : totals[index])
            return switch matrix.columns[index].direction {
            case .higher: risingMap(ends, total: total, count: Double(matrix.rowCount))
            case .lower: fallingMap(ends, total: total, count: Double(matrix.rowCount))
            }
        }
    }

    /// Returns the map of a column of which more is better; `count` is the number of options.
    private func risingMap(
        _ ends: DecisionMatrix.Ends, total: Double, count: Double
    ) -> ColumnMap {
        switch self {
        case .minMax: .minMax(.higher, ends)
        case .linear, .max: .ratio(1 / ends.high)
        case .sum: .ratio(1 / total)
        case .vector: .ratio(1 / total.squareRoot())
        case .enhanced where ends.low == ends.high: .constant(1)
        case .enhanced: .line(from: ends.high, slope: 1 / (count * ends.high - total), offset: 1)
        case .nonlinear: ColumnMap(.power(factor: 1 / ends.high, 2))
        case .logarithmic where total == 0: .constant(1 / count)
        case .logarithmic: ColumnMap(.logarithm(slope: 1 / total, offset: 0))
        }
    }

    /// Returns the map of a column of which less is better; `count` is the number of options.
    private func fallingMap(
        _ ends: DecisionMatrix.Ends, total: Double, count: Double
    ) -> ColumnMap {
        switch self {
        case .minMax: return .minMax(.lower, ends)
        case .linear: return ColumnMap(.power(factor: 1 / ends.low, -1))
        case .max: return .line(from: 0, slope: -1 / ends.high, offset: 1)
        case .sum: return ColumnMap(.power(factor: total, -1))
        case .vector: return .line(from: 0, slope: -1 / total.squareRoot(), offset: 1)
        case .enhanced where ends.low == ends.high: return .constant(1)
        case .enhanced:
            return .line(from: ends.low, slope: -1 / (total - count * ends.low), offset: 1)
        case .nonlinear: return ColumnMap(.power(factor: 1 / ends.low, -3))
        case .logarithmic where total == 0: return .constant(1 / count)
        case .logarithmic:
            let others = Swift.max(count - 1, 1)
            return ColumnMap(.logarithm(slope: -1 / (total * others), offset: 1 / others))
        }
    }

    /// Returns the total of each column that the formula divides by; none where it divides by an end.
    private func totals(of matrix: DecisionMatrix) -> [Double] {
        switch self {
        case .minMax, .linear, .max, .nonlinear: []
        case .enhanced: matrix.columnTotals { $0 }
        case .vector: matrix.columnTotals { $0 * $0 }
        case .logarithmic: matrix.columnTotals(of: ElementaryFunctions.logarithm)
        case .sum: matrix.columnTotalsOfWorth()
        }
    }

    /// Whether the formula divides by a figure of the column that is 0 where all performances are.
    private var divides: Bool {
        switch self {
        case .linear, .max, .sum, .vector, .nonlinear: true
        case .minMax, .enhanced, .logarithmic: false
        }
    }

    /// Returns what each column's cells must be; none where any number will do.
    private func limits(for columns: [DecisionMatrix.Column]) -> [CellLimit] {
        switch self {
        case .minMax, .vector, .enhanced: []
        case .max: columns.map { _ in .notNegative }
        case .linear, .sum, .nonlinear:
            columns.map { $0.direction == .lower ? .positive : .notNegative }
        case .logarithmic: columns.map { _ in .oneOrMore }
        }
    }
}
