import OutlaySampling
import Testing

@Suite struct QuantilesTests {
    @Test func `definition 7 lies on the line between two numbers`() {
        // R's documentation of quantile(type = 7): place 1 + (n - 1) p.
        #expect(Quantiles.of([4, 1, 3, 2], at: [0, 0.1, 0.5, 0.9, 1]) == [1, 1.3, 2.5, 3.7, 4])
        #expect(Quantiles.of([7], at: [0, 0.3, 1]) == [7, 7, 7])
    }

    @Test func `nothing has no quantiles`() {
        #expect(Quantiles.of([], at: [0.5]) == nil)
    }

    /// What numpy.quantile 2.4.6 gives for 1, 4, 9, 16 and 30 at 0.1, 0.25, 0.5, 0.7 and 1.
    @Test(
        arguments: [
            (.invertedDistribution, [1, 4, 9, 16, 30]),
            (.averagedInvertedDistribution, [1, 4, 9, 16, 30]),
            (.closestObservation, [1, 1, 4, 16, 30]),
            (.interpolatedInvertedDistribution, [1, 1.75, 6.5, 12.5, 30]),
            (.hazen, [1, 3.25, 9, 16, 30]),
            (.weibull, [1, 2.5, 9, 18.8, 30]),
            (.linear, [2.2, 4, 9, 14.6, 30]),
            (.medianUnbiased, [1, 3, 9, 50.8 / 3, 30]),
            (.normalUnbiased, [1, 3.0625, 9, 16.7, 30]),
        ] as [(Quantiles.Definition, [Double])])
    func `every definition is the one that numpy has`(
        definition: Quantiles.Definition, expected: [Double]
    ) throws {
        let found = try #require(
            Quantiles.of([9, 30, 1, 16, 4], at: [0.1, 0.25, 0.5, 0.7, 1], by: definition))
        for (found, expected) in zip(found, expected) {
            #expect(abs(found - expected) < 1e-12)
        }
    }

    @Test func `a share that only rounding takes past a count is that count`() {
        // 0.07 * 100 is 7.000000000000001 in binary.
        let sample = (1...100).map(Double.init)
        #expect(Quantiles.of(sample, at: [0.07], by: .invertedDistribution) == [7])
        #expect(Quantiles.of(sample, at: [0.07], by: .averagedInvertedDistribution) == [7.5])
    }
}
