/// What was observed, taken as what may happen.
public struct EmpiricalDistribution: Distribution, Hashable {
    /// How to draw between the observations.
    public enum Reading: Sendable, Hashable, CaseIterable {
        /// An observation is drawn, each as likely as another; the quantile is definition 1 of Hyndman and Fan.
        case observations
        /// Any number between two neighbours is drawn, each gap between neighbours as likely as another; the
        /// quantile is definition 7 of Hyndman and Fan.
        case interpolated
    }

    /// The observations, ascending.
    public let values: [Double]
    /// How to draw between them.
    public let reading: Reading

    /// Creates a distribution; nil unless there is an observation and all are finite.
    public init?(_ values: [Double], reading: Reading = .interpolated) {
        guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
        let sorted = values.sorted()
        guard (sorted[sorted.count - 1] - sorted[0]).isFinite else { return nil }
        self.values = sorted
        self.reading = reading
    }

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    public func quantile(at probability: Double) -> Double {
        let definition: Quantiles.Definition =
            reading == .observations ? .invertedDistribution : .linear
        return Quantiles.quantile(ofSorted: values, at: probability, by: definition)
    }

    /// Returns how likely a draw is at most `number`.
    ///
    /// - Complexity: O(log *n*).
    public func cumulativeProbability(at number: Double) -> Double {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] <= number { low = middle + 1 } else { high = middle }
        }
        guard reading == .interpolated, values.count > 1 else {
            return Double(low) / Double(values.count)
        }
        guard low > 0 else { return 0 }
        guard low < values.count else { return 1 }
        let within = (number - values[low - 1]) / (values[low] - values[low - 1])
        return (Double(low - 1) + within) / Double(values.count - 1)
    }

    /// The expected value of a draw: the mean of the observations, or of the middles of the gaps between them.
    public var mean: Double {
        guard reading == .interpolated, values.count > 1 else { return Self.mean(values) }
        return Self.mean(zip(values, values.dropFirst()).map { $0 / 2 + $1 / 2 })
    }

    /// The variance of a draw, not the estimate for a population.
    public var variance: Double {
        let mean = mean
        guard reading == .interpolated, values.count > 1 else {
            return Self.mean(values.map { ($0 - mean) * ($0 - mean) })
        }
        return Self.mean(
            zip(values, values.dropFirst()).map { low, high in
                let (below, above) = (low - mean, high - mean)
                return (below * below + below * above + above * above) / 3
            })
    }

    private static func mean(_ numbers: [Double]) -> Double {
        let count = Double(numbers.count)
        return numbers.reduce(0) { $0 + $1 / count }
    }
}
