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
    /// A value on a criterion below this many points is a weakness worth pointing out; 0 … 100, and at 0
    /// nothing is.
    public var weakBelow: ExactDecimal

    /// Where a document does not draw the line of weakness: a quarter of the way from worst to best.
    public static let defaultWeakBelow = ExactDecimal(25)

    /// What a missing performance on a criterion is worth.
    public enum MissingPerformance: String, Sendable, Hashable, CaseIterable {
        /// Nothing can be said: the evaluation is refused.
        case refuse
        /// The worst of the scale, with a warning.
        case worst
        /// Anything from the worst of the scale to the best: values become intervals, with a warning.
        case bounds
    }

    /// Creates a model.
    public init(
        criteria: [Criterion], knockOuts: [KnockOut], margin: ExactDecimal,
        missing: MissingPerformance, weakBelow: ExactDecimal = Self.defaultWeakBelow
    ) {
        self.criteria = criteria
        self.knockOuts = knockOuts
        self.margin = margin
        self.missing = missing
        self.weakBelow = weakBelow
    }
}
