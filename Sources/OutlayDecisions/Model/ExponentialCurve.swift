import OutlaySampling
import OutlayValues

/// A smooth bent line from `worst` (0) through `half` (50) to `best` (100), of constant curvature.
///
/// Its value is 100 · (1 − exp(−x/R)) / (1 − exp(−L/R)), with x the distance from the worst, L that of
/// the best, and the exponential constant R such that `half` is worth 50. A half at the midpoint makes it
/// the straight line, whose R is infinite.
///
/// - Source: C. W. Kirkwood, "Strategic Decision Making: Multiobjective Decision Analysis with
///   Spreadsheets", Duxbury Press 1997, section 4.3.
public struct ExponentialCurve: Sendable, Hashable {
    /// The performance worth 0.
    public let worst: ExactDecimal
    /// The performance worth 50, strictly between the ends.
    public let half: ExactDecimal
    /// The performance worth 100; it may be the smaller number.
    public let best: ExactDecimal
    /// L/R as measured from the end that `half` is nearer to, 0 or more; nil where the curve is unusable.
    private let bend: Double?

    /// Creates the curve and solves for its constant once, by bisection of at most 300 steps.
    public init(worst: ExactDecimal, half: ExactDecimal, best: ExactDecimal) {
        self.worst = worst
        self.half = half
        self.best = best
        let isRising = worst < half && half < best
        let isFalling = worst > half && half > best
        let share = min(
            Straight.fraction(of: half, from: worst, to: best),
            Straight.fraction(of: half, from: best, to: worst))
        bend = (isRising || isFalling) && share > 0 ? Self.bend(halfAt: share) : nil
    }

    /// Whether `half` lies strictly between the ends.
    public var isUsable: Bool { bend != nil }

    /// The constant R as a fraction of the distance from worst to best; below 0 where `half` is nearer to
    /// the best, nil for the straight line and for an unusable curve.
    public var relativeConstant: Double? {
        guard let bend, bend > 0 else { return nil }
        return (isNearWorst ? 1 : -1) / bend
    }

    /// Returns what `number` is worth, 0 … 100, or nil where the curve is unusable.
    ///
    /// A number beyond an end counts as that end.
    public func value(of number: ExactDecimal) -> Double? {
        guard let bend else { return nil }
        // Measured from the end that `half` is nearer to, so that no digit of a sharp bend is lost.
        if isNearWorst {
            return 100 * Self.height(at: Straight.fraction(of: number, from: worst, to: best), bend)
        }
        return 100
            - 100 * Self.height(at: Straight.fraction(of: number, from: best, to: worst), bend)
    }

    private var isNearWorst: Bool {
        Straight.fraction(of: half, from: worst, to: best) <= 0.5
    }

    /// Returns the height, 0 … 1, of the curve over 0 … 1 that bends by `bend`.
    private static func height(at share: Double, _ bend: Double) -> Double {
        guard bend > 0 else { return share }
        let height =
            ElementaryFunctions.exponentialMinusOne(-bend * share)
            / ElementaryFunctions.exponentialMinusOne(-bend)
        return min(max(height, 0), 1)
    }

    /// Returns the bend that has height ½ at `share`, which is above 0 and at most ½.
    private static func bend(halfAt share: Double) -> Double {
        guard share < 0.5 else { return 0 }
        // The height at `share` grows with the bend from `share` towards 1, and passes ½ below this end.
        var (low, high) = (0.0, -ElementaryFunctions.logarithm(0.5) / share)
        for _ in 0..<300 {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if height(at: share, middle) < 0.5 { low = middle } else { high = middle }
        }
        return high
    }
}
