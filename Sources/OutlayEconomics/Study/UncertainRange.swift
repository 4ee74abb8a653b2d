import OutlayValues

/// How far a number may be off.
public struct UncertainRange: Sendable, Hashable {
    /// The lower end, at most the stated value.
    public var low: ExactDecimal
    /// The upper end, at least the stated value.
    public var high: ExactDecimal
    /// Which number of a line the range is about.
    public var subject: Subject
    /// The shape between the ends.
    public var distribution: String
    /// Whether the ends are extremes or the 10th and 90th percentile.
    public var meaning: Meaning

    /// Which number of a line a range is about.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        case amount
        case quantity
        case unitCost = "unit_cost"
        case realisation
    }

    /// What the ends of a range are.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        case extremes
        case tenthToNinetieth = "p10-p90"
    }

    /// Creates a range.
    public init(
        low: ExactDecimal, high: ExactDecimal, subject: Subject = .amount,
        distribution: String = "triangular", meaning: Meaning = .extremes
    ) {
        self.low = low
        self.high = high
        self.subject = subject
        self.distribution = distribution
        self.meaning = meaning
    }
}
