/// A probability distribution of one number, drawn from by its quantile function.
///
/// One uniform number makes one draw, and a larger one never a smaller draw. So the same trial meets every option
/// alike, and draws can be tied to each other through their uniform numbers.
public protocol Distribution: Sendable {
    /// Returns the number that a draw is at most with this probability.
    ///
    /// - Parameter probability: Strictly between 0 and 1.
    /// - Returns: A finite number.
    func quantile(at probability: Double) -> Double

    /// Returns how likely a draw is at most `number`.
    ///
    /// - Parameter number: Any number but NaN.
    /// - Returns: 0 … 1.
    func cumulativeProbability(at number: Double) -> Double

    /// The expected value.
    var mean: Double { get }

    /// The expected square of the distance from the mean, 0 or more.
    var variance: Double { get }

    /// Whether the quantile has neither jumps nor kinks strictly between 0 and 1, so that a simulation may take it
    /// from a ``QuantileTable``; false unless stated.
    var hasSmoothQuantile: Bool { get }

    /// Replaces probabilities strictly between 0 and 1 by their quantiles, those of ``quantile(at:)`` but for the last
    /// bits.
    ///
    /// Distributions with a short formula do so for eight at a time.
    func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>)
}

extension Distribution {
    /// False.
    public var hasSmoothQuantile: Bool { false }

    /// The square root of the variance.
    public var standardDeviation: Double { variance.squareRoot() }

    /// Returns the quantiles at `probabilities`, each what ``quantile(at:)`` gives.
    public func quantiles(at probabilities: [Double]) -> [Double] {
        probabilities.map { quantile(at: $0) }
    }

    /// Replaces each probability by its quantile, one after the other.
    public func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>) {
        UnsafeMutableRawBufferPointer(probabilities).withMemoryRebound(to: Double.self) {
            for index in $0.indices { $0[index] = quantile(at: $0[index]) }
        }
    }
}
