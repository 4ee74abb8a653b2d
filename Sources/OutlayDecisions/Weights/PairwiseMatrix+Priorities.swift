import OutlayProblems
import OutlaySampling

extension PairwiseMatrix {
    /// Returns the share of each item, and how well the comparisons agree.
    ///
    /// Where pairs are missing, the shares are the logarithmic least squares over the known ones, whatever
    /// `rule` says; without gaps these are the geometric means.
    ///
    /// - Throws: ``ProblemCode/badComparisons`` where no chain of comparisons leads from one item to another.
    /// - Complexity: O(*n*³) in the number of items.
    public func priorities(by rule: PriorityRule = .eigenvector) throws(Problem) -> DerivedWeights {
        let reason = "the ratios are above 0"
        guard let rows = completeRows else {
            let shares = try leastSquares()
            return try DerivedWeights(
                shares,
                consistency: .pairwise(PairwiseConsistency(of: self, shares: shares)),
                remarks: [
                    "\(missingPairs) of \(items.count * (items.count - 1) / 2) pairs are not compared; "
                        + "the weights are logarithmic least squares over the others"
                ], orBecause: reason)
        }
        let shares = rule.priorities(of: rows)
        return try DerivedWeights(
            shares, consistency: .pairwise(PairwiseConsistency(of: self, shares: shares)),
            orBecause: reason)
    }

    /// Returns the shares w that make Σ (ln a(i,j) − ln w(i) + ln w(j))² over the known pairs least.
    ///
    /// - Source: S. Bozóki, J. Fülöp, L. Rónyai, "On optimal completion of incomplete pairwise comparison
    ///   matrices", Mathematical and Computer Modelling 52, 2010, section 4.
    func leastSquares() throws(Problem) -> [Double] {
        try requireConnected()
        let count = items.count
        // The graph's Laplacian without the first item, whose logarithm is 0, beside the right side.
        var system = (1..<max(1, count)).map { row in
            let known = items.indices.filter { $0 != row && entries[row][$0] != nil }
            var line = [Double](repeating: 0, count: count)
            line[row - 1] = Double(known.count)
            for column in known where column > 0 { line[column - 1] = -1 }
            line[count - 1] = known.reduce(0) { sum, column in
                sum + entries[row][column].map(ElementaryFunctions.logarithm).orZero
            }
            return line
        }
        // Connected, the matrix is positive definite: elimination needs no exchange of rows.
        for pivot in system.indices {
            for row in system.indices where row != pivot {
                let factor = system[row][pivot] / system[pivot][pivot]
                guard factor != 0 else { continue }
                for index in pivot..<count { system[row][index] -= factor * system[pivot][index] }
            }
        }
        let logarithms = [0] + system.indices.map { system[$0][count - 1] / system[$0][$0] }
        let largest = logarithms.reduce(-.infinity, max)
        return PriorityRule.shares(
            logarithms.map { ElementaryFunctions.exponential($0 - largest) })
    }

    private func requireConnected() throws(Problem) {
        var reached: Set<Int> = [0]
        var open = [0]
        while let item = open.popLast() {
            for other in items.indices
            where entries[item][other] != nil && reached.insert(other).inserted {
                open.append(other)
            }
        }
        let unreached = items.indices.filter { !reached.contains($0) }
        guard let stranded = unreached.first else { return }
        throw Problem(
            .badComparisons,
            "no chain of comparisons leads from \(Problem.quoted(items[0])) to "
                + Problem.quoted(items[stranded]),
            because: "without one, nothing says how the two compare",
            hint: "compare one of "
                + items.indices.filter(reached.contains).map { Problem.quoted(items[$0]) }.list(
                    "and")
                + " with one of " + unreached.map { Problem.quoted(items[$0]) }.list("and"))
    }
}

extension Double? {
    fileprivate var orZero: Double { self ?? 0 }
}
