import Outlay
import OutlayDocuments
import Testing

/// What `weighting` makes of the weights of a level.
@Suite struct WeightingShapeTests {
    private func document(_ weighting: String) -> String {
        """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: desk, title: A desk}
        currency: EUR
        horizon: {start: 2031-01-01, years: 1}
        tax: {prices: net, recoverable: 1}
        discount_rate: {value: 0.08}
        options:
          old: {costs: [{id: upkeep, category: upkeep, amount: 9, every: year}]}
          new: {costs: [{id: upkeep, category: upkeep, amount: 5, every: year}]}
        criteria:
          - id: all
            weight: 100
            weighting: \(weighting)
            criteria:
              - {id: a, scale: {worst: 0, best: 10}}
              - {id: b, scale: {worst: 10, best: 0}}
              - {id: c, scale: {worst: 0, best: 10}}
        performance: {old: {a: 1, b: 4, c: 3}, new: {a: 3, b: 6, c: 3}}
        """
    }

    private func evaluation(_ weighting: String) throws -> Evaluation {
        try EvaluationReader.read(
            read(document(weighting)), in: EvaluationReader.Surroundings(catalogues: nil))
    }

    private static let stated = [
        ("{method: points, points: {a: 2, b: 1, c: 1}}", ["0.5", "0.25", "0.25"]),
        ("{method: swing, points: {c: 100, a: 60, b: 40}}", ["0.3", "0.2", "0.5"]),
        ("{method: rank-sum, order: [b, [a, c]]}", ["0.25", "0.5", "0.25"]),
        (
            "{method: rank-order-centroid, order: [a, b, c]}",
            ["0.611111111111", "0.277777777778", "0.111111111111"]
        ),
        (
            "{method: ahp, comparisons: [{of: a, over: b, ratio: 3}, {of: b, over: c, ratio: 2}]}",
            ["0.666666666667", "0.222222222222", "0.111111111111"]
        ),
        (
            "{method: ahp, priorities: geometric-mean, judges: [{name: Ana, comparisons: "
                + "[{of: a, over: b, ratio: 1}, {of: b, over: c, ratio: 1}, {of: a, over: c, ratio: 1}]}, "
                + "{comparisons: [{of: a, over: b, ratio: 4}, {of: c, over: b, ratio: 1}, "
                + "{of: c, over: a, ratio: 0.25}]}]}",
            ["0.5", "0.25", "0.25"]
        ),
        (
            "{method: best-worst, best: a, worst: c, best_to_others: {b: 2, c: 6}, "
                + "others_to_worst: {a: 6, b: 3}}",
            ["0.6", "0.3", "0.1"]
        ),
        // By hand: the columns 1, 3 and 4, 6 vary by √2/2 and √2/5 of their means, 3, 3 not at all.
        ("{method: coefficient-of-variation}", ["0.714285714286", "0.285714285714", "0"]),
    ]

    @Test(arguments: stated)
    func `a weighting gives the weights of a group`(weighting: String, weights: [String]) throws {
        let evaluation = try evaluation(weighting)
        let tree = try CriterionTree(evaluation.decision.criteria)
        #expect(tree.leaves.map(\.position.localShare.description) == weights)
        #expect(evaluation.weightings.map(\.group) == ["all"])
    }

    @Test func `what the options state is read back from the line for a document`() throws {
        let criteria = ["a", "b", "c"]
        let statements: [(String, WeightingEvidence)] = [
            (
                "points",
                .points([
                    CriterionPoints("a", 3), CriterionPoints("b", 0.5), CriterionPoints("c", 1),
                ])
            ), ("rank-reciprocal", .order([["b"], ["a", "c"]])),
            (
                "ahp",
                .comparisons(
                    PairwiseStatement(
                        [Comparison(of: "a", over: "b", 3), Comparison(of: "c", over: "b", 0.5)],
                        priorities: .geometricMean))
            ),
            (
                "best-worst-nonlinear",
                .bestWorst(
                    BestWorstStatement(
                        best: "a", worst: "c", bestToOthers: ["b": 2, "c": 8],
                        othersToWorst: ["a": 8, "b": 5]))
            ),
        ]
        for (method, evidence) in statements {
            let line = try #require(
                WeightingText.line(evidence, method: method, criteria: criteria))
            let read = try evaluation(String(line.dropFirst("weighting: ".count)))
            let direct = try AllWeightings.weighting(named: method)
                .weights(of: criteria, from: evidence)
            #expect(read.weightings.first?.weights == direct, "\(line)")
        }
        #expect(WeightingText.line(.order([["A b"]]), method: "rank-sum", criteria: ["A b"]) == nil)
    }

    @Test func `weights from data need a number of every option that is evaluated`() throws {
        let text = document("{method: entropy}")
            .replacing("{a: 3, b: 6, c: 3}", with: "{a: 3, b: 6}")
        for missing in ["refuse", "worst"] {
            let problems = #expect(throws: DocumentProblems.self) {
                try EvaluationReader.read(
                    read(text + "\nmissing: \(missing)"),
                    in: EvaluationReader.Surroundings(catalogues: nil))
            }
            #expect(problems?.list.map(\.code) == [.missingPerformance], "\(missing)")
        }
    }
}
