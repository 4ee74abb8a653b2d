import OutlayDecisions
import OutlayProblems
import OutlayValues

/// What each criterion weighs, and at which weight another option would take rank 1.
enum WeightFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        let tree = result.decision.criteria
        let places = criterionPlaces(
            result.evaluation.decision.criteria, ["criteria"], result.evaluation.places)
        return tree.positions.map { weight($0, tree, places[$0.id], result.evaluation) }
            + crossovers(result)
    }

    /// Returns the weight of a criterion as a part.
    static func part(_ position: CriterionTree.Position) -> Explanation.Part {
        Explanation.Part(
            "weight", FigureValue(.exact(position.globalShare), .fraction), name(position.id))
    }

    private static func name(_ id: String) -> FigureName { FigureName(["weights", .stated(id)]) }

    /// Returns where each criterion stands, by its identifier.
    private static func criterionPlaces(
        _ level: [Criterion], _ path: [String], _ places: DocumentPlaces?
    ) -> [String: Location] {
        var found: [String: Location] = [:]
        for (index, criterion) in level.enumerated() {
            let own = path + [String(index)]
            found[criterion.id] = places?.place(own + ["weight"]) ?? places?.place(own)
            if case .group(let parts) = criterion.content {
                found.merge(criterionPlaces(parts, own + ["criteria"], places)) { first, _ in first
                }
            }
        }
        return found
    }

    private static func weight(
        _ position: CriterionTree.Position, _ tree: CriterionTree, _ place: Location?,
        _ evaluation: Evaluation
    ) -> Figure {
        Figure(name(position.id), "weight of \(position.title)") { caption throws(Problem) in
            let level = position.path.last
            let derived = evaluation.weightings.first {
                $0.group == level && $0.criteria.contains(position.id)
                    || $0.group == nil && evaluation.hasWeightsFromData
            }
            let parent = level.flatMap { id in tree.groups.first { $0.id == id }?.position }
            var parts: [Explanation.Part] = []
            if let parent {
                parts = [
                    Explanation.Part(
                        "weight of \(parent.id)",
                        FigureValue(.exact(parent.globalShare), .fraction), name(parent.id)),
                    Explanation.Part(
                        "share within it", FigureValue(.exact(position.localShare), .fraction)),
                ]
            }
            return caption.explained(
                FigureValue(.exact(position.globalShare), .fraction),
                formula: parent == nil ? nil : .product([.part(0), .part(1)]), parts: parts,
                rule: derived.map { "derived by \($0.method.identifier)" },
                origins: Evaluation.origins(at: place),
                notes: ["The weights of one level total 100 %."])
        }
    }

    // MARK: - Crossovers

    private static func crossovers(_ result: EvaluationResult) -> [Figure] {
        guard let (table, stability) = result.weightStability, table.options.count > 1,
            table.criteria.count > 1
        else { return [] }
        return zip(table.criteria.indices, stability.criteria).flatMap { index, interval in
            [("below", interval.below), ("above", interval.above)].compactMap { word, crossover in
                crossover.map {
                    self.crossover(
                        $0, word, of: index, leader: stability.leader, in: table, result)
                }
            }
        }
    }

    private static func crossover(
        _ crossover: WeightStability.Crossover, _ word: String, of criterion: Int, leader: Int,
        in table: ValueTable, _ result: EvaluationResult
    ) -> Figure {
        let id = table.criteria[criterion]
        let (first, next) = (table.options[leader], table.options[crossover.option])
        let title = result.option(next)?.option.title ?? next
        return Figure(
            FigureName(["crossover", .stated(id), .word(word)]),
            "weight of \(id) \(word) which \(title) leads by value"
        ) { caption throws(Problem) in
            let known = [first, next].allSatisfy { result.option($0)?.decision.value != nil }
            func value(_ option: Int) -> Explanation.Part {
                Explanation.Part(
                    "value of \(table.options[option])",
                    FigureValue(.real(table.scores[option]), .points),
                    known ? FigureName([.stated(table.options[option]), "value"]) : nil)
            }
            func onCriterion(_ option: Int) -> Explanation.Part {
                Explanation.Part(
                    "\(id) of \(table.options[option])",
                    FigureValue(.real(table.value(option, criterion)), .points),
                    known
                        ? FigureName([.stated(table.options[option]), "value", .stated(id)])
                        : nil)
            }
            // The others keep their proportions, so that what they add is a share of all but this weight.
            func rest(_ value: Int, _ own: Int) -> Formula {
                .difference(.part(value), .product([.part(4), .part(own)]))
            }
            let others = Formula.quotient(
                .difference(rest(0, 2), rest(1, 3)), .difference(.number(1), .part(4)))
            let ahead = Formula.difference(.part(3), .part(2))
            return caption.explained(
                FigureValue(.real(crossover.weight), .fraction),
                formula: .quotient(others, .sum([others, ahead])),
                parts: [
                    value(leader), value(crossover.option), onCriterion(leader),
                    onCriterion(crossover.option),
                    Explanation.Part(
                        "weight", FigureValue(.real(table.weights[criterion]), .fraction),
                        nil),
                ], rule: "where both are worth the same, the other weights in proportion")
        }
    }
}
