import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct OptimismBiasTests {
    @Test func `what is managed away is not added`() throws {
        let bias = try OptimismBias(upper: exact("2"))
        #expect(try bias.applied(to: exact("250000"), mitigation: exact("0.6")) == exact("450000"))
        #expect(try bias.applied(to: exact("100")) == exact("300"))
    }

    @Test func `the uplift of a whole is that of its parts by their shares`() throws {
        #expect(
            try OptimismBias.combined([
                (share: exact("0.3"), uplift: exact("0.39")),
                (share: exact("0.7"), uplift: exact("0.04")),
            ]) == exact("0.145"))
    }

    @Test func `shares that make no whole, and negative numbers, are refused`() {
        #expect(
            refusal {
                try OptimismBias.combined([(share: exact("0.5"), uplift: .one)])
            }?.code == .outOfRange)
        #expect(refusal { try OptimismBias(upper: exact("-0.1")) }?.code == .negativeQuantity)
        #expect(
            refusal {
                try OptimismBias(upper: .one).uplift(mitigation: exact("1.2"))
            }?.code == .outOfRange)
    }
}
