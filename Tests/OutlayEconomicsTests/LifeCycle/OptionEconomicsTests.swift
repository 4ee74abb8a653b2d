import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct OptionEconomicsTests {
    @Test func `a table by hand`() throws {
        let option = try OptionEconomics(
            lines: [
                cost("setup", try oneOff("1000"), category: "project"),
                cost("fee", try recurring("540")),
                cost("leave", try oneOff("100", .end), category: "project"),
                benefit("time", try recurring("216"), isCashable: false),
            ], in: study(years: 2))
        let rows = try option.costRows(.all)
        #expect(rows.map(\.category) == ["project", "subscription"])
        #expect(rows[0].amounts == ["1000", "0", "100"].map(exact))
        #expect(rows[1].amounts == ["0", "540", "540"].map(exact))
        #expect(rows.map(\.total) == ["1100", "1080"].map(exact))
        #expect(rows[0].presentValue.isNear(1000 + 100 / 1.1664))
        #expect(option.totalCostOfOwnership(.all).isNear(1000 + 500 + 640 / 1.1664))
        #expect(option.benefitPresentValue(.all).isNear(200 + 216 / 1.1664))
        #expect(option.benefitPresentValue(.cash) == 0)
        #expect(try option.benefitRows(.cash)[0].total == .zero)
    }

    @Test func `sunk money is shown and not counted`() throws {
        let option = try OptionEconomics(
            lines: [
                cost("study", try oneOff("700", .date(day("2026-05-01")))),
                cost("licence", try recurring("10"), isSunk: true),
            ], in: study())
        #expect(try option.sunkCost() == exact("730"))
        #expect(option.totalCostOfOwnership(.all) == 0)
    }

    @Test(arguments: 0..<80 as Range<UInt64>)
    func `years re-add to totals, and cash is part of all`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tax = Tax(prices: .gross, rate: exact("0.2"), recoverable: exact("0.5"))
        let option = try OptionEconomics(lines: random.lines(tax: tax), in: study(years: 5))
        for coverage in Coverage.allCases {
            let years = try option.costsByYear(coverage)
            let rows = try option.costRows(coverage)
            #expect(try years.sum() == rows.map(\.total).sum())
            for column in years.indices {
                #expect(try years[column] == rows.map { $0.amounts[column] }.sum())
            }
            let parts = rows.map(\.presentValue).reduce(0, +)
            #expect(option.totalCostOfOwnership(coverage).isNear(parts))
            let totals = try option.costTotals(coverage)
            for column in years.indices {
                let sum = rows.map { $0.discounted[column] }.reduce(0, +)
                #expect(totals.discounted[column].isNear(sum), "seed \(seed)")
            }
            #expect(
                option.totalCostOfOwnership(coverage).isNear(totals.discounted.reduce(0, +)),
                "seed \(seed)")
            for row in rows {
                #expect(row.presentValue.isNear(row.discounted.reduce(0, +)), "seed \(seed)")
            }
        }
        let all = try option.costsByYear(.all)
        #expect(try zip(option.costsByYear(.cash), all).allSatisfy { $0 <= $1 })
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `at a rate of 0 the present value is the total`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let option = try OptionEconomics(
            lines: random.lines(tax: nil), in: study(years: 5, rate: "0"))
        let total = try option.costsByYear(.all).sum().doubleValue
        #expect(option.totalCostOfOwnership(.all).isNear(total))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `the order of lines changes nothing`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lines = try random.lines(tax: nil)
        let one = try OptionEconomics(lines: lines, in: study(years: 5))
        let other = try OptionEconomics(lines: lines.shuffled(using: &random), in: study(years: 5))
        #expect(try one.costsByYear(.all) == other.costsByYear(.all))
        #expect(try one.benefitsByYear(.cash) == other.benefitsByYear(.cash))
        #expect(one.totalCostOfOwnership(.all).isNear(other.totalCostOfOwnership(.all)))
    }
}
