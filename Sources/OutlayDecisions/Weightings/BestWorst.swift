import OutlayProblems

/// Weights from the best and the worst criterion compared with all others, by the linear model.
public enum BestWorst: Weighting {
    /// Returns the weights that miss the comparisons least, as the solution of a linear program.
    ///
    /// - Complexity: That of ``LinearProgram/solve()`` for 4 n constraints.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        guard case .bestWorst(let statement) = evidence else { throw refusal(of: evidence) }
        let comparisons = try BestWorstComparisons(statement, of: criteria)
        let count = criteria.count
        let program = program(comparisons, count: count)
        guard case .optimal(let point, let value) = try program.solve() else {
            throw Problem(
                .internalError, "the best-worst comparisons have no weights",
                because: "equal weights meet every constraint with a large enough deviation")
        }
        let exact = value < LinearProgram.tolerance
        return try DerivedWeights(
            Array(point.prefix(count)),
            consistency: .bestWorst(
                BestWorstConsistency(
                    deviation: exact ? 0 : value, ratio: comparisons.inputRatio)),
            orBecause: "weights total 1")
    }

    /// Returns: minimise ξ, |w(B) − a(B,j) w(j)| ≤ ξ, |w(j) − a(j,W) w(W)| ≤ ξ, Σ w = 1.
    private static func program(
        _ comparisons: BestWorstComparisons, count: Int
    ) -> LinearProgram {
        var constraints = [
            LinearProgram.Constraint(Array(repeating: 1, count: count) + [0], .equal, 1)
        ]
        func near(_ left: Int, _ ratio: Double, _ right: Int) {
            guard left != right else { return }
            for sign in [1.0, -1] {
                var row = [Double](repeating: 0, count: count + 1)
                row[left] = sign
                row[right] = -sign * ratio
                row[count] = -1
                constraints.append(LinearProgram.Constraint(row, .atMost, 0))
            }
        }
        for index in 0..<count {
            near(comparisons.best, comparisons.bestToOthers[index], index)
            if index != comparisons.best {
                near(index, comparisons.othersToWorst[index], comparisons.worst)
            }
        }
        return LinearProgram(
            minimise: Array(repeating: 0, count: count) + [1], constraints: constraints)
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "best-worst",
        title: "Best-worst (linear)",
        kind: .bestWorst,
        formula:
            "the least ξ with |w(B) − a(B,j) w(j)| ≤ ξ, |w(j) − a(j,W) w(W)| ≤ ξ, sum of w = 1, "
            + "w ≥ 0; B the best criterion, W the worst, a how many times as much one counts as the "
            + "other",
        whenToUse:
            "there are many criteria: 2 n − 3 comparisons do, and all of them are with one of "
            + "two known criteria",
        whenNotTo: "it is disputed which criterion is the best or the worst",
        source: PublishedSource(
            author: "J. Rezaei",
            title: "Best-worst multi-criteria decision-making method: some properties and a linear "
                + "model, Omega 64",
            year: 2016),
        example: WeightingExample(
            origin: "By hand: 6 : 3 : 1 meets every comparison",
            criteria: ["price", "service", "training"],
            input: .stated(
                .bestWorst(
                    BestWorstStatement(
                        best: "price", worst: "training",
                        bestToOthers: ["service": 2, "training": 6],
                        othersToWorst: ["price": 6, "service": 3]))),
            weights: [0.6, 0.3, 0.1], tolerance: 1e-9))
}

extension BestWorstComparisons {
    /// The largest |a(B,j) · a(j,W) − a(B,W)| over a(B,W)² − a(B,W), 0 where all agree.
    ///
    /// - Source: F. Liang, M. Brunelli, J. Rezaei, "Consistency issues in the best worst method: measurements
    ///   and thresholds", Omega 96, 2020.
    var inputRatio: Double {
        let scale = bestToWorst * (bestToWorst - 1)
        let largest = middle.reduce(0) {
            max($0, (bestToOthers[$1] * othersToWorst[$1] - bestToWorst).magnitude)
        }
        return scale > 0 ? largest / scale : largest
    }
}
