import OutlayProblems

/// Weights from the best and the worst criterion compared with all others, by the non-linear model.
public enum BestWorstNonlinear: Weighting {
    /// Returns the weights whose ratios miss the comparisons least, in closed form.
    ///
    /// Where several weights of a middle criterion do, the one that misses its own two comparisons equally.
    ///
    /// - Complexity: O(*n*²) in the number of criteria.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        guard case .bestWorst(let statement) = evidence else { throw refusal(of: evidence) }
        let comparisons = try BestWorstComparisons(statement, of: criteria)
        let (deviation, bestRatio) = solution(of: comparisons)
        var ratios = [Double](repeating: 1, count: criteria.count)
        ratios[comparisons.best] = bestRatio
        for index in comparisons.middle {
            // t with |bestRatio / t − a(B,j)| = |t − a(j,W)|, the two missed on opposite sides.
            let shift = comparisons.othersToWorst[index] - comparisons.bestToOthers[index]
            ratios[index] = (shift + (shift * shift + 4 * bestRatio).squareRoot()) / 2
        }
        let index = consistencyIndex(comparisons.bestToWorst)
        return try DerivedWeights(
            ratios,
            consistency: .bestWorst(
                BestWorstConsistency(
                    deviation: deviation, ratio: index > 0 ? deviation / index : deviation)),
            orBecause: "ratios are above 0")
    }

    /// Returns the least ξ, and w(B) / w(W) there.
    ///
    /// A middle criterion lets w(B) / w(W) lie between (p − ξ)(q − ξ) and (p + ξ)(q + ξ) with p = a(B,j) and
    /// q = a(j,W), the best over the worst between a(B,W) ∓ ξ. All of these ranges overlap as soon as every two
    /// of them do, so that ξ is the largest of what two of them need.
    private static func solution(
        of comparisons: BestWorstComparisons
    ) -> (deviation: Double, bestRatio: Double) {
        let target = comparisons.bestToWorst
        let middle = comparisons.middle.map {
            (comparisons.bestToOthers[$0], comparisons.othersToWorst[$0])
        }
        var (deviation, ratio) = (0.0, target)
        for (p, q) in middle {
            let needed =
                p * q > target
                ? smallerRoot(p + q + 1, p * q - target)
                : -smallerRoot(p + q + 1, p * q - target)
            guard needed > deviation else { continue }
            (deviation, ratio) = (needed, p * q > target ? target + needed : target - needed)
        }
        for (p, q) in middle {
            for (r, s) in middle where p * q > r * s {
                let needed = (p * q - r * s) / (p + q + r + s)
                guard needed > deviation else { continue }
                (deviation, ratio) = (needed, (p - needed) * (q - needed))
            }
        }
        return (deviation, ratio)
    }

    /// Returns the smaller root of x² − b x + c in magnitude, free of cancellation.
    private static func smallerRoot(_ b: Double, _ c: Double) -> Double {
        2 * c / (b + (b * b - 4 * c).squareRoot())
    }

    /// Returns the largest ξ that comparisons with this a(B,W) can need.
    ///
    /// For whole ratios up to 9 it is the published table, to its two decimals; beyond, the root that the
    /// table rounds: (a − ξ)² = a + ξ.
    ///
    /// - Source: J. Rezaei, "Best-worst multi-criteria decision-making method", Omega 53, 2015, table 1.
    static func consistencyIndex(_ bestToWorst: Double) -> Double {
        let table = [0.00, 0.44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23]
        if bestToWorst <= 9, bestToWorst == bestToWorst.rounded(), bestToWorst >= 1 {
            return table[Int(bestToWorst) - 1]
        }
        return smallerRoot(2 * bestToWorst + 1, bestToWorst * (bestToWorst - 1))
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "best-worst-nonlinear",
        title: "Best-worst (non-linear)",
        kind: .bestWorst,
        formula:
            "the least ξ with |w(B) / w(j) − a(B,j)| ≤ ξ, |w(j) / w(W) − a(j,W)| ≤ ξ; B the best "
            + "criterion, W the worst, a how many times as much one counts as the other; CR = ξ / CI, "
            + "CI by a(B,W)",
        whenToUse: "a consistency ratio with a published index is wanted from few comparisons",
        whenNotTo:
            "the comparisons disagree and there are several middle criteria: many weights then "
            + "miss them equally, and the balanced ones are one choice of several",
        source: PublishedSource(
            author: "J. Rezaei",
            title: "Best-worst multi-criteria decision-making method, Omega 53",
            year: 2015),
        example: WeightingExample(
            origin: "J. Rezaei, 2015, section 4: buying a car; printed 0.071, 0.338, 0.589",
            criteria: ["quality", "price", "style"],
            input: .stated(
                .bestWorst(
                    BestWorstStatement(
                        best: "style", worst: "quality",
                        bestToOthers: ["quality": 8, "price": 2],
                        othersToWorst: ["price": 5, "style": 8]))),
            weights: [0.071, 0.338, 0.589], tolerance: 0.002))
}
