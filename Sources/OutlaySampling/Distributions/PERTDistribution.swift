/// Likelier towards a mode and impossible beyond two ends, as the triangular one, but smooth: a beta distribution
/// between the ends.
///
/// The mean is (low + 4 mode + high) / 6 for the usual concentration of 4. The variance is the beta
/// distribution's own; the (high − low)² / 36 of the first PERT papers is an approximation and not used.
///
/// - Source: D. Vose, "Risk Analysis: A Quantitative Guide", 3rd edition, Wiley 2008, the PERT and modified PERT
///   distributions; D. G. Malcolm and others, "Application of a technique for research and development program
///   evaluation", Operations Research 7 (1959).
public struct PERTDistribution: Distribution, Hashable {
    /// The least number.
    public let low: Double
    /// The likeliest number.
    public let mode: Double
    /// The largest number.
    public let high: Double
    /// How much the mode counts beside each of the ends; 4 as a rule, 0 makes every number equally likely.
    public let concentration: Double

    /// The largest concentration: beyond it the quantile loses digits.
    public static let mostConcentration = 10_000.0

    /// Creates a distribution.
    ///
    /// nil unless low, mode and high are finite and in order and the concentration lies in
    /// 0 … ``mostConcentration``.
    public init?(low: Double, mode: Double, high: Double, concentration: Double = 4) {
        guard low.isFinite, high.isFinite, low <= mode, mode <= high, (high - low).isFinite,
            0 <= concentration, concentration <= Self.mostConcentration
        else { return nil }
        self.low = low
        self.mode = mode
        self.high = high
        self.concentration = concentration
    }

    /// Creates the distribution with this mode that is at most `p10` one time in ten and above `p90` one time in ten.
    ///
    /// nil where none has them: unless they are finite and the mode is between the two, or a little beyond one.
    public init?(p10: Double, mode: Double, p90: Double, concentration: Double = 4) {
        guard 0 <= concentration, concentration <= Self.mostConcentration,
            let ends = ModeFit(.pert(concentration: concentration))
                .ends(p10: p10, mode: mode, p90: p90)
        else { return nil }
        self.init(low: ends.low, mode: mode, high: ends.high, concentration: concentration)
    }

    private var shareBelowMode: Double { high > low ? (mode - low) / (high - low) : 0.5 }

    /// The first parameter of the beta distribution, 1 or more.
    public var alpha: Double { 1 + concentration * shareBelowMode }

    /// The second parameter of the beta distribution, 1 or more.
    public var beta: Double { 1 + concentration * (1 - shareBelowMode) }

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    ///
    /// Its error is below 10⁻¹² of the width for the usual concentration.
    public func quantile(at probability: Double) -> Double {
        guard high > low else { return mode }
        let place = BetaFunction.Shape(alpha, beta).quantile(at: probability)
        return min(low + (high - low) * place, high)
    }

    /// Returns how likely a draw is at most `number`.
    public func cumulativeProbability(at number: Double) -> Double {
        guard number < high else { return 1 }
        guard number > low else { return 0 }
        return BetaFunction.Shape(alpha, beta).cumulative(at: (number - low) / (high - low))
    }

    /// Low, high and the mode as often as the concentration says, in their mean.
    public var mean: Double { low + (high - low) * (alpha / (alpha + beta)) }

    /// The variance of the beta distribution, stretched to the width.
    public var variance: Double {
        let sum = alpha + beta
        let deviation = high - low
        return deviation * deviation * (alpha / sum) * (beta / sum) / (sum + 1)
    }

    /// True.
    public var hasSmoothQuantile: Bool { true }
}
