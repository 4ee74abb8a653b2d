import OutlayValues

extension ValueFunction {
    /// Returns what `performance` is worth, 0 … 100.
    ///
    /// A number outside the scale counts as the end it lies beyond. Where worst equals best, which
    /// only a scale taken from the options may, every number is worth 100: a criterion on which
    /// nothing differs separates nothing.
    ///
    ///     ValueFunction.linear(worst: 36, best: 12).value(of: .number(18))   // 75
    ///
    /// - Returns: nil for a performance of another type, a level that the function does not name, or a
    ///   curve that ``fault(direction:)`` finds unusable.
    /// - Complexity: O(*n*) in the number of points or levels.
    public func value(of performance: Performance) -> Double? {
        switch (self, performance) {
        case (.linear(let worst, let best), .number(let number)):
            worst == best ? 100 : 100 * Straight.fraction(of: number, from: worst, to: best)
        case (.piecewise(let points), .number(let number)):
            Self.value(of: number, on: points)
        case (.exponential(let curve), .number(let number)):
            curve.value(of: number)
        case (.target(let curve), .number(let number)):
            curve.value(of: number)
        case (.levels(let levels), .text(let name)):
            levels.first { $0.name == name }?.value.doubleValue
        default:
            nil
        }
    }

    /// Returns whether `performance` lies on the scale: a number between its ends, a named level.
    public func contains(_ performance: Performance) -> Bool {
        switch (self, performance) {
        case (.linear(let worst, let best), .number(let number)):
            min(worst, best) <= number && number <= max(worst, best)
        case (.piecewise(let points), .number(let number)):
            points.first.map { $0.performance <= number } ?? false
                && points.last.map { number <= $0.performance } ?? false
        case (.exponential(let curve), .number(let number)):
            min(curve.worst, curve.best) <= number && number <= max(curve.worst, curve.best)
        case (.target(let curve), .number(let number)):
            curve.low <= number && number <= curve.high
        case (.levels(let levels), .text(let name)):
            levels.contains { $0.name == name }
        default:
            false
        }
    }

    /// The values that performances on the scale have, from the least to the most.
    ///
    /// They are 0 and 100 but for points and levels, which may stop short of either.
    public var range: ValueRange {
        func ends(of values: [ExactDecimal]) -> ValueRange {
            guard let low = values.min(), let high = values.max() else { return .whole }
            return ValueRange(low.doubleValue, high.doubleValue)
        }
        return switch self {
        case .linear, .exponential, .target: .whole
        case .piecewise(let points): ends(of: points.map(\.value))
        case .levels(let levels): ends(of: levels.map(\.value))
        }
    }

    /// Returns the straight line over the ends of `numbers`, or nil where there are none.
    public static func linear(
        spanning numbers: some Sequence<ExactDecimal>, direction: Direction
    ) -> ValueFunction? {
        var ends: (low: ExactDecimal, high: ExactDecimal)?
        for number in numbers {
            ends = (min(ends?.low ?? number, number), max(ends?.high ?? number, number))
        }
        guard let ends else { return nil }
        return switch direction {
        case .higher: .linear(worst: ends.low, best: ends.high)
        case .lower: .linear(worst: ends.high, best: ends.low)
        }
    }

    private static func value(of number: ExactDecimal, on points: [Point]) -> Double? {
        guard let next = points.firstIndex(where: { number <= $0.performance }) else {
            return points.last?.value.doubleValue
        }
        guard next > 0 else { return points[0].value.doubleValue }
        let (left, right) = (points[next - 1], points[next])
        let share = Straight.fraction(of: number, from: left.performance, to: right.performance)
        // Both products, so that a bend has exactly its stated value.
        return left.value.doubleValue * (1 - share) + right.value.doubleValue * share
    }
}
