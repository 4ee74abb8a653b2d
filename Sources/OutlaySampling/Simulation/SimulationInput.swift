/// A number that is not known, and how often it is drawn.
public struct SimulationInput: Sendable {
    /// How likely each number is.
    public let distribution: any Distribution
    /// How often it is drawn in one trial.
    public let drawing: Drawing

    /// How often an input is drawn in one trial.
    public enum Drawing: Sendable, Hashable {
        /// Once: the number holds in every period.
        case oncePerTrial
        /// Anew in each of so many periods, 1 or more, one independent of the other.
        case eachPeriod(Int)

        /// How many numbers a trial draws.
        public var count: Int {
            switch self {
            case .oncePerTrial: 1
            case .eachPeriod(let count): count
            }
        }
    }

    /// Creates an input; an input drawn each period has at least one.
    public init(_ distribution: any Distribution, drawing: Drawing = .oncePerTrial) {
        precondition(drawing.count > 0, "an input is drawn at least once")
        self.distribution = distribution
        self.drawing = drawing
    }
}
