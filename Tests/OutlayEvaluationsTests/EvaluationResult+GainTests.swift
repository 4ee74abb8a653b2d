import Outlay
import Testing

@Suite struct EvaluationResultGainTests {
    @Test func `the baseline gains nothing over itself`() throws {
        var choice = Choice()
        choice.baseline = "b"
        let result = try choice.run()
        let baseline = try #require(result.baseline)
        #expect(result.netPresentValue(of: baseline) == Twice(all: 0, cash: 0))
        #expect(result.annualGain(of: baseline) == Twice(all: 0, cash: 0))
        let option = try #require(result.option("a"))
        #expect(result.netPresentValue(of: option)?.all == option.increment?.all.netPresentValue)
    }

    @Test func `without a baseline nothing gains`() throws {
        let result = try Choice().run()
        for option in result.options {
            #expect(result.netPresentValue(of: option) == nil)
            #expect(result.annualGain(of: option) == nil)
        }
    }

    @Test func `over the same years the gain of one year is the net present value by the annuity`()
        throws
    {
        var choice = Choice()
        choice.baseline = "b"
        var evaluation = try choice.evaluation()
        evaluation.comparisonBasis = .equivalentAnnualCost
        let result = try evaluation.run(asOf: day("2026-11-23"))
        let years = Double(evaluation.study.horizon.years)
        let rate = evaluation.study.rate.ratePerYear.doubleValue
        var growth = 1.0
        for _ in 0..<Int(years) { growth *= 1 + rate }
        let annuity = (1 - 1 / growth) / rate
        for option in result.options {
            let npv = try #require(result.netPresentValue(of: option)?.all)
            let gain = try #require(result.gain(of: option)?.all)
            #expect((gain * annuity - npv).magnitude < 1e-9)
        }
    }
}
