import OutlayDecisions
import OutlayValues

/// How a performance becomes a value on the scale of its criterion.
struct ScaledPerformance {
    private(set) var formula: Formula?
    private(set) var parts: [Explanation.Part]
    private(set) var rule: String?

    /// Follows `performance` through the value function of `leaf`.
    init(_ performance: Performance, of leaf: CriterionTree.Leaf, name: FigureName) {
        let unit = leaf.measure.unit
        var value = FigureValue(performance.description)
        if case .number(let number) = performance {
            value = FigureValue(.exact(number), .quantity(unit))
        }
        parts = [Explanation.Part(leaf.id, value, name)]
        switch (leaf.measure.valueFunction, performance) {
        case (.linear(let worst, let best), .number(let number)):
            straight(number, from: (worst, .zero), to: (best, ExactDecimal(100)), unit)
        case (.piecewise(let points), .number(let number)):
            piecewise(number, points, unit)
        case (.levels(let levels), .text(let text)):
            guard let level = levels.first(where: { $0.name == text }) else { return }
            parts.append(
                Explanation.Part("worth of \(text)", FigureValue(.exact(level.value), .points)))
            formula = .part(1)
            rule = "the level that the document gives this value"
        case (.exponential(let curve), _):
            formula = .value(leaf.measure.valueFunction, of: .part(0))
            rule =
                "a smooth bent line from \(curve.worst) (0) through \(curve.half) (50) to "
                + "\(curve.best) (100)"
        case (.target(let curve), _):
            formula = .value(leaf.measure.valueFunction, of: .part(0))
            rule =
                "straight lines up from \(curve.low) (0) to the target of \(curve.from) to "
                + "\(curve.to) (100), and down to \(curve.high) (0)"
        default: break
        }
    }

    private typealias End = (performance: ExactDecimal, value: ExactDecimal)

    private mutating func piecewise(
        _ number: ExactDecimal, _ points: [ValueFunction.Point], _ unit: String
    ) {
        guard let next = points.firstIndex(where: { number <= $0.performance }), next > 0 else {
            guard let end = points.first.map({ number <= $0.performance ? $0 : points.last ?? $0 })
            else { return }
            parts.append(Explanation.Part("end", FigureValue(.exact(end.value), .points)))
            formula = .part(1)
            rule = "the value at the end of the scale"
            return
        }
        let (left, right) = (points[next - 1], points[next])
        straight(
            number, from: (left.performance, left.value), to: (right.performance, right.value), unit
        )
        rule = "a straight line between the stated points on either side"
    }

    /// Puts `number` on the straight line between two ends.
    private mutating func straight(
        _ number: ExactDecimal, from: End, to: End, _ unit: String
    ) {
        let low = min(from.performance, to.performance)
        let high = max(from.performance, to.performance)
        guard low < number || low == number, number <= high, low < high else {
            let isWorst = (from.performance < to.performance) == (number < low)
            let value = low == high || !isWorst ? to.value : from.value
            parts.append(Explanation.Part("end", FigureValue(.exact(value), .points)))
            formula = .part(1)
            rule = low == high ? "nothing differs on this scale" : "it lies beyond the scale's end"
            return
        }
        parts += [
            Explanation.Part("worst", FigureValue(.exact(from.performance), .quantity(unit))),
            Explanation.Part("best", FigureValue(.exact(to.performance), .quantity(unit))),
        ]
        let share = Formula.quotient(
            .difference(.part(0), .part(1)), .difference(.part(2), .part(1)))
        if from.value.isZero, to.value == ExactDecimal(100) {
            formula = .product([.number(100), share])
            return
        }
        parts[1].label = "point below"
        parts[2].label = "point above"
        parts += [
            Explanation.Part("value below", FigureValue(.exact(from.value), .points)),
            Explanation.Part("value above", FigureValue(.exact(to.value), .points)),
        ]
        formula = .sum([.part(3), .product([.difference(.part(4), .part(3)), share])])
    }
}
