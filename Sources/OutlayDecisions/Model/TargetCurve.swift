import OutlayValues

/// Straight lines up from `low` (0) to a target (100), and down again to `high` (0).
///
/// It is for what can be both too little and too much, such as a temperature. The target is one number,
/// or a plateau from `from` to `to`.
public struct TargetCurve: Sendable, Hashable {
    /// The performance below the target that is worth 0.
    public var low: ExactDecimal
    /// Where the target begins.
    public var from: ExactDecimal
    /// Where the target ends; ``from`` where it is one number.
    public var to: ExactDecimal
    /// The performance above the target that is worth 0.
    public var high: ExactDecimal

    /// Creates a curve with a plateau.
    public init(low: ExactDecimal, from: ExactDecimal, to: ExactDecimal, high: ExactDecimal) {
        self.low = low
        self.from = from
        self.to = to
        self.high = high
    }

    /// Creates a curve with a target of one number.
    public init(low: ExactDecimal, target: ExactDecimal, high: ExactDecimal) {
        self.init(low: low, from: target, to: target, high: high)
    }

    /// Whether the four numbers stand in order, the ends outside the target.
    public var isUsable: Bool { low < from && from <= to && to < high }

    /// Returns what `number` is worth, 0 … 100, or nil where the curve is unusable.
    public func value(of number: ExactDecimal) -> Double? {
        guard isUsable else { return nil }
        if number < from { return 100 * Straight.fraction(of: number, from: low, to: from) }
        if number > to { return 100 * Straight.fraction(of: number, from: high, to: to) }
        return 100
    }
}
