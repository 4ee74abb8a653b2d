/// An output that is a sum: a constant and each draw times its weight.
///
///     // 60 months of one cost, drawn anew each month and discounted.
///     LinearOutput(weights: [discountFactors])
public struct LinearOutput: Sendable, Hashable {
    /// What is added to the weighted draws.
    public let constant: Double
    /// For each input one weight for each of its draws, or none where the output does not depend on it.
    public let weights: [[Double]]

    /// Creates an output.
    public init(constant: Double = 0, weights: [[Double]]) {
        self.constant = constant
        self.weights = weights
    }
}
