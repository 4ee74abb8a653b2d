/// How the weights of one level of criteria were derived.
public struct LevelWeighting: Sendable, Hashable {
    /// The identifier of the group whose parts are weighed; nil for the top level.
    public var group: String?
    /// The weighting.
    public var method: WeightingDescriptor
    /// The identifiers of the criteria of the level, in their order.
    public var criteria: [String]
    /// Their weights, one per criterion.
    public var weights: DerivedWeights

    /// Creates a record.
    public init(
        group: String?, method: WeightingDescriptor, criteria: [String], weights: DerivedWeights
    ) {
        self.group = group
        self.method = method
        self.criteria = criteria
        self.weights = weights
    }

    /// The level in words, such as "the parts of `quality`".
    public var place: String { group.map { "the parts of `\($0)`" } ?? "the top level" }
}
