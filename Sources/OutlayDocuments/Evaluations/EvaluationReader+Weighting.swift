import OutlayDecisions
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// One criterion of a level whose weights are derived.
    struct WeighedCriterion {
        let id: String
        let node: DocumentNode
        /// What it is; nil where it cannot be read.
        let content: Criterion.Content?
    }

    /// Returns the shares of `level` as its `weighting` says, and keeps how they came about.
    ///
    /// - Parameters:
    ///   - level: The criteria of the level.
    ///   - node: The value of `weighting`.
    ///   - group: The group's identifier; nil for the top level.
    ///   - index: Where the record belongs among those of the whole document.
    /// - Returns: One share per criterion, which total exactly 1; nil after reporting a problem.
    func shares(
        of level: [WeighedCriterion], by node: DocumentNode, in group: String?, recordAt index: Int
    ) -> [ExactDecimal]? {
        for criterion in level {
            guard let weight = criterion.node["weight"] else { continue }
            problems.append(
                Problem(
                    .fieldsExclude, "`weight` stands beside `weighting`",
                    at: weight.headingLocation,
                    because: "`weighting` derives the weights of the whole level",
                    hint: "keep one of them"))
        }
        guard let word = node["method"]?.text,
            let method = try? AllWeightings.weighting(named: word),
            hasRightFields(node, for: method.descriptor)
        else { return nil }
        let ids = level.map(\.id)
        guard Set(ids).count == ids.count,
            let evidence = evidence(node, method.descriptor, level)
        else { return nil }
        do throws(Problem) {
            let weights = try method.weights(of: ids, from: evidence)
            weightings.insert(
                LevelWeighting(
                    group: group, method: method.descriptor, criteria: ids, weights: weights),
                at: index)
            return weights.exactShares
        } catch {
            var problem = error
            problem.location = place(of: method.descriptor.kind, in: node).location
            problems.append(problem)
            return nil
        }
    }

    /// Reports a `weighting` where there is nothing to weigh.
    func checkWeightingHasParts(_ node: DocumentNode) {
        guard let weighting = node["weighting"], node["criteria"]?.items.isEmpty != false
        else { return }
        problems.append(
            Problem(
                .fieldsExclude, "`weighting` stands where there are no `criteria`",
                at: weighting.headingLocation,
                because: "it derives the weights of the criteria of its level",
                hint: "add `criteria`, or remove it"))
    }

    private func hasRightFields(
        _ node: DocumentNode, for method: WeightingDescriptor
    ) -> Bool {
        let count = problems.count
        let (needed, optional) = WeightingShape.fields(of: method.kind)
        for entry in node.entries where entry.key != "method" && !entry.value.isEmpty {
            guard !needed.contains(entry.key), !optional.contains(entry.key),
                Self.weightingFields.contains(entry.key)
            else { continue }
            problems.append(
                Problem(
                    .fieldsExclude, "`\(method.identifier)` takes no `\(entry.key)`",
                    at: entry.keyLocation, because: "it takes \(method.kind.inWords)",
                    hint: "remove it, or choose another method"))
        }
        for key in needed where node[key] == nil {
            problems.append(missing(key, node, method))
        }
        if method.kind == .comparisons, node["comparisons"] == nil, node["judges"] == nil {
            problems.append(missing("comparisons", node, method))
        }
        return problems.count == count
    }

    private static let weightingFields = WeightingKind.allCases.flatMap {
        WeightingShape.fields(of: $0).needed + WeightingShape.fields(of: $0).optional
    }

    private func missing(
        _ key: String, _ node: DocumentNode, _ method: WeightingDescriptor
    ) -> Problem {
        node.problem(
            .missingField, "`\(method.identifier)` has no `\(key)`",
            because: "it takes \(method.kind.inWords)", hint: "add `\(key)`")
    }

    private func place(of kind: WeightingKind, in node: DocumentNode) -> DocumentNode {
        let fields = WeightingShape.fields(of: kind)
        return (fields.needed + fields.optional).compactMap { node[$0] }.first
            ?? node["method"] ?? node
    }

    /// Returns what the weights are derived from, or nil where it cannot be read, which is reported.
    private func evidence(
        _ node: DocumentNode, _ method: WeightingDescriptor, _ level: [WeighedCriterion]
    ) -> WeightingEvidence? {
        switch method.kind {
        case .points:
            return numbers(node["points"]).map { numbers in
                .points(numbers.map { CriterionPoints($0.key, $0.number) })
            }
        case .order:
            return .order(
                (node["order"]?.items ?? []).map { place in
                    place.text.map { [$0] } ?? place.items.compactMap(\.text)
                })
        case .comparisons:
            let lists = node["judges"]?.items.map { $0["comparisons"] } ?? [node["comparisons"]]
            let judges = lists.compactMap { $0.flatMap { comparisons($0) } }
            guard judges.count == lists.count else { return nil }
            let rule = node["priorities"]?.text.flatMap(PriorityRule.init(rawValue:))
            return .comparisons(
                PairwiseStatement(judges: judges, priorities: rule ?? .eigenvector))
        case .bestWorst:
            guard let best = node["best"]?.text, let worst = node["worst"]?.text,
                let toOthers = numbers(node["best_to_others"]),
                let toWorst = numbers(node["others_to_worst"])
            else { return nil }
            return .bestWorst(
                BestWorstStatement(
                    best: best, worst: worst,
                    bestToOthers: Dictionary(toOthers, uniquingKeysWith: { first, _ in first }),
                    othersToWorst: Dictionary(toWorst, uniquingKeysWith: { first, _ in first })))
        case .data:
            return table(of: level, for: method, at: node)
        }
    }

    /// Returns the numbers of a map, or nil where one of them is none, which checking its form reports.
    private func numbers(_ node: DocumentNode?) -> [(key: String, number: Double)]? {
        let entries = node?.entries ?? []
        let numbers = entries.compactMap { entry in
            entry.value.decimal.map { (entry.key, $0.doubleValue) }
        }
        return numbers.count == entries.count ? numbers : nil
    }

    private func comparisons(_ node: DocumentNode) -> [Comparison]? {
        let comparisons = node.items.compactMap { item -> Comparison? in
            guard let first = item["of"]?.text, let second = item["over"]?.text,
                let ratio = item["ratio"]?.decimal
            else { return nil }
            return Comparison(of: first, over: second, ratio.doubleValue)
        }
        return comparisons.count == node.items.count ? comparisons : nil
    }

    /// Returns the performances of the options that are evaluated, or nil after reporting that one is no number.
    private func table(
        of level: [WeighedCriterion], for method: WeightingDescriptor, at node: DocumentNode
    ) -> WeightingEvidence? {
        let place = node["method"] ?? node
        var directions: [Direction] = []
        for criterion in level {
            guard let content = criterion.content else { return nil }
            guard case .leaf(let measure) = content, !measure.valueFunction.hasLevels,
                let direction = measure.direction, !Self.isPanels(criterion.node)
            else {
                problems.append(
                    place.problem(
                        .missingPerformance, "`\(criterion.id)` has no numbers to weigh by",
                        because:
                            "`\(method.identifier)` takes numeric performances of all options, of "
                            + "which more or less is better",
                        hint: "choose a weighting that asks people, such as `swing`"))
                return nil
            }
            directions.append(direction)
        }
        var cells: [Double] = []
        let options = optionIDs.filter { root["options"]?[$0]?["rejected"] == nil }
        for option in options {
            for criterion in level {
                if let number = performance(of: option, on: criterion.node)?.number {
                    cells.append(number.doubleValue)
                    continue
                }
                // A missing performance is an error by itself, unless the document allows it.
                let policy = root["missing"]?.text
                if let policy, policy != DecisionModel.MissingPerformance.refuse.rawValue {
                    problems.append(
                        place.problem(
                            .missingPerformance,
                            "`\(option)` has no number on `\(criterion.id)` to weigh by",
                            because:
                                "`\(method.identifier)` takes numeric performances of all options",
                            hint: "add it under `performance`, or state the weights"))
                }
                return nil
            }
        }
        do throws(Problem) {
            return .table(
                try DecisionMatrix(
                    columns: zip(level, directions).map { criterion, direction in
                        DecisionMatrix.Column(
                            name: criterion.id, direction: direction, weight: 1)
                    }, cells: cells, rowNames: options))
        } catch {
            var problem = error
            problem.location = place.location
            problems.append(problem)
            return nil
        }
    }
}

extension ValueFunction {
    /// Whether performances are names of levels.
    fileprivate var hasLevels: Bool {
        if case .levels = self { true } else { false }
    }
}
