/// A number above 0 whose logarithm follows the bell curve: mostly near the median, now and then far above.
///
/// - Source: N. L. Johnson, S. Kotz and N. Balakrishnan, "Continuous Univariate Distributions", volume 1, 2nd
///   edition, Wiley 1994, chapter 14.
public struct LognormalDistribution: Distribution, Hashable {
    /// The mean of the logarithm.
    public let logarithmMean: Double
    /// The standard deviation of the logarithm, 0 or more.
    public let logarithmDeviation: Double
    /// The expected value.
    public let mean: Double
    /// The expected square of the distance from the mean.
    public let variance: Double

    /// Creates a distribution from the mean and the standard deviation of the logarithm.
    ///
    /// nil unless both are finite, the deviation is 0 or more and the variance can be written as a number.
    public init?(logarithmMean: Double, logarithmDeviation: Double) {
        guard logarithmMean.isFinite, logarithmDeviation.isFinite, logarithmDeviation >= 0 else {
            return nil
        }
        let square = logarithmDeviation * logarithmDeviation
        let mean = ElementaryFunctions.exponential(logarithmMean + square / 2)
        let variance = mean * mean * ElementaryFunctions.exponentialMinusOne(square)
        guard mean > 0, variance.isFinite else { return nil }
        self.logarithmMean = logarithmMean
        self.logarithmDeviation = logarithmDeviation
        self.mean = mean
        self.variance = variance
    }

    /// Creates the distribution with this mean and this standard deviation of the number itself.
    ///
    /// nil unless the mean is finite and above 0 and the deviation is finite and 0 or more.
    public init?(mean: Double, standardDeviation: Double) {
        guard mean.isFinite, mean > 0, standardDeviation.isFinite, standardDeviation >= 0 else {
            return nil
        }
        let ratio = standardDeviation / mean
        let square = ElementaryFunctions.logarithmOnePlus(ratio * ratio)
        guard square.isFinite else { return nil }
        self.init(
            logarithmMean: ElementaryFunctions.logarithm(mean) - square / 2,
            logarithmDeviation: square.squareRoot())
    }

    /// Creates the distribution that is at most `p10` one time in ten and above `p90` one time in ten.
    ///
    /// nil unless both are finite, above 0 and in order.
    public init?(p10: Double, p90: Double) {
        guard p10 > 0, p10 <= p90, p90.isFinite else { return nil }
        let (low, high) = (
            ElementaryFunctions.logarithm(p10), ElementaryFunctions.logarithm(p90)
        )
        self.init(
            logarithmMean: low / 2 + high / 2,
            logarithmDeviation: (high - low) / 2 / NormalDistribution.standard.quantile(at: 0.9))
    }

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    public func quantile(at probability: Double) -> Double {
        let distance = NormalDistribution.standard.quantile(at: probability)
        return min(
            ElementaryFunctions.exponential(logarithmMean + logarithmDeviation * distance),
            .greatestFiniteMagnitude)
    }

    /// Returns how likely a draw is at most `number`.
    public func cumulativeProbability(at number: Double) -> Double {
        guard number > 0 else { return 0 }
        let logarithm = ElementaryFunctions.logarithm(number)
        guard logarithmDeviation > 0 else { return logarithm < logarithmMean ? 0 : 1 }
        return NormalDistribution.standard.cumulativeProbability(
            at: (logarithm - logarithmMean) / logarithmDeviation)
    }

    /// The number that a draw is as likely to be above as below.
    public var median: Double { ElementaryFunctions.exponential(logarithmMean) }

    /// The likeliest number.
    public var mode: Double {
        ElementaryFunctions.exponential(logarithmMean - logarithmDeviation * logarithmDeviation)
    }

    /// True.
    public var hasSmoothQuantile: Bool { true }
}
