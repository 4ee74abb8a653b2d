import OutlaySampling
import Testing

@Suite struct LognormalDistributionTests {
    @Test func `mean and deviation are those of the number itself`() throws {
        let distribution = try #require(
            LognormalDistribution(mean: 1000, standardDeviation: 250))
        // ln(1 + 1/16) and what follows from it, to the digits of a 50-digit computation.
        #expect(abs(distribution.logarithmMean - 6.87744296807392) < 1e-13)
        #expect(abs(distribution.logarithmDeviation - 0.24622067706923975) < 1e-14)
        #expect(abs(distribution.quantile(at: 0.1) - 707.6138065575391) < 1e-9)
        #expect(abs(distribution.median - 970.1425001453318) < 1e-9)
        #expect(abs(distribution.quantile(at: 0.9) - 1330.0708124491694) < 1e-9)
        #expect(distribution.mode < distribution.median)
    }

    @Test func `P10 and P90 are met`() throws {
        let distribution = try #require(LognormalDistribution(p10: 80, p90: 200))
        #expect(abs(distribution.quantile(at: 0.1) - 80) < 1e-11)
        #expect(abs(distribution.quantile(at: 0.9) - 200) < 1e-11)
        #expect(abs(distribution.mean - 134.83779345937674) < 1e-10)
    }

    @Test func `no deviation leaves one number`() {
        let point = LognormalDistribution(mean: 7, standardDeviation: 0)
        #expect(point.map { abs($0.quantile(at: 0.99) - 7) < 1e-14 } == true)
        #expect(point?.variance == 0)
    }

    @Test func `what makes no distribution is refused`() {
        #expect(LognormalDistribution(mean: -5, standardDeviation: 2) == nil)
        #expect(LognormalDistribution(mean: 0, standardDeviation: 2) == nil)
        #expect(LognormalDistribution(mean: 5, standardDeviation: -2) == nil)
        #expect(LognormalDistribution(mean: .infinity, standardDeviation: 2) == nil)
        #expect(LognormalDistribution(mean: 1, standardDeviation: 1e200) == nil)
        #expect(LognormalDistribution(logarithmMean: 0, logarithmDeviation: 40) == nil)
        #expect(LognormalDistribution(logarithmMean: .nan, logarithmDeviation: 1) == nil)
        #expect(LognormalDistribution(p10: 0, p90: 1) == nil)
        #expect(LognormalDistribution(p10: 2, p90: 1) == nil)
    }
}
