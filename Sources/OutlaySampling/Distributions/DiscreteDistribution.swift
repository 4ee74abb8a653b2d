/// One of some stated numbers, each with its probability.
public struct DiscreteDistribution: Distribution, Hashable {
    /// The numbers, ascending.
    public let values: [Double]
    /// The probability of each, in the same order; together 1.
    public let probabilities: [Double]
    private let cumulative: [Double]

    /// Creates a distribution from numbers and their relative likelihoods.
    ///
    /// nil unless there is one likelihood per number, all are finite, no likelihood is negative and one is above 0.
    public init?(_ values: [Double], likelihoods: [Double]) {
        let total = likelihoods.reduce(0, +)
        guard values.count == likelihoods.count, values.allSatisfy(\.isFinite),
            likelihoods.allSatisfy({ $0 >= 0 }), total.isFinite, total > 0
        else { return nil }
        let order = values.indices.sorted {
            values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1
        }
        self.values = order.map { values[$0] }
        probabilities = order.map { likelihoods[$0] / total }
        var sum = 0.0
        cumulative = order.map { index in
            sum += likelihoods[index]
            return sum / total
        }
    }

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    ///
    /// - Complexity: O(log *n*).
    public func quantile(at probability: Double) -> Double {
        var (low, high) = (0, values.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] < probability { low = middle + 1 } else { high = middle }
        }
        // Past the last sum, which rounding may leave below 1, stands the last number that can be drawn.
        while low > 0, probabilities[low] == 0 { low -= 1 }
        return values[low]
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
        return low == 0 ? 0 : cumulative[low - 1]
    }

    /// The numbers weighted by their probabilities.
    public var mean: Double { zip(values, probabilities).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The squares of the distances from the mean, weighted by their probabilities.
    public var variance: Double {
        let mean = mean
        return zip(values, probabilities).reduce(0) {
            $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1
        }
    }
}
