import OutlaySampling
import Testing

@Suite struct DistributionTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var distribution: (any Distribution)?
        var mean: Double
        var variance: Double
        var hasJumps = false
    }

    static let samples = [
        Sample(
            testDescription: "uniform", distribution: UniformDistribution(low: -2, high: 10),
            mean: 4, variance: 12),
        Sample(
            testDescription: "triangular",
            distribution: TriangularDistribution(low: 60, mode: 65, high: 80),
            mean: 205 / 3.0, variance: (3600 + 4225 + 6400 - 3900 - 4800 - 5200) / 18),
        Sample(
            testDescription: "exponential", distribution: ExponentialDistribution(mean: 3),
            mean: 3, variance: 9),
        Sample(
            testDescription: "normal",
            distribution: NormalDistribution(mean: 5, standardDeviation: 2), mean: 5, variance: 4),
        Sample(
            testDescription: "discrete",
            distribution: DiscreteDistribution([3, 1, 2], likelihoods: [1, 1, 2]),
            mean: 2, variance: 0.5, hasJumps: true),
        // Mean (3 + 4 * 5 + 14) / 6; a = 19/11, b = 47/11, variance 11^2 a b / (36 * 7).
        Sample(
            testDescription: "pert", distribution: PERTDistribution(low: 3, mode: 5, high: 14),
            mean: 37 / 6.0, variance: 19 * 47 / 252.0),
        Sample(
            testDescription: "lognormal",
            distribution: LognormalDistribution(mean: 1000, standardDeviation: 250),
            mean: 1000, variance: 62_500),
        Sample(
            testDescription: "observations",
            distribution: EmpiricalDistribution([4, 1, 1, 2], reading: .observations),
            mean: 2, variance: 1.5, hasJumps: true),
        // Two gaps, 0 … 1 and 1 … 4: means 0.5 and 2.5, squares 1/3 and 7.
        Sample(
            testDescription: "interpolated",
            distribution: EmpiricalDistribution([4, 0, 1], reading: .interpolated),
            mean: 1.5, variance: (1 / 3.0 + 7) / 2 - 2.25),
    ]

    @Test(arguments: samples)
    func `mean and variance are those of the formula`(sample: Sample) throws {
        let distribution = try #require(sample.distribution)
        #expect(abs(distribution.mean - sample.mean) < 1e-12 * abs(sample.mean))
        #expect(abs(distribution.variance - sample.variance) < 1e-12 * sample.variance)
    }

    @Test(arguments: samples)
    func `draws have the stated mean and variance`(sample: Sample) throws {
        let distribution = try #require(sample.distribution)
        let count = 10_000.0
        for seed: UInt64 in [1, 11, 111] {
            let stream = RandomStream(seed: seed)
            let draws = (0..<UInt64(count)).map { trial in
                var numbers = stream.numbers(ofTrial: trial)
                return numbers.next(from: distribution) - sample.mean
            }
            let mean = draws.reduce(0, +) / count
            let squares = draws.map { $0 * $0 }
            let square = squares.reduce(0, +) / count
            let spread = squares.reduce(0) { $0 + ($1 - square) * ($1 - square) } / count
            #expect(abs(mean) < 5 * (sample.variance / count).squareRoot(), "seed \(seed)")
            #expect(
                abs(square - sample.variance) < 5 * (spread / count).squareRoot(), "seed \(seed)")
        }
    }

    @Test(arguments: samples)
    func `a larger probability never has a smaller quantile`(sample: Sample) throws {
        let distribution = try #require(sample.distribution)
        let probabilities = [0x1p-53, 1e-9] + (1..<1000).map { Double($0) / 1000 } + [1 - 0x1p-53]
        let quantiles = probabilities.map { distribution.quantile(at: $0) }
        #expect(quantiles == quantiles.sorted())
        #expect(!quantiles.contains { !$0.isFinite })
    }

    @Test(arguments: samples)
    func `the cumulative probability undoes the quantile`(sample: Sample) throws {
        let distribution = try #require(sample.distribution)
        for probability in [1e-9, 1e-4] + (1..<40).map({ Double($0) / 40 }) + [0.9999] {
            let quantile = distribution.quantile(at: probability)
            let cumulative = distribution.cumulativeProbability(at: quantile)
            if sample.hasJumps {
                #expect(cumulative >= probability)
                #expect(distribution.cumulativeProbability(at: quantile.nextDown) < probability)
            } else {
                #expect(abs(cumulative - probability) < 1e-12 + 1e-6 * probability * probability)
            }
        }
        #expect(distribution.cumulativeProbability(at: -.infinity) == 0)
        #expect(distribution.cumulativeProbability(at: .infinity) == 1)
    }

    @Test(arguments: samples)
    func `eight at a time are the same quantiles`(sample: Sample) throws {
        let distribution = try #require(sample.distribution)
        var lanes = (0..<5).map { row in
            SIMD8((0..<8).map { (Double(row * 8 + $0) + 0.5) / 40 })
        }
        let expected = lanes.map { row in (0..<8).map { distribution.quantile(at: row[$0]) } }
        lanes.withUnsafeMutableBufferPointer { distribution.replaceByQuantiles($0) }
        for (row, expected) in zip(lanes, expected) {
            for lane in 0..<8 {
                let scale = max(abs(expected[lane]), distribution.standardDeviation)
                #expect(abs(row[lane] - expected[lane]) <= 4 * scale.ulp)
            }
        }
    }
}
