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

    /// The performance worth 50 is not strictly between the worst and the best.
    case halfOutside
    /// The ends do not enclose the target, or the target ends before it begins.
    case targetOutside
    /// The function has a target, and yet a direction is given.
    case directionOfTarget

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
        case .halfOutside: "the half, worth 50, lies strictly between the worst and the best"
        case .targetOutside: "`low` lies below the target and `high` above it"
        case .directionOfTarget:
            "with a target neither more nor less is better: values fall on both sides of it"
        }
    }
}

extension ValueFunction {
    /// Returns the first thing wrong with the function for a criterion of `direction`, or nil.
    ///
    /// The order of levels says nothing, so their values agree with either direction; a target agrees
    /// with none. Where `direction` is nil, the one that the function itself shows is meant; straight pieces
    /// that rise and fall show none, and are then as good as a target.
    public func fault(direction stated: Direction?) -> ValueFunctionFault? {
        guard let direction = stated ?? impliedDirection else {
            switch self {
            case .target(let curve): return curve.isUsable ? nil : .targetOutside
            case .piecewise(let points): return Self.fault(inPoints: points, nil)
            case .linear, .exponential, .levels: return nil
            }
        }
        switch self {
        case .linear(let worst, let best):
            if worst == best { return .flat }
            return (worst < best) == (direction == .higher) ? nil : .againstDirection(direction)
        case .exponential(let curve):
            if curve.worst == curve.best { return .flat }
            guard (curve.worst < curve.best) == (direction == .higher) else {
                return .againstDirection(direction)
            }
            return curve.isUsable ? nil : .halfOutside
        case .target:
            return .directionOfTarget
        case .piecewise(let points):
            return Self.fault(inPoints: points, direction)
        case .levels(let levels):
            return Self.fault(inLevels: levels)
        }
    }

    /// The direction that the function itself shows: higher where levels or equal values show none, and nil
    /// for a target and for pieces that both rise and fall.
    public var impliedDirection: Direction? {
        switch self {
        case .linear(let worst, let best): worst <= best ? .higher : .lower
        case .exponential(let curve): curve.worst <= curve.best ? .higher : .lower
        case .piecewise(let points): Self.direction(of: points)
        case .levels: .higher
        case .target: nil
        }
    }

    private static func direction(of points: [Point]) -> Direction? {
        let pairs = zip(points, points.dropFirst())
        if pairs.allSatisfy({ $0.value <= $1.value }) { return .higher }
        return pairs.allSatisfy({ $0.value >= $1.value }) ? .lower : nil
    }

    private static func fault(
        inPoints points: [Point], _ direction: Direction?
    ) -> ValueFunctionFault? {
        guard points.count >= 2 else { return .tooFew(points.count) }
        if let fault = fault(inValues: points.map(\.value)) { return fault }
        let pairs = zip(points, points.dropFirst())
        for (index, (left, right)) in pairs.enumerated()
        where right.performance <= left.performance {
            return .notAscending(index: index + 1)
        }
        guard let direction else { return nil }
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
