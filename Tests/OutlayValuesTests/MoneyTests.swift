import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct MoneyTests {
    private let yen: Currency
    private let dinar: Currency

    init() throws {
        yen = try Currency(code: "JPY")
        dinar = try Currency(code: "KWD")
    }

    @Test func `minor units follow the currency`() throws {
        #expect(Money(minorUnits: 1250, .eur).description == "EUR 12.50")
        #expect(Money(minorUnits: 1250, yen).description == "JPY 1250")
        #expect(Money(minorUnits: 1250, dinar).description == "KWD 1.250")
        #expect(Money(minorUnits: -1, .eur).amount == (try ExactDecimal("-0.01")))
        for count in [0, 1, -1, 100, Int64.max, .min] {
            #expect(Money(minorUnits: count, .eur).minorUnits == count)
            #expect(Money(minorUnits: count, dinar).minorUnits == count)
        }
    }

    @Test func `what is no whole number of minor units has no count of them`() throws {
        #expect(Money(try ExactDecimal("0.005"), .eur).minorUnits == nil)
        #expect(Money(try ExactDecimal("92233720368547758.08"), .eur).minorUnits == nil)
        #expect(
            Money(try ExactDecimal("99999999999999999999999999999999999999"), .eur).minorUnits
                == nil)
    }

    @Test func `a decimal beyond the minor unit is refused where an amount is read`() throws {
        #expect(try Money(parsing: "12.50", .eur).minorUnits == 1250)
        #expect(try Money(parsing: "12.500", .eur).minorUnits == 1250)
        #expect(try Money(parsing: "1.234", dinar).minorUnits == 1234)
        let problem = expectProblem(.tooPrecise) { () throws(Problem) in
            try Money(parsing: "0.005", .eur)
        }
        #expect(problem?.summary == "`0.005` has 3 decimals")
        #expect(problem?.reason == "an amount in EUR has at most 2")
        expectProblem(.tooPrecise) { () throws(Problem) in try Money(parsing: "0.5", yen) }
        expectProblem(.badNumber) { () throws(Problem) in try Money(parsing: "12abc", .eur) }
    }

    @Test func `currencies do not mix`() throws {
        let (euro, dollar) = (Money(.one, .eur), Money(.one, .usd))
        #expect(try euro + euro == Money(ExactDecimal(2), .eur))
        #expect(try euro - euro == Money(.zero, .eur))
        let problem = expectProblem(.mixedCurrencies) { () throws(Problem) in try euro + dollar }
        #expect(problem?.summary == "EUR and USD do not add")
        expectProblem(.mixedCurrencies) { () throws(Problem) in try euro - dollar }
        #expect(Money(.zero, .eur) != Money(.zero, .usd))
    }

    @Test func `a product is carried and settled once`() throws {
        let price = Money(try ExactDecimal("0.0125"), .eur)
        let cost = try price * ExactDecimal(730)
        #expect(cost.amount == (try ExactDecimal("9.125")))
        #expect(cost.rounded().minorUnits == 912)
        #expect(cost.rounded(.halfUp).minorUnits == 913)
        #expect(Money(try ExactDecimal("0.5"), yen).rounded().amount == .zero)
    }
}
