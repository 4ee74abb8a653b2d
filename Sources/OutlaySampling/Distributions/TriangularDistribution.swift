/// Likelier towards a mode, impossible beyond two ends, and straight in between.
///
/// - Source: S. Kotz and J. R. van Dorp, "Beyond Beta", World Scientific 2004, chapter 1.
public struct TriangularDistribution: Distribution, Hashable {
    /// The least number.
    public let low: Double
    /// The likeliest number.
    public let mode: Double
    /// The largest number.
    public let high: Double

    /// Creates a distribution; nil unless low, mode and high are finite and in order.
    public init?(low: Double, mode: Double, high: Double) {
        guard low.isFinite, high.isFinite, low <= mode, mode <= high, (high - low).isFinite else {
            return nil
        }
        self.low = low
        self.mode = mode
        self.high = high
    }

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    public func quantile(at probability: Double) -> Double {
        let width = high - low
        guard width > 0 else { return mode }
        // Shares of the width, so that no product of two widths can be infinite.
        let share = (mode - low) / width
        return probability <= share
            ? low + width * (probability * share).squareRoot()
            : high - width * ((1 - probability) * (1 - share)).squareRoot()
    }

    /// The mean of the three.
    public var mean: Double { low / 3 + mode / 3 + high / 3 }
}
