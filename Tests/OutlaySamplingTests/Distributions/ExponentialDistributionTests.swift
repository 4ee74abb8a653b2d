import OutlaySampling
import Testing

@Suite struct ExponentialDistributionTests {
    @Test func `the median is the mean times the logarithm of 2`() throws {
        let distribution = try #require(ExponentialDistribution(mean: 3))
        #expect(abs(distribution.quantile(at: 0.5) - 2.0794415416798357) < 1e-12)
    }

    @Test(arguments: [0, -1, .nan, .infinity] as [Double])
    func `a mean that is not above 0 is refused`(mean: Double) {
        #expect(ExponentialDistribution(mean: mean) == nil)
    }
}
