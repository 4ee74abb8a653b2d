import Outlay
import Testing

@Suite struct JointChoiceTests {
    /// `a` costs 100 a year and scores 50; `b` scores 70 give or take, and costs 80 to 140 a year.
    private func result(
        scores: UncertainRange? = UncertainRange(
            low: exact("40"), high: exact("100"), distribution: .uniform),
        method: MethodChoice? = nil
    ) throws -> EvaluationResult {
        var choice = Choice()
        choice.costs = ["a": "100", "b": "110"]
        choice.points = ["a": "50", "b": "70"]
        var evaluation = try choice.evaluation()
        evaluation.method = method
        evaluation.options[1].lines[0].range = UncertainRange(
            low: exact("80"), high: exact("140"), distribution: .uniform)
        evaluation.options[1].performanceRanges["points"] = scores
        return try evaluation.run(asOf: day("2026-11-23"))
    }

    private func chances(
        _ result: EvaluationResult, weights: WeightConstraints? = nil
    ) throws -> (JointChoice, [String: JointChoice.Chances]) {
        let joint = try result.jointChoice(result.risk(trials: 20_000, seed: 3), drawing: weights)
        return (
            joint, Dictionary(uniqueKeysWithValues: joint.options.map { ($0.id, $0) })
        )
    }

    @Test func `money and scores that vary apart are best as often as worked out by hand`() throws {
        let (joint, options) = try chances(result())
        let (a, b) = (try #require(options["a"]), try #require(options["b"]))
        // Cheaper in 20 of 60; better in 50 of 60; both in 5 / 18.
        #expect(abs(b.bestInMoney - 1.0 / 3) < 0.012)
        #expect(abs((b.bestInValue ?? 0) - 5.0 / 6) < 0.01)
        #expect(abs((b.bestInBoth ?? 0) - 5.0 / 18) < 0.012)
        // Not where it is dearer and worse, 2/3 · 1/6; `a` not where the other is cheaper and better.
        #expect(abs((b.onFrontier ?? 0) - 8.0 / 9) < 0.01)
        #expect(abs((a.onFrontier ?? 0) - 13.0 / 18) < 0.012)
        // Regret of `a` in points: the mean of what the other is ahead, 50² / 2 / 60.
        #expect(abs((a.regretInValue ?? 0) - 1250.0 / 60) < 0.3)
        // In money: 20² / 2 / 60 a year, over three years at 8 %.
        let factor = 1 / 1.08 + 1 / 1.1664 + 1 / 1.259_712
        #expect(abs(a.regretInMoney - 200.0 / 60 * factor) < 0.2)
        #expect(joint.drawnPerformances == 1 && !joint.drawsWeights && joint.method == nil)
    }

    @Test func `without ranges of performances the stated scores hold`() throws {
        let (joint, options) = try chances(result(scores: nil))
        #expect(options["b"]?.bestInValue == 1 && joint.drawnPerformances == 0)
        let drawn = try chances(result(scores: nil), weights: WeightConstraints()).0
        #expect(drawn.drawsWeights && drawn.options[0].bestInValue != nil)
    }

    @Test func `a method's score stands for value where it ranks`() throws {
        let (joint, options) = try chances(result(method: MethodChoice("topsis")))
        #expect(joint.method == "topsis")
        // Of two options TOPSIS puts the better one first, whatever the scale.
        #expect(abs((options["b"]?.bestInValue ?? 0) - 5.0 / 6) < 0.01)
        #expect(options["b"]?.regretInValue == nil)
    }

    @Test func `nothing is said of value where nothing is scored`() throws {
        let result = try Choice(isScored: false).run()
        let joint = try result.jointChoice(result.risk(trials: 200, seed: 1))
        #expect(joint.options.allSatisfy { $0.bestInValue == nil && $0.onFrontier == nil })
        #expect(joint.options[0].bestInMoney == 1)
    }
}
