import OutlayEconomics
import OutlayProblems
import Testing

@Suite struct RealFlowsTests {
    @Test(arguments: 0..<60)
    func `real and nominal runs agree`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let flows = (0..<12).map { _ in Double.random(in: -5000...9000, using: &random) }
        let inflation = Double.random(in: -0.05...0.2, using: &random)
        let real = Double.random(in: -0.02...0.15, using: &random)
        let nominal = try FisherRates.nominal(real: real, inflation: inflation)
        for convention in FlowConvention.allCases {
            let deflated = try RealFlows.converted(
                flows, to: .real, inflation: inflation, convention: convention)
            let inReal = try NetPresentValue.of(
                deflated, at: .rate(PeriodRate(perPeriod: real)), convention: convention)
            let inNominal = try NetPresentValue.of(
                flows, at: .rate(PeriodRate(perPeriod: nominal)), convention: convention)
            #expect((inReal - inNominal).magnitude <= 1e-8, "seed \(seed), \(convention)")
            let back = try RealFlows.converted(
                deflated, to: .nominal, inflation: inflation, convention: convention)
            #expect(zip(back, flows).allSatisfy { ($0 - $1).magnitude <= 1e-9 }, "seed \(seed)")
        }
    }

    @Test func `an index that grows evenly is an inflation`() throws {
        let flows = [100.0, 50, 25]
        let byIndex = try RealFlows.converted(
            flows, to: .real, index: [200, 210, 220.5], base: 200)
        let byRate = try RealFlows.converted(flows, to: .real, inflation: 0.05)
        #expect(zip(byIndex, byRate).allSatisfy { ($0 - $1).magnitude <= 1e-12 })
    }

    @Test func `an index of nothing or of another length is refused`() {
        #expect(
            refusal { try RealFlows.converted([1], to: .real, index: [0], base: 1) }?.code
                == .outOfRange)
        #expect(
            refusal { try RealFlows.converted([1], to: .real, index: [1, 2], base: 1) }?.code
                == .lengthMismatch)
        #expect(
            refusal { try RealFlows.converted([1], to: .real, inflation: -1) }?.code
                == .rateOutOfDomain)
    }
}
