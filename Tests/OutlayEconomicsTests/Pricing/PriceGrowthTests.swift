import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct PriceGrowthTests {
    @Test func `growth sets in where it is said to`() throws {
        let late = try PriceGrowth.constant(exact("100"), by: exact("0.1"), years: 3)
        #expect(late == ["100", "110", "121"].map(exact))
        let early = try PriceGrowth.constant(
            exact("100"), by: exact("0.1"), years: 3, from: .year1)
        #expect(early == ["110", "121", "133.1"].map(exact))
        #expect(try PriceGrowth.constant(.one, by: .zero, years: 0) == [])
    }

    @Test func `each year may have a rate of its own`() throws {
        let rates = [exact("0.1"), exact("-0.5")]
        #expect(
            try PriceGrowth.schedule(exact("100"), by: rates, from: .year1)
                == ["110", "55"].map(exact))
        #expect(
            try PriceGrowth.schedule(exact("100"), by: rates) == ["100", "110", "55"].map(exact))
    }

    @Test func `a monthly price is rounded once after each step`() throws {
        let prices = try PriceGrowth.monthly(
            exact("1250"), uplift: exact("0.05"), months: 27, .halfUp)
        #expect(prices[12] == exact("1312.5"))
        #expect(prices[24] == exact("1378.13"))
        #expect(try prices.sum() == exact("34884.39"))
    }

    /// The factor is printed as 17.993 in the ECIP report of NIST BLCC 5.3-19.
    @Test func `growth from the base date gives the published factor`() throws {
        let factor = try PriceGrowth.presentValueFactor(
            growth: exact("0.02"), rate: exact("0.03"), years: 20, planningYears: 1)
        #expect((factor - 17.993).magnitude < 0.0005)
    }

    @Test(arguments: 0..<50)
    func `a growing sum is worth what its amounts are worth`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let growth = ExactDecimal(Int.random(in: -300...300, using: &random), places: 3)
        let rate = ExactDecimal(Int.random(in: -100...300, using: &random), places: 3)
        let years = Int.random(in: 0...30, using: &random)
        for start in PriceGrowth.Start.allCases {
            let amounts = try PriceGrowth.constant(
                exact("100"), by: growth, years: years, from: start)
            let worth = amounts.enumerated().reduce(0.0) {
                $0 + $1.element.doubleValue / power(1 + rate.doubleValue, Double($1.offset + 1))
            }
            let found = try PriceGrowth.presentValue(
                of: exact("100"), growth: growth, rate: rate, years: years, from: start)
            #expect(found.isNear(worth), "seed \(seed)")
        }
    }

    @Test func `rates that lose everything are refused`() {
        #expect(
            refusal {
                try PriceGrowth.constant(.one, by: exact("-1"), years: 1)
            }?.code == .rateOutOfDomain)
        #expect(
            refusal {
                try PriceGrowth.presentValue(
                    of: .one, growth: .zero, rate: exact("-1.2"), years: 1)
            }?.code == .rateOutOfDomain)
        #expect(
            refusal {
                try PriceGrowth.steps(.one, uplift: .zero, termYears: 0, years: 3)
            }?.code == .outOfRange)
    }
}
