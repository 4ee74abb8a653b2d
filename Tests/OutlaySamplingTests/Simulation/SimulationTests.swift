import OutlaySampling
import Testing

@Suite struct SimulationTests {
    static func inputs() throws -> [SimulationInput] {
        [
            SimulationInput(
                try #require(TriangularDistribution(low: 80, mode: 100, high: 150))),
            SimulationInput(
                try #require(LognormalDistribution(mean: 60, standardDeviation: 20)),
                drawing: .eachPeriod(6)),
            SimulationInput(try #require(PERTDistribution(low: 40, mode: 50, high: 90))),
            SimulationInput(
                try #require(DiscreteDistribution([1, 2, 5], likelihoods: [1, 2, 1])),
                drawing: .eachPeriod(3)),
            SimulationInput(try #require(NormalDistribution(mean: 5, standardDeviation: 2))),
        ]
    }

    static let sums = [
        LinearOutput(
            constant: 7,
            weights: [[2], [1, 0.9, 0.8, 0.7, 0.6, 0.5], [-1], [3, 2, 1], []]),
        LinearOutput(weights: [[], [], [], [], [1]]),
    ]

    static func sums(_ draws: SimulationDraws, _ outputs: UnsafeMutableBufferPointer<SIMD8<Double>>)
    {
        for (output, sum) in sums.enumerated() {
            outputs[output] = SIMD8(repeating: sum.constant)
            for (input, weights) in sum.weights.enumerated() {
                for (period, weight) in weights.enumerated() {
                    outputs[output] += weight * draws[input, period]
                }
            }
        }
    }

    static func figures(_ result: SimulationResult) -> [[Double]] {
        result.outputs.map { output in
            [output.mean, output.variance, output.minimum, output.maximum]
                + (output.quantiles(at: [0.1, 0.5, 0.9]) ?? [])
                + [output.share(above: 100) ?? .nan, output.share(below: 3) ?? .nan]
        }
    }

    @Test(arguments: [0, 1, 20_260_101] as [UInt64])
    func `mean and variance are those of the closed form`(seed: UInt64) throws {
        let inputs = try Self.inputs()
        let trials = 20_000
        let result = Simulation(inputs: inputs, seed: seed).run(trials: trials, outputs: Self.sums)
        for (sum, output) in zip(Self.sums, result.outputs) {
            var (mean, variance) = (sum.constant, 0.0)
            for (input, weights) in zip(inputs, sum.weights) {
                for weight in weights {
                    mean += weight * input.distribution.mean
                    variance += weight * weight * input.distribution.variance
                }
            }
            #expect(abs(output.mean - mean) < 5 * output.standardError, "seed \(seed)")
            let spread = variance * (2 / Double(trials)).squareRoot()
            #expect(abs(output.variance - variance) < 5 * 2 * spread, "seed \(seed)")
            #expect(
                abs(output.standardError - (variance / Double(trials)).squareRoot())
                    < 0.1 * output.standardError, "seed \(seed)")
        }
    }

    @Test(arguments: [1, 7, 8, 513, 5_000])
    func `one core and all give the same to the last bit`(trials: Int) throws {
        let simulation = Simulation(inputs: try Self.inputs(), seed: 3)
        let choices = [
            SimulationChoice(between: [0, 1], prefers: .smaller, estimatesInformation: true)
        ]
        for limit in [100, 100_000] {
            let one = simulation.run(
                trials: trials, outputs: Self.sums, choices: choices, exactLimit: limit, on: .one)
            let all = simulation.run(
                trials: trials, outputs: Self.sums, choices: choices, exactLimit: limit, on: .all)
            #expect(Self.figures(one) == Self.figures(all))
            #expect(one.choices == all.choices)
        }
    }

    @Test func `a kernel and a sum see the same draws`() throws {
        let simulation = Simulation(inputs: try Self.inputs(), seed: 4)
        let summed = simulation.run(trials: 1_000, outputs: Self.sums)
        let computed = simulation.run(trials: 1_000, outputs: 2) { Self.sums($0, $1) }
        for (first, second) in zip(Self.figures(summed), Self.figures(computed)) {
            for (first, second) in zip(first, second) {
                #expect(abs(first - second) <= 1e-9 * abs(first))
            }
        }
    }

    @Test func `what a trial draws is the same in every run`() throws {
        let simulation = Simulation(inputs: try Self.inputs(), seed: 5)
        let draws = simulation.draws(ofTrial: 1_234)
        #expect(draws.map(\.count) == [1, 6, 1, 3, 1])
        for trials in [1_235, 3_000] {
            _ = simulation.run(trials: trials, outputs: 1) { lanes, outputs in
                outputs[0] = lanes[1, 4]
                guard lanes.firstTrial == 1_232 else { return }
                for (input, numbers) in draws.enumerated() {
                    for (period, number) in numbers.enumerated() {
                        #expect(lanes[input, period][2] == number)
                    }
                }
            }
        }
    }

    @Test func `one more input at the end changes nothing of the others`() throws {
        let inputs = try Self.inputs()
        let more = inputs + [inputs[0]]
        for trial in [0, 77] {
            let few = Simulation(inputs: inputs, seed: 6).draws(ofTrial: trial)
            let many = Simulation(inputs: more, seed: 6).draws(ofTrial: trial)
            // Those drawn once come first, so only they are sure to stay; the fourth of them ends a block of four.
            #expect(many[0] == few[0])
            #expect(many[2] == few[2])
            #expect(many[1] == few[1])
            #expect(many[3] == few[3])
            #expect(many[4] == few[4])
        }
        #expect(
            Simulation(inputs: inputs, seed: 6).draws(ofTrial: 0)
                != Simulation(inputs: inputs, seed: 7).draws(ofTrial: 0))
    }

    @Test func `quantiles are exact up to the limit and near beyond it`() throws {
        let simulation = Simulation(inputs: try Self.inputs(), seed: 8)
        let exact = simulation.run(trials: 4_000, outputs: Self.sums).outputs[0]
        let near = simulation.run(trials: 4_000, outputs: Self.sums, exactLimit: 0).outputs[0]
        #expect(exact.hasExactQuantiles)
        #expect(!near.hasExactQuantiles)
        for probability in [0.1, 0.5, 0.9] {
            let (first, second) = (
                try #require(exact.quantile(at: probability)),
                try #require(near.quantile(at: probability))
            )
            #expect(abs(first - second) <= QuantileSketch.relativeError * abs(first))
        }
    }

    @Test func `trials without a finite number are left out and counted`() throws {
        let uniform = try #require(UniformDistribution(low: -1, high: 1))
        let result = Simulation(inputs: [SimulationInput(uniform)], seed: 9)
            .run(trials: 1_000, outputs: 1) { draws, outputs in
                outputs[0] = draws[0].replacing(with: .infinity, where: draws[0] .< 0)
            }
        let output = result.outputs[0]
        #expect(output.count + output.leftOut == 1_000)
        #expect(abs(output.leftOut - 500) < 100)
        #expect(output.minimum >= 0)
        #expect(abs(output.mean - 0.5) < 5 * output.standardError)
        #expect(output.quantile(at: 1) == output.maximum)
    }

    @Test func `no input and no output are allowed`() {
        let simulation = Simulation(inputs: [], seed: 1)
        let constant = simulation.run(trials: 10, outputs: [LinearOutput(constant: 3, weights: [])])
        #expect(constant.outputs[0].mean == 3)
        #expect(constant.outputs[0].variance == 0)
        #expect(simulation.run(trials: 10, outputs: [LinearOutput]()).outputs.isEmpty)
    }
}
