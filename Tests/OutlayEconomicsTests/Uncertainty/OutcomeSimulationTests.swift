import OutlayProblems
import OutlaySampling
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct OutcomeSimulationTests {
    /// Two options at one time: `fixed` costs 100, `open` costs an even number from `low` to `high`.
    private static func model(
        low: String = "60", value: String = "80", high: String = "120",
        form: UncertainRange.Form = .uniform
    ) throws(Problem) -> OutcomeModel {
        var open = cost("price", try oneOff(value))
        open.range = UncertainRange(low: exact(low), high: exact(high), distribution: form)
        let options = [
            UncertainOption(id: "fixed", lines: [cost("price", try oneOff("100"))]),
            UncertainOption(id: "open", lines: [open]),
        ]
        let study = study()
        return try OutcomeModel(
            study: study, options: options, baseline: nil,
            inputs: UncertainInput.ranged(in: study, options))
    }

    @Test func `one even number gives what is worked out by hand`() throws {
        let simulation = try OutcomeSimulation(Self.model(), trials: 50_000, seed: 2)
        let summary = try #require(SampleSummary(simulation.totalCosts(of: 1, .all)))
        // Even from 60 to 120: mean 90, deviation 60 / √12.
        #expect(abs(summary.mean - 90) < 5 * summary.standardError)
        #expect(abs(summary.standardDeviation / (60 / 12.0.squareRoot()) - 1) < 0.02)
        #expect(abs(summary.tenth - 66) < 0.5 && abs(summary.ninetieth - 114) < 0.5)
        #expect(try simulation.expectedOutcome()?.totalCost(of: 1, .all).isNear(90) == true)
        #expect(abs(simulation.shareCheaper(1, than: 0, .all) - 2.0 / 3) < 0.01)
        // Chosen at 90; knowing saves the third above 100, on average 10 of it: 20 · 20 / 2 / 60.
        let worth = try simulation.informationValue(of: 0, choosingAmong: [0, 1], .all)
        #expect(abs(worth - 10.0 / 3) < 1e-4)
        let drawn = InformationValue.perfect([0, 1].map { simulation.payoffs(of: $0, .all) })
        #expect(abs(drawn - 10.0 / 3) < 0.1)
    }

    @Test func `one core and many draw the same`() throws {
        let model = try Self.model(form: .pert)
        let one = try OutcomeSimulation(model, trials: 9000, seed: 7, on: .one)
        let all = try OutcomeSimulation(model, trials: 9000, seed: 7, on: .all)
        #expect(one.draws == all.draws)
        #expect(one.totalCosts(of: 1, .cash) == all.totalCosts(of: 1, .cash))
        let other = try OutcomeSimulation(model, trials: 9000, seed: 8)
        #expect(other.draws != all.draws)
        // What a trial draws does not depend on how many there are.
        let few = try OutcomeSimulation(model, trials: 100, seed: 7)
        #expect(few.draws[0][...] == all.draws[0].prefix(100))
    }

    @Test func `ranges without width and none at all draw what is stated`() throws {
        let narrow = try Self.model(low: "80", value: "80", high: "80")
        let simulation = try OutcomeSimulation(narrow, trials: 200, seed: 1)
        #expect(simulation.totalCosts(of: 1, .all).allSatisfy { $0 == 80 })
        let none = try OutcomeModel(
            study: study(), options: [UncertainOption(id: "a", lines: [])], baseline: "a",
            inputs: [])
        let empty = try OutcomeSimulation(none, trials: 200, seed: 1)
        #expect(
            empty.draws.isEmpty
                && empty.netPresentValues(of: 0, .all)?.allSatisfy { $0 == 0 } == true)
    }

    @Test func `a number stated as 0 is replaced`() throws {
        let model = try Self.model(low: "0", value: "0", high: "50")
        let simulation = try OutcomeSimulation(model, trials: 5000, seed: 3)
        let mean = simulation.totalCosts(of: 1, .all).reduce(0, +) / 5000
        #expect(abs(mean - 25) < 1.2)
    }

    @Test func `a tied number has no closed form, and is judged by classes`() throws {
        let study = study(
            assumptions: ["a", "b"].map { id in
                Assumption(
                    id: id, steps: [.init(from: nil, value: exact("50"))],
                    range: UncertainRange(
                        low: exact("0"), high: exact("100"), distribution: .uniform))
            })
        let lines = try ["a", "b"].map { id in
            cost(
                id,
                try OneOffModel(
                    CostModelInputs([
                        "at": .moment(.start), "amount": .operand(.assumption(id)),
                    ])))
        }
        let options = [
            UncertainOption(id: "both", lines: lines),
            UncertainOption(id: "fixed", lines: [cost("c", try oneOff("100"))]),
        ]
        let model = try OutcomeModel(
            study: study, options: options, baseline: nil,
            inputs: UncertainInput.ranged(in: study, options))
        let tied = try OutcomeSimulation(
            model, correlations: [InputCorrelation("a", "b", exact("0.5"))], trials: 40_000, seed: 5
        )
        // What is expected of a sum does not depend on what ties its terms; of a known term it does.
        #expect(tied.hasClosedForm && !tied.hasConditionalClosedForm)
        let expected = try #require(try tied.expectedOutcome())
        #expect(abs(expected.totalCost(of: 0, .all) - 100) < 1e-9)
        let summary = try #require(SampleSummary(tied.totalCosts(of: 0, .all)))
        // 2 σ² (1 + ρ), σ² = 100² / 12
        #expect(abs(summary.standardDeviation / 2500.0.squareRoot() - 1) < 0.02)
        let free = try OutcomeSimulation(model, trials: 40_000, seed: 5)
        let (known, alone) = (
            try tied.informationValue(of: 0, choosingAmong: [0, 1], .all),
            try free.informationValue(of: 0, choosingAmong: [0, 1], .all)
        )
        // Alone: E max(0, 50 − a) of an even number from 0 to 100 is 12.5; tied, it tells of the other as well.
        #expect(abs(alone - 12.5) < 0.01)
        #expect(known > 15)
    }

    @Test func `numbers that are multiplied have a closed form unless they are tied`() throws {
        var study = study()
        for id in ["a", "b"] {
            study.assumptions[id] = Assumption(
                id: id, steps: [.init(from: nil, value: exact("50"))],
                range: UncertainRange(
                    low: exact("0"), high: exact("100"), distribution: .uniform))
        }
        let line = cost(
            "product",
            try OneOffModel(
                CostModelInputs([
                    "at": .moment(.start), "quantity": .operand(.assumption("a")),
                    "unit_cost": .operand(.assumption("b")),
                ])))
        let options = [UncertainOption(id: "only", lines: [line])]
        let model = try OutcomeModel(
            study: study, options: options, baseline: nil,
            inputs: UncertainInput.ranged(in: study, options))
        #expect(model.isMultilinear && model.joins(0, 1))
        let simulate = { (rank: String) throws -> OutcomeSimulation in
            try OutcomeSimulation(
                model, correlations: [InputCorrelation("b", "a", exact(rank))], trials: 20_000,
                seed: 11)
        }
        let tied = try simulate("0.6")
        #expect(try !tied.hasClosedForm && tied.expectedOutcome() == nil)
        // E(a b) = 50² + ρ 100² / 12, ρ being the rank correlation, which even numbers keep as theirs.
        let mean = try #require(SampleSummary(tied.totalCosts(of: 0, .all)))
        #expect(abs(mean.mean - 3000) < 4 * mean.standardError)
        let free = try #require(try simulate("0").expectedOutcome())
        #expect(abs(free.totalCost(of: 0, .all) - 2500) < 1e-9)
    }

    @Test(arguments: [0, 99, 1_000_001]) func `too few and too many trials are refused`(trials: Int)
        throws
    {
        let model = try Self.model()
        #expect(
            refusal { try OutcomeSimulation(model, trials: trials, seed: 1) }?.code == .outOfRange)
    }
}
