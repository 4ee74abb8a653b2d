import Outlay
import Testing

struct TradeoffTests {
    private static func result(
        over: String, recommending: String = "b", worth: String? = nil,
        change: (inout Choice) -> Void = { _ in }
    ) throws -> EvaluationResult {
        var choice = Choice()
        choice.recommendation = Evaluation.Recommendation(option: recommending)
        change(&choice)
        var evaluation = try choice.evaluation()
        evaluation.tradeoffs = [
            Evaluation.Tradeoff(over: over, reason: "R", worthPerPoint: worth.map { exact($0) })
        ]
        return try evaluation.run(asOf: day("2026-11-23"))
    }

    @Test func `a tradeoff is the difference of the costs and values that are shown`() throws {
        let result = try Self.result(over: "a")
        let records = try #require(result.tradeoffs.first?.records)
        let (chosen, other) = (try #require(result.option("b")), try #require(result.option("a")))
        let difference = chosen.totalCostOfOwnership.all - other.totalCostOfOwnership.all
        #expect(abs(records.all.extraCost.doubleValue - difference) < 0.011)
        #expect(records.all.extraCost.places <= 2)
        #expect(records.all.extraValue == 20)
        #expect(records.all.kind == .paysForValue)
        #expect(result.finding(.unbackedTradeoff) == nil)
    }

    @Test func `a tradeoff that the figures do not back is a warning`() throws {
        let dearer = try Self.result(over: "a", recommending: "b") { $0.points["b"] = "40" }
        #expect(dearer.finding(.unbackedTradeoff)?.severity == .warning)
        let unworthy = try Self.result(over: "a", worth: "0.01")
        #expect(unworthy.finding(.unbackedTradeoff) != nil)
        #expect(try Self.result(over: "a", worth: "1000").finding(.unbackedTradeoff) == nil)
    }

    @Test func `without a value or an eligible choice a tradeoff has no figures`() throws {
        let failing = try Self.result(over: "a") { $0.passes["b"] = false }
        #expect(failing.tradeoffs.map(\.records) == [nil])
        let unscored = try Self.result(over: "a") { $0.isScored = false }
        #expect(unscored.tradeoffs.map(\.records) == [nil])
    }
}
