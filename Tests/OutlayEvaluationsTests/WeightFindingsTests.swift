import Outlay
import Testing

@Suite struct WeightFindingsTests {
    private func weighting(
        _ method: any Weighting.Type, _ criteria: [String], _ evidence: WeightingEvidence,
        group: String? = nil
    ) throws -> LevelWeighting {
        LevelWeighting(
            group: group, method: method.descriptor, criteria: criteria,
            weights: try method.weights(of: criteria, from: evidence))
    }

    @Test func `comparisons that contradict each other are a warning with the worst three`() throws
    {
        let comparisons = [
            Comparison(of: "a", over: "b", 3), Comparison(of: "b", over: "c", 2),
            Comparison(of: "c", over: "a", 2),
        ]
        let findings = Evaluation.weightFindings(of: [
            try weighting(
                AnalyticHierarchy.self, ["a", "b", "c"],
                .comparisons(PairwiseStatement(comparisons)),
                group: "all")
        ])
        #expect(findings.map(\.code) == [.inconsistentComparisons])
        #expect(findings.first?.severity == .warning)
        #expect(findings.first?.reason.contains("`a` over `b` is 3") == true)
        #expect(findings.first?.reason.contains("`c` over `a` is 2") == true)
        #expect(findings.first?.location == .part("criterion all"))
    }

    @Test func `comparisons that agree, and points, are no warning`() throws {
        let agreeing = [Comparison(of: "a", over: "b", 3)]
        #expect(
            Evaluation.weightFindings(of: [
                try weighting(
                    AnalyticHierarchy.self, ["a", "b"], .comparisons(PairwiseStatement(agreeing))),
                try weighting(StatedPoints.self, ["a"], .points([CriterionPoints("a", 1)])),
            ]) == [])
    }

    @Test func `weights from data are a warning`() throws {
        let example = EntropyWeights.descriptor.example
        let findings = Evaluation.weightFindings(of: [
            try weighting(EntropyWeights.self, example.criteria, example.evidence())
        ])
        #expect(findings.map(\.code) == [.weightsFromData])
        #expect(findings.first?.reason.contains("not what anybody prefers") == true)
    }
}
