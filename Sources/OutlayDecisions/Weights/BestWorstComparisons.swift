import OutlayProblems

/// How well comparisons with the best and the worst criterion agree with each other.
public struct BestWorstConsistency: Sendable, Hashable {
    /// How far the weights miss the comparisons, ξ: of a weight by the linear model, of a ratio by the
    /// non-linear one; 0 where all agree.
    public let deviation: Double
    /// The consistency ratio, 0 where all agree: ξ over the consistency index by the non-linear model, by the
    /// linear one the largest |a(B,j) · a(j,W) − a(B,W)| over a(B,W)² − a(B,W).
    public let ratio: Double
}

/// Checked comparisons with the best and the worst criterion.
///
/// - Source: J. Rezaei, "Best-worst multi-criteria decision-making method", Omega 53, 2015.
struct BestWorstComparisons {
    let best: Int
    let worst: Int
    /// a(B,j) by criterion, 1 or more.
    let bestToOthers: [Double]
    /// a(j,W) by criterion, 1 or more.
    let othersToWorst: [Double]

    /// a(B,W).
    var bestToWorst: Double { bestToOthers[worst] }
    /// The criteria between the best and the worst.
    var middle: [Int] { bestToOthers.indices.filter { $0 != best && $0 != worst } }

    /// Checks `statement` over `criteria`.
    ///
    /// - Throws: ``ProblemCode/unknownReference`` or ``ProblemCode/missingField`` for a criterion,
    ///   ``ProblemCode/outOfRange`` for a ratio below 1 or beyond ``PairwiseMatrix/largestRatio``, and
    ///   ``ProblemCode/badComparisons`` where the best or worst does not count once as much as itself, where
    ///   they are one criterion, or where the two statements of best over worst differ.
    init(_ statement: BestWorstStatement, of criteria: [String]) throws(Problem) {
        try criteria.requireKnown(statement.best)
        try criteria.requireKnown(statement.worst)
        guard let best = criteria.firstIndex(of: statement.best),
            let worst = criteria.firstIndex(of: statement.worst)
        else { preconditionFailure("both were found above") }
        let (bestName, worstName) = (
            Problem.quoted(statement.best), Problem.quoted(statement.worst)
        )
        guard best != worst || criteria.count == 1 else {
            throw Problem(
                .badComparisons, "\(bestName) is both the best and the worst criterion",
                because: "the best counts most and the worst least")
        }
        bestToOthers = try Self.ratios(
            statement.bestToOthers, own: statement.best, of: criteria,
            called: { "the best, \(bestName), over \(Problem.quoted($0))" })
        othersToWorst = try Self.ratios(
            statement.othersToWorst, own: statement.worst, of: criteria,
            called: { "\(Problem.quoted($0)) over the worst, \(worstName)," })
        guard bestToOthers[worst] == othersToWorst[best] else {
            throw Problem(
                .badComparisons,
                "\(bestName) over \(worstName) is \(bestToOthers[worst].asStated) and "
                    + othersToWorst[best].asStated,
                because: "the best over the worst is one ratio, stated in both lists",
                hint: "correct one of them")
        }
        self.best = best
        self.worst = worst
    }

    private static func ratios(
        _ stated: [String: Double], own: String, of criteria: [String],
        called describe: (String) -> String
    ) throws(Problem) -> [Double] {
        for name in stated.keys.sorted() { try criteria.requireKnown(name) }
        var ratios: [Double] = []
        for name in criteria {
            guard let ratio = stated[name] ?? (name == own ? 1 : nil) else {
                throw Problem(
                    .missingField, "nothing says how many times as much counts \(describe(name))",
                    because: "the best and the worst are compared with every criterion")
            }
            guard name != own || ratio == 1 else {
                throw Problem(
                    .badComparisons, "\(describe(name)) is \(ratio.asStated)",
                    because: "anything counts once as much as itself")
            }
            guard ratio >= 1, ratio <= PairwiseMatrix.largestRatio else {
                throw Problem(
                    .outOfRange, "\(describe(name)) is \(ratio.asStated)",
                    because: "nothing counts more than the best or less than the worst: "
                        + "a ratio is 1 to 1000000",
                    hint: "name another criterion the best or the worst")
            }
            ratios.append(ratio)
        }
        return ratios
    }
}
