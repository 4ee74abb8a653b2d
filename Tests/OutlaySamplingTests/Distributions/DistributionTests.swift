import OutlaySampling
import Testing

@Suite struct DistributionTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var distribution: (any Distribution)?
        var variance: Double
    }

    static let samples = [
        Sample(
            testDescription: "uniform", distribution: UniformDistribution(low: -2, high: 10),
            variance: 12),
        Sample(
            testDescription: "triangular",
            distribution: TriangularDistribution(low: 60, mode: 65, high: 80),
            variance: (3600 + 4225 + 6400 - 3900 - 4800 - 5200) / 18),
        Sample(
            testDescription: "exponential", distribution: ExponentialDistribution(mean: 3),
            variance: 9),
        Sample(
            testDescription: "normal",
            distribution: NormalDistribution(mean: 5, standardDeviation: 2), variance: 4),
        Sample(
            testDescription: "discrete",
            distribution: DiscreteDistribution([3, 1, 2], likelihoods: [1, 1, 2]), variance: 0.5),
    ]

    @Test(arguments: samples)
    func `draws have the stated mean and variance`(sample: Sample) throws {
        let distribution = try #require(sample.distribution)
        let count = 20_000.0
        var (sum, squares) = (0.0, 0.0)
        for trial in 0..<UInt64(count) {
            var numbers = RandomStream(seed: 11).numbers(ofTrial: trial)
            let draw = distribution.quantile(at: numbers.next())
            sum += draw
            squares += (draw - distribution.mean) * (draw - distribution.mean)
        }
        let standardError = (sample.variance / count).squareRoot()
        #expect(abs(sum / count - distribution.mean) < 4 * standardError)
        #expect(abs(squares / count - sample.variance) < 0.1 * sample.variance)
    }

    @Test(arguments: samples)
    func `a larger probability never has a smaller quantile`(sample: Sample) throws {
        let distribution = try #require(sample.distribution)
        let probabilities = [0x1p-53, 1e-9] + (1..<1000).map { Double($0) / 1000 } + [1 - 0x1p-53]
        let quantiles = probabilities.map { distribution.quantile(at: $0) }
        #expect(quantiles == quantiles.sorted())
        #expect(!quantiles.contains { !$0.isFinite })
    }
}
