import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct DiscountsTests {
    @Test func `discounts add up or follow each other`() throws {
        let discounts = [exact("0.20"), exact("0.05")]
        #expect(try Discounts.price(exact("1000"), less: discounts, .additive) == exact("750"))
        #expect(try Discounts.price(exact("1000"), less: discounts, .compound) == exact("760"))
        #expect(try Discounts.price(exact("1000"), less: [], .compound) == exact("1000"))
    }

    @Test func `more than all of a price cannot be taken off`() {
        let high = [exact("0.6"), exact("0.5")]
        #expect(refusal { try Discounts.price(.one, less: high, .additive) }?.code == .outOfRange)
        #expect(
            refusal {
                try Discounts.price(.one, less: [exact("1.1")], .compound)
            }?.code == .outOfRange)
        #expect(
            refusal {
                try Discounts.price(.one, less: [exact("-0.1")], .compound)
            }?.code == .outOfRange)
        #expect(
            refusal {
                try Discounts.price(exact("-1"), less: [], .compound)
            }?.code == .negativePrice)
    }
}
