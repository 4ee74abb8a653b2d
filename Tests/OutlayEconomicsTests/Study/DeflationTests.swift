import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct DeflationTests {
    @Test func `money of the base year is what prices were before inflation`() throws {
        let horizon = study().horizon
        let same = Deflation(inflationPerYear: exact("0.1"), moneyOf: 2026, in: horizon)
        #expect(same.base == day("2027-01-01"))
        #expect(Deflation(inflationPerYear: .zero, moneyOf: 2027, in: horizon).base == same.base)
        var line = cost("fee", try recurring("1000"))
        line.deflation = same
        let years = try OptionEconomics(lines: [line], in: study()).costsByYear(.all)
        #expect(
            years.map { $0.rounded(toPlaces: 6, .halfEven) }
                == ["0", "909.090909", "826.446281", "751.314801"].map(exact))
    }

    @Test func `an earlier base year takes inflation before the horizon too`() throws {
        var line = cost("fee", try oneOff("1102.5"))
        line.deflation = Deflation(
            inflationPerYear: exact("0.05"), moneyOf: 2024, in: study(start: "2027-01-01").horizon)
        // Two years of 365 days from 2025 on.
        #expect(
            try OptionEconomics(lines: [line], in: study()).costsByYear(.all)[0] == exact("1000"))
    }

    @Test(arguments: 0..<50)
    func `a real and a nominal run agree`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let inflation = ExactDecimal(Int.random(in: -20...150, using: &random), places: 3)
        let real = ExactDecimal(Int.random(in: -20...150, using: &random), places: 3)
        let nominal = try (ExactDecimal.one + real) * (ExactDecimal.one + inflation) - .one
        let line = cost("fee", try random.model())
        var inRealTerms = line
        let horizon = study(years: 5).horizon
        inRealTerms.deflation = Deflation(
            inflationPerYear: inflation, moneyOf: 2026, in: horizon)
        let one = try OptionEconomics(
            lines: [line], in: study(years: 5, rate: nominal.description))
        let other = try OptionEconomics(
            lines: [inRealTerms], in: study(years: 5, rate: real.description))
        #expect(
            one.totalCostOfOwnership(.all).isNear(other.totalCostOfOwnership(.all)), "seed \(seed)")
    }

    @Test func `a share of deflated lines is not deflated again`() throws {
        let share = try ShareModel(
            CostModelInputs(["share": .number("0.5"), "of": .names(["fee"])]))
        let deflation = Deflation(
            inflationPerYear: exact("0.1"), moneyOf: 2026, in: study().horizon)
        var (fee, part) = (cost("fee", try recurring("1100")), cost("part", share))
        fee.deflation = deflation
        part.deflation = deflation
        let option = try OptionEconomics(lines: [fee, part], in: study())
        #expect(try option.costsByYear(.all)[1] == exact("1500"))
    }
}
