import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct DiscountRateTests {
    /// Three of the cases are printed in reports of NIST's BLCC 5.3-19.
    @Test(
        arguments: Vector.read(
            "singlePresentValue", "spv-nist-ecip-10", "spv-nist-ecip-18", "spv-nist-ecip-5",
            "spv-nist-femp-residual"))
    func `one amount has its published present value`(vector: Vector) throws {
        let rate = DiscountRate(ratePerYear: try vector.decimal("rate"))
        let found = rate.presentValue(
            of: try vector.decimal("amount"), years: try vector.number("years"))
        #expect(found.isNear(try #require(vector.expected.number)))
    }

    @Test(
        arguments: Vector.read(
            "npv", "npv-30y", "npv-excel-end", "npv-large-rate", "npv-midyear",
            "npv-monthly-from-effective-annual", "npv-npfdoc"))
    func `flows have their published present value`(vector: Vector) throws {
        let key = vector.inputs["rate"] == nil ? "annualEffectiveRate" : "rate"
        let rate = DiscountRate(ratePerYear: try vector.decimal(key))
        let perYear = vector.inputs["periodsPerYear"]?.number ?? 1
        let shift =
            switch vector.inputs["convention"] {
            case .text("excelFirstFlowAtPeriod1"): 1.0
            case .text("midPeriod"): 0.5
            default: 0.0
            }
        var found = vector.inputs["initial"]?.number ?? 0
        for (period, flow) in try vector.decimals("cashflows").enumerated() {
            found += rate.presentValue(of: flow, years: (Double(period) + shift) / perYear)
        }
        #expect(found.isNear(try #require(vector.expected.number)))
    }

    @Test func `a rate of -1 is stopped`() async {
        await #expect(processExitsWith: .failure) {
            _ = DiscountRate(ratePerYear: ExactDecimal(-1))
        }
    }
}
