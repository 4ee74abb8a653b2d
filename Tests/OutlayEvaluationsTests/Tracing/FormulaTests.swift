import Outlay
import Testing

@Suite struct FormulaTests {
    private static func number(_ text: String) -> FigureValue {
        FigureValue(.exact(exact(text)), .ratio)
    }

    private static let names = ["a", "b", "c"]

    struct Row: Sendable, CustomTestStringConvertible {
        let formula: Formula
        let text: String
        let result: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Row(formula: .product([.part(0), .part(1)]), text: "a × b", result: "12"),
        Row(
            formula: .product([.sum([.part(0), .part(1)]), .part(2)]), text: "(a + b) × c",
            result: "14"),
        Row(
            formula: .difference(.part(0), .difference(.part(1), .part(2))), text: "a − (b − c)",
            result: "5"),
        Row(
            formula: .difference(.difference(.part(0), .part(1)), .part(2)), text: "a − b − c",
            result: "1"),
        Row(
            formula: .quotient(.part(0), .product([.part(1), .part(2)])), text: "a ÷ (b × c)",
            result: "3"),
        Row(
            formula: .power(.sum([.number(1), .part(2)]), .number(3)), text: "(1 + c)^3",
            result: "1"),
        Row(formula: .rounded(.part(0), places: 2), text: "round(a, 2)", result: "6"),
        Row(formula: .sum([]), text: "0", result: "0"),
        Row(formula: .sum([.part(1)]), text: "b", result: "2"),
        Row(
            formula: .rank([.part(0), .part(1)], higherIsBetter: false), text: "rank(a; b)",
            result: "2"),
    ])
    func `a formula is computed as it is written`(row: Row) throws {
        let values =
            switch row.text {
            case "(a + b) × c": ["5", "2", "2"]
            case "a − (b − c)", "a − b − c": ["6", "3", "2"]
            case "a ÷ (b × c)": ["12", "2", "2"]
            case "(1 + c)^3": ["0", "0", "0"]
            default: ["6", "2", "1"]
            }
        #expect(row.formula.inSymbols { Self.names[$0] } == row.text)
        #expect(
            try row.formula.result(of: values.map(Self.number)) == .exact(exact(row.result)))
    }

    @Test func `a rate of return is that of the flows at their times`() throws {
        let formula = Formula.rateOfReturn([.part(0), .part(1)], years: [0, 2])
        let parts = ["-100", "121"].map(Self.number)
        #expect(formula.inSymbols { Self.names[$0] } == "rate(a; b)")
        let rate = try #require(formula.result(of: parts)?.doubleValue)
        #expect(abs(rate - 0.1) < 1e-12)
        #expect(try formula.result(of: ["100", "121"].map(Self.number)) == nil)
    }

    @Test func `what is exact stays exact until something is not`() throws {
        let half = FigureValue(.real(0.5), .ratio)
        let third = Formula.quotient(.number(1), .number(3))
        #expect(try third.result(of: []) == .exact(exact("0.33333333333333333333")))
        #expect(
            try Formula.sum([.number(1), .part(0)]).result(of: [half]) == .real(1.5))
    }

    @Test func `discounting divides by the rate's power`() throws {
        let formula = Formula.discounted(.part(0), rate: .part(1), years: .part(2))
        let parts = ["8000", "0.08", "3"].map(Self.number)
        let result = try #require(try formula.result(of: parts))
        #expect(abs(result.doubleValue - 6350.658) < 0.001)
        #expect(formula.inSymbols { Self.names[$0] } == "a ÷ (1 + b)^c")
    }

    @Test func `a payback is that of its flows, and none where they never pay back`() throws {
        let formula = Formula.payback([.part(0), .part(1), .part(2)])
        let flows = ["-57000", "40520", "75362.6"].map(Self.number)
        let years = try #require(try formula.result(of: flows))
        #expect(abs(years.doubleValue - 1.218676) < 1e-6)
        #expect(try formula.result(of: ["-1", "0", "0"].map(Self.number)) == nil)
    }

    @Test func `words and absent parts give nothing`() throws {
        #expect(try Formula.part(0).result(of: [FigureValue("never")]) == nil)
        #expect(try Formula.sum([.number(1), .part(3)]).result(of: []) == nil)
    }
}
