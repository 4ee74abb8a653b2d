/// A choice between outputs that a simulation is to judge in every trial.
public struct SimulationChoice: Sendable, Hashable {
    /// The outputs to choose between, by index.
    public let outputs: [Int]
    /// Which of two outputs is better.
    public let preference: Preference
    /// Whether the worth of knowing each input is estimated as well.
    public let estimatesInformation: Bool

    /// Which of two numbers is better.
    public enum Preference: Sendable, Hashable {
        /// The smaller one, such as a cost.
        case smaller
        /// The larger one, such as a net present value.
        case larger
    }

    /// Creates a choice.
    public init(
        between outputs: [Int], prefers preference: Preference, estimatesInformation: Bool = false
    ) {
        self.outputs = outputs
        self.preference = preference
        self.estimatesInformation = estimatesInformation
    }
}
