import OutlaySampling
import Testing

@Suite struct PERTDistributionTests {
    @Test func `the exact variance is not that of the first papers`() throws {
        let distribution = try #require(PERTDistribution(low: 3, mode: 5, high: 14))
        #expect(abs(distribution.alpha - 19 / 11.0) < 1e-15)
        #expect(abs(distribution.beta - 47 / 11.0) < 1e-15)
        #expect(abs(distribution.variance - 893 / 252.0) < 1e-12)
        #expect(abs(distribution.variance - 121 / 36.0) > 0.1)
    }

    @Test func `quantiles follow polynomials where the parameters are whole`() throws {
        // Parameters 3 and 3: F(x) = 10 x^3 - 15 x^4 + 6 x^5.
        let symmetric = try #require(PERTDistribution(low: 0, mode: 0.5, high: 1))
        // Parameters 1 and 5: F(x) = 1 - (1 - x)^5.
        let falling = try #require(PERTDistribution(low: 0, mode: 0, high: 1))
        for x in [1e-4, 0.01, 0.2, 0.5, 0.7, 0.9] {
            let below = x * x * x * (10 - 15 * x + 6 * x * x)
            #expect(abs(symmetric.quantile(at: below) - x) < 1e-12)
            let rest = 1 - x
            #expect(abs(falling.quantile(at: 1 - rest * rest * rest * rest * rest) - x) < 1e-11)
        }
    }

    /// Quantiles of the beta distribution to 16 digits, by scipy.stats.beta.ppf 1.17.1.
    @Test func `quantiles agree with another program`() throws {
        let distribution = try #require(PERTDistribution(low: 3, mode: 5, high: 14))
        let known = [
            (0.1, 3.9043517940794827), (0.5, 5.895032764968376), (0.9, 8.839461137240995),
        ]
        for (probability, quantile) in known {
            #expect(abs(distribution.quantile(at: probability) - quantile) < 1e-11)
        }
    }

    @Test(arguments: [0, 0.5, 2, 4, 40, 1_000, 10_000])
    func `the quantile is undone at every concentration`(concentration: Double) throws {
        let distribution = try #require(
            PERTDistribution(low: -1, mode: 2, high: 7, concentration: concentration))
        for probability in [1e-12, 1e-6, 0.01, 0.3, 0.5, 0.8, 0.999, 1 - 1e-9] {
            let found = distribution.cumulativeProbability(
                at: distribution.quantile(at: probability))
            #expect(abs(found - probability) < 1e-10, "\(probability)")
        }
    }

    @Test func `concentration 0 makes every number equally likely`() throws {
        let distribution = try #require(
            PERTDistribution(low: 2, mode: 3, high: 6, concentration: 0))
        #expect(abs(distribution.quantile(at: 0.25) - 3) < 1e-12)
        #expect(abs(distribution.variance - 16 / 12.0) < 1e-12)
    }

    @Test func `no width is allowed`() {
        let point = PERTDistribution(low: 3, mode: 3, high: 3)
        #expect(point?.quantile(at: 0.2) == 3)
        #expect(point?.variance == 0)
        #expect(point?.mean == 3)
    }

    @Test func `P10, mode and P90 are met`() throws {
        for (p10, mode, p90) in [(80, 100, 150), (-5, -5, 1), (0, 0.9, 1), (10, 9.6, 20)]
            as [(Double, Double, Double)]
        {
            let fitted = try #require(PERTDistribution(p10: p10, mode: mode, p90: p90))
            #expect(fitted.mode == mode)
            #expect(abs(fitted.quantile(at: 0.1) - p10) < 1e-9 * (p90 - p10))
            #expect(abs(fitted.quantile(at: 0.9) - p90) < 1e-9 * (p90 - p10))
        }
    }

    @Test func `what makes no distribution is refused`() {
        #expect(PERTDistribution(low: 0, mode: 11, high: 10) == nil)
        #expect(PERTDistribution(low: 0, mode: .nan, high: 10) == nil)
        #expect(PERTDistribution(low: 0, mode: 1, high: .infinity) == nil)
        #expect(PERTDistribution(low: 0, mode: 1, high: 2, concentration: -1) == nil)
        #expect(PERTDistribution(low: 0, mode: 1, high: 2, concentration: .nan) == nil)
        #expect(PERTDistribution(p10: 10, mode: 9, p90: 20) == nil)
        #expect(PERTDistribution(p10: 10, mode: 21, p90: 20) == nil)
        #expect(PERTDistribution(p10: 20, mode: 15, p90: 10) == nil)
    }
}
