import OutlaySampling
import Testing

@Suite struct NormalDistributionTests {
    /// Abramowitz and Stegun, "Handbook of Mathematical Functions", tables 26.5 and 26.6, and the values that
    /// Wichura's paper gives for checking, to the digits printed.
    @Test(arguments: [
        (0.25, -0.6744897501960817), (0.001, -3.090232306167814), (1e-20, -9.262340089798408),
        (0.5, 0), (0.975, 1.959963984540054), (0.9995, 3.2905267314918945),
    ])
    func `percentage points are reproduced`(known: (Double, Double)) {
        #expect(abs(NormalDistribution.standard.quantile(at: known.0) - known.1) < 1e-13)
    }

    @Test func `mean and deviation shift and stretch`() {
        let distribution = NormalDistribution(mean: 10, standardDeviation: 2)
        #expect(
            distribution.map { abs($0.quantile(at: 0.975) - 13.919927969080108) < 1e-12 } == true)
        #expect(NormalDistribution(mean: 10, standardDeviation: 0)?.quantile(at: 0.9) == 10)
    }

    @Test func `a negative deviation is refused`() {
        #expect(NormalDistribution(mean: 0, standardDeviation: -1) == nil)
        #expect(NormalDistribution(mean: .nan, standardDeviation: 1) == nil)
    }
}
