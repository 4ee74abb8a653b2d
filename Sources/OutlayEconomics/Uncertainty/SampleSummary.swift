import OutlaySampling

/// What many drawn figures amount to.
public struct SampleSummary: Sendable, Hashable {
    /// The mean.
    public let mean: Double
    /// The standard deviation of one figure, with the count less 1 below.
    public let standardDeviation: Double
    /// The standard error of the mean: the deviation by the root of the count.
    public let standardError: Double
    /// The figures that a share of the trials stays at or below, at ``probabilities``, exact: by definition 7
    /// of Hyndman and Fan over all trials.
    public let quantiles: [Double]
    /// The share of trials above 0.
    public let shareAboveZero: Double

    /// The shares that ``quantiles`` are given at: 5, 10 … 95 %.
    public static let probabilities = (1...19).map { Double($0) / 20 }

    /// Sums up at least two figures; nil for fewer.
    ///
    /// - Complexity: O(*n* log *n*).
    public init?(_ sample: [Double]) {
        guard sample.count > 1, let quantiles = Quantiles.of(sample, at: Self.probabilities) else {
            return nil
        }
        let count = Double(sample.count)
        // From the first figure on, so that equal figures have no deviation.
        let mean = sample[0] + sample.reduce(0) { $0 + ($1 - sample[0]) } / count
        let squares = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.mean = mean
        standardDeviation = (squares / (count - 1)).squareRoot()
        standardError = standardDeviation / count.squareRoot()
        self.quantiles = quantiles
        shareAboveZero = Double(sample.count { $0 > 0 }) / count
    }

    /// The figure that a tenth of the trials stays at or below.
    public var tenth: Double { quantiles[1] }
    /// The figure in the middle.
    public var median: Double { quantiles[9] }
    /// The figure that nine tenths of the trials stay at or below.
    public var ninetieth: Double { quantiles[17] }
}
