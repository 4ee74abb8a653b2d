/// What the values that several judges give one thing amount to.
public struct GroupValue: Sendable, Hashable {
    /// How values of several judges become one.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// The sum divided by the count.
        case mean
        /// The middle one, or half-way between the two in the middle of an even count.
        case median
    }

    /// The values, at least one, in the order given.
    public let values: [Double]

    /// Takes values; nil where there is none.
    ///
    /// - Precondition: every value is finite.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        precondition(values.allSatisfy(\.isFinite), "a judge's value is a finite number")
        self.values = values
    }

    /// The sum divided by the count.
    public var mean: Double {
        values.reduce(0, +) / Double(values.count)
    }

    /// The middle value, or the mean of the two in the middle.
    ///
    /// - Complexity: O(*n* log *n*) in the count.
    public var median: Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
    }

    /// The largest value minus the smallest.
    public var range: Double {
        (values.max() ?? 0) - (values.min() ?? 0)
    }

    /// The sample standard deviation (divided by the count less one); nil for a single value.
    public var standardDeviation: Double? {
        guard values.count > 1 else { return nil }
        let mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    /// Returns the one value by `rule`.
    public func combined(by rule: Rule) -> Double {
        switch rule {
        case .mean: mean
        case .median: median
        }
    }

    /// Returns whether the range, rounded to 1e-9, is `limit` or more; a single value disagrees with nobody.
    public func isDisputed(from limit: Double) -> Bool {
        values.count > 1 && Ranking.rounded(range) >= limit
    }
}
