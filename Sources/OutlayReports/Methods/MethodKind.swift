/// What methods are for.
package enum MethodKind: String, Sendable, Hashable, CaseIterable {
    /// Options get scores.
    case scoring
    /// Criteria get weights.
    case weighting
    /// The prices of a tender get points.
    case pricePoints = "price-points"

    /// What the methods do, as a title.
    package var title: String {
        switch self {
        case .scoring: "Scoring options"
        case .weighting: "Deriving weights"
        case .pricePoints: "Giving points for the prices of a tender"
        }
    }

    /// What stands over the inputs of a method.
    var inputTitle: String {
        switch self {
        case .scoring: "What it takes from each criterion"
        case .weighting: "What it takes"
        case .pricePoints: "What it takes from a tender"
        }
    }
}
