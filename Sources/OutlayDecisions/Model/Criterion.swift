import OutlayValues

/// A criterion: a leaf that options perform on, or a group that holds further criteria.
public struct Criterion: Sendable, Hashable {
    /// The stable identifier, unique over the whole tree.
    public var id: String
    /// What readers see; the identifier where the document gives none.
    public var title: String
    /// The share within its level, a fraction of 1; the shares of a level total 1.
    public var weight: ExactDecimal
    /// What it is: a leaf or a group.
    public var content: Content
    /// The points of value that an option needs here to be eligible, 0 … 100; nil where it needs none.
    ///
    /// No other criterion makes up for missing it.
    public var minimum: ExactDecimal?

    /// What a criterion consists of.
    public indirect enum Content: Sendable, Hashable {
        /// A criterion that options perform on.
        case leaf(Leaf)
        /// A criterion that is the weighted value of its parts; at least one part.
        case group([Criterion])
    }

    /// The measure of a leaf.
    public struct Leaf: Sendable, Hashable {
        /// The unit of the performances, empty where they have none.
        public var unit: String
        /// Whether more or less is better; nil where neither is, which is so with a target.
        public var direction: Direction?
        /// How performances become values.
        public var valueFunction: ValueFunction
        /// Whether the scale's ends were taken from the options at hand, which is worth a warning.
        public var scaleIsFromData: Bool
        /// Who says how options perform.
        public var judge: Judge

        /// Creates a measure.
        public init(
            unit: String, direction: Direction?, valueFunction: ValueFunction,
            scaleIsFromData: Bool = false, judge: Judge = .document
        ) {
            self.unit = unit
            self.direction = direction
            self.valueFunction = valueFunction
            self.scaleIsFromData = scaleIsFromData
            self.judge = judge
        }
    }

    /// Who says how options perform on a leaf.
    public enum Judge: String, Sendable, Hashable, CaseIterable {
        /// The evaluation itself, as measured or stated.
        case document
        /// The members of a panel, each on their own.
        case panel
    }

    /// Creates a criterion.
    public init(
        id: String, title: String, weight: ExactDecimal, content: Content,
        minimum: ExactDecimal? = nil
    ) {
        self.id = id
        self.title = title
        self.weight = weight
        self.content = content
        self.minimum = minimum
    }
}
