import OutlaySampling
import Testing

@Suite struct DistributionRangeTests {
    @Test func `extremes are the ends`() throws {
        let range = DistributionRange(low: 60, mode: 65, high: 80)
        let triangular = try #require(range.distribution(.triangular) as? TriangularDistribution)
        #expect((triangular.low, triangular.mode, triangular.high) == (60, 65, 80))
        let pert = try #require(range.distribution(.pert) as? PERTDistribution)
        #expect((pert.low, pert.mode, pert.high, pert.concentration) == (60, 65, 80, 4))
        let uniform = try #require(range.distribution(.uniform) as? UniformDistribution)
        #expect((uniform.low, uniform.high) == (60, 80))
    }

    @Test(arguments: DistributionRange.Form.allCases)
    func `P10 and P90 are met by every form`(form: DistributionRange.Form) throws {
        for seed: UInt64 in 0..<20 {
            var numbers = RandomStream(seed: seed).numbers(ofTrial: 0)
            let low = numbers.next() * 1000
            let high = low + numbers.next() * 1000
            let mode = low + numbers.next() * (high - low)
            let range = DistributionRange(low: low, mode: mode, high: high, meaning: .p10p90)
            let distribution = try range.distribution(form)
            #expect(abs(distribution.quantile(at: 0.1) - low) < 1e-8 * high, "seed \(seed)")
            #expect(abs(distribution.quantile(at: 0.9) - high) < 1e-8 * high, "seed \(seed)")
            if let triangular = distribution as? TriangularDistribution {
                #expect(triangular.mode == mode, "seed \(seed)")
            }
            if let pert = distribution as? PERTDistribution {
                #expect(pert.mode == mode, "seed \(seed)")
            }
        }
    }

    @Test func `a triangular distribution is found again from its P10 and P90`() throws {
        let original = try #require(TriangularDistribution(low: 80, mode: 100, high: 150))
        let fitted = try #require(
            TriangularDistribution(
                p10: original.quantile(at: 0.1), mode: 100, p90: original.quantile(at: 0.9)))
        #expect(abs(fitted.low - 80) < 1e-9)
        #expect(abs(fitted.high - 150) < 1e-9)
    }

    @Test func `a mode beyond P10 can be met, but not far beyond`() throws {
        // With the mode at the low end, P10 is 1 - sqrt(0.9) and P90 1 - sqrt(0.1) of the width.
        let (p10, p90) = (1 - 0.9.squareRoot(), 1 - 0.1.squareRoot())
        let fitted = try #require(TriangularDistribution(p10: p10, mode: 0.01, p90: p90))
        #expect(abs(fitted.quantile(at: 0.1) - p10) < 1e-9)
        #expect(TriangularDistribution(p10: p10, mode: -0.001, p90: p90) == nil)
        #expect(TriangularDistribution(p10: 0, mode: 1.2, p90: 1) == nil)
    }

    @Test func `no width stands for one number`() throws {
        let range = DistributionRange(low: 5, mode: 5, high: 5, meaning: .p10p90)
        for form in DistributionRange.Form.allCases {
            #expect(try abs(range.distribution(form).quantile(at: 0.7) - 5) < 1e-14)
        }
    }

    @Test func `ranges that stand for nothing are refused`() {
        func fault(
            _ form: DistributionRange.Form, _ low: Double, _ mode: Double, _ high: Double,
            _ meaning: DistributionRange.Meaning = .extremes
        ) -> DistributionRange.Fault? {
            do throws(DistributionRange.Fault) {
                _ = try DistributionRange(low: low, mode: mode, high: high, meaning: meaning)
                    .distribution(form)
                return nil
            } catch {
                return error
            }
        }
        #expect(fault(.triangular, 2, 1, 3) == .order)
        #expect(fault(.uniform, 0, .nan, 3) == .order)
        #expect(fault(.pert, 0, 1, .infinity) == .order)
        #expect(fault(.normal, 0, 1, 2) == .noExtremes(.normal))
        #expect(fault(.lognormal, 1, 2, 3) == .noExtremes(.lognormal))
        #expect(fault(.lognormal, 0, 2, 3, .p10p90) == .notPositive(.lognormal))
        #expect(fault(.normal, 0, 1, 2, .p10p90) == nil)
    }
}
