import OutlayProblems
import OutlaySampling

/// How far an advantage on one criterion is a preference, 0 … 1, for methods that compare in pairs.
///
/// - Source: J. P. Brans, Ph. Vincke, "A preference ranking organisation method", Management Science
///   31 (6), 1985, section 3: the six generalised criteria.
public struct PreferenceFunction: Sendable, Hashable {
    /// The course between no preference and a full one.
    public var shape: Shape
    /// Up to this advantage there is no preference: `q`, in the criterion's unit, 0 or more.
    public var indifference: Double
    /// From this advantage the preference is full: `p`, in the criterion's unit, no less than `q`.
    public var strict: Double
    /// The advantage at the bend of the Gaussian: `s`, in the criterion's unit, above 0 where it is used.
    public var spread: Double

    /// The six courses.
    public enum Shape: String, Sendable, Hashable, CaseIterable {
        /// Any advantage is a full preference.
        case usual
        /// A full preference above `q`.
        case uShape = "u-shape"
        /// Rising straight from 0 to `p`.
        case vShape = "v-shape"
        /// Half a preference above `q`, a full one above `p`.
        case level
        /// Rising straight from `q` to `p`.
        case linear
        /// 1 − exp(−d² / 2s²).
        case gaussian
    }

    /// Any advantage is a full preference.
    public static let usual = PreferenceFunction(.usual)

    /// Creates a function; thresholds that the shape does not use are ignored by it.
    public init(
        _ shape: Shape, indifference: Double = 0, strict: Double = 0, spread: Double = 0
    ) {
        self.shape = shape
        self.indifference = indifference
        self.strict = strict
        self.spread = spread
    }

    /// Returns the preference, 0 … 1, that an advantage of `difference` is; 0 for a disadvantage.
    public func callAsFunction(_ difference: Double) -> Double {
        guard difference > 0 else { return 0 }
        switch shape {
        case .usual: return 1
        case .uShape: return difference > indifference ? 1 : 0
        case .vShape: return difference >= strict ? 1 : difference / strict
        case .level:
            if difference <= indifference { return 0 }
            return difference <= strict ? 0.5 : 1
        case .linear:
            if difference <= indifference { return 0 }
            if difference >= strict { return 1 }
            return (difference - indifference) / (strict - indifference)
        case .gaussian:
            // The ratio first, so that no square of a tiny number becomes 0 / 0.
            let ratio = difference / spread
            return 1 - ElementaryFunctions.exponential(-(ratio * ratio) / 2)
        }
    }

    /// The advantage from which the preference is full; 0 for a Gaussian, which is never quite full.
    var full: Double {
        switch shape {
        case .usual, .gaussian: 0
        case .uShape: indifference
        case .vShape, .level, .linear: strict
        }
    }

    /// Throws ``ProblemCode/outOfRange`` for thresholds that no preference can be computed from.
    package func check(of name: String, at place: Location? = nil) throws(Problem) {
        let largest = DecisionMatrix.largestMagnitude
        func refusal(_ what: String, _ found: Double, _ reason: String) -> Problem {
            Problem(
                .outOfRange, "the \(what) of `\(name)` is \(found)", at: place, because: reason)
        }
        guard indifference >= 0, indifference <= largest else {
            throw refusal(
                "indifference threshold", indifference, "it is a number from 0 to 1e150")
        }
        guard strict >= 0, strict <= largest else {
            throw refusal("preference threshold", strict, "it is a number from 0 to 1e150")
        }
        if shape == .level || shape == .linear, strict < indifference {
            throw refusal(
                "preference threshold", strict,
                "it is no smaller than the indifference threshold, \(indifference)")
        }
        guard spread >= 0, spread <= largest else {
            throw refusal("spread", spread, "it is a number from 0 to 1e150")
        }
        if shape == .gaussian, spread == 0 {
            throw refusal("spread", spread, "a Gaussian preference has a spread above 0")
        }
    }
}
