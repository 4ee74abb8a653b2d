import Outlay
import Testing

@Suite struct EvaluationTests {
    @Test func `options are ranked by value`() throws {
        let result = try Choice().run()
        #expect(result.standing == ["c 1", "b 2", "a 3"])
        #expect(result.frontier == ["a", "b", "c"])
        #expect(result.findings.isEmpty)
    }

    @Test func `equal values share the smaller rank in the document's order`() throws {
        var choice = Choice()
        choice.points = ["a": "70", "b": "70", "c": "50"]
        let result = try choice.run()
        #expect(result.standing == ["a 1", "b 1", "c 3"])
        #expect(result.codes == [.noClearWinner])
        #expect(result.findings[0].reason == "Option a and Option b have the same value")
        #expect(try #require(result.option("b")).dominatedBy == "a")
        #expect(result.frontier == ["a"])
    }

    @Test func `every option that shares the first rank is named`() throws {
        var choice = Choice()
        choice.points = ["a": "70", "b": "70", "c": "70"]
        #expect(
            try choice.run().findings[0].reason
                == "Option a, Option b and Option c have the same value")
    }

    @Test func `without criteria the lower cost ranks first and nothing is scored`() throws {
        var choice = Choice()
        choice.isScored = false
        choice.costs = ["a": "300", "b": "200", "c": "200", "d": "100"]
        choice.passes = ["a": true, "b": true, "c": true, "d": false]
        let result = try choice.run()
        #expect(result.standing == ["b 1", "c 1", "a 3", "d -"])
        #expect(result.frontier.isEmpty)
        #expect(result.options.allSatisfy { $0.dominatedBy == nil && $0.decision.value == nil })
    }

    @Test func `without a baseline there are no increments`() throws {
        let result = try Choice().run()
        #expect(result.baseline == nil)
        #expect(result.options.allSatisfy { $0.increment == nil })
    }

    @Test func `with a baseline all others are measured against it`() throws {
        var choice = Choice()
        choice.baseline = "b"
        let result = try choice.run()
        #expect(try #require(result.option("b")).increment == nil)
        let cheaper = try #require(result.option("a")?.increment)
        #expect(cheaper.all.netFlows == ["0", "100", "100", "100"].map(exact))
        #expect(cheaper.all == cheaper.cash)
        #expect(cheaper.all.benefitCostRatio == nil)
    }

    @Test func `an option set aside is listed and not evaluated`() throws {
        var choice = Choice()
        choice.rejected = ["b": "no answer"]
        let result = try choice.run()
        #expect(result.standing == ["c 1", "a 2"])
        #expect(result.rejected.map(\.id) == ["b"])
    }

    @Test func `the day of the evaluation changes no figure`() throws {
        let early = try Helpdesk.evaluation().run(asOf: day("2026-01-01"))
        let late = try Helpdesk.evaluation().run(asOf: day("2036-01-01"))
        #expect(
            early.options.map(\.totalCostOfOwnership) == late.options.map(\.totalCostOfOwnership))
        #expect(early.options.map(\.contract) == late.options.map(\.contract))
        #expect(early.decision == late.decision)
    }

    @Test func `a line that cannot be computed stops the evaluation`() throws {
        var evaluation = try Helpdesk.evaluation()
        evaluation.study.assumptions["fte"] = nil
        let problem = #expect(throws: Problem.self) { try evaluation.run(asOf: day("2026-11-23")) }
        #expect(problem?.code == .unknownReference)
    }

    @Test func `costs that differ in the last bits of a sum alone dominate nobody`() throws {
        var choice = Choice()
        choice.costs = ["a": "4000000.10", "b": "4000000.1"]
        choice.points = ["a": "50", "b": "50"]
        var evaluation = try choice.evaluation()
        evaluation.study.rate = DiscountRate(ratePerYear: exact("0.07"))
        let line = evaluation.options[0].lines[0]
        evaluation.options[0].lines = try ["3000000", "1000000.1"].map { amount in
            var part = line
            part.id = amount
            part.model = try Helpdesk.yearly(amount)
            return part
        }
        let result = try evaluation.run(asOf: day("2026-11-23"))
        let costs = result.options.map(\.totalCostOfOwnership.all)
        #expect(costs[0] != costs[1])
        #expect(result.options.allSatisfy { $0.dominatedBy == nil })
        #expect(result.frontier == ["a", "b"])
    }
}
