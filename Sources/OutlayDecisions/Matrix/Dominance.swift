import OutlayProblems

/// Which options are never the better buy, and which are worth their money.
///
/// One option dominates another when its value is at least as high and its cost at most as high, and
/// one of the two is strictly better. Equal options do not dominate each other. Values and costs are
/// compared after rounding to 1e-9. Where values are known only within a range, an option dominates when
/// it surely does: the least it may be worth against the most the other may be.
public struct Dominance: Sendable, Hashable {
    /// An option as value and cost.
    public struct Point: Sendable, Hashable {
        /// The option's identifier.
        public var id: String
        /// Its value, or the least that may be; more is better.
        public var value: Double
        /// The most its value may be; ``value`` where that is known.
        public var highestValue: Double
        /// Its cost in one currency; less is better.
        public var cost: Double

        /// Creates a point of a known value.
        public init(id: String, value: Double, cost: Double) {
            self.id = id
            self.value = value
            highestValue = value
            self.cost = cost
        }

        /// Creates a point whose value lies in a range.
        public init(id: String, range: ValueRange, cost: Double) {
            self.id = id
            value = range.low
            highestValue = range.high
            self.cost = cost
        }
    }

    /// The points as given: eligible options only.
    public let points: [Point]
    /// For each point the index of the one that dominates it, nil where none does.
    ///
    /// Of several the one with the highest value (of ranges, low end), then the lowest cost, then the earliest.
    public let dominators: [Int?]
    /// The indices of the points that are not dominated, by rising cost, equal ones in their order.
    public let frontier: [Int]

    /// Finds dominated points and the frontier.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a value or cost that is not a finite number.
    /// - Complexity: O(*n* log *n*).
    public init(among points: [Point]) throws(Problem) {
        for point in points
        where !(point.value.isFinite && point.highestValue.isFinite && point.cost.isFinite) {
            throw Problem(
                .outOfRange, "`\(point.id)` has value \(point.value) and cost \(point.cost)",
                at: .part("option \(point.id)"), because: "both are finite numbers")
        }
        let values = points.map { Ranking.rounded($0.value) }
        let highest = points.map { Ranking.rounded($0.highestValue) }
        let costs = points.map { Ranking.rounded($0.cost) }
        // By cost, then the better value, then as given: whoever dominates a point comes before it.
        let order = points.indices.sorted { left, right in
            if costs[left] != costs[right] { return costs[left] < costs[right] }
            if values[left] != values[right] { return values[left] > values[right] }
            return left < right
        }
        var dominators = [Int?](repeating: nil, count: points.count)
        var best: Int?
        for index in order {
            if let leader = best, values[leader] >= highest[index],
                values[leader] > highest[index] || costs[leader] < costs[index]
            {
                dominators[index] = leader
            }
            if best.map({ values[$0] < values[index] }) ?? true { best = index }
        }
        self.points = points
        self.dominators = dominators
        frontier = order.filter { dominators[$0] == nil }
    }

    /// Returns the identifier of the option that dominates the option called `id`, or nil.
    public func dominator(of id: String) -> String? {
        guard let index = points.firstIndex(where: { $0.id == id }) else { return nil }
        return dominators[index].map { points[$0].id }
    }

    /// The identifiers of the options that are not dominated, by rising cost.
    public var frontierIDs: [String] { frontier.map { points[$0].id } }
}
