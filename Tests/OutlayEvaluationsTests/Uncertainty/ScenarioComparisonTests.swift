import Outlay
import Testing

@Suite struct ScenarioComparisonTests {
    private func helpdesk(_ scenarios: [Scenario]) throws -> EvaluationResult {
        var evaluation = try Helpdesk.evaluation()
        evaluation.scenarios = scenarios
        return try evaluation.run(asOf: day("2026-11-23"))
    }

    private func scenario(_ id: String, seats: String, _ probability: String? = nil) -> Scenario {
        Scenario(
            id: id, values: [.init(assumption: "seats", value: exact(seats))],
            probability: probability.map(exact))
    }

    @Test func `each scenario is the evaluation with its values`() throws {
        let result = try helpdesk([scenario("few", seats: "60"), scenario("many", seats: "80")])
        let comparison = try #require(try result.scenarioComparison())
        #expect(comparison.cases.map { $0.scenario?.id } == [nil, "few", "many"])
        let northwind = try #require(comparison.options.firstIndex(of: "northwind"))
        let values = comparison.cases.map { $0.figures[northwind].netPresentValue?.all ?? 0 }
        for (value, known) in zip(values, [97_121.0, 111_817, 53_032]) {
            #expect(abs(value - known) < 0.5)
        }
        #expect(comparison.cases.allSatisfy { $0.figures[northwind].rank == 1 })
        #expect(comparison.expected == nil)
        let legacy = try #require(comparison.options.firstIndex(of: "legacy"))
        #expect(comparison.cases[2].figures[legacy].netPresentValue?.cash == 0)
    }

    @Test func `what is expected weighs the scenarios, not the stated case`() throws {
        let result = try helpdesk([
            scenario("few", seats: "60", "0.25"), scenario("many", seats: "80", "0.75"),
        ])
        let comparison = try #require(try result.scenarioComparison())
        let northwind = try #require(comparison.options.firstIndex(of: "northwind"))
        let expected = try #require(comparison.expected?[northwind].netPresentValue)
        #expect(abs(expected.all - (0.25 * 111_817.30 + 0.75 * 53_031.55)) < 1)
    }

    @Test func `a series is scaled to begin with the scenario's value`() throws {
        var evaluation = try Helpdesk.evaluation()
        evaluation.study.assumptions["seats"]?.steps = [
            .init(from: day("2027-01-01"), value: exact("40")),
            .init(from: day("2028-01-01"), value: exact("60")),
        ]
        let plain = try evaluation.run(asOf: day("2026-11-23"))
        evaluation.scenarios = [scenario("double", seats: "80")]
        let result = try evaluation.run(asOf: day("2026-11-23"))
        let comparison = try #require(try result.scenarioComparison())
        func subscription(_ result: EvaluationResult) throws -> Double {
            let option = try #require(result.option("northwind"))
            let line = try #require(option.economics.costs.first { $0.line.id == "seats" })
            return option.economics.presentValue(of: line, .all)
        }
        let northwind = try #require(comparison.options.firstIndex(of: "northwind"))
        let costs = comparison.cases.map { $0.figures[northwind].totalCost.all }
        #expect(abs(costs[1] - costs[0] - (try subscription(plain))) < 1e-6)
    }

    @Test func `an unknown assumption and no scenario at all`() throws {
        #expect(try helpdesk([]).scenarioComparison() == nil)
        let unknown = Scenario(id: "x", values: [.init(assumption: "seat", value: .one)])
        let problem = #expect(throws: Problem.self) {
            try helpdesk([unknown]).scenarioComparison()
        }
        #expect(problem?.code == .unknownReference)
    }
}
