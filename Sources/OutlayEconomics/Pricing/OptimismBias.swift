import OutlayProblems
import OutlayValues

/// How much estimates of a kind of project have turned out too low.
public struct OptimismBias: Sendable, Hashable {
    /// The uplift of an estimate to which nothing was done, as a fraction of it.
    public let upper: ExactDecimal

    /// Creates a bias.
    ///
    /// - Throws: ``ProblemCode/negativeQuantity`` below 0.
    public init(upper: ExactDecimal) throws(Problem) {
        try Problem.requireQuantity(upper, "optimism bias")
        self.upper = upper
    }

    /// Returns the uplift that is left: upper × (1 − mitigation).
    ///
    /// - Parameter mitigation: The share that is managed away, 0 … 1.
    /// - Returns: A fraction of the estimate.
    /// - Throws: ``ProblemCode/outOfRange`` for another share, ``ProblemCode/overflow``.
    public func uplift(mitigation: ExactDecimal = .zero) throws(Problem) -> ExactDecimal {
        guard !mitigation.isNegative, mitigation <= .one else {
            throw Problem(
                .outOfRange, "the mitigation is \(mitigation)",
                because: "between none (0) and all (1) of a bias is managed away",
                hint: "write a fraction from 0 to 1")
        }
        return try upper.multiplied(by: ExactDecimal.one - mitigation)
    }

    /// Returns `estimate` with the uplift that is left.
    ///
    /// - Throws: As ``uplift(mitigation:)``.
    /// - Source: HM Treasury, The Green Book: supplementary guidance on optimism bias (2013), section 3.
    public func applied(
        to estimate: ExactDecimal, mitigation: ExactDecimal = .zero
    ) throws(Problem) -> ExactDecimal {
        try estimate.multiplied(by: ExactDecimal.one + uplift(mitigation: mitigation))
    }

    /// Returns the uplift of a project that is made of parts: the sum of share × uplift.
    ///
    /// - Parameter parts: The share of each part in the whole, 0 or more, with the uplift of its kind.
    /// - Returns: A fraction of the estimate of the whole.
    /// - Throws: ``ProblemCode/outOfRange`` where the shares do not total 1, ``ProblemCode/negativeQuantity``,
    ///   ``ProblemCode/overflow``.
    public static func combined(
        _ parts: [(share: ExactDecimal, uplift: ExactDecimal)]
    ) throws(Problem) -> ExactDecimal {
        var total = ExactDecimal.zero
        var uplift = ExactDecimal.zero
        for part in parts {
            try Problem.requireQuantity(part.share, "share")
            try Problem.requireQuantity(part.uplift, "uplift")
            try total += part.share
            try uplift += part.share.multiplied(by: part.uplift)
        }
        guard total.rounded(toPlaces: 9, .halfEven) == .one else {
            throw Problem(
                .outOfRange, "the shares of the parts total \(total)",
                because: "the parts of a project make up the whole of it",
                hint: "let the shares total 1")
        }
        return uplift
    }
}
