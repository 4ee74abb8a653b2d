import OutlayProblems
import OutlayValues

/// The additive value model: the weighted sum of values on stated scales, behind knock-outs.
///
/// - Source: R. L. Keeney and H. Raiffa, "Decisions with Multiple Objectives", Cambridge University
///   Press 1993, chapter 3.
public enum AdditiveValue {
    /// Judges `candidates` by `model`: knock-outs, values, contributions, ranks and the lead.
    ///
    /// Candidates that are not eligible get a value, for comparison, and no rank. Where a value is known
    /// only within a range, the low end ranks: a candidate counts for what it is sure to reach.
    ///
    /// - Throws: A ``Problem`` for what ``CriterionTree/init(_:)`` refuses, for two candidates or two
    ///   knock-outs of one name, for a performance of another type than its criterion's or
    ///   knock-out's, and for one that is missing on a scale taken from the data where the model asks
    ///   for bounds; it names both.
    /// - Complexity: O(*n* log *n*) in the candidates, times the criteria.
    public static func evaluate(
        _ candidates: [Candidate], by model: DecisionModel
    ) throws(Problem) -> DecisionResult {
        let tree = try CriterionTree(model.criteria)
        try checkUnique(candidates.map(\.id), kind: "option")
        try checkUnique(model.knockOuts.map(\.id), kind: "knock-out")
        var results: [CandidateResult] = []
        for candidate in candidates {
            results.append(try result(for: candidate, model, tree))
        }
        rank(&results)
        let order = displayOrder(of: results)
        return DecisionResult(
            model: model, criteria: tree, candidates: results, displayOrder: order,
            lead: lead(among: order.map { results[$0] }, margin: model.margin.doubleValue))
    }

    private static func rank(_ results: inout [CandidateResult]) {
        let ranked = results.indices.filter { results[$0].eligibility == .eligible }
        let ranges = ranked.compactMap { results[$0].range }
        guard ranges.count == ranked.count else {
            let known = ranked.filter { results[$0].range != nil }
            let ranks = Ranking.competition(scores: known.compactMap { results[$0].range?.low })
            for (index, rank) in zip(known, ranks) { results[index].rank = rank }
            return
        }
        let ranks = Ranking.competition(scores: ranges.map(\.low))
        let possible = Ranking.possible(ranges)
        for (place, index) in ranked.enumerated() {
            results[index].rank = ranks[place]
            results[index].possibleRanks = possible[place]
        }
    }

    private static func displayOrder(of results: [CandidateResult]) -> [Int] {
        // Smaller keys first: the eligible before the others, then by value, those without one last.
        func key(_ result: CandidateResult) -> (Int, Double) {
            (result.eligibility == .eligible ? 0 : 1, Ranking.key(of: result.range?.low ?? .nan))
        }
        let keys = results.map(key)
        return results.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
    }

    private static func lead(among displayed: [CandidateResult], margin: Double) -> Lead? {
        let eligible = displayed.filter { $0.eligibility == .eligible }
        let ranges = eligible.compactMap(\.range)
        guard let first = eligible.first, ranges.count == eligible.count else { return nil }
        guard eligible.count > 1 else {
            return Lead(leader: first.id, runnerUp: nil, points: nil, isClear: true)
        }
        var rival = 1
        for index in 2..<max(2, ranges.count)
        where Ranking.rounded(ranges[index].high) > Ranking.rounded(ranges[rival].high) {
            rival = index
        }
        let points = Ranking.rounded(ranges[0].low) - Ranking.rounded(ranges[rival].high)
        let isClear = points > 0 && Ranking.rounded(points) >= margin
        return Lead(
            leader: first.id, runnerUp: eligible[rival].id, points: points, isClear: isClear)
    }

    private static func checkUnique(_ ids: [String], kind: String) throws(Problem) {
        var known: Set<String> = []
        for id in ids where !known.insert(id).inserted {
            throw Problem(
                .duplicateIdentifier, "two \(kind)s are called `\(id)`",
                at: .part("\(kind) \(id)"), because: "an identifier is unique within its list")
        }
    }
}
