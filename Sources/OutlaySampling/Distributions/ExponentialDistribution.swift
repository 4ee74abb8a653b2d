/// How long until something happens that may happen at any time alike.
public struct ExponentialDistribution: Distribution, Hashable {
    /// The expected value, above 0.
    public let mean: Double

    /// Creates a distribution; nil unless the mean is finite and above 0.
    public init?(mean: Double) {
        guard mean.isFinite, mean > 0 else { return nil }
        self.mean = mean
    }

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    public func quantile(at probability: Double) -> Double {
        -mean * ElementaryFunctions.logarithm(1 - probability)
    }

    /// Returns how likely a draw is at most `number`.
    public func cumulativeProbability(at number: Double) -> Double {
        number <= 0 ? 0 : -ElementaryFunctions.exponentialMinusOne(-number / mean)
    }

    /// The square of the mean.
    public var variance: Double { mean * mean }

    /// True.
    public var hasSmoothQuantile: Bool { true }
}
