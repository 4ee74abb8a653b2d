import OutlayProblems
import OutlaySampling

/// A value that is known only within limits.
public struct UncertainValue: Sendable, Hashable {
    /// The option's identifier.
    public var option: String
    /// The criterion's identifier.
    public var criterion: String
    /// How likely which value is.
    public var spread: Spread

    /// How likely which value is, within the table's scale.
    public enum Spread: Sendable, Hashable {
        /// Every value between the ends alike.
        case uniform(low: Double, high: Double)
        /// Likelier towards the mode.
        case triangular(low: Double, mode: Double, high: Double)
    }

    /// Creates an uncertain value.
    public init(option: String, criterion: String, spread: Spread) {
        self.option = option
        self.criterion = criterion
        self.spread = spread
    }

    /// Returns the values of the eligible candidates of `result` that are known only within a range.
    ///
    /// Every value of a range is taken to be as likely as another.
    public static func all(in result: DecisionResult) -> [UncertainValue] {
        result.displayed.filter { $0.eligibility == .eligible }.flatMap { candidate in
            candidate.scores.compactMap { score in
                guard let range = score.range, range.known == nil else { return nil }
                return UncertainValue(
                    option: candidate.id, criterion: score.id,
                    spread: .uniform(low: range.low, high: range.high))
            }
        }
    }

    /// Returns the distribution to draw from.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for numbers out of order or outside `scale`.
    func distribution(within scale: ClosedRange<Double>) throws(Problem) -> any Distribution {
        let made: (numbers: [Double], distribution: (any Distribution)?)
        switch spread {
        case .uniform(let low, let high):
            made = ([low, high], UniformDistribution(low: low, high: high))
        case .triangular(let low, let mode, let high):
            made = ([low, mode, high], TriangularDistribution(low: low, mode: mode, high: high))
        }
        guard let distribution = made.distribution, made.numbers.allSatisfy(scale.contains) else {
            throw Problem(
                .outOfRange,
                "the value of `\(option)` on `\(criterion)` is said to run over "
                    + made.numbers.map { "\($0)" }.joined(separator: ", "),
                at: .part("option \(option)"),
                because: "limits stand in ascending order within \(scale.lowerBound) and "
                    + "\(scale.upperBound)")
        }
        return distribution
    }
}
