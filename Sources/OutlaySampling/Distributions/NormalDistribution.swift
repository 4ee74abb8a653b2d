/// The bell curve.
public struct NormalDistribution: Distribution, Hashable {
    /// The expected value.
    public let mean: Double
    /// The standard deviation, 0 or more.
    public let standardDeviation: Double

    /// Creates a distribution; nil unless both are finite and the deviation is 0 or more.
    public init?(mean: Double, standardDeviation: Double) {
        guard mean.isFinite, standardDeviation.isFinite, standardDeviation >= 0 else { return nil }
        self.mean = mean
        self.standardDeviation = standardDeviation
    }

    /// Creates the distribution that is at most `p10` one time in ten and above `p90` one time in ten.
    ///
    /// nil unless both are finite and in order.
    public init?(p10: Double, p90: Double) {
        guard p10 <= p90 else { return nil }
        self.init(
            mean: p10 / 2 + p90 / 2,
            standardDeviation: (p90 - p10) / 2 / Self.standard.quantile(at: 0.9))
    }

    /// The bell curve around 0 with deviation 1.
    private init() { (mean, standardDeviation) = (0, 1) }

    /// The bell curve around 0 with deviation 1.
    public static let standard = NormalDistribution()

    /// Returns the number that a draw is at most with this probability, strictly between 0 and 1.
    ///
    /// - Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
    ///   Applied Statistics 37 (1988), PPND16: about 16 digits.
    public func quantile(at probability: Double) -> Double {
        mean + standardDeviation * Self.standardQuantile(probability)
    }

    /// Returns how likely a draw is at most `number`.
    public func cumulativeProbability(at number: Double) -> Double {
        guard standardDeviation > 0 else { return number < mean ? 0 : 1 }
        let distance = (number - mean) / standardDeviation
        return ElementaryFunctions.complementaryError(-distance / 2.0.squareRoot()) / 2
    }

    /// The square of the standard deviation.
    public var variance: Double { standardDeviation * standardDeviation }

    /// True.
    public var hasSmoothQuantile: Bool { true }

    private static func standardQuantile(_ probability: Double) -> Double {
        let centred = probability - 0.5
        if centred.magnitude <= 0.425 {
            let square = 0.180625 - centred * centred
            return centred * ratio(middle, at: square)
        }
        let tail = min(probability, 1 - probability)
        let root = (-ElementaryFunctions.logarithm(tail)).squareRoot()
        let distance = root <= 5 ? ratio(near, at: root - 1.6) : ratio(far, at: root - 5)
        return centred < 0 ? -distance : distance
    }

    /// The coefficients of a quotient of polynomials, from the highest power down to the constant.
    private typealias Ratio = (numerator: [Double], denominator: [Double])

    private static func ratio(_ ratio: Ratio, at x: Double) -> Double {
        ratio.numerator.reduce(0) { $0 * x + $1 } / ratio.denominator.reduce(0) { $0 * x + $1 }
    }

    private static let middle: Ratio = (
        [
            2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
            4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
            1.3314166789178437745e+2, 3.3871328727963666080e+0,
        ],
        [
            5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
            2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
            4.2313330701600911252e+1, 1,
        ]
    )
    private static let near: Ratio = (
        [
            7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
            1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
            4.63033784615654529590e+0, 1.42343711074968357734e+0,
        ],
        [
            1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
            1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
            2.05319162663775882187e+0, 1,
        ]
    )
    private static let far: Ratio = (
        [
            2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
            2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
            5.46378491116411436990e+0, 6.65790464350110377720e+0,
        ],
        [
            2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
            7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
            5.99832206555887937690e-1, 1,
        ]
    )
}
