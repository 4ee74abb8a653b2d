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

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    public func quantile(at probability: Double) -> Double {
        min(low + probability * (high - low), high)
    }

    /// The middle between the ends.
    public var mean: Double { low + (high - low) / 2 }
}
