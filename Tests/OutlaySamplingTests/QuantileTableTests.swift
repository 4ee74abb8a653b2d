import OutlaySampling
import Testing

@Suite struct QuantileTableTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var distribution: (any Distribution)?
    }

    @Test(arguments: [
        Sample(testDescription: "normal", distribution: NormalDistribution.standard),
        Sample(testDescription: "exponential", distribution: ExponentialDistribution(mean: 3)),
        Sample(
            testDescription: "lognormal",
            distribution: LognormalDistribution(mean: 100, standardDeviation: 25)),
        Sample(
            testDescription: "wide lognormal",
            distribution: LognormalDistribution(logarithmMean: 0, logarithmDeviation: 2)),
        Sample(
            testDescription: "pert", distribution: PERTDistribution(low: 3, mode: 5, high: 14)),
        Sample(
            testDescription: "pert with the mode at an end",
            distribution: PERTDistribution(low: 0, mode: 1, high: 1)),
        Sample(
            testDescription: "narrow pert",
            distribution: PERTDistribution(low: 0, mode: 0.2, high: 1, concentration: 1_000)),
    ])
    func `draws lie on the quantile`(sample: Sample) throws {
        let distribution = try #require(sample.distribution)
        #expect(distribution.hasSmoothQuantile)
        let table = QuantileTable(distribution)
        let median = distribution.quantile(at: 0.5)
        #expect(abs(table.draw(at: 0.5) - median) < 1e-9 * distribution.standardDeviation)
        for trial: UInt64 in 0..<1_000 {
            var numbers = RandomStream(seed: 3).numbers(ofTrial: trial)
            // Half of them spread over the powers of 2 towards an end.
            var probability = numbers.next()
            for _ in 0..<Int(60 * max(numbers.next() - 0.5, 0)) { probability /= 2 }
            if numbers.next() < 0.5 { probability = 1 - max(probability, 0x1p-53) }
            let quantile = distribution.quantile(at: probability)
            let scale = max(abs(quantile - median), distribution.standardDeviation)
            #expect(abs(table.draw(at: probability) - quantile) < 1e-9 * scale, "\(probability)")
        }
    }
}
