import OutlayDecisions
import OutlayProblems
import OutlayValues

extension Evaluation {
    /// Returns weights of all criteria, from what people state of them or from what the options achieve.
    ///
    /// From data, a named level counts by its value, and so does a performance that is best at a target:
    /// neither more nor less of it is better.
    ///
    /// - Parameters:
    ///   - method: The weighting.
    ///   - evidence: What people state of every leaf of the criteria; nil takes the evaluated options'
    ///     performances, for a weighting of the kind ``WeightingKind/data``.
    /// - Returns: One weight per leaf of the criteria, over all levels.
    /// - Throws: ``ProblemCode/missingPerformance`` that names option and criterion, or what `method` refuses.
    public func weights(
        by method: any Weighting.Type, from evidence: WeightingEvidence? = nil
    ) throws(Problem) -> LevelWeighting {
        let leaves = try CriterionTree(decision.criteria).leaves
        guard !leaves.isEmpty else {
            throw Problem(
                .wrongLength, "there is no criterion to weigh", because: "the document has none")
        }
        let ids = leaves.map(\.id)
        let stated: WeightingEvidence
        if let evidence { stated = evidence } else { stated = .table(try performances(on: leaves)) }
        return LevelWeighting(
            group: nil, method: method.descriptor, criteria: ids,
            weights: try method.weights(of: ids, from: stated))
    }

    private func performances(
        on leaves: [CriterionTree.Leaf]
    ) throws(Problem) -> DecisionMatrix {
        let evaluated = options.filter { $0.rejection == nil }
        var cells: [Double] = []
        for option in evaluated {
            for leaf in leaves {
                cells.append(try Self.figure(of: option, on: leaf))
            }
        }
        return try DecisionMatrix(
            columns: leaves.map {
                DecisionMatrix.Column(
                    name: $0.id, direction: $0.measure.direction ?? .higher, weight: 1)
            }, cells: cells, rowNames: evaluated.map(\.id))
    }

    private static func figure(
        of option: PurchaseOption, on leaf: CriterionTree.Leaf
    ) throws(Problem) -> Double {
        guard leaf.measure.judge != .panel else {
            throw Problem(
                .missingPerformance, "`\(leaf.id)` has no performances to weigh by",
                at: .part("criterion \(leaf.id)"),
                because: "the panel judges it, and weights from data take performances alone",
                hint: "state the weights")
        }
        switch option.performances[leaf.id] {
        case .number(let number)? where leaf.measure.direction != nil: return number.doubleValue
        case let performance?:
            if let value = leaf.measure.valueFunction.value(of: performance) { return value }
        case nil: break
        }
        throw Problem(
            .missingPerformance, "`\(option.id)` has no performance on `\(leaf.id)` to weigh by",
            at: .part("option \(option.id)"),
            because: "weights from data take the performances of all options on all criteria",
            hint: "add it under `performance`")
    }

    /// Returns the same evaluation with weights taken from what the options achieve in place of its own.
    ///
    /// A group weighs what its parts do together; the parts of a group without weight keep their shares.
    ///
    /// - Throws: What ``weights(by:)`` throws.
    public func reweighted(by method: any Weighting.Type) throws(Problem) -> Evaluation {
        let weighting = try weights(by: method)
        let shares = Dictionary(
            zip(weighting.criteria, weighting.weights.shares),
            uniquingKeysWith: { first, _ in first })
        var copy = self
        copy.decision.criteria = try Self.reweighted(decision.criteria, by: shares)
        copy.weightings = [weighting]
        copy.criteriaSeal?.changes.append(
            CriteriaSeal.Change(
                place: "weights of this run", sealed: "the document's",
                now: method.descriptor.identifier))
        return copy
    }

    private static func reweighted(
        _ level: [Criterion], by shares: [String: Double]
    ) throws(Problem) -> [Criterion] {
        let figures = level.map { total(of: $0, in: shares) }
        guard figures.contains(where: { $0 > 0 }) else { return level }
        let exact = try DerivedWeights(figures, orBecause: "one of them is above 0").exactShares
        var copy = level
        for index in copy.indices {
            copy[index].weight = exact[index]
            if case .group(let parts) = level[index].content {
                copy[index].content = .group(try reweighted(parts, by: shares))
            }
        }
        return copy
    }

    private static func total(of criterion: Criterion, in shares: [String: Double]) -> Double {
        switch criterion.content {
        case .leaf: shares[criterion.id] ?? 0
        case .group(let parts): parts.reduce(0) { $0 + total(of: $1, in: shares) }
        }
    }
}
