import OutlaySampling

/// How the performances of one column become comparable figures.
///
/// Every map rises or falls over the whole column, so that its largest and smallest figures belong to the
/// ends of the column.
struct ColumnMap: Sendable, Hashable {
    /// The formula, after a performance was brought within the bounds.
    enum Form: Sendable, Hashable {
        /// slope · (x − origin) + offset.
        case line(origin: Double, slope: Double, offset: Double)
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

    init(_ form: Form) { self.form = form }

    /// Returns the map that gives every performance this figure.
    static func constant(_ figure: Double) -> ColumnMap {
        ColumnMap(.line(origin: 0, slope: 0, offset: figure))
    }

    /// Returns the map slope · x.
    static func ratio(_ slope: Double) -> ColumnMap {
        ColumnMap(.line(origin: 0, slope: slope, offset: 0))
    }

    /// Returns the map slope · (x − origin) + offset.
    static func line(from origin: Double, slope: Double, offset: Double = 0) -> ColumnMap {
        ColumnMap(.line(origin: origin, slope: slope, offset: offset))
    }

    /// Returns the map from 0 at the worst end to 1 at the best; 1 throughout where the ends are one.
    ///
    /// Nothing is gained or lost beyond the ends.
    static func minMax(_ direction: Direction, _ ends: DecisionMatrix.Ends) -> ColumnMap {
        guard ends.low < ends.high else { return .constant(1) }
        let (worst, best) = (ends.worst(direction), ends.best(direction))
        var map = ColumnMap.line(from: worst, slope: 1 / (best - worst))
        (map.lowest, map.highest) = (ends.low, ends.high)
        return map
    }

    /// Returns the map from 0 at the best end to 1 at the worst; 0 throughout where the ends are one.
    static func loss(_ direction: Direction, _ ends: DecisionMatrix.Ends) -> ColumnMap {
        guard ends.low < ends.high else { return .constant(0) }
        let (worst, best) = (ends.worst(direction), ends.best(direction))
        return .line(from: best, slope: 1 / (worst - best))
    }

    /// Returns the figure of the performance `x`.
    func callAsFunction(_ x: Double) -> Double {
        let x = Swift.min(Swift.max(x, lowest), highest)
        switch form {
        case .line(let origin, let slope, let offset): return (x - origin) * slope + offset
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
            guard case .line(let origin, let slope, let offset) = map.form else { return nil }
            lines.append(
                WeightedLine(
                    lowest: map.lowest, highest: map.highest, origin: origin,
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

extension DecisionMatrix {
    /// The weight of each criterion, as a fraction of their sum.
    var weights: [Double] { columns.map(\.weight) }

    /// Returns the figure of each cell, row by row.
    ///
    /// - Parameter maps: One per column.
    /// - Returns: One figure per cell.
    /// - Complexity: O(*n*) in the number of cells.
    func mapped(by maps: [ColumnMap]) -> [Double] {
        var figures = cells
        for column in maps.indices {
            let map = maps[column]
            for index in stride(from: column, to: figures.count, by: maps.count) {
                figures[index] = map(figures[index])
            }
        }
        return figures
    }

    /// Returns `figures`, one per cell, times the factor of their column.
    func weighted(_ figures: [Double], by factors: [Double]) -> [Double] {
        figures.indices.map { factors[$0 % factors.count] * figures[$0] }
    }

    /// Returns `figures`, one per cell and 0 or more, raised to the exponent of their column.
    ///
    /// An exponent of 0 gives 1.
    func raised(_ figures: [Double], to exponents: [Double]) -> [Double] {
        figures.indices.map {
            ElementaryFunctions.power(figures[$0], exponents[$0 % exponents.count])
        }
    }

    /// Returns the weighted sum of each row's figures.
    ///
    /// - Parameters:
    ///   - maps: One per column.
    ///   - weights: One per column, of either sign.
    /// - Returns: One sum per row.
    /// - Complexity: O(*n*) in the number of cells, over all cores.
    func weightedSums(of maps: [ColumnMap], weights: [Double]) -> [Double] {
        guard let lines = WeightedLine.lines(of: maps, weights: weights) else {
            return mapRows { row in
                var sum = 0.0
                for column in weights.indices {
                    sum += weights[column] * maps[column](row[column])
                }
                return sum
            }
        }
        return mapRows { row in
            lines.withUnsafeBufferPointer { lines in
                var sum = 0.0
                for column in 0..<lines.count { sum += lines[column](row[column]) }
                return sum
            }
        }
    }

    /// Returns the product of each row's figures, each raised to its weight.
    ///
    /// A criterion without weight takes no part, not even by a figure of 0.
    ///
    /// - Parameters:
    ///   - maps: One per column, with figures of 0 or more.
    ///   - weights: One per column, 0 or more.
    /// - Returns: One product per row.
    /// - Complexity: O(*n*) in the number of cells, over all cores.
    func weightedProducts(of maps: [ColumnMap], weights: [Double]) -> [Double] {
        let counted = weights.indices.filter { weights[$0] > 0 }
        return mapRows { row in
            var sum = 0.0
            for column in counted {
                sum += weights[column] * ElementaryFunctions.logarithm(maps[column](row[column]))
            }
            return ElementaryFunctions.exponential(sum)
        }
    }
}
