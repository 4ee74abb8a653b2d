/// What it would be worth to know something before choosing: the expected value of perfect information.
///
/// A payoff is what is to be as high as possible. Without knowledge the option with the highest expected payoff is
/// chosen; with it, the best in each state.
///
/// - Source: H. Raiffa and R. Schlaifer, "Applied Statistical Decision Theory", Harvard University 1961, chapter 4;
///   the estimate by classes from M. Strong and J. E. Oakley, "An efficient method for computing single-parameter
///   partial expected value of perfect information", Medical Decision Making 33 (2013).
public enum InformationValue {
    /// Returns what it is worth to know the state: the mean of the highest payoff less the highest mean.
    ///
    ///     InformationValue.perfect([[0, 0], [-10, 20]])   // 10 − 5 = 5
    ///
    /// - Parameter payoffs: One row per option, all of one length: equally likely states.
    /// - Returns: 0 or more; 0 without options or states.
    /// - Complexity: O(*n*) in the number of payoffs.
    public static func perfect(_ payoffs: [[Double]]) -> Double {
        guard let first = payoffs.first, !first.isEmpty else { return 0 }
        let count = Double(first.count)
        var highest = -Double.infinity
        var sums = [Double](repeating: 0, count: payoffs.count)
        for (option, row) in payoffs.enumerated() {
            sums[option] = row.reduce(0, +) / count
            highest = max(highest, sums[option])
        }
        guard let best = sums.firstIndex(of: highest) else { return 0 }
        var gain = 0.0
        // Summed as gains over the best option, so that no large mean is taken from another.
        for state in first.indices {
            var most = 0.0
            for row in payoffs { most = max(most, row[state] - payoffs[best][state]) }
            gain += most
        }
        return gain / count
    }

    /// Returns what it is worth to know one input, from drawn states put into classes of equal size by that input.
    ///
    /// Within a class the mean payoff stands for what is expected once the input is known. Classes that are small
    /// make chance look like knowledge, which raises the estimate; large ones blur it, which lowers it.
    ///
    /// - Parameters:
    ///   - payoffs: One row per option, one element per drawn state.
    ///   - draws: The input in each state.
    ///   - classes: How many classes there are.
    /// - Returns: 0 or more; 0 without options, states or classes.
    /// - Complexity: O(*n* log *n*) in the number of states.
    public static func partial(
        _ payoffs: [[Double]], knowing draws: [Double], classes: Int
    ) -> Double {
        let order = draws.indices.sorted {
            draws[$0] != draws[$1] ? draws[$0] < draws[$1] : $0 < $1
        }
        guard !order.isEmpty, classes > 0 else { return 0 }
        let sums = payoffs.map { row in
            (0..<classes).map { place in
                let range = place * order.count / classes..<(place + 1) * order.count / classes
                // Each class counts by its size.
                return order[range].reduce(0) { $0 + row[$1] } * Double(classes)
                    / Double(order.count)
            }
        }
        return perfect(sums)
    }

    /// The number of classes that states are put into: 25 states or more in each, 64 classes at most.
    public static func classes(forTrials trials: Int) -> Int { min(64, max(1, trials / 25)) }
}
