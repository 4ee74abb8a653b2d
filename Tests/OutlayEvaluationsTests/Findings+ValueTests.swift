import Outlay
import OutlayEvaluations
import Testing

@Suite struct FindingsValueTests {
    // MARK: - Minimums

    @Test func `an option below a minimum is out and its price is named`() throws {
        var choice = Choice()
        choice.minimum = "60"
        choice.baseline = "b"
        choice.recommendation = .init(option: "a")
        let result = try choice.run()
        #expect(result.standing == ["c 1", "b 2", "a -"])
        #expect(result.option("a")?.obstacle == "is below a minimum")
        let refused = try #require(result.finding(.ineligibleRecommendation))
        #expect(refused.reason == "it is below a minimum")
        #expect(
            refused.hint
                == "recommend an option that passes every knock-out and reaches every minimum")
        let price = try #require(result.finding(.knockOutPrice))
        #expect(price.summary == "minimum of points gives up EUR 258 of NPV")
        #expect(price.location == .part("minimum of points"))
    }

    @Test func `an unknown performance leaves a minimum open`() throws {
        var choice = Choice()
        choice.minimum = "10"
        choice.missing = .worst
        choice.points["c"] = nil
        let result = try choice.run()
        #expect(result.standing == ["b 1", "a 2", "c -"])
        #expect(result.option("c")?.obstacle == "a minimum is unknown")
        #expect(result.finding(.unknownKnockOut)?.reason == "nothing is known about points")
        choice.passes["c"] = nil
        let both = try choice.run()
        #expect(both.option("c")?.obstacle == "a knock-out and a minimum are unknown")
        #expect(both.finding(.unknownKnockOut)?.reason == "nothing is known about must, points")
    }

    @Test func `nobody wins where none reaches the minimum`() throws {
        var choice = Choice()
        choice.minimum = "95"
        let result = try choice.run()
        #expect(
            result.finding(.noneEligible)?.summary
                == "no option passes every knock-out and reaches every minimum")
        choice.passes = ["a": false, "b": true, "c": true]
        #expect(
            try choice.run().option("a")?.obstacle == "fails a knock-out and is below a minimum")
    }

    // MARK: - Ranges

    @Test func `a missing performance gives a range, a warning and no clear winner`() throws {
        var choice = Choice()
        choice.missing = .bounds
        choice.points["a"] = nil
        choice.margin = "5"
        choice.recommendation = .init(option: "a")
        let result = try choice.run()
        #expect(result.standing == ["c 1", "b 2", "a 3"])
        #expect(result.option("a")?.decision.possibleRanks == 1...3)
        let open = try #require(result.finding(.openValue))
        #expect(open.summary == "Option a is worth 0.0–100.0")
        #expect(open.reason == "no performance on points" && open.severity == .warning)
        #expect(
            result.finding(.noClearWinner)?.reason
                == "Option c is worth 90.0, Option a 0.0–100.0")
        #expect(
            result.finding(.notTopScorer)?.reason
                == "Option c is worth 90.0, Option a 0.0–100.0")
    }

    @Test func `what may yet turn out better is not dominated`() throws {
        var choice = Choice()
        choice.costs = ["a": "300", "b": "200", "c": "100"]
        #expect(try choice.run().frontier == ["c"])
        choice.missing = .bounds
        choice.points["a"] = nil
        let result = try choice.run()
        #expect(result.frontier == ["c", "a"])
        #expect(result.option("a")?.dominatedBy == nil)
        #expect(result.option("b")?.dominatedBy == "c")
    }

    // MARK: - Weakness

    @Test func `the choice is told where it is weak, the others are not`() throws {
        var choice = Choice()
        choice.points = ["a": "10", "b": "20", "c": "24.9"]
        let first = try choice.run()
        #expect(first.codes == [.weakCriterion])
        #expect(first.findings[0].summary == "Option c is weak on points")
        #expect(first.findings[0].reason == "its value there is 24.9, below 25")
        #expect(first.findings[0].severity == .note)
        choice.recommendation = .init(option: "a", reason: "cheap")
        #expect(try choice.run().finding(.weakCriterion)?.location == .part("option a"))
        choice.points = ["a": "25", "b": "20", "c": "24.9"]
        #expect(try choice.run().finding(.weakCriterion) == nil)
    }
}
