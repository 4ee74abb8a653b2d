import OutlayValues

extension ValueFunction {
    /// Returns what is worth how much, its numbers in this style: `36 = 0, 12 = 100`, or the levels.
    package func inWords(_ numbers: NumberText) -> String {
        func shown(_ number: ExactDecimal) -> String { numbers.text(of: number) }
        return switch self {
        case .linear(let worst, let best): "\(shown(worst)) = 0, \(shown(best)) = 100"
        case .piecewise(let points):
            points.map { "\(shown($0.performance)) = \(shown($0.value))" }
                .joined(separator: ", ")
        case .exponential(let curve):
            "\(shown(curve.worst)) = 0, \(shown(curve.half)) = 50, \(shown(curve.best)) = 100, "
                + "smoothly bent"
        case .target(let curve):
            "\(shown(curve.low)) = 0, "
                + (curve.from == curve.to
                    ? shown(curve.from) : "\(shown(curve.from)) to \(shown(curve.to))")
                + " = 100, \(shown(curve.high)) = 0"
        case .levels(let levels):
            levels.map { "\($0.name) = \(shown($0.value))" }.joined(separator: ", ")
        }
    }
}
