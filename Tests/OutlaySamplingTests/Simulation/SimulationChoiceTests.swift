import OutlaySampling
import Testing

@Suite struct SimulationChoiceTests {
    @Test func `shares, regrets and wins are counted trial by trial`() throws {
        // A costs 10, B costs 0 … 20: B wins half of the time; each regret is E max(difference, 0) = 2.5.
        let uniform = try #require(UniformDistribution(low: 0, high: 20))
        let simulation = Simulation(inputs: [SimulationInput(uniform)], seed: 1)
        let outputs = [
            LinearOutput(constant: 10, weights: [[]]), LinearOutput(weights: [[1]]),
            LinearOutput(constant: 10, weights: [[]]),
        ]
        let result = simulation.run(
            trials: 40_000, outputs: outputs,
            choices: [
                SimulationChoice(
                    between: [0, 1], prefers: .smaller, estimatesInformation: true),
                SimulationChoice(between: [0, 1], prefers: .larger),
                SimulationChoice(between: [0, 2], prefers: .smaller),
            ])
        let cheapest = result.choices[0]
        #expect(abs(cheapest.bestShares[1] - 0.5) < 0.02)
        #expect(cheapest.winShares[0][1] == cheapest.bestShares[0])
        #expect(cheapest.winShares[0][0] == 0)
        #expect(abs(cheapest.expectedRegrets[0] - 2.5) < 0.1)
        #expect(abs(cheapest.expectedRegrets[1] - 2.5) < 0.1)
        // The one input says everything, but for what its 32 parts are too coarse to tell.
        let worth = try #require(cheapest.worthOfKnowing[0])
        #expect(abs(worth - cheapest.worthOfKnowingEverything) < 0.05)
        let dearest = result.choices[1]
        #expect(dearest.bestShares == cheapest.bestShares.reversed())
        #expect(dearest.worthOfKnowing.isEmpty)
        // Equal outputs are both best and neither wins.
        #expect(result.choices[2].bestShares == [1, 1])
        #expect(result.choices[2].winShares == [[0, 0], [0, 0]])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `an input that changes no choice is worth nothing to know`(seed: UInt64) throws {
        let uniform = try #require(UniformDistribution(low: 0, high: 10))
        let wide = try #require(NormalDistribution(mean: 0, standardDeviation: 100))
        let simulation = Simulation(
            inputs: [
                SimulationInput(uniform), SimulationInput(wide),
                SimulationInput(wide, drawing: .eachPeriod(2)), SimulationInput(uniform),
            ], seed: seed)
        // The wide input counts for both alike; the last counts for the difference, but never turns it.
        let result = simulation.run(
            trials: 20_000,
            outputs: [
                LinearOutput(constant: 4, weights: [[], [1], [], [-0.2]]),
                LinearOutput(weights: [[1], [1], [], []]),
            ],
            choices: [
                SimulationChoice(
                    between: [0, 1], prefers: .larger, estimatesInformation: true)
            ])
        let choice = result.choices[0]
        #expect(Set(choice.worthOfKnowing.keys) == [0, 1, 3], "seed \(seed)")
        #expect(choice.worthOfKnowing[0] ?? 0 > 0.3, "seed \(seed)")
        #expect(choice.worthOfKnowing[1] ?? 1 < 0.02, "seed \(seed)")
        #expect(choice.worthOfKnowing[3] ?? 1 < 0.02, "seed \(seed)")
    }
}
