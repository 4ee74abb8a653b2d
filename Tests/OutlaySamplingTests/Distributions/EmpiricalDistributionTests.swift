import OutlaySampling
import Testing

@Suite struct EmpiricalDistributionTests {
    @Test func `an observation is drawn as often as it was made`() throws {
        let distribution = try #require(
            EmpiricalDistribution([3, 1, 3, 2], reading: .observations))
        let drawn = [0.01, 0.25, 0.26, 0.5, 0.51, 0.99].map { distribution.quantile(at: $0) }
        #expect(drawn == [1, 1, 2, 2, 3, 3])
        #expect(distribution.cumulativeProbability(at: 2.5) == 0.5)
    }

    @Test func `between observations numbers are drawn on the straight line`() throws {
        let distribution = try #require(EmpiricalDistribution([10, 0, 4], reading: .interpolated))
        #expect([0.25, 0.5, 0.75].map { distribution.quantile(at: $0) } == [2, 4, 7])
        #expect(distribution.cumulativeProbability(at: 7) == 0.75)
        #expect(distribution.cumulativeProbability(at: -1) == 0)
    }

    @Test func `one observation is always drawn`() {
        for reading in EmpiricalDistribution.Reading.allCases {
            let distribution = EmpiricalDistribution([5], reading: reading)
            #expect(distribution?.quantile(at: 0.3) == 5)
            #expect(distribution?.variance == 0)
            #expect(distribution?.cumulativeProbability(at: 5) == 1)
        }
    }

    @Test func `what makes no distribution is refused`() {
        #expect(EmpiricalDistribution([]) == nil)
        #expect(EmpiricalDistribution([1, .nan]) == nil)
        #expect(EmpiricalDistribution([-1.7e308, 1.7e308]) == nil)
    }
}
