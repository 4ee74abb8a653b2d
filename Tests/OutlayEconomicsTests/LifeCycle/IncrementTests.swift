import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct IncrementTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `an option adds nothing to itself`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lines = try random.lines(tax: nil)
        let option = try OptionEconomics(lines: lines, in: study())
        for coverage in Coverage.allCases {
            let increment = try Increment(of: option, over: option, coverage)
            #expect(increment.netPresentValue == 0)
            #expect(increment.benefitCostRatio == nil)
            #expect(increment.netFlows.allSatisfy { $0.isZero })
            #expect(increment.paybackYears == 0)
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `what one option adds, the other takes away`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let one = try OptionEconomics(lines: random.lines(tax: nil), in: study())
        let other = try OptionEconomics(lines: random.lines(tax: nil), in: study())
        let there = try Increment(of: one, over: other, .all)
        let back = try Increment(of: other, over: one, .all)
        #expect(there.netPresentValue == -back.netPresentValue)
        #expect(there.netFlows == back.netFlows.map(\.negated))
    }

    @Test func `the ratio of benefits to costs is the published one`() throws {
        for vector in Vector.read("bcr", "bcr-basic") {
            let study = study(
                years: 3, rate: try vector.decimal("rate").description,
                assumptions: [
                    try yearly("costs", try vector.decimals("costs")),
                    try yearly("benefits", try vector.decimals("benefits")),
                ])
            let model = { (name: String) throws(Problem) in
                try RecurringModel(
                    CostModelInputs([
                        "every": .pricePeriod(.year), "amount": .operand(.assumption(name)),
                    ]))
            }
            let option = try OptionEconomics(
                lines: [
                    cost("initial", try oneOff(try vector.decimals("costs")[0].description)),
                    cost("running", try model("costs")),
                    benefit("gain", try model("benefits"), isCashable: true),
                ], in: study)
            let nothing = try OptionEconomics(lines: [], in: study)
            let increment = try Increment(of: option, over: nothing, .all)
            let found = [
                "pvBenefits": option.benefitPresentValue(.all),
                "pvCosts": option.totalCostOfOwnership(.all),
                "npv": increment.netPresentValue, "bcr": increment.benefitCostRatio,
            ]
            for (name, figure) in found {
                let expected = try #require(vector.expected[name]?.number)
                #expect(try #require(figure).isNear(expected), "\(name)")
            }
        }
    }

    /// A series with one value for each study year; the first value, of time 0, is left out.
    private func yearly(_ id: String, _ values: [ExactDecimal]) throws -> Assumption {
        let start = day("2027-01-01")
        return Assumption(
            id: id,
            steps: values.dropFirst().enumerated().map {
                .init(from: start.adding(years: $0.offset), value: $0.element)
            })
    }

    @Test func `a ratio over costs that fall is not defined`() throws {
        let dear = try OptionEconomics(lines: [cost("a", try oneOff("10"))], in: study())
        let cheap = try OptionEconomics(lines: [], in: study())
        #expect(try Increment(of: cheap, over: dear, .all).benefitCostRatio == nil)
        #expect(try Increment(of: dear, over: cheap, .all).benefitCostRatio == 0)
    }
}
