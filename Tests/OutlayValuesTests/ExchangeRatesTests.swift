import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct ExchangeRatesTests {
    private let rates: ExchangeRates
    private let pound: Currency
    private let franc: Currency

    init() throws {
        let text = String(decoding: try fixture("Fixtures/ecb-rates-2023-12.csv"), as: UTF8.self)
        rates = try ExchangeRates(parsing: text, base: .eur, source: "ECB", path: "ecb.csv")
        pound = try Currency(code: "GBP")
        franc = try Currency(code: "CHF")
    }

    private func date(_ text: String) throws(Problem) -> CalendarDate {
        try CalendarDate(parsing: text)
    }

    @Test(arguments: [
        ("2023-12-22", "2023-12-22"), ("2023-12-25", "2023-12-22"), ("2023-12-26", "2023-12-22"),
        ("2023-12-27", "2023-12-27"), ("2024-01-01", "2023-12-29"), ("2024-01-16", "2024-01-09"),
    ])
    func `on a day without a rate the last one before counts, and is said`(
        _ asked: String, _ used: String
    ) throws {
        let rate = try rates.rate(from: .eur, to: .usd, on: date(asked), atMostDaysOld: 7)
        #expect(rate.date.description == used)
        #expect(rate.asked.description == asked)
        #expect(rate.isFallback == (asked != used))
        #expect(rate.note?.code == (asked == used ? nil : .olderRate))
        #expect(rate.note?.severity == (asked == used ? nil : .note))
    }

    @Test func `the note names both days`() throws {
        let rate = try rates.rate(from: .usd, to: .eur, on: date("2023-12-25"), atMostDaysOld: 7)
        #expect(
            rate.note?.summary == "the rate of 2023-12-22 stands in for 2023-12-25, USD to EUR")
        #expect(rate.note?.reason == "ECB has no rate on 2023-12-25; the last one before counts")
    }

    @Test(arguments: [
        (
            "2023-12-26", 3,
            "the last one in ECB is of 2023-12-22; days between: 4, allowed: 3"
        ),
        (
            "2024-01-17", 7,
            "the last one in ECB is of 2024-01-09; days between: 8, allowed: 7"
        ),
        ("2023-12-19", 7, "ECB has none on or before that day"),
        (
            "2023-12-23", 0,
            "the last one in ECB is of 2023-12-22; days between: 1, allowed: 0"
        ),
    ])
    func `a rate too old or not yet there is missing`(
        _ asked: String, _ limit: Int, _ reason: String
    ) throws {
        let day = try date(asked)
        let problem = expectProblem(.missingRate) { () throws(Problem) in
            try rates.rate(from: .eur, to: .usd, on: day, atMostDaysOld: limit)
        }
        #expect(problem?.summary == "no exchange rate from EUR to USD on \(asked)")
        #expect(problem?.reason == reason)
        #expect(problem?.hint == "state the rate in the document, with its date and source")
        #expect(problem?.code.outcome == .undecidable)
    }

    @Test func `a currency the table does not quote is named`() throws {
        let (day, dinar) = (try date("2023-12-22"), try Currency(code: "KWD"))
        let problem = expectProblem(.missingRate) { () throws(Problem) in
            try rates.rate(from: dinar, to: .usd, on: day, atMostDaysOld: 7)
        }
        #expect(problem?.reason == "ECB has no rates of KWD")
        #expect(try rates.rate(from: dinar, to: dinar, on: day, atMostDaysOld: 0).value() == .one)
    }

    @Test func `to the base, from it, and across it`() throws {
        let day = try date("2023-12-22")
        let amount = Money(minorUnits: 100_000, .eur)
        let dollars = try rates.rate(from: .eur, to: .usd, on: day, atMostDaysOld: 0).convert(
            amount)
        #expect(dollars == Money(minorUnits: 110_230, .usd))
        let back = try rates.rate(from: .usd, to: .eur, on: day, atMostDaysOld: 0).convert(dollars)
        #expect(back == amount)
        let across = try rates.rate(from: pound, to: franc, on: day, atMostDaysOld: 0)
        #expect(across.numerator == (try ExactDecimal("0.9417")))
        #expect(across.denominator == (try ExactDecimal("0.8666")))
    }

    @Test func `a day that quotes only one of two currencies is passed over for both`() throws {
        let text = "date,USD,GBP\n2024-01-02,1.1,0.8\n2024-01-03,1.2,\n"
        let rates = try ExchangeRates(parsing: text, base: .eur, source: "a table", path: "t.csv")
        let day = try date("2024-01-03")
        #expect(try rates.rate(from: .eur, to: .usd, on: day, atMostDaysOld: 7).date == day)
        let across = try rates.rate(from: .usd, to: pound, on: day, atMostDaysOld: 7)
        #expect(across.date.description == "2024-01-02")
        #expect(across.denominator == (try ExactDecimal("1.1")))
    }

    @Test func `days come in any order, each once, above zero`() throws {
        let (first, second) = (try date("2024-01-02"), try date("2024-01-03"))
        let rates = try ExchangeRates(
            base: .eur, source: "a table",
            days: [.init(second, [.usd: ExactDecimal(2)]), .init(first, [.usd: ExactDecimal(1)])])
        #expect(try rates.rate(from: .eur, to: .usd, on: first, atMostDaysOld: 0).value() == .one)
        expectProblem(.badSeries) { () throws(Problem) in
            try ExchangeRates(
                base: .eur, source: "a table", days: [.init(first, [:]), .init(first, [:])])
        }
        expectProblem(.outOfRange) { () throws(Problem) in
            try ExchangeRates(base: .eur, source: "a table", days: [.init(first, [.usd: .zero])])
        }
    }

    @Test(arguments: Vector.read("currency.json"))
    func `published conversions come out`(vector: Vector) throws {
        switch vector.function {
        case "currency.sum":
            #expect(vector.expected["error"] == .text("currencyMismatch"))
            expectProblem(.mixedCurrencies) { () throws(Problem) in
                try Money(.one, .eur) + Money(.one, .usd)
            }
        case "currency.compareToBudget":
            let actual = try converted(
                vector, amount: vector.text("actual"), from: vector.text("actualCurrency"),
                to: vector.text("budgetCurrency"))
            let budget = try Money(parsing: vector.text("budget"), actual.currency)
            #expect(
                actual.amount.text(places: 2) == vector.expected["actualInBudgetCurrency"]?.text)
            #expect(vector.expected["withinBudget"] == .truth(actual.amount <= budget.amount))
        default:
            let (amount, from) = (try vector.text("amount"), try vector.text("from_"))
            guard vector.expected["error"] == nil else {
                // Gold is not even a currency here: no amount in it can be settled.
                expectProblem(.unknownCurrency) { () throws(Problem) in try Currency(code: "XAU") }
                let (day, empty) = (
                    try date("2026-01-02"), try ExchangeRates(base: .eur, source: "", days: [])
                )
                expectProblem(.missingRate) { () throws(Problem) in
                    try empty.rate(from: .eur, to: .usd, on: day, atMostDaysOld: 7)
                }
                return
            }
            let result = try converted(vector, amount: amount, from: from, to: vector.text("to"))
            #expect(result.amount == (try ExactDecimal(vector.expected.text ?? "")))
        }
    }

    private func converted(
        _ vector: Vector, amount: String, from: String, to: String
    ) throws -> Money {
        var days: [CalendarDate: [Currency: ExactDecimal]] = [:]
        var base = Currency.eur
        for rate in vector.inputs["rates"]?.list ?? [] {
            base = try Currency(code: #require(rate["base"]?.text))
            let quote = try Currency(code: #require(rate["quote"]?.text))
            let day = try date(#require(rate["date"]?.text))
            days[day, default: [:]][quote] = try ExactDecimal(#require(rate["rate"]?.text))
        }
        let table = try ExchangeRates(
            base: base, source: vector.id, days: days.map { ExchangeRates.Day($0.key, $0.value) })
        let asked = try date(vector.inputs["on"]?.text ?? "2026-01-02")
        let rate = try table.rate(
            from: Currency(code: from), to: Currency(code: to), on: asked, atMostDaysOld: 31)
        return try rate.convert(Money(ExactDecimal(amount), Currency(code: from))).rounded()
    }
}
