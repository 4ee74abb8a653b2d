import OutlayDecisions
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads a `value_function`; nil where it lacks a part, which its shape reports.
    func valueFunction(_ node: DocumentNode) -> ValueFunction? {
        if let levels = node["levels"] {
            return .levels(
                levels.entries.compactMap { entry in
                    entry.value.decimal.map { .init(name: entry.key, value: $0) }
                })
        }
        if let points = node["points"] {
            return .piecewise(
                points.items.compactMap { pair in
                    guard pair.items.count == 2, let performance = pair.items[0].decimal,
                        let value = pair.items[1].decimal
                    else { return nil }
                    return .init(performance: performance, value: value)
                })
        }
        if let curve = node["exponential"] {
            guard let worst = curve["worst"]?.decimal, let best = curve["best"]?.decimal,
                let half = curve["half"]?.decimal
            else { return nil }
            return .exponential(ExponentialCurve(worst: worst, half: half, best: best))
        }
        return node["target"].flatMap(targetCurve).map { .target($0) }
    }

    private func targetCurve(_ node: DocumentNode) -> TargetCurve? {
        guard let low = node["low"]?.decimal, let high = node["high"]?.decimal,
            let target = node["target"]
        else { return nil }
        if let number = target.decimal { return TargetCurve(low: low, target: number, high: high) }
        let ends = target.items.compactMap(\.decimal)
        guard ends.count == 2, target.items.count == 2 else { return nil }
        return TargetCurve(low: low, from: ends[0], to: ends[1], high: high)
    }

    /// Returns the problem of a criterion whose value function cannot be used, at the part that is wrong.
    func problem(of fault: ValueFunctionFault, on criterion: DocumentNode) -> Problem {
        let function = criterion["value_function"]
        let place: DocumentNode
        let hint: String
        switch fault {
        case .directionOfTarget:
            return (criterion["direction"] ?? criterion).problem(
                .fieldsExclude, "`direction` stands beside a target", because: fault.reason,
                hint: "leave `direction` out")
        case .halfOutside:
            place = function?["exponential"]?["half"] ?? criterion
            hint = "state the performance whose worth is halfway between those of the ends"
        case .targetOutside:
            place = function?["target"]?["target"] ?? criterion
            hint = "move `low` or `high` outwards, or the target between them"
        default:
            place = criterion["scale"] ?? function ?? criterion
            hint = "correct the scale or the direction"
        }
        return place.problem(
            .badScale, "the scale of `\(criterion["id"]?.text ?? "")` cannot be used",
            because: fault.reason, hint: hint)
    }
}
