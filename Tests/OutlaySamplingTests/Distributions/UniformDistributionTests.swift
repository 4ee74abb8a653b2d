import OutlaySampling
import Testing

@Suite struct UniformDistributionTests {
    @Test func `the quantile lies that far between the ends`() {
        #expect(UniformDistribution(low: 2, high: 6)?.quantile(at: 0.25) == 3)
        #expect(UniformDistribution(low: 2, high: 2)?.quantile(at: 0.9) == 2)
        #expect(UniformDistribution(low: 2, high: 6)?.mean == 4)
    }

    @Test(
        arguments: [(2, 1), (.nan, 1), (0, .infinity), (-1.7e308, 1.7e308)] as [(Double, Double)])
    func `ends out of order or without a width are refused`(ends: (Double, Double)) {
        #expect(UniformDistribution(low: ends.0, high: ends.1) == nil)
    }
}
