import OutlayProblems

/// Which options are as good as others on every criterion and better on one.
///
/// Weights play no part: every criterion of the table counts, whatever its weight. Performances are compared
/// as they are; options with equal rows do not dominate each other.
public struct ParetoDominance: Sendable, Hashable {
    /// One option and another that it dominates.
    public struct Pair: Sendable, Hashable {
        /// The index of the option that is no worse anywhere and better somewhere.
        public let dominator: Int
        /// The index of the other option.
        public let dominated: Int

        /// Creates a pair.
        public init(dominator: Int, dominated: Int) {
            self.dominator = dominator
            self.dominated = dominated
        }
    }

    /// The indices of the options that no other dominates, in the order of the table.
    public let nondominated: [Int]
    /// Every pair, by dominator, then by dominated option.
    public let pairs: [Pair]

    /// Compares every two options of `matrix`.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more pairs than ``PairTable/largestSize``.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    /// - Source: M. Ehrgott, Multicriteria Optimization, 2nd edition, Springer, 2005, on efficient solutions.
    public init(of matrix: DecisionMatrix) throws(Problem) {
        try PairTable.requireRoom(for: matrix)
        let (count, width) = (matrix.rowCount, matrix.columns.count)
        let signs = matrix.columns.map { $0.direction == .higher ? 1.0 : -1 }
        let cells = matrix.cells.indices.map { signs[$0 % width] * matrix.cells[$0] }
        var pairs: [Pair] = []
        var isDominated = [Bool](repeating: false, count: count)
        for first in 0..<count {
            for second in 0..<count where first != second {
                guard Self.dominates(cells, first * width, second * width, width) else { continue }
                pairs.append(Pair(dominator: first, dominated: second))
                isDominated[second] = true
            }
        }
        self.pairs = pairs
        nondominated = (0..<count).filter { !isDominated[$0] }
    }

    /// Returns the indices of the options that dominate the option at `index`, in the order of the table.
    public func dominators(of index: Int) -> [Int] {
        pairs.filter { $0.dominated == index }.map(\.dominator)
    }

    private static func dominates(
        _ cells: [Double], _ first: Int, _ second: Int, _ width: Int
    ) -> Bool {
        var isBetter = false
        for column in 0..<width {
            let (own, other) = (cells[first + column], cells[second + column])
            guard own >= other else { return false }
            if own > other { isBetter = true }
        }
        return isBetter
    }
}
