import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

@Suite struct MinorUnitsTests {
    @Test func `sums that leave 64 bits are refused`() throws {
        let most = MinorUnits(.max)
        #expect(try (most - MinorUnits(1)) + MinorUnits(1) == most)
        #expect(throws: Problem.self) { try most + MinorUnits(1) }
        #expect(throws: Problem.self) { try MinorUnits(.min) - MinorUnits(1) }
        #expect(throws: Problem.self) { try MinorUnits(.min).negated() }
    }

    @Test func `an amount is shown with the decimals of its currency`() throws {
        #expect(MinorUnits(-1250).text(in: .eur) == "-12.50")
        #expect(MinorUnits(1250).text(in: try Currency(code: "JPY")) == "1250")
        #expect(MinorUnits(5).text(in: try Currency(code: "KWD")) == "0.005")
    }

    @Test func `an unsettled amount is no count of minor units`() throws {
        #expect(throws: Problem.self) {
            try MinorUnits(Money(ExactDecimal(1005, places: 3), .eur))
        }
        #expect(
            try MinorUnits(Money(ExactDecimal(1005, places: 3), Currency(code: "KWD"))).count
                == 1005)
    }
}
