import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct ExchangeRatesTextTests {
    private func read(_ text: String) throws(Problem) -> ExchangeRates {
        try ExchangeRates(parsing: text, base: .eur, source: "ECB", path: "ecb.csv")
    }

    @Test func `line ends may be LF or CRLF, and the last one may be missing`() throws {
        let unix = try read("date,USD\n2024-01-02,1.1\n2024-01-03,\n")
        #expect(try read("date,USD\r\n2024-01-02,1.1\r\n2024-01-03,\r\n") == unix)
        #expect(try read("date,USD\n2024-01-02,1.1\n2024-01-03,") == unix)
    }

    @Test(arguments: [
        ("ecb-rates-daily-2023on.csv", "2026-10-31", "2026-10-30", "JPY"),
        ("ecb-rates-month-end-1999on.csv", "1999-02-01", "1999-01-29", "NZD"),
    ])
    func `the shipped tables read`(
        _ file: String, _ asked: String, _ used: String, _ code: String
    ) throws {
        let data = try fixture("../../catalogs/reference/" + file)
        let rates = try read(String(decoding: data, as: UTF8.self))
        let rate = try rates.rate(
            from: .eur, to: Currency(code: code), on: CalendarDate(parsing: asked), atMostDaysOld: 7
        )
        #expect(rate.date.description == used)
        #expect(rate.isFallback)
    }

    @Test(arguments: [
        ("", ProblemCode.unknownColumn, 1, 1), ("day,USD\n", .unknownColumn, 1, 1),
        ("date,USD,usd\n", .unknownCurrency, 1, 10), ("date,USD,XAU\n", .unknownCurrency, 1, 10),
        ("date,USD,USD\n", .badCell, 1, 10), ("date,EUR\n", .badCell, 1, 6),
        ("date,USD\n2024-01-02\n", .raggedRow, 2, 1),
        ("date,USD\n2024-01-02,1,2\n", .raggedRow, 2, 1),
        ("date,USD\n\n2024-01-02,1\n", .raggedRow, 2, 1),
        ("date,USD\n02.01.2024,1\n", .badDate, 2, 1),
        ("date,USD\n2024-01-02,1\n2024-01-02,1\n", .badSeries, 3, 1),
        ("date,USD\n2024-01-03,1\n2024-01-02,1\n", .badSeries, 3, 1),
        ("date,USD,GBP\n2024-01-02,1,N/A\n", .badNumber, 2, 14),
        ("date,USD,GBP\n2024-01-02,1, 2\n", .badNumber, 2, 14),
        ("date,USD\n2024-01-02,0\n", .outOfRange, 2, 12),
        ("date,USD\n2024-01-02,-1.1\n", .outOfRange, 2, 12),
        ("\u{FEFF}date,USD\n", .unknownColumn, 1, 1),
    ])
    func `a table that breaks a rule is refused at its cell`(
        _ text: String, _ code: ProblemCode, _ line: Int, _ column: Int
    ) throws {
        let problem = expectProblem(code) { () throws(Problem) in try read(text) }
        guard case .text(let span) = problem?.location else {
            Issue.record("no place: \(String(describing: problem))")
            return
        }
        #expect(span.path == "ecb.csv")
        #expect(span.start == TextPosition(line: line, column: column))
    }
}
