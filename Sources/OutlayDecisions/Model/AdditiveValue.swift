import OutlayProblems
import OutlayValues

/// The additive value model: the weighted sum of values on stated scales, behind knock-outs.
///
/// - Source: R. L. Keeney and H. Raiffa, "Decisions with Multiple Objectives", Cambridge University
///   Press 1993, chapter 3.
public enum AdditiveValue {
    /// Judges `candidates` by `model`: knock-outs, values, contributions, ranks and the lead.
    ///
    /// Candidates that are not eligible get a value, for comparison, and no rank.
    ///
    /// - Throws: A ``Problem`` for what ``CriterionTree/init(_:)`` refuses, for two candidates or two
    ///   knock-outs of one name, and for a performance of another type than its criterion's or
    ///   knock-out's; it names both.
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
        let ranked = results.indices.filter {
            results[$0].eligibility == .eligible && results[$0].value != nil
        }
        let ranks = Ranking.competition(scores: ranked.compactMap { results[$0].value })
        for (index, rank) in zip(ranked, ranks) { results[index].rank = rank }
        let order = displayOrder(of: results)
        return DecisionResult(
            model: model, criteria: tree, candidates: results, displayOrder: order,
            lead: lead(among: order.map { results[$0] }, margin: model.margin.doubleValue))
    }

    private static func result(
        for candidate: Candidate, _ model: DecisionModel, _ tree: CriterionTree
    ) throws(Problem) -> CandidateResult {
        var outcomes: [KnockOutOutcome] = []
        for knockOut in model.knockOuts {
            outcomes.append(try outcome(of: knockOut, for: candidate))
        }
        var scores: [CriterionScore] = []
        var missing: [String] = []
        for leaf in tree.leaves {
            var value = try value(of: candidate, on: leaf)
            if value == nil {
                missing.append(leaf.id)
                if model.missing == .worst { value = 0 }
            }
            scores.append(
                CriterionScore(
                    id: leaf.id, value: value,
                    contribution: value.map { leaf.position.weight * $0 }))
        }
        return CandidateResult(
            id: candidate.id, knockOuts: outcomes, scores: scores,
            groupScores: tree.groups.map { score(of: $0, from: scores) },
            missing: missing, value: scores.isEmpty ? nil : sum(scores.map(\.contribution)),
            rank: nil)
    }

    private static func outcome(
        of knockOut: KnockOut, for candidate: Candidate
    ) throws(Problem) -> KnockOutOutcome {
        let answer = candidate.performances[knockOut.id]
        if let answer, !knockOut.accepts(answer) {
            throw Problem(
                .requirementMismatch, "`\(answer)` does not answer knock-out `\(knockOut.id)`",
                at: .part("option \(candidate.id)"),
                because: "the requirement is: \(knockOut.requirementInWords)")
        }
        return knockOut.outcome(for: answer)
    }

    private static func value(
        of candidate: Candidate, on leaf: CriterionTree.Leaf
    ) throws(Problem) -> Double? {
        if leaf.measure.judge == .panel { return candidate.panelValues[leaf.id] }
        guard let performance = candidate.performances[leaf.id] else { return nil }
        if let value = leaf.measure.valueFunction.value(of: performance) { return value }
        let place = Location.part("option \(candidate.id)")
        if case .levels(let levels) = leaf.measure.valueFunction {
            throw Problem(
                .unknownLevel, "`\(performance)` is not a level of `\(leaf.id)`", at: place,
                because: "the levels are " + levels.map { "`\($0.name)`" }.joined(separator: ", "),
                hint: Suggestion.hint(for: performance.description, among: levels.map(\.name)))
        }
        throw Problem(
            .wrongType, "`\(performance)` on `\(leaf.id)` is not a number", at: place,
            because: "the criterion's scale is one of numbers")
    }

    private static func score(
        of group: CriterionTree.Group, from scores: [CriterionScore]
    ) -> CriterionScore {
        let parts = scores[group.leaves]
        let values = zip(parts, group.sharesWithin).map { part, share in
            part.value.map { share * $0 }
        }
        return CriterionScore(
            id: group.id, value: sum(values), contribution: sum(parts.map(\.contribution)))
    }

    private static func displayOrder(of results: [CandidateResult]) -> [Int] {
        // Smaller keys first: the eligible before the others, then by value, those without one last.
        func key(_ result: CandidateResult) -> (Int, Double) {
            (result.eligibility == .eligible ? 0 : 1, Ranking.key(of: result.value ?? .nan))
        }
        let keys = results.map(key)
        return results.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
    }

    private static func lead(among displayed: [CandidateResult], margin: Double) -> Lead? {
        let eligible = displayed.filter { $0.eligibility == .eligible }
        let values = eligible.compactMap(\.value)
        guard let first = eligible.first, values.count == eligible.count else { return nil }
        guard eligible.count > 1 else {
            return Lead(leader: first.id, runnerUp: nil, points: nil, isClear: true)
        }
        let points = Ranking.rounded(values[0]) - Ranking.rounded(values[1])
        let isClear = points > 0 && Ranking.rounded(points) >= margin
        return Lead(leader: first.id, runnerUp: eligible[1].id, points: points, isClear: isClear)
    }

    private static func checkUnique(_ ids: [String], kind: String) throws(Problem) {
        var known: Set<String> = []
        for id in ids where !known.insert(id).inserted {
            throw Problem(
                .duplicateIdentifier, "two \(kind)s are called `\(id)`",
                at: .part("\(kind) \(id)"), because: "an identifier is unique within its list")
        }
    }

    /// Returns the sum, or nil where a part is not known.
    private static func sum(_ parts: [Double?]) -> Double? {
        var total = 0.0
        for part in parts {
            guard let part else { return nil }
            total += part
        }
        return total
    }
}
