/// A linear scale with ticks at round numbers.
struct ChartScale: Hashable {
    /// The value at the start of the axis.
    let lower: Double
    /// The value at the end of the axis.
    let upper: Double
    /// The distance of two ticks: 1, 2, 2.5 or 5 times a power of ten.
    let step: Double
    /// The values that are marked, ascending.
    let ticks: [Double]

    /// Creates a scale over `range` with about `count` ticks.
    ///
    /// - Parameters:
    ///   - range: The values to show; a range of one value is widened.
    ///   - count: The number of steps wished for, at least 1.
    ///   - endsAtTicks: Whether the axis is lengthened to the next tick at both ends.
    init(_ range: ClosedRange<Double>, about count: Int, endsAtTicks: Bool) {
        var (low, high) = (range.lowerBound, range.upperBound)
        if high <= low {
            let margin = max(low.magnitude * 0.1, 1)
            (low, high) = (low - margin, high + margin)
        }
        let step = Self.roundStep((high - low) / Double(max(count, 1)))
        let first = endsAtTicks ? (low / step).rounded(.down) : (low / step).rounded(.up)
        let last = endsAtTicks ? (high / step).rounded(.up) : (high / step).rounded(.down)
        let lastIndex = max(0, Int(last - first))
        ticks = (0...lastIndex).map { (first + Double($0)) * step }
        lower = endsAtTicks ? first * step : low
        upper = endsAtTicks ? last * step : high
        self.step = step
    }

    /// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `step`.
    private static func roundStep(_ step: Double) -> Double {
        var power = 1.0
        while power * 10 <= step { power *= 10 }
        while power > step { power /= 10 }
        return [1, 2, 2.5, 5].map { $0 * power }.first { $0 >= step * 0.999_999 } ?? 10 * power
    }

    /// Returns the place of `value` on an axis that runs from `start` to `end`.
    func position(_ value: Double, from start: Double, to end: Double) -> Double {
        start + (value - lower) / (upper - lower) * (end - start)
    }

    /// Returns `tick` with the unit and decimals that all ticks share: `250 k`, `0`, `−1.5 M`.
    func label(_ tick: Double) -> String {
        guard tick != 0 else { return "0" }
        let largest = max(lower.magnitude, upper.magnitude)
        let (divisor, unit): (Double, String) =
            switch largest {
            case 1e9...: (1e9, "bn")
            case 1e6...: (1e6, "M")
            case 1e4...: (1e3, "k")
            default: (1, "")
            }
        let places = (0..<6).first { isWhole(step / divisor, times: $0) } ?? 6
        let number = FigureText.shown(tick / divisor, places: places)
        return unit.isEmpty ? number : number + FigureText.narrowSpace + unit
    }

    private func isWhole(_ value: Double, times places: Int) -> Bool {
        let scaled = (0..<places).reduce(value) { result, _ in result * 10 }
        return (scaled - scaled.rounded()).magnitude < 1e-6 * max(scaled.magnitude, 1e-3)
    }
}
