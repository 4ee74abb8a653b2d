import OutlayValues

/// What makes a value function unfit to judge by.
public enum ValueFunctionFault: Sendable, Hashable {
    /// The worst and the best have the same value, or are the same number.
    case flat
    /// The best end lies on the wrong side of the worst one.
    case againstDirection(Direction)
    /// There are fewer than two points or levels.
    case tooFew(Int)
    /// The point at this index, from 0, is not above the one before it.
    case notAscending(index: Int)
    /// The value of the point or level at this index, from 0, is outside 0 … 100.
    case valueOutside(index: Int)
    /// The value of the point at this index, from 0, is worse than that of the worse neighbour.
    case notMonotone(index: Int, Direction)
    /// The level at this index, from 0, has the name of an earlier one.
    case duplicateLevel(index: Int)

    /// The rule that is broken, in words.
    public var reason: String {
        switch self {
        case .flat: "worst and best differ, or nothing can tell options apart"
        case .againstDirection(.higher): "with direction `higher` the best is above the worst"
        case .againstDirection(.lower): "with direction `lower` the best is below the worst"
        case .tooFew(let count):
            "a value function has two or more points or levels, and here there "
                + (count == 1 ? "is 1" : "are \(count)")
        case .notAscending: "points stand in ascending order of performance"
        case .valueOutside: "values lie between 0 and 100"
        case .notMonotone(_, .higher):
            "with direction `higher` values do not fall as performances grow"
        case .notMonotone(_, .lower):
            "with direction `lower` values do not rise as performances grow"
        case .duplicateLevel: "each level is named once"
        }
    }
}

extension ValueFunction {
    /// Returns the first thing wrong with the function for a criterion of `direction`, or nil.
    ///
    /// The order of levels says nothing, so their values agree with either direction.
    public func fault(direction: Direction) -> ValueFunctionFault? {
        switch self {
        case .linear(let worst, let best):
            if worst == best { return .flat }
            return (worst < best) == (direction == .higher) ? nil : .againstDirection(direction)
        case .piecewise(let points):
            return Self.fault(inPoints: points, direction)
        case .levels(let levels):
            return Self.fault(inLevels: levels)
        }
    }

    private static func fault(
        inPoints points: [Point], _ direction: Direction
    ) -> ValueFunctionFault? {
        guard points.count >= 2 else { return .tooFew(points.count) }
        if let fault = fault(inValues: points.map(\.value)) { return fault }
        let pairs = zip(points, points.dropFirst())
        for (index, (left, right)) in pairs.enumerated()
        where right.performance <= left.performance {
            return .notAscending(index: index + 1)
        }
        for (index, (left, right)) in pairs.enumerated() where left.value != right.value {
            guard (left.value < right.value) == (direction == .higher) else {
                return .notMonotone(index: index + 1, direction)
            }
        }
        return points.first?.value == points.last?.value ? .flat : nil
    }

    private static func fault(inLevels levels: [Level]) -> ValueFunctionFault? {
        guard levels.count >= 2 else { return .tooFew(levels.count) }
        if let fault = fault(inValues: levels.map(\.value)) { return fault }
        var names: Set<String> = []
        for (index, level) in levels.enumerated() where !names.insert(level.name).inserted {
            return .duplicateLevel(index: index)
        }
        return Set(levels.map(\.value)).count == 1 ? .flat : nil
    }

    private static func fault(inValues values: [ExactDecimal]) -> ValueFunctionFault? {
        let outside = values.firstIndex { $0.isNegative || ExactDecimal(100) < $0 }
        return outside.map { .valueOutside(index: $0) }
    }
}
