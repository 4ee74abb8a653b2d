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
        /// When a difference counts, for methods that compare options in pairs; nil leaves it to them.
        ///
        /// Its thresholds are in the criterion's unit, or in points of value where the value function is no
        /// straight line.
        public var preference: PreferenceFunction?
        /// The disadvantage, above 0, from which no other criterion can make up for this one; nil is none.
        ///
        /// In the unit of ``preference``.
        public var veto: Double?
        /// Who says how options perform.
        public var judge: Judge

        /// Creates a measure.
        public init(
            unit: String, direction: Direction?, valueFunction: ValueFunction,
            scaleIsFromData: Bool = false, judge: Judge = .document,
            preference: PreferenceFunction? = nil, veto: Double? = nil
        ) {
            self.unit = unit
            self.direction = direction
            self.valueFunction = valueFunction
            self.scaleIsFromData = scaleIsFromData
            self.preference = preference
            self.veto = veto
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
