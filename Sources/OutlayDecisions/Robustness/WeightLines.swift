/// How the options' scores run as the weight of one criterion goes from 0 to 1.
///
/// The other weights keep their proportions, so that each score is a straight line: at weight *t* it is
/// *t* times the value on the criterion plus (1 − *t*) times the score on the others. Where the others weigh
/// nothing there is no proportion to keep, and nothing can be said of another weight.
public struct WeightLines: Sendable, Hashable {
    /// The index of the criterion.
    public let criterion: Int
    /// Its weight now, 0 … 1.
    public let weight: Double
    /// One line per option, in the table's order.
    public let lines: [Line]

    /// One option's scores.
    public struct Line: Sendable, Hashable {
        /// The score where the criterion weighs nothing.
        public let atZero: Double
        /// The score where nothing else weighs: the value on the criterion.
        public let atOne: Double

        /// Returns the score where the criterion has `weight`, 0 … 1.
        public func score(at weight: Double) -> Double {
            (1 - weight) * atZero + weight * atOne
        }
    }

    /// A range of weights over which one option leads.
    public struct Reign: Sendable, Hashable {
        /// The weights from which to which.
        public let weights: ClosedRange<Double>
        /// The index of the option with the highest score; of equals the first.
        public let leader: Int
    }

    /// Draws the lines of one criterion; nil where it bears all the weight.
    ///
    /// - Parameters:
    ///   - table: The values and weights.
    ///   - criterion: An index of the table's criteria.
    /// - Complexity: O(*n*) in the number of values.
    public init?(_ table: ValueTable, criterion: Int) {
        let others = table.criteria.indices.filter { $0 != criterion }
        let rest = others.reduce(0) { $0 + table.weights[$1] }
        guard rest > 0 else { return nil }
        self.criterion = criterion
        weight = table.weights[criterion]
        lines = table.options.indices.map { option in
            let score = others.reduce(0) { $0 + table.weights[$1] * table.value(option, $1) }
            return Line(atZero: score / rest, atOne: table.value(option, criterion))
        }
    }

    /// Returns the scores of all options where the criterion has `weight`, 0 … 1.
    public func scores(at weight: Double) -> [Double] {
        lines.map { $0.score(at: weight) }
    }

    /// Who leads over which weights, from weight 0 to weight 1.
    ///
    /// - Complexity: O(*m*²) in the number of options.
    public var reigns: [Reign] {
        var reigns: [Reign] = []
        var start = 0.0
        var leader = best(lines.indices, by: { (lines[$0].atZero, lines[$0].atOne) })
        while start < 1 {
            let line = lines[leader]
            var next: (weight: Double, option: Int)?
            for option in lines.indices {
                let rival = lines[option]
                let gap = line.atZero - rival.atZero
                let closing = rival.slope - line.slope
                guard closing > 0 else { continue }
                let weight = max(gap / closing, start)
                guard weight < 1 else { continue }
                let isSooner = next.map { weight < $0.weight } ?? true
                let isSteeper = next.map {
                    weight == $0.weight && rival.slope > lines[$0.option].slope
                }
                if isSooner || isSteeper == true { next = (weight, option) }
            }
            let end = next?.weight ?? 1
            if end > start || next == nil {
                reigns.append(Reign(weights: start...end, leader: leader))
            }
            guard let next else { break }
            (start, leader) = (next.weight, next.option)
        }
        return reigns
    }

    private func best(_ indices: Range<Int>, by key: (Int) -> (Double, Double)) -> Int {
        indices.reduce(0) { best, index in
            let (left, right) = (key(best), key(index))
            let isEqual = Ranking.rounded(left.0) == Ranking.rounded(right.0)
            return (isEqual ? right.1 > left.1 : right.0 > left.0) ? index : best
        }
    }
}

extension WeightLines.Line {
    /// What one whole weight adds to the score.
    var slope: Double { atOne - atZero }
}
