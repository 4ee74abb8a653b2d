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
        /// Whether more or less is better.
        public var direction: Direction
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

        /// Creates a measure.
        public init(
            unit: String, direction: Direction, valueFunction: ValueFunction,
            scaleIsFromData: Bool = false, preference: PreferenceFunction? = nil,
            veto: Double? = nil
        ) {
            self.unit = unit
            self.direction = direction
            self.valueFunction = valueFunction
            self.scaleIsFromData = scaleIsFromData
            self.preference = preference
            self.veto = veto
        }
    }

    /// Creates a criterion.
    public init(id: String, title: String, weight: ExactDecimal, content: Content) {
        self.id = id
        self.title = title
        self.weight = weight
        self.content = content
    }
}
