import OutlayValues

/// Something that may go wrong, who watches it, and what they do about it.
public struct Risk: Sendable, Hashable {
    /// The identifier, unique in the evaluation.
    public var id: String
    /// What may happen.
    public var what: String
    /// The person who watches it, where stated.
    public var owner: String?
    /// How likely it is, where stated.
    public var probability: Grade?
    /// How much it would matter, where stated: money in the document's currency, or a word.
    public var impact: Grade?
    /// What is done about it, where stated.
    public var response: String?

    /// How much something is: a number, or a word where nobody knows one.
    public enum Grade: Sendable, Hashable {
        /// A probability from 0 to 1, or an amount of money.
        case number(ExactDecimal)
        /// Low, medium or high.
        case level(Level)
    }

    /// How much something is, in one word.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case low
        case medium
        case high
    }

    /// Creates a risk.
    public init(
        id: String, what: String, owner: String? = nil, probability: Grade? = nil,
        impact: Grade? = nil, response: String? = nil
    ) {
        self.id = id
        self.what = what
        self.owner = owner
        self.probability = probability
        self.impact = impact
        self.response = response
    }
}
