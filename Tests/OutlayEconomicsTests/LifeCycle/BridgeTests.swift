import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct BridgeTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `the steps lead from the baseline to the option exactly`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let baseline = try OptionEconomics(lines: random.lines(tax: nil), in: study())
        let option = try OptionEconomics(lines: random.lines(tax: nil), in: study())
        for coverage in Coverage.allCases {
            let bridge = try Bridge(from: baseline, to: option, coverage)
            let added = try bridge.costs.map(\.presentValue.amount).sum()
            #expect(try bridge.from.amount + added == bridge.to.amount)
            let nominal = try bridge.costs.map(\.total).sum()
            #expect(
                try nominal == option.costsByYear(coverage).sum()
                    - baseline.costsByYear(coverage).sum())
            let gained = try bridge.benefits.map(\.presentValue.amount).sum()
            #expect(try gained - added == bridge.netPresentValue.amount)
            let rows = try option.costRows(coverage)
            for step in bridge.costs {
                let new = rows.first { $0.category == step.category }?.presentValue ?? 0
                let old =
                    try baseline.costRows(coverage)
                    .first { $0.category == step.category }?.presentValue ?? 0
                let error = (step.presentValue.amount.doubleValue - (new - old)).magnitude
                #expect(error < 0.0101, "\(step.category)")
            }
        }
    }

    @Test func `categories stand in order and vanish as well as appear`() throws {
        let baseline = try OptionEconomics(
            lines: [cost("a", try oneOff("100"), category: "licence")], in: study())
        let option = try OptionEconomics(
            lines: [
                cost("b", try oneOff("30"), category: "setup"),
                cost("c", try oneOff("40"), category: "licence"),
            ], in: study())
        let bridge = try Bridge(from: baseline, to: option, .all)
        #expect(bridge.from == Money(exact("100"), .eur))
        #expect(bridge.to == Money(exact("70"), .eur))
        #expect(bridge.costs.map(\.category) == ["licence", "setup"])
        #expect(bridge.costs.map(\.total) == [exact("-60"), exact("30")])
        #expect(bridge.netPresentValue == Money(exact("30"), .eur))
    }

    @Test func `cents that rounding leaves over go to the steps that lost most`() throws {
        // Thirds of a cent: 0.004 three times is 0.012, which settles to 0.01.
        let rate = study(years: 1, rate: "0")
        func parts(_ amounts: [String]) throws -> OptionEconomics {
            try OptionEconomics(
                lines: amounts.enumerated().map { index, amount in
                    cost("l\(index)", try oneOff(amount), category: "c\(index)")
                }, in: rate)
        }
        let bridge = try Bridge(
            from: try parts([]), to: try parts(["0.004", "0.0041", "0.004"]), .all)
        #expect(bridge.to == Money(exact("0.01"), .eur))
        #expect(bridge.costs.map(\.presentValue.amount) == [.zero, exact("0.01"), .zero])
    }
}
