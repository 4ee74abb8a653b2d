import OutlayDecisions
import OutlayProblems
import OutlayValues

/// What people stated of weights, as an Evaluation writes it.
package enum WeightingText {
    /// Returns `weighting: {…}` for `evidence`, or nil where a document cannot say it.
    ///
    /// - Parameters:
    ///   - evidence: What was stated.
    ///   - method: The identifier of the weighting.
    ///   - criteria: The criteria, in the order in which maps name them.
    /// - Returns: One line of YAML; nil for performances, and where a criterion's name is no identifier.
    package static func line(
        _ evidence: WeightingEvidence, method: String, criteria: [String]
    ) -> String? {
        guard criteria.allSatisfy({ Identifier.check($0) == nil }) else { return nil }
        let content: String
        switch evidence {
        case .points(let points):
            content = "points: \(map(points.map { ($0.criterion, $0.points) }))"
        case .order(let order):
            let places = order.map { $0.count == 1 ? $0[0] : "[\($0.joined(separator: ", "))]" }
            content = "order: [\(places.joined(separator: ", "))]"
        case .comparisons(let statement):
            let judges = statement.judges.map { "[\($0.map(text).joined(separator: ", "))]" }
            let list =
                judges.count == 1
                ? "comparisons: \(judges[0])"
                : "judges: [\(judges.map { "{comparisons: \($0)}" }.joined(separator: ", "))]"
            content =
                statement.priorities == .eigenvector
                ? list : "\(list), priorities: \(statement.priorities.rawValue)"
        case .bestWorst(let statement):
            func ratios(_ ratios: [String: Double]) -> String {
                map(criteria.compactMap { name in ratios[name].map { (name, $0) } })
            }
            content =
                "best: \(statement.best), worst: \(statement.worst), best_to_others: "
                + "\(ratios(statement.bestToOthers)), others_to_worst: "
                + ratios(statement.othersToWorst)
        case .table: return nil
        }
        return "weighting: {method: \(method), \(content)}"
    }

    private static func map(_ entries: [(String, Double)]) -> String {
        "{\(entries.map { "\($0.0): \(number($0.1))" }.joined(separator: ", "))}"
    }

    private static func text(_ comparison: Comparison) -> String {
        "{of: \(comparison.of), over: \(comparison.over), ratio: \(number(comparison.ratio))}"
    }

    private static func number(_ number: Double) -> String {
        (try? ExactDecimal(nearest: number, places: ExactDecimal.carriedPlaces))?.description
            ?? number.description
    }
}
