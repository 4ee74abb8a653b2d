import OutlaySampling
import Testing

@Suite struct TriangularDistributionTests {
    @Test func `quantiles follow the closed form`() throws {
        // Below the mode F(x) = (x - 0)^2 / (10 * 4), above it 1 - (10 - x)^2 / (10 * 6).
        let distribution = try #require(TriangularDistribution(low: 0, mode: 4, high: 10))
        #expect(abs(distribution.quantile(at: 0.1) - 2) < 1e-12)
        #expect(abs(distribution.quantile(at: 0.4) - 4) < 1e-12)
        #expect(abs(distribution.quantile(at: 0.85) - 7) < 1e-12)
        #expect(abs(distribution.mean - 14.0 / 3) < 1e-12)
    }

    @Test func `a mode at an end and no width are allowed`() {
        #expect(TriangularDistribution(low: 0, mode: 0, high: 1)?.quantile(at: 0.75) == 0.5)
        #expect(TriangularDistribution(low: 0, mode: 1, high: 1)?.quantile(at: 0.25) == 0.5)
        #expect(TriangularDistribution(low: 3, mode: 3, high: 3)?.quantile(at: 0.25) == 3)
    }

    @Test func `numbers out of order are refused`() {
        #expect(TriangularDistribution(low: 0, mode: 11, high: 10) == nil)
        #expect(TriangularDistribution(low: 0, mode: -1, high: 10) == nil)
        #expect(TriangularDistribution(low: 0, mode: .nan, high: 10) == nil)
        #expect(TriangularDistribution(low: -1.7e308, mode: 0, high: 1.7e308) == nil)
    }
}
