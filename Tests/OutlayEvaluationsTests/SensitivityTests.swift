import Outlay
import Testing

@Suite struct SensitivityTests {
    private static func helpdesk() throws -> EvaluationResult {
        try Helpdesk.evaluation().run(asOf: day("2026-11-23"))
    }

    @Test func `the help desk changes hands at one weight alone`() throws {
        let weights = try #require(try Self.helpdesk().sensitivity(.init()).weights)
        let ends = weights.stability.criteria.flatMap { [$0.below, $0.above].compactMap(\.self) }
        #expect(ends.count == 1)
        #expect(abs((ends.first?.weight ?? 0) - 91.0 / 241) < 1e-9)
        #expect(weights.table.options == ["northwind", "openticket", "legacy"])
        #expect(
            weights.pareto.dominators(of: 2).map { weights.table.options[$0] } == ["openticket"])
        #expect(weights.acceptability == nil && weights.uncertain.isEmpty)
        #expect(weights.reversals.count == AllMethods.list.count)
    }

    @Test func `draws follow what is said of weights`() throws {
        let result = try Self.helpdesk()
        let open = try result.sensitivity(.init(trials: 2000, seed: 3))
        let first = try #require(open.weights?.acceptability)
        #expect(first.trials == 2000 && first.seed == 3)
        let share = first.acceptability(ofOption: 0, rank: 1)
        #expect(0.8 < share && share < 0.9)
        let narrow = WeightConstraints(upper: ["exit_time": 0.3])
        let second = try #require(
            try result.sensitivity(.init(trials: 500, constraints: narrow)).weights)
        #expect(second.acceptability?.acceptability(ofOption: 0, rank: 1) ?? 0 > share)
        #expect(second.constraints == narrow)
    }

    @Test func `what would make an option win is answered`() throws {
        let result = try Self.helpdesk()
        let answer = try result.sensitivity(.init(winner: "openticket")).winning
        guard case .conditions(let conditions, money: let money?) = answer else {
            Issue.record("\(String(describing: answer))")
            return
        }
        #expect(conditions.nearestWeight == 4)
        #expect(money.rival == "northwind" && money.figure == .netPresentValue)
        // 97 121 + 12 857
        #expect(abs(money.amount - 109_978) < 1)
        #expect(
            try result.sensitivity(.init(winner: "helpnest")).winning
                == .notEligible(option: "helpnest"))
        #expect(throws: Problem.self) { try result.sensitivity(.init(winner: "northwnd")) }
    }

    @Test func `money is compared by cost where there is no baseline`() throws {
        let answer = try Choice().run().sensitivity(.init(winner: "c")).winning
        guard case .conditions(_, money: let money?) = answer else {
            Issue.record("\(String(describing: answer))")
            return
        }
        #expect(money.figure == .totalCostOfOwnership && money.rival == "a" && money.amount > 0)
    }

    @Test func `without values there are no weights, and no draws`() throws {
        let result = try Choice(points: [:], isScored: false).run()
        #expect(try result.sensitivity(.init()).weights == nil)
        #expect(
            try result.sensitivity(.init(winner: "a")).winning == .notScored(option: "a"))
        let problem = #expect(throws: Problem.self) { try result.sensitivity(.init(trials: 10)) }
        #expect(problem?.code == .usage)
    }

    @Test func `a missing performance is drawn from its whole range`() throws {
        let result = try Choice(points: ["a": "50", "b": "70"], missing: .bounds).run()
        let weights = try #require(try result.sensitivity(.init(trials: 4000)).weights)
        #expect(weights.uncertain.map(\.option) == ["c"])
        let drawn = try #require(weights.acceptability)
        let place = try #require(drawn.options.firstIndex(of: "c"))
        #expect(abs(drawn.acceptability(ofOption: place, rank: 1) - 0.3) < 0.03)
    }
}
