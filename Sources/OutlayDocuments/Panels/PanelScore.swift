import OutlayDecisions
import OutlayProblems
import OutlayValues

/// One cell of a panel: what a member may score, and what is wrong with a score.
struct PanelScore {
    /// The criterion's identifier.
    let criterion: String
    /// Its unit, direction and value function.
    let measure: Criterion.Leaf

    /// The names of the levels, empty where the scale is one of numbers.
    var levels: [String] {
        if case .levels(let levels) = measure.valueFunction { levels.map(\.name) } else { [] }
    }

    /// The scale in words, as a sheet shows it.
    var scale: String {
        switch measure.valueFunction {
        case .levels: levels.joined(separator: " | ")
        case .linear(let worst, let best): Self.scale(from: worst, to: best)
        case .exponential(let curve): Self.scale(from: curve.worst, to: curve.best)
        case .piecewise(let points): Self.scale(of: points, measure.direction)
        case .target(let curve):
            "\(curve.low) and \(curve.high) (worst), "
                + (curve.from == curve.to ? "\(curve.from)" : "\(curve.from) to \(curve.to)")
                + " (best)"
        }
    }

    /// Points stand in ascending order of performance; which end is the worse one hangs on the direction.
    private static func scale(of points: [ValueFunction.Point], _ direction: Direction?) -> String {
        guard let low = points.first?.performance, let high = points.last?.performance else {
            return ""
        }
        switch direction {
        case .higher: return scale(from: low, to: high)
        case .lower: return scale(from: high, to: low)
        case nil:
            let best = points.max { $0.value < $1.value }?.performance ?? low
            return "\(low) to \(high), \(best) (best)"
        }
    }

    private static func scale(from worst: ExactDecimal, to best: ExactDecimal) -> String {
        "\(worst) (worst) to \(best) (best)"
    }

    /// Returns the problem of a performance that the scale does not know, or nil.
    func problem(of performance: Performance, for option: String, at place: Location) -> Problem? {
        guard !measure.valueFunction.contains(performance) else { return nil }
        let names = levels
        if !names.isEmpty {
            return Problem(
                .unknownLevel, "`\(performance)` of \(option) is not a level of \(criterion)",
                at: place, because: "its levels are \(EvaluationReader.listed(names))",
                hint: Suggestion.hint(for: performance.description, among: names))
        }
        return Problem(
            .offScale, "`\(performance)` of \(option) is off the scale of \(criterion)", at: place,
            because: "its scale is \(scale)",
            hint: "a score stands on the criterion's own scale")
    }
}

extension DecisionModel {
    /// The criteria that a panel judges, over all levels, in the document's order.
    var panelScores: [PanelScore] { Self.panelScores(criteria) }

    private static func panelScores(_ level: [Criterion]) -> [PanelScore] {
        level.flatMap { criterion -> [PanelScore] in
            switch criterion.content {
            case .group(let parts): panelScores(parts)
            case .leaf(let measure):
                measure.judge == .panel
                    ? [PanelScore(criterion: criterion.id, measure: measure)] : []
            }
        }
    }
}
