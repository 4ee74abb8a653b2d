/// The points of value between which something lies: one number where it is known.
public struct ValueRange: Sendable, Hashable {
    /// The least it may be, 0 … 100.
    public let low: Double
    /// The most it may be, 0 … 100, no less than ``low``.
    public let high: Double

    /// Creates a range.
    ///
    /// - Precondition: `low` is at most `high`.
    public init(_ low: Double, _ high: Double) {
        precondition(low <= high, "a range of values begins with its least: \(low), \(high)")
        self.low = low
        self.high = high
    }

    /// Creates the range of a known value.
    public init(_ value: Double) { self.init(value, value) }

    /// Everything a value may be: 0 … 100.
    public static let whole = ValueRange(0, 100)

    /// The value, where it is known: where both ends are the same.
    public var known: Double? { low == high ? low : nil }

    /// Returns the range of `share` times this.
    func scaled(by share: Double) -> ValueRange { ValueRange(share * low, share * high) }

    /// Returns the range of the sum.
    static func + (left: ValueRange, right: ValueRange) -> ValueRange {
        ValueRange(left.low + right.low, left.high + right.high)
    }
}
