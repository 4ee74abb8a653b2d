/// How far each weight may move before the winner, or any rank, changes.
///
/// In two ways: the weight moves and the others keep their proportions; or it alone is changed and the total with it.
/// In both, scores are linear, so every limit is a closed form.
///
/// - Source: E. Triantaphyllou and A. Sánchez, "A sensitivity analysis approach for some deterministic multi-criteria
///   decision-making methods", Decision Sciences 28 (1997), for the change of one weight; the intervals follow
///   from the lines of ``WeightLines``.
public struct WeightStability: Sendable, Hashable {
    /// The index of the winner whose place is looked at; of equals the first.
    public let leader: Int
    /// One entry per criterion, in the table's order.
    public let criteria: [Interval]

    /// The limits of one weight.
    public struct Interval: Sendable, Hashable {
        /// The weight now, 0 … 1.
        public let weight: Double
        /// The weights, 0 … 1, at which the leader has the highest score, perhaps with others.
        ///
        /// Where the criterion bears all the weight, nothing else can be said than that it holds now.
        public let keepsWinner: ClosedRange<Double>
        /// The weights, 0 … 1, at which no two options change places, and equals stay equal.
        public let keepsRanking: ClosedRange<Double>
        /// Who takes over below the interval; nil where nobody does.
        public let below: Crossover?
        /// Who takes over above the interval; nil where nobody does.
        public let above: Crossover?
        /// The least change of this weight alone that makes the leader tie with another, or nil where none does.
        public let singleChange: Crossover?
    }

    /// A change at which another option draws level with the leader.
    public struct Crossover: Sendable, Hashable {
        /// The weight at which it does, or how much the weight changes.
        public let weight: Double
        /// The index of the option that leads beyond it.
        public let option: Int
    }

    /// Finds the limits of every weight of `table`.
    ///
    /// - Complexity: O(*n* log *m*) in *n* values of *m* options.
    public init(_ table: ValueTable) {
        let scores = table.scores
        let leader = table.leader
        let order = scores.indices.sorted { left, right in
            let (first, second) = (Ranking.rounded(scores[left]), Ranking.rounded(scores[right]))
            return first != second ? first > second : left < right
        }
        self.leader = leader
        criteria = table.criteria.indices.map { criterion in
            let single = Self.singleChange(of: criterion, in: table, scores, leader)
            let weight = table.weights[criterion]
            guard let lines = WeightLines(table, criterion: criterion) else {
                return Interval(
                    weight: weight, keepsWinner: weight...weight, keepsRanking: weight...weight,
                    below: nil, above: nil, singleChange: single)
            }
            let winner = Limits(lines, leader, against: table.options.indices)
            return Interval(
                weight: weight, keepsWinner: winner.range,
                keepsRanking: Self.rankingRange(of: lines, order, scores), below: winner.below,
                above: winner.above, singleChange: single)
        }
    }

    /// The index of the criterion whose weight needs the least change of its own to make the leader tie.
    ///
    /// The first of equals; nil where no change of one weight does.
    public var mostCriticalCriterion: Int? {
        let changes = criteria.enumerated().compactMap { index, interval in
            interval.singleChange.map { (index: index, size: Self.size(of: $0.weight)) }
        }
        return changes.min { $0.size < $1.size }?.index
    }

    /// The size of a change, so that changes that are equal but for rounding are equal.
    private static func size(of change: Double) -> Double { Ranking.rounded(change.magnitude) }

    /// The range of weights at which each neighbour in `order` stays behind the one before it.
    private static func rankingRange(
        of lines: WeightLines, _ order: [Int], _ scores: [Double]
    ) -> ClosedRange<Double> {
        var (low, high) = (0.0, 1.0)
        for (first, second) in zip(order, order.dropFirst()) {
            let isTie = Ranking.rounded(scores[first]) == Ranking.rounded(scores[second])
            for (ahead, behind) in isTie ? [(first, second), (second, first)] : [(first, second)] {
                let range = Limits(lines, ahead, against: behind..<behind + 1).range
                (low, high) = (max(low, range.lowerBound), min(high, range.upperBound))
            }
        }
        return min(low, lines.weight)...max(high, lines.weight)
    }

    private static func singleChange(
        of criterion: Int, in table: ValueTable, _ scores: [Double], _ leader: Int
    ) -> Crossover? {
        var least: Crossover?
        for rival in table.options.indices where rival != leader {
            let gap = scores[leader] - scores[rival]
            let gain = table.value(leader, criterion) - table.value(rival, criterion)
            let isTie = Ranking.rounded(scores[leader]) == Ranking.rounded(scores[rival])
            guard isTie || gain != 0 else { continue }
            let change = isTie ? 0 : -gap / gain
            // A weight that falls to 0 may miss it by rounding.
            guard change.isFinite, Ranking.rounded(table.weights[criterion] + change) >= 0,
                least.map({ size(of: change) < size(of: $0.weight) }) ?? true
            else { continue }
            least = Crossover(weight: max(change, -table.weights[criterion]), option: rival)
        }
        return least
    }
}

/// The weights between which one option is not overtaken by others.
private struct Limits {
    private(set) var below: WeightStability.Crossover?
    private(set) var above: WeightStability.Crossover?
    private let weight: Double

    init(_ lines: WeightLines, _ leader: Int, against rivals: Range<Int>) {
        weight = lines.weight
        let own = lines.lines[leader]
        for rival in rivals where rival != leader {
            let other = lines.lines[rival]
            let (start, end) = (own.atZero - other.atZero, own.atOne - other.atOne)
            // Scores that are equal but for rounding may meet anywhere; they meet now.
            let meeting = start == end ? weight : start / (start - end)
            if Self.isBehind(start) {
                let root = min(max(meeting, 0), weight)
                let rank = below.map { (-$0.weight, lines.lines[$0.option].atZero) }
                // Below the same weight, the one with the higher score at 0 leads.
                if rank.map({ (-root, -other.atZero) < ($0.0, -$0.1) }) ?? true {
                    below = WeightStability.Crossover(weight: root, option: rival)
                }
            }
            if Self.isBehind(end) {
                let root = max(min(meeting, 1), weight)
                let rank = above.map { ($0.weight, lines.lines[$0.option].atOne) }
                if rank.map({ (root, -other.atOne) < ($0.0, -$0.1) }) ?? true {
                    above = WeightStability.Crossover(weight: root, option: rival)
                }
            }
        }
    }

    var range: ClosedRange<Double> { (below?.weight ?? 0)...(above?.weight ?? 1) }

    /// Whether a lead at an end of the line is a deficit; equal scores are none.
    private static func isBehind(_ lead: Double) -> Bool { Ranking.rounded(lead) < 0 }
}
