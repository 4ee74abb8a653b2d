import OutlayValues

/// A named state of the world: other values for some assumptions, and how likely it is.
public struct Scenario: Sendable, Hashable {
    /// The identifier, such as `low`.
    public var id: String
    /// What readers see.
    public var title: String
    /// The assumptions that have another value, in the document's order.
    public var values: [Value]
    /// How likely it is beside the others, a fraction of 1; nil where nothing is said.
    public var probability: ExactDecimal?

    /// Another value of an assumption.
    public struct Value: Sendable, Hashable {
        /// The assumption.
        public var assumption: String
        /// Its value; a series is scaled to begin with it.
        public var value: ExactDecimal

        /// Creates a value.
        public init(assumption: String, value: ExactDecimal) {
            self.assumption = assumption
            self.value = value
        }
    }

    /// Creates a scenario.
    public init(
        id: String, title: String? = nil, values: [Value], probability: ExactDecimal? = nil
    ) {
        self.id = id
        self.title = title ?? id
        self.values = values
        self.probability = probability
    }
}
