import Outlay
import Testing

@testable import OutlayDocuments

struct QuoteNumbersTests {
    private let german = QuoteNumbers(decimal: ",", grouping: ".")
    private let english = QuoteNumbers(decimal: ".", grouping: ",")
    private let plain = QuoteNumbers(decimal: ".", grouping: nil)

    @Test(arguments: [
        ("1.089,50", "1089.50"), ("89", "89"), ("1234567,5", "1234567.5"), ("-1.000", "-1000"),
        ("1.089.000", "1089000"), ("0,5", "0.5"),
    ])
    func `numbers are read by the signs of the map`(text: String, number: String) throws {
        #expect(try german.plainText(of: text) == number)
    }

    @Test(arguments: [
        "1.08", "1089.50", "1.0890,5", ".500", "1,2,3", "1.089,", ",5", "", "1 089", "EUR 5", "5 €",
        "1.089,5.0", "1..000", "0.100",
    ])
    func `other writings are refused`(text: String) {
        #expect(problem { try german.plainText(of: text) }?.code == .badNumber)
    }

    @Test func `a point is not both`() throws {
        #expect(try english.plainText(of: "1,089.50") == "1089.50")
        #expect(problem { try english.plainText(of: "1.089,50") } != nil)
        #expect(try plain.plainText(of: "1089.50") == "1089.50")
        #expect(problem { try plain.plainText(of: "1,089.50") } != nil)
    }
}
