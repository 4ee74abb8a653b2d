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
        let maps = try maps(for: matrix)
        var cells = matrix.cells
        for column in maps.indices {
            let map = maps[column]
            for index in stride(from: column, to: cells.count, by: maps.count) {
                cells[index] = map(cells[index])
            }
        }
        return cells
    }

    /// Returns how each column's performances are normalised.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` that names row and column, for a cell that the formula cannot
    ///   take: below 0 (`linear`, `max`, `sum`, `nonlinear`), 0 where it divides, or below 1 (`logarithmic`);
    ///   and for a column of zeros where its total divides.
    /// - Complexity: O(*n*) in the number of cells.
    func maps(for matrix: DecisionMatrix) throws(Problem) -> [ColumnMap] {
        try maps(for: matrix, ends: matrix.columnEnds())
    }

    /// Returns the same from the `ends` of the columns, for callers that need them too.
    func maps(
        for matrix: DecisionMatrix, ends: [DecisionMatrix.Ends]
    ) throws(Problem) -> [ColumnMap] {
        guard matrix.rowCount > 0 else {
            return matrix.columns.map { _ in ColumnMap(.line(slope: 0, offset: 0)) }
        }
        if self != .minMax { try requireUsable(matrix, ends) }
        let totals = totals(of: matrix)
        return matrix.columns.indices.map { index in
            let column = matrix.columns[index]
            return self == .minMax
                ? .minMax(column, ends[index])
                : ColumnMap(
                    form(
                        higherIsBetter: column.direction == .higher, ends[index],
                        total: totals.isEmpty ? 0 : totals[index], count: matrix.rowCount))
        }
    }

    private func form(
        higherIsBetter: Bool, _ ends: DecisionMatrix.Ends, total: Double, count: Int
    ) -> ColumnMap.Form {
        switch self {
        case .minMax: preconditionFailure("min-max maps are made from a column's scale")
        case .linear:
            return higherIsBetter
                ? .line(slope: 1 / ends.high, offset: 0) : .power(factor: 1 / ends.low, -1)
        case .max:
            return higherIsBetter
                ? .line(slope: 1 / ends.high, offset: 0) : .line(slope: -1 / ends.high, offset: 1)
        case .sum:
            return higherIsBetter
                ? .line(slope: 1 / total, offset: 0) : .power(factor: total, -1)
        case .vector:
            let length = total.squareRoot()
            return higherIsBetter
                ? .line(slope: 1 / length, offset: 0) : .line(slope: -1 / length, offset: 1)
        case .enhanced:
            let best = higherIsBetter ? ends.high : ends.low
            let distance = (Double(count) * best - total).magnitude
            guard ends.low < ends.high else { return .line(slope: 0, offset: 1) }
            let slope = (higherIsBetter ? 1 : -1) / distance
            return .line(slope: slope, offset: 1 - best * slope)
        case .nonlinear:
            return higherIsBetter
                ? .power(factor: 1 / ends.high, 2) : .power(factor: 1 / ends.low, -3)
        case .logarithmic:
            guard total > 0 else { return .line(slope: 0, offset: 1 / Double(count)) }
            if higherIsBetter { return .logarithm(slope: 1 / total, offset: 0) }
            let others = Double(Swift.max(count - 1, 1))
            return .logarithm(slope: -1 / (total * others), offset: 1 / others)
        }
    }

    /// Returns the total of each column that the formula divides by; none where it divides by an end.
    private func totals(of matrix: DecisionMatrix) -> [Double] {
        switch self {
        case .minMax, .linear, .max, .nonlinear: []
        case .enhanced: matrix.columnTotals { $0 }
        case .vector: matrix.columnTotals { $0 * $0 }
        case .logarithmic: matrix.columnTotals(of: ElementaryFunctions.logarithm)
        case .sum:
            zip(matrix.columns, zip(matrix.columnTotals { $0 }, matrix.columnTotals { 1 / $0 }))
                .map { $0.direction == .higher ? $1.0 : 1 / $1.1 }
        }
    }

    /// Throws for a cell or a column that the formula cannot take.
    private func requireUsable(
        _ matrix: DecisionMatrix, _ ends: [DecisionMatrix.Ends]
    ) throws(Problem) {
        let columns = matrix.columns
        let divides = self == .linear || self == .sum || self == .nonlinear
        let limits = columns.map { column -> Double in
            switch self {
            case .minMax, .vector, .enhanced: -Double.infinity
            case .logarithmic: 1
            default: divides && column.direction == .lower ? Double.leastNormalMagnitude : 0
            }
        }
        if let index = matrix.firstCell(below: limits) {
            let limit = limits[index % columns.count]
            let rule = limit == 1 ? "1 or more" : limit == 0 ? "0 or more" : "above 0"
            throw matrix.refusal(
                ofCell: index, because: "normalisation `\(rawValue)` takes performances of \(rule)",
                hint: "normalise by `minmax`, or give performances of \(rule)")
        }
        guard self != .minMax, self != .enhanced, self != .logarithmic else { return }
        for (column, ends) in zip(columns, ends)
        where ends.low == 0 && ends.high == 0 {
            throw Problem(
                .outOfRange, "every performance on `\(column.name)` is 0", at: column.place,
                because: "normalisation `\(rawValue)` divides by what the column adds up to",
                hint: "normalise by `minmax`, or leave the criterion out")
        }
    }
}

