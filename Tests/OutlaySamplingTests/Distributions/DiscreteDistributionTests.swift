import OutlaySampling
import Testing

@Suite struct DiscreteDistributionTests {
    @Test func `each number takes its share of the probabilities`() throws {
        let distribution = try #require(DiscreteDistribution([5, 1, 3], likelihoods: [2, 1, 1]))
        #expect(distribution.values == [1, 3, 5])
        #expect(distribution.probabilities == [0.25, 0.25, 0.5])
        let drawn = [0.1, 0.25, 0.26, 0.5, 0.51, 0.99].map { distribution.quantile(at: $0) }
        #expect(drawn == [1, 1, 3, 3, 5, 5])
        #expect(distribution.mean == 3.5)
    }

    @Test func `what has no likelihood is never drawn`() throws {
        let distribution = try #require(DiscreteDistribution([1, 2, 3], likelihoods: [0, 1, 0]))
        #expect(distribution.quantile(at: 0x1p-53) == 2)
        #expect(distribution.quantile(at: 1 - 0x1p-53) == 2)
    }

    @Test func `likelihoods that make no distribution are refused`() {
        #expect(DiscreteDistribution([], likelihoods: []) == nil)
        #expect(DiscreteDistribution([1], likelihoods: [0]) == nil)
        #expect(DiscreteDistribution([1, 2], likelihoods: [1]) == nil)
        #expect(DiscreteDistribution([1, 2], likelihoods: [2, -1]) == nil)
        #expect(DiscreteDistribution([.nan], likelihoods: [1]) == nil)
        #expect(DiscreteDistribution([1], likelihoods: [.infinity]) == nil)
    }
}
