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

    /// Creates the distribution with this mode that is at most `p10` one time in ten and above `p90` one time in ten.
    ///
    /// nil where none has them: unless they are finite and the mode is between the two, or a little beyond one.
    public init?(p10: Double, mode: Double, p90: Double) {
        guard let ends = ModeFit(.triangular).ends(p10: p10, mode: mode, p90: p90) else {
            return nil
        }
        self.init(low: ends.low, mode: mode, high: ends.high)
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

    /// Returns how likely a draw is at most `number`.
    public func cumulativeProbability(at number: Double) -> Double {
        guard number < high else { return 1 }
        guard number > low else { return 0 }
        let (width, share) = (high - low, (mode - low) / (high - low))
        let (above, below) = ((number - low) / width, (high - number) / width)
        return number <= mode ? above * above / share : 1 - below * below / (1 - share)
    }

    /// Replaces probabilities by their quantiles, eight at a time and without a branch.
    public func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>) {
        let width = high - low
        guard width > 0 else {
            probabilities.update(repeating: SIMD8(repeating: mode))
            return
        }
        let share = (mode - low) / width
        // What differs between the two sides of the mode, as bits to be turned where the sign bit is set.
        let turned = (
            share: share.bitPattern ^ (1 - share).bitPattern, end: low.bitPattern ^ high.bitPattern
        )
        for index in probabilities.indices {
            let probability = probabilities[index]
            let isAbove = Lanes.signMask(share - probability)
            let part = Lanes.bits(isAbove & 1.0.bitPattern) - probability
            let factor = Lanes.bits(share.bitPattern ^ (isAbove & turned.share))
            let product = Lanes.magnitude(part) * factor
            let distance = width * Lanes.squareRoot(product)
            let signed = Lanes.bits(Lanes.bits(distance) ^ (isAbove & (1 << 63)))
            probabilities[index] = Lanes.bits(low.bitPattern ^ (isAbove & turned.end)) + signed
        }
    }

    /// The mean of the three.
    public var mean: Double { low / 3 + mode / 3 + high / 3 }

    /// The sum of the squares of the three distances between low, mode and high, over 36.
    public var variance: Double {
        let (rise, fall, width) = (mode - low, high - mode, high - low)
        return (rise * rise + fall * fall + width * width) / 36
    }
}
