import OutlayProblems

/// Where a figure changes its sign as one number moves away from where it is.
public struct TurningPoints: Sendable, Hashable {
    /// The nearest place below; nil where there is none within reach.
    public let below: Double?
    /// The nearest place above; nil where there is none within reach.
    public let above: Double?

    /// The steps that each side is searched in where the figure does not move in a straight line.
    static let steps = 400

    /// Finds where `figure` changes its sign on both sides of `start`.
    ///
    /// A straight figure is solved exactly. Any other is looked at in ``steps`` even steps on each side; where two
    /// neighbours differ in sign, halving finds the place, which may be a jump. What changes sign twice within
    /// a step is not seen.
    ///
    /// - Parameters:
    ///   - start: Where the number is now.
    ///   - reach: How far it is looked at.
    ///   - isStraight: Whether the figure moves in a straight line.
    ///   - figure: The figure for a number.
    /// - Throws: What `figure` throws.
    /// - Complexity: O(``steps``) figures, 2 for a straight one.
    public init(
        from start: Double, within reach: ClosedRange<Double>, isStraight: Bool,
        _ figure: (Double) throws(Problem) -> Double
    ) throws(Problem) {
        guard isStraight else {
            below = try Self.search(from: start, to: reach.lowerBound, figure)
            above = try Self.search(from: start, to: reach.upperBound, figure)
            return
        }
        let (low, high) = (try figure(reach.lowerBound), try figure(reach.upperBound))
        guard (low < 0) != (high < 0), low != high else {
            (below, above) = (nil, nil)
            return
        }
        let share = low / (low - high)
        let place = reach.lowerBound + share * (reach.upperBound - reach.lowerBound)
        below = place <= start ? place : nil
        above = place > start ? place : nil
    }

    private static func search(
        from start: Double, to end: Double, _ figure: (Double) throws(Problem) -> Double
    ) throws(Problem) -> Double? {
        guard start != end else { return nil }
        let sign = try figure(start) < 0
        var near = start
        for step in 1...steps {
            let far = start + (end - start) * Double(step) / Double(steps)
            guard try (figure(far) < 0) != sign else {
                near = far
                continue
            }
            var (inside, outside) = (near, far)
            for _ in 0..<60 {
                let middle = inside + (outside - inside) / 2
                if try (figure(middle) < 0) == sign { inside = middle } else { outside = middle }
            }
            return outside
        }
        return nil
    }
}
