import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct CurrencyTests {
    @Test(arguments: [("EUR", 2), ("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("CHF", 2)])
    func `minor units are those of ISO 4217`(_ code: String, _ places: Int) throws {
        let currency = try Currency(code: code)
        #expect(currency.code == code)
        #expect(currency.minorUnitPlaces == places)
    }

    @Test func `the fast way to the common ones is the table's`() throws {
        for currency in [Currency.eur, .usd] {
            let entry = try #require(CurrencyTable.entries[currency.code])
            #expect(entry.minorUnitPlaces == currency.minorUnitPlaces)
            #expect(currency.name == entry.name)
        }
    }

    @Test(arguments: ["XAU", "XXX", "XTS", "XDR"])
    func `what has no minor unit is no currency to pay in`(code: String) {
        let problem = expectProblem(.unknownCurrency) { () throws(Problem) in
            try Currency(code: code)
        }
        #expect(problem?.summary == "`\(code)` has no minor unit")
    }

    @Test(arguments: [
        ("eur", "did you mean `EUR`?"), ("EURO", "did you mean `EUR`?"),
        ("US$", "did you mean `USD`?"),
        ("", nil), ("€", nil), ("dollars", nil),
    ])
    func `an unknown code is refused with the nearest one`(_ code: String, _ hint: String?) {
        let problem = expectProblem(.unknownCurrency) { () throws(Problem) in
            try Currency(code: code)
        }
        #expect(problem?.hint == hint)
    }

    @Test func `the table is the published list`() throws {
        let text = String(
            decoding: try fixture("../../catalogs/reference/iso4217.csv"), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.first == "code,numeric,minor_units,name")
        var listed: Set<String> = []
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
            let entry = try #require(CurrencyTable.entries[String(fields[0])], "\(line)")
            #expect(entry.minorUnitPlaces == Int(fields[2]), "\(line)")
            #expect(entry.name == fields[3].trimmingPrefix("\"").replacing("\"", with: ""))
            listed.insert(String(fields[0]))
        }
        #expect(listed == Set(CurrencyTable.entries.keys))
        #expect(listed.count == 178)
    }
}
