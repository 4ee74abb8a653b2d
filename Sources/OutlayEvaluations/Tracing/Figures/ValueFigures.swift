import OutlayDecisions
import OutlayProblems
import OutlayValues

/// What an option is worth: in all, on each criterion and group, and what it achieves there.
enum ValueFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        let tree = result.decision.criteria
        guard !tree.leaves.isEmpty else { return [] }
        return result.options.flatMap { option in
            let judged = JudgedOption(
                frame: OptionFrame(result: result, option: option), tree: tree)
            return judged.figures()
        }
    }

    /// Returns the value of an option as a part: its low end where it is only known within a range.
    static func part(of option: OptionResult) -> Explanation.Part? {
        option.decision.range.map { range in
            Explanation.Part(
                "value of \(option.option.id)", FigureValue(.real(range.low), .points),
                range.known == nil
                    ? nil : FigureName([.stated(option.option.id), "value"]))
        }
    }
}

/// What one option is worth.
private struct JudgedOption: Sendable {
    let frame: OptionFrame
    let tree: CriterionTree

    private var decision: CandidateResult { frame.option.decision }

    func figures() -> [Figure] {
        let leaves = zip(tree.leaves, decision.scores)
        let groups = zip(tree.groups, decision.groupScores)
        return [value] + leaves.map(value) + groups.map(value) + leaves.map(contribution)
            + groups.map(contribution) + tree.leaves.compactMap(performance)
    }

    private func range(_ range: ValueRange?) -> FigureValue {
        guard let range else { return FigureValue("unknown") }
        if let known = range.known { return FigureValue(.real(known), .points) }
        let style = NumberText(places: 1)
        let ends = [range.low, range.high].map { (try? style.text(of: $0)) ?? "\($0)" }
        return FigureValue(ends.joined(separator: "–"))
    }

    private func name(_ figure: FigureName.Part, _ id: String) -> FigureName {
        frame.name(.all, figure, .stated(id))
    }

    // MARK: - In all

    private var value: Figure {
        Figure(frame.name(.all, "value"), "value of \(frame.title), 0 to 100") {
            caption throws(Problem) in
            let parts = zip(tree.leaves, decision.scores).map { leaf, score in
                Explanation.Part(
                    leaf.id, range(score.contributionRange), name("contribution", leaf.id))
            }
            let isKnown = decision.value != nil
            return caption.explained(
                range(decision.range), formula: isKnown ? .sum(ofParts: parts.count) : nil,
                parts: parts,
                rule: isKnown ? nil : "a missing performance leaves it open", origins: [],
                notes: ["The sum of the values of the criteria, each times its weight."])
        }
    }

    private func contribution(_ leaf: CriterionTree.Leaf, _ score: CriterionScore) -> Figure {
        let title = "points that \(leaf.position.title) adds to the value of \(frame.title)"
        return Figure(name("contribution", leaf.id), title) { caption throws(Problem) in
            caption.explained(
                range(score.contributionRange),
                formula: score.value == nil ? nil : .product([.part(0), .part(1)]),
                parts: [
                    WeightFigures.part(leaf.position),
                    Explanation.Part("value", range(score.range), name("value", leaf.id)),
                ],
                rule: score.value == nil ? "nothing is known of the performance" : nil)
        }
    }

    private func contribution(_ group: CriterionTree.Group, _ score: CriterionScore) -> Figure {
        let title = "points that \(group.position.title) adds to the value of \(frame.title)"
        return Figure(name("contribution", group.id), title, isPrinted: false) {
            caption throws(Problem) in
            let parts = zip(tree.leaves, decision.scores)[group.leaves].map { leaf, score in
                Explanation.Part(
                    leaf.id, range(score.contributionRange), name("contribution", leaf.id))
            }
            return caption.explained(
                range(score.contributionRange),
                formula: score.contributionRange?.known == nil
                    ? nil : .sum(ofParts: parts.count), parts: parts,
                rule: score.contributionRange?.known == nil
                    ? "a missing performance leaves it open" : nil)
        }
    }

    // MARK: - On a criterion

    private func value(_ group: CriterionTree.Group, _ score: CriterionScore) -> Figure {
        Figure(
            name("value", group.id),
            "value of \(frame.title) on \(group.position.title), 0 to 100"
        ) { caption throws(Problem) in
            var parts: [Explanation.Part] = []
            var terms: [Formula] = []
            let members = zip(tree.leaves[group.leaves], decision.scores[group.leaves])
            for ((leaf, score), share) in zip(members, group.sharesWithin) {
                terms.append(.product([.part(parts.count), .part(parts.count + 1)]))
                parts.append(
                    Explanation.Part(
                        "share of \(leaf.id)", FigureValue(.real(share), .fraction)))
                parts.append(
                    Explanation.Part(leaf.id, range(score.range), name("value", leaf.id)))
            }
            return caption.explained(
                range(score.range), formula: score.value == nil ? nil : .sum(terms),
                parts: parts,
                rule: score.value == nil ? "a missing performance leaves it open" : nil)
        }
    }

    private func value(_ leaf: CriterionTree.Leaf, _ score: CriterionScore) -> Figure {
        Figure(
            name("value", leaf.id),
            "value of \(frame.title) on \(leaf.position.title), 0 to 100"
        ) { caption throws(Problem) in
            if leaf.measure.judge == .panel {
                return caption.explained(
                    range(score.range),
                    rule: "the panel's members judge it; see `outlay panel show`")
            }
            guard let performance = frame.option.option.performances[leaf.id] else {
                return caption.explained(
                    range(score.range), rule: "there is no performance, so it counts as \(absence)")
            }
            let scaled = ScaledPerformance(
                performance, of: leaf, name: name("performance", leaf.id))
            return caption.explained(
                range(score.range), formula: scaled.formula, parts: scaled.parts,
                rule: scaled.rule,
                notes: leaf.measure.scaleIsFromData
                    ? ["The ends of the scale are the options' own."] : [])
        }
    }

    private var absence: String {
        switch frame.evaluation.decision.missing {
        case .refuse: "unknown"
        case .worst: "the worst of the scale"
        case .bounds: "anything from the worst of the scale to the best"
        }
    }

    private func performance(_ leaf: CriterionTree.Leaf) -> Figure? {
        frame.option.option.performances[leaf.id].map {
            RequirementFigures.performance(
                $0, on: leaf.id, called: leaf.position.title, unit: leaf.measure.unit, of: frame)
        }
    }
}

extension Zip2Sequence where Sequence1: RandomAccessCollection, Sequence2: RandomAccessCollection {
    /// Returns the pairs of some places.
    fileprivate subscript(range: Range<Int>) -> [(Sequence1.Element, Sequence2.Element)] {
        Array(dropFirst(range.lowerBound).prefix(range.count))
    }
}
