/// Every number between two ends is equally likely.
public struct UniformDistribution: Distribution, Hashable {
    /// The least number.
    public let low: Double
    /// The largest number.
    public let high: Double

    /// Creates a distribution; nil unless both ends are finite and in order.
    public init?(low: Double, high: Double) {
        guard low.isFinite, high.isFinite, low <= high, (high - low).isFinite else { return nil }
        self.low = low
        self.high = high
    }

    /// Creates the distribution that is at most `p10` one time in ten and above `p90` one time in ten.
    ///
    /// nil unless both are finite and in order.
    public init?(p10: Double, p90: Double) {
        let tenth = (p90 - p10) / 8
        guard p10 <= p90 else { return nil }
        self.init(low: p10 - tenth, high: p90 + tenth)
    }

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    public func quantile(at probability: Double) -> Double {
        min(low + probability * (high - low), high)
    }

    /// Returns how likely a draw is at most `number`.
    public func cumulativeProbability(at number: Double) -> Double {
        guard number < high else { return 1 }
        return number <= low ? 0 : (number - low) / (high - low)
    }

    /// Replaces probabilities by their quantiles, eight at a time.
    public func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>) {
        let width = high - low
        for index in probabilities.indices {
            let draws = low + probabilities[index] * width
            probabilities[index] = draws.replacing(with: high, where: draws .> high)
        }
    }

    /// The middle between the ends.
    public var mean: Double { low + (high - low) / 2 }

    /// A twelfth of the square of the width.
    public var variance: Double { (high - low) * (high - low) / 12 }
}
