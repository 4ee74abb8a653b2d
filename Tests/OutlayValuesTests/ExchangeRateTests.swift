import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct ExchangeRateTests {
    private let day: CalendarDate

    init() throws {
        day = try CalendarDate(parsing: "2026-11-20")
    }

    @Test func `a stated rate converts one way and is never a fallback`() throws {
        let rate = try ExchangeRate(
            from: .usd, to: .eur, stated: ExactDecimal("0.9215"), date: day, source: "treasury")
        #expect(
            try rate.convert(Money(minorUnits: 20_000, .usd)) == Money(minorUnits: 18_430, .eur))
        #expect(try rate.value() == ExactDecimal("0.9215"))
        #expect(!rate.isFallback)
        #expect(rate.note == nil)
        let problem = expectProblem(.mixedCurrencies) { () throws(Problem) in
            try rate.convert(Money(minorUnits: 1, .eur))
        }
        #expect(problem?.summary == "a rate from USD does not convert EUR")
    }

    @Test(arguments: ["0", "-1.1"])
    func `a rate is above zero`(_ value: String) throws {
        let value = try ExactDecimal(value)
        expectProblem(.outOfRange) { () throws(Problem) in
            try ExchangeRate(from: .usd, to: .eur, stated: value, date: day, source: "treasury")
        }
    }

    @Test func `conversion multiplies first and divides once`() throws {
        let rate = ExchangeRate(
            from: .usd, to: .eur, numerator: ExactDecimal(1), denominator: ExactDecimal(3),
            date: day, asked: day, source: "a table")
        let converted = try rate.convert(Money(ExactDecimal(3_000_000), .usd))
        #expect(converted == Money(ExactDecimal(1_000_000), .eur))
    }
}
