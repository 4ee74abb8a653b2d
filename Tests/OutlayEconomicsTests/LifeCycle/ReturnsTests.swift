import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct ReturnsTests {
    private func returns(
        of lines: [CostLine], over others: [CostLine] = [], in study: Study
    ) throws -> (Returns, Increment) {
        let increment = try Increment(
            of: OptionEconomics(lines: lines, in: study),
            over: OptionEconomics(lines: others, in: study), .all)
        return (increment.returns, increment)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `at its rate of return an option is worth nothing`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (lines, others) = (try random.lines(tax: nil), try random.lines(tax: nil))
        let (returns, increment) = try returns(of: lines, over: others, in: study(years: 5))
        let size = increment.discountedFlows.reduce(1) { $0 + $1.magnitude }
        #expect(
            (returns.netSavings - increment.netPresentValue).magnitude < 1e-9 * size,
            "seed \(seed)")
        for root in returns.rateOfReturn.roots where root.rate > -0.9 && root.rate < 1 {
            let rate = try ExactDecimal(nearest: root.rate, places: 15)
            let moved = study(years: 5, rate: rate.description)
            let there = try Increment(
                of: OptionEconomics(lines: lines, in: moved),
                over: OptionEconomics(lines: others, in: moved), .all)
            let size = there.discountedFlows.reduce(0) { $0 + $1.magnitude }
            #expect(there.netPresentValue.magnitude <= 1e-6 * max(size, 1), "\(root.rate)")
        }
        let sum = increment.discountedFlows.reduce(0, +)
        #expect(
            (sum - increment.netPresentValue).magnitude < 1e-9 * size, "seed \(seed)")
    }

    @Test func `one rate, several and none are told apart`() throws {
        let study = study(years: 2, rate: "0.05")
        func gains(_ amounts: [String]) throws -> [CostLine] {
            try amounts.enumerated().map { year, amount in
                let isCost = amount.hasPrefix("-")
                let model = try recurring(
                    isCost ? String(amount.dropFirst()) : amount,
                    [
                        "begins": .date(day("2027-01-01").adding(years: year)),
                        "ends": .date(day("2027-12-31").adding(years: year)),
                    ])
                return isCost
                    ? cost("c\(year)", model) : benefit("b\(year)", model, isCashable: true)
            }
        }
        let start = cost("start", try oneOff("100"))
        let several = try returns(of: [start] + gains(["230", "-132"]), in: study).0
        let rates = several.rateOfReturn.roots.map(\.rate)
        #expect(rates.count == 2)
        #expect((rates[0] - 0.1).magnitude < 1e-9 && (rates[1] - 0.2).magnitude < 1e-9)
        #expect(try returns(of: [start], in: study).0.rateOfReturn == .none(.noSignChange))
        #expect(
            try returns(of: [start] + gains(["10", "121"]), in: study).0.rateOfReturn.onlyRate
                != nil)
    }

    /// Of two present values in whole dollars one lies a little later than the other, which is no rate.
    @Test func `present values that a source gives add no rate of their own`() throws {
        func given(_ id: String, _ amount: String, worth: String) throws -> CostLine {
            let years = [ExactDecimal](repeating: exact(amount), count: 15)
            return cost(
                id,
                try ScheduleModel(
                    CostModelInputs([
                        "schedule": .schedule(.studyYears(years)), "present_value": .number(worth),
                    ])))
        }
        let study = study(years: 15, rate: "0.03")
        let lines = [cost("buy", try oneOff("1500")), try given("new", "820", worth: "9419")]
        let (figures, increment) = try returns(
            of: lines, over: [given("old", "1200", worth: "13784")], in: study)
        let rate = try #require(figures.rateOfReturn.onlyRate)
        // By hand: 15 times (1200 × 13784 ÷ 14325.52 − 820 × 9419 ÷ 9789.11) = 365.64 a year for 1500.
        #expect((rate - 0.23326).magnitude < 0.00005)
        #expect(figures.flows.map(\.years) == (0...15).map(Double.init))
        let worth = figures.flows.reduce(0) {
            $0 + study.rate.presentValue(of: $1.amount, years: $1.years)
        }
        #expect(worth.isNear(increment.netPresentValue, within: 1e-6))
    }

    /// What two options have in common leaves nothing behind, in whatever order it is added up.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `lines that both options have are in no flow`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let common = try random.lines(tax: nil)
        let study = study(years: 5)
        let figures = try returns(
            of: common.shuffled(using: &random) + [cost("x", try oneOff("10"))],
            over: common.shuffled(using: &random), in: study
        ).0
        #expect(
            figures.flows == [Returns.Flow(years: 0, amount: exact("-10"))], "seed \(seed)")
        #expect(figures.rateOfReturn == .none(.noSignChange), "seed \(seed)")
    }

    @Test func `investment is what is paid at the start, and capital spending`() throws {
        let study = study(years: 2, rate: "0")
        var later = cost("later", try oneOff("30", .date(day("2028-06-01"))))
        later.isCapital = true
        let lines = [
            cost("now", try oneOff("100")), later,
            cost("fix", try oneOff("7", .date(day("2028-06-01")))),
            benefit("saving", try recurring("90"), isCashable: true),
        ]
        let (figures, increment) = try returns(of: lines, in: study)
        #expect(figures.addedInvestment == 130)
        #expect(figures.savings == 173)
        #expect(figures.netSavings == increment.netPresentValue)
        #expect(try #require(figures.savingsToInvestment).isNear(173.0 / 130))
        // 90 less half of 7, for what is paid once counts with a share in each of the two years.
        #expect(figures.firstYearSavings == 86.5)
        #expect(try #require(figures.simplePaybackYears).isNear(100 / 86.5))
        #expect(figures.payback.firstWholePeriod == 2)
    }

    @Test func `without added investment nothing is divided by it`() throws {
        let figures = try returns(
            of: [cost("fee", try recurring("10"))], over: [cost("buy", try oneOff("100"))],
            in: study()
        ).0
        #expect(figures.addedInvestment == -100)
        #expect(figures.savingsToInvestment == nil)
        #expect(figures.adjustedRateOfReturn == nil)
        #expect(figures.simplePaybackYears == nil)
        #expect(figures.modifiedRateOfReturn == nil)
    }

    @Test func `the modified rate needs its two rates`() throws {
        var study = study(years: 3)
        study.rate.modifiedReturn = DiscountRate.ModifiedReturn(
            finance: exact("0.1"), reinvestment: exact("0.12"))
        let lines = [
            cost("buy", try oneOff("120000")),
            benefit(
                "gain", try recurring("39000", ["ramp": .factors([exact("1"), exact("0.5")])]),
                isCashable: true),
        ]
        // (39000 × 1.12² + 19500 × 1.12 + 19500) / 120000 = 0.752130, by hand; its cube root less 1.
        let rate = try #require(returns(of: lines, in: study).0.modifiedRateOfReturn)
        let growth = (39000 * 1.2544 + 19500 * 1.12 + 19500) / 120000
        #expect(((1 + rate) * (1 + rate) * (1 + rate)).isNear(growth))
    }

    @Test func `an equal cost of each year is worth the total`() throws {
        let economics = try OptionEconomics(
            lines: [cost("buy", try oneOff("1000"))], in: study(years: 2, rate: "0.14"))
        // 1000 / 1.6466605 by hand.
        #expect((try economics.equivalentAnnualCost(.all) - 607.2897).magnitude < 1e-4)
    }
}
