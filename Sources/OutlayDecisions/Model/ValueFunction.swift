import OutlayValues

/// How a performance becomes a value between 0 (worst) and 100 (best).
public enum ValueFunction: Sendable, Hashable {
    /// A straight line from `worst` (0) to `best` (100); either may be the larger number.
    case linear(worst: ExactDecimal, best: ExactDecimal)
    /// Straight pieces between points given in ascending order of performance; at least two.
    case piecewise([Point])
    /// A smooth bent line from the worst (0) through a stated half (50) to the best (100).
    case exponential(ExponentialCurve)
    /// Straight lines up to a target (100) and down again; neither more nor less is better.
    case target(TargetCurve)
    /// A value for each named level; at least two.
    case levels([Level])

    /// One bend of a piecewise function.
    public struct Point: Sendable, Hashable {
        /// The performance, in the criterion's unit.
        public var performance: ExactDecimal
        /// Its value, 0 … 100.
        public var value: ExactDecimal

        /// Creates a point.
        public init(performance: ExactDecimal, value: ExactDecimal) {
            self.performance = performance
            self.value = value
        }
    }

    /// One named level.
    public struct Level: Sendable, Hashable {
        /// The level's name as performances give it.
        public var name: String
        /// Its value, 0 … 100.
        public var value: ExactDecimal

        /// Creates a level.
        public init(name: String, value: ExactDecimal) {
            self.name = name
            self.value = value
        }
    }
}
