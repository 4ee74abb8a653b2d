import OutlayValues

/// How two inputs move together: Spearman's rank correlation of their draws.
public struct InputCorrelation: Sendable, Hashable {
    /// The name of one input.
    public let first: String
    /// The name of the other.
    public let second: String
    /// The correlation, -1 … 1.
    public let coefficient: ExactDecimal

    /// Creates a correlation.
    public init(_ first: String, _ second: String, _ coefficient: ExactDecimal) {
        self.first = first
        self.second = second
        self.coefficient = coefficient
    }
}
