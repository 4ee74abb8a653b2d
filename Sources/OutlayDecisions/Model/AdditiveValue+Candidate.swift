import OutlayProblems
import OutlayValues

extension AdditiveValue {
    /// Returns everything that can be said of one candidate without looking at the others.
    static func result(
        for candidate: Candidate, _ model: DecisionModel, _ tree: CriterionTree
    ) throws(Problem) -> CandidateResult {
        var outcomes: [KnockOutOutcome] = []
        for knockOut in model.knockOuts {
            outcomes.append(try outcome(of: knockOut, for: candidate))
        }
        var leaves: [LeafValue] = []
        for leaf in tree.leaves {
            leaves.append(LeafValue(leaf, try value(of: candidate, on: leaf)))
        }
        let scores = try leaves.map { (leaf) throws(Problem) in
            try score(of: leaf, model.missing, candidate)
        }
        return CandidateResult(
            id: candidate.id, knockOuts: outcomes,
            minimums: minimums(of: leaves, in: tree), scores: scores,
            groupScores: tree.groups.map { score(of: $0, from: scores) },
            missing: leaves.filter { $0.known == nil }.map(\.leaf.id),
            range: scores.isEmpty ? nil : sum(scores.map(\.contributionRange)),
            weakest: weakest(among: leaves, scores, line: model.weakBelow.doubleValue))
    }

    /// What a candidate's performance on one leaf is worth.
    private struct LeafValue {
        let leaf: CriterionTree.Leaf
        /// The value; nil where the performance is missing.
        let known: Double?

        init(_ leaf: CriterionTree.Leaf, _ known: Double?) {
            self.leaf = leaf
            self.known = known
        }

        /// Everything the value may be.
        ///
        /// A missing number may lie beyond ends that are only the data's.
        var possible: ValueRange {
            if let known { return ValueRange(known) }
            return leaf.measure.scaleIsFromData ? .whole : leaf.measure.valueFunction.range
        }
    }

    // MARK: - Knock-outs and minimums

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

    /// Returns how the candidate stands against each minimum, in the document's order.
    ///
    /// A missing performance is never filled here, whatever the model says it counts as: the minimum is
    /// what stands when nothing is known.
    private static func minimums(
        of leaves: [LeafValue], in tree: CriterionTree
    ) -> [MinimumResult] {
        tree.positions.compactMap { position in
            guard let needed = position.minimum else { return nil }
            if let leaf = leaves.first(where: { $0.leaf.id == position.id }) {
                return MinimumResult(
                    criterion: position.id, needed: needed, found: leaf.known.map { ValueRange($0) }
                )
            }
            let group = tree.groups.first { $0.id == position.id }
            return MinimumResult(
                criterion: position.id, needed: needed,
                found: group.flatMap { group in
                    sum(
                        zip(leaves[group.leaves], group.sharesWithin)
                            .map { leaf, share in leaf.possible.scaled(by: share) })
                })
        }
    }

    // MARK: - Values

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
        of leaf: LeafValue, _ missing: DecisionModel.MissingPerformance, _ candidate: Candidate
    ) throws(Problem) -> CriterionScore {
        var range: ValueRange? = leaf.possible
        if leaf.known == nil {
            switch missing {
            case .refuse: range = nil
            case .worst: range = ValueRange(leaf.possible.low)
            case .bounds:
                guard !leaf.leaf.measure.scaleIsFromData else {
                    throw Problem(
                        .badScale, "`\(candidate.id)` has no performance on `\(leaf.leaf.id)`",
                        at: .part("option \(candidate.id)"),
                        because: "a scale taken from the options has no ends to lie between "
                            + "while one of them is missing",
                        hint: "state the scale of `\(leaf.leaf.id)`")
                }
            }
        }
        return CriterionScore(
            id: leaf.leaf.id, range: range,
            contributionRange: range?.scaled(by: leaf.leaf.position.weight))
    }

    private static func score(
        of group: CriterionTree.Group, from scores: [CriterionScore]
    ) -> CriterionScore {
        let parts = scores[group.leaves]
        let values = zip(parts, group.sharesWithin).map { part, share in
            part.range?.scaled(by: share)
        }
        return CriterionScore(
            id: group.id, range: sum(values),
            contributionRange: sum(parts.map(\.contributionRange)))
    }

    private static func weakest(
        among leaves: [LeafValue], _ scores: [CriterionScore], line: Double
    ) -> WeakestCriterion? {
        var weakest: (value: Double, weight: Double, id: String)?
        for (leaf, score) in zip(leaves, scores) {
            let weight = leaf.leaf.position.weight
            guard weight > 0, let value = score.value.map(Ranking.rounded) else { continue }
            if let best = weakest, (best.value, -best.weight) <= (value, -weight) { continue }
            weakest = (value, weight, leaf.leaf.id)
        }
        return weakest.map {
            WeakestCriterion(criterion: $0.id, value: $0.value, isWeak: $0.value < line)
        }
    }

    /// Returns the sum, or nil where a part is not known.
    private static func sum(_ parts: [ValueRange?]) -> ValueRange? {
        var total = ValueRange(0)
        for part in parts {
            guard let part else { return nil }
            total = total + part
        }
        return total
    }
}
