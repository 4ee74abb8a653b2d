import Outlay
import Testing

@Suite struct EvaluationWeightsTests {
    private func leaf(_ id: String, _ share: String, _ function: ValueFunction) -> Criterion {
        Helpdesk.criterion(id, "", .higher, share, function)
    }

    /// Two options on `points` and, in a group, on two more criteria.
    private func evaluation() throws -> Evaluation {
        var evaluation = try Choice(costs: ["a": "1", "b": "2"]).evaluation()
        let scale = ValueFunction.linear(worst: .zero, best: exact("100"))
        let group = Criterion(
            id: "group", title: "Group", weight: exact("0.7"),
            content: .group([leaf("same", "0.6", scale), leaf("more", "0.4", scale)]))
        evaluation.decision.criteria = [leaf("points", "0.3", scale), group]
        for index in evaluation.options.indices {
            evaluation.options[index].performances["same"] = .number(exact("9"))
            evaluation.options[index].performances["more"] = .number(exact(index == 0 ? "1" : "3"))
        }
        return evaluation
    }

    @Test func `groups weigh what their parts do together`() throws {
        // By hand: 50, 70 vary by √200/60 of their mean, 1, 3 by √2/2, 9, 9 not at all.
        let evaluation = try evaluation()
        let weights = try evaluation.weights(by: CoefficientOfVariation.self)
        #expect(weights.criteria == ["points", "same", "more"])
        let part = (1.0 / 6) / (1.0 / 6 + 1.0 / 2)
        let changed = try evaluation.reweighted(by: CoefficientOfVariation.self)
        let tree = try CriterionTree(changed.decision.criteria)
        for (leaf, weight) in zip(tree.leaves, [part, 0, 1 - part]) {
            #expect(abs(leaf.position.weight - weight) < 1e-11, "\(leaf.id)")
        }
        let result = try changed.run(asOf: day("2026-11-23"))
        #expect(result.findings.contains { $0.code == .weightsFromData })
    }

    @Test func `a group without weight keeps the shares of its parts`() throws {
        var evaluation = try evaluation()
        for index in evaluation.options.indices {
            evaluation.options[index].performances["more"] = .number(exact("2"))
        }
        let changed = try evaluation.reweighted(by: GiniCoefficient.self)
        let tree = try CriterionTree(changed.decision.criteria)
        #expect(tree.leaves.map(\.position.localShare) == [.one, exact("0.6"), exact("0.4")])
        #expect(tree.groups.map(\.position.localShare) == [.zero])
    }

    @Test func `a missing performance is refused by name`() throws {
        var evaluation = try evaluation()
        evaluation.options[1].performances["more"] = nil
        let problem = #expect(throws: Problem.self) {
            try evaluation.weights(by: EntropyWeights.self)
        }
        #expect(problem?.code == .missingPerformance)
        #expect(problem?.summary.contains("`b`") == true)
        #expect(problem?.summary.contains("`more`") == true)
    }

    @Test func `a level counts by its value`() throws {
        var evaluation = try Choice(costs: ["a": "1", "b": "2"]).evaluation()
        let levels = ValueFunction.levels([
            .init(name: "none", value: exact("10")), .init(name: "all", value: exact("30")),
        ])
        evaluation.decision.criteria.append(leaf("grade", "0.5", levels))
        evaluation.decision.criteria[0].weight = exact("0.5")
        evaluation.options[0].performances["grade"] = .text("none")
        evaluation.options[1].performances["grade"] = .text("all")
        let weights = try evaluation.weights(by: CoefficientOfVariation.self).weights
        #expect(abs(weights.shares[1] - 0.75) < 1e-12)
    }
}