/// How the performances of one column become comparable figures.
struct ColumnMap: Sendable, Hashable {
    /// The formula, after a performance was brought within the bounds.
    enum Form: Sendable, Hashable {
        /// slope · x + offset.
        case line(slope: Double, offset: Double)
        /// (factor · x) raised to a whole exponent.
        case power(factor: Double, Int)
        /// slope · ln x + offset.
        case logarithm(slope: Double, offset: Double)
    }

    let form: Form
    /// The smallest number that makes a difference.
    var lowest = -Double.infinity
    /// The largest number that makes a difference.
    var highest = Double.infinity
    /// The number that the line of `form` starts from.
    var origin = 0.0

    init(_ form: Form) { self.form = form }

    /// Returns the map of `column` from its stated scale, or else from the ends of the table.
    static func minMax(_ column: DecisionMatrix.Column, _ ends: DecisionMatrix.Ends) -> ColumnMap {
        var (low, high) = (ends.low, ends.high)
        if let scale = column.scale {
            (low, high) = (min(scale.worst, scale.best), max(scale.worst, scale.best))
        }
        guard low < high else {
            return ColumnMap(.line(slope: 0, offset: 1))
        }
        let (worst, best) = column.direction == .higher ? (low, high) : (high, low)
        var map = ColumnMap(.line(slope: 1 / (best - worst), offset: 0))
        (map.lowest, map.highest, map.origin) = (low, high, worst)
        return map
    }

    /// Returns the figure of the performance `x`.
    func callAsFunction(_ x: Double) -> Double {
        let x = Swift.min(Swift.max(x, lowest), highest)
        switch form {
        case .line(let slope, let offset): return (x - origin) * slope + offset
        case .power(let factor, let exponent):
            let base = factor * x
            var power = 1.0
            for _ in 0..<exponent.magnitude { power *= base }
            return exponent < 0 ? 1 / power : power
        case .logarithm(let slope, let offset):
            return ElementaryFunctions.logarithm(x) * slope + offset
        }
    }
}

/// A straight course with its weight in it, for the loops over large tables.
struct WeightedLine: Sendable {
    private let lowest: Double
    private let highest: Double
    private let origin: Double
    private let slope: Double
    private let offset: Double

    /// Returns `maps` times `weights`, or nil where one of them is not straight.
    static func lines(of maps: [ColumnMap], weights: [Double]) -> [WeightedLine]? {
        var lines: [WeightedLine] = []
        for (map, weight) in zip(maps, weights) {
            guard case .line(let slope, let offset) = map.form else { return nil }
            lines.append(
                WeightedLine(
                    lowest: map.lowest, highest: map.highest, origin: map.origin,
                    slope: weight * slope, offset: weight * offset))
        }
        return lines
    }

    /// Returns the weighted figure of the performance `x`.
    @inline(__always)
    func callAsFunction(_ x: Double) -> Double {
        (min(max(x, lowest), highest) - origin) * slope + offset
    }
}
