import OutlayValues

/// The criteria, knock-outs and rules by which candidates are judged.
public struct DecisionModel: Sendable, Hashable {
    /// The top level of criteria, in the document's order; empty where a document scores nothing.
    public var criteria: [Criterion]
    /// The knock-outs, in the document's order.
    public var knockOuts: [KnockOut]
    /// A lead below this many points of value is no clear win, and a tie never is; 0 … 100.
    public var margin: ExactDecimal
    /// What a missing performance on a criterion is worth.
    public var missing: MissingPerformance

    /// What a missing performance on a criterion is worth.
    public enum MissingPerformance: String, Sendable, Hashable, CaseIterable {
        /// Nothing can be said: the evaluation is refused.
        case refuse
        /// The worst of the scale, with a warning.
        case worst
    }

    /// Creates a model.
    public init(
        criteria: [Criterion], knockOuts: [KnockOut], margin: ExactDecimal,
        missing: MissingPerformance
    ) {
        self.criteria = criteria
        self.knockOuts = knockOuts
        self.margin = margin
        self.missing = missing
    }
}
