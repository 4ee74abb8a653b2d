/// What would make an option win: the least change of one value, or of one weight, that puts it level with the best of
/// the others.
///
/// One thing is changed at a time. A weight moves while the others keep their proportions. Any more than the change
/// found puts the option ahead, unless another one runs level with it.
public struct WinningConditions: Sendable, Hashable {
    /// The index of the option.
    public let option: Int
    /// The index of the best of the others, of equals the first; nil where there is no other.
    public let rival: Int?
    /// By how much the rival's score is higher; 0 or less where the option has the highest score already.
    public let gap: Double
    /// What a change on each criterion would do, in the table's order.
    public let criteria: [Condition]

    /// What a change on one criterion would do.
    public struct Condition: Sendable, Hashable {
        /// The option's value that would do; the scale's best end is the most there is.
        public let value: Change
        /// The weight that would do, 0 … 1.
        public let weight: Change
    }

    /// A change that puts an option level with the best.
    public enum Change: Sendable, Hashable {
        /// It has the highest score already.
        case notNeeded
        /// To this figure, which is that much more (or less, below 0) than now.
        case to(Double, by: Double)
        /// No figure within its limits would do.
        case impossible
    }

    /// Finds the changes for one option of `table`, by index.
    ///
    /// - Complexity: O(*n*) in the number of values.
    public init(for option: Int, in table: ValueTable) {
        let scores = table.scores
        let others = table.options.indices.filter { $0 != option }
        let rival = others.max { left, right in
            let (first, second) = (Ranking.rounded(scores[left]), Ranking.rounded(scores[right]))
            return first != second ? first < second : left > right
        }
        let gap = rival.map { scores[$0] - scores[option] } ?? 0
        self.option = option
        self.rival = rival
        self.gap = gap
        criteria = table.criteria.indices.map { criterion in
            guard Ranking.rounded(gap) > 0 else {
                return Condition(value: .notNeeded, weight: .notNeeded)
            }
            return Condition(
                value: Self.value(for: option, on: criterion, gap: gap, in: table),
                weight: Self.weight(for: option, on: criterion, in: table))
        }
    }

    /// The criterion whose weight needs the least change, by index; the first of equals.
    public var nearestWeight: Int? {
        let sizes = criteria.enumerated().compactMap { index, condition in
            if case .to(_, let change) = condition.weight {
                (index: index, size: change.magnitude)
            } else {
                nil
            }
        }
        return sizes.min { $0.size < $1.size }?.index
    }

    private static func value(
        for option: Int, on criterion: Int, gap: Double, in table: ValueTable
    ) -> Change {
        let now = table.value(option, criterion)
        guard table.weights[criterion] > 0 else { return .impossible }
        let needed = now + gap / table.weights[criterion]
        // What rounding lifts past the end of the scale still lies on it.
        guard Ranking.rounded(needed) <= table.scale.upperBound else { return .impossible }
        let value = min(needed, table.scale.upperBound)
        return .to(value, by: value - now)
    }

    /// The weights at which the option has the highest score are one interval; the nearest end is the answer.
    private static func weight(
        for option: Int, on criterion: Int, in table: ValueTable
    ) -> Change {
        guard let lines = WeightLines(table, criterion: criterion) else { return .impossible }
        let own = lines.lines[option]
        var (low, high) = (0.0, 1.0)
        for rival in table.options.indices where rival != option {
            let other = lines.lines[rival]
            let (start, end) = (
                Ranking.rounded(own.atZero - other.atZero), Ranking.rounded(own.atOne - other.atOne)
            )
            if start < 0, end < 0 { return .impossible }
            if start < 0 { low = max(low, start / (start - end)) }
            if end < 0 { high = min(high, start / (start - end)) }
        }
        guard low <= high else { return .impossible }
        let weight = min(max(lines.weight, low), high)
        return .to(weight, by: weight - lines.weight)
    }
}
