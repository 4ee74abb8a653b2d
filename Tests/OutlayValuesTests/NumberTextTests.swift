import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct NumberTextTests {
    @Test(arguments: [
        ("0", "0"), ("7", "7"), ("999", "999"), ("1000", "1 000"), ("-1234567.5", "−1 234 567.5"),
        ("100000", "100 000"), ("0.0001", "0.0001"), ("-999.9999", "−999.9999"),
    ])
    func `thousands are grouped before the point only`(_ number: String, _ text: String) throws {
        #expect(NumberText().text(of: try ExactDecimal(number)) == text)
    }

    @Test(arguments: [
        ("1234.565", "1,234.56"), ("1234.575", "1,234.58"), ("999.995", "1,000.00"),
        ("-0.004", "0.00"),
        ("-0.006", "-0.01"), ("5", "5.00"),
    ])
    func `decimals are fixed, rounded half to even`(_ number: String, _ text: String) throws {
        let style = NumberText(places: 2, separator: ",", minus: .hyphen)
        #expect(style.text(of: try ExactDecimal(number)) == text)
    }

    @Test func `differences carry their sign, zero none`() throws {
        let style = NumberText(places: 0, sign: .both)
        #expect(style.text(of: ExactDecimal(97_121)) == "+97 121")
        #expect(style.text(of: ExactDecimal(-119_417)) == "\u{2212}119 417")
        #expect(style.text(of: .zero) == "0")
        #expect(style.text(of: try ExactDecimal("0.4")) == "0")
    }

    @Test func `a Double is rounded by its shortest text`() throws {
        let style = NumberText(places: 2)
        #expect(try style.text(of: 0.285) == "0.28")
        #expect(try style.text(of: 0.275) == "0.28")
        #expect(try style.text(of: -97_121.415) == "\u{2212}97 121.42")
        #expect(try NumberText().text(of: 0.1 + 0.2) == "0.30000000000000004")
        expectProblem(.overflow) { () throws(Problem) in try style.text(of: Double.nan) }
    }

    @Test func `money shows its currency and its minor unit`() throws {
        #expect(Money(minorUnits: 123_450, .eur).display() == "EUR 1 234.50")
        #expect(Money(minorUnits: -123_450, try Currency(code: "JPY")).display() == "JPY −123 450")
        #expect(Money(try ExactDecimal("0.0045"), .usd).display() == "USD 0.00")
        let precise = NumberText(places: 4, separator: "", minus: .hyphen)
        #expect(Money(try ExactDecimal("-1234.5"), .usd).display(precise) == "USD -1234.5000")
    }
}
