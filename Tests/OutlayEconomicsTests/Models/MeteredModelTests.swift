import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct MeteredModelTests {
    private func metered(
        _ inputs: [String: CostModelInputs.Value]
    ) throws(Problem) -> MeteredModel {
        try MeteredModel(
            CostModelInputs(
                inputs.merging(["usage": .number("1000"), "unit_cost": .number("1")]) { one, _ in
                    one
                }))
    }

    @Test func `use that grows by the month compounds`() throws {
        let model = try metered([
            "usage_growth": .number("0.1"), "usage_growth_per": .word("month"),
            "every": .pricePeriod(.month),
        ])
        let payments = try model.payments(in: study(years: 1))
        #expect(payments.map(\.amount).prefix(3) == [exact("1000"), exact("1100"), exact("1210")])
        // 1000 × (1.1^12 − 1) / 0.1
        #expect(try payments.map(\.amount).sum() == exact("21384.28376721"))
    }

    @Test func `what is included costs nothing and is not carried over`() throws {
        let used = series("used", ["2027-01-01": "50", "2027-07-01": "150"])
        let model = try metered(["usage": .named("used"), "included": .number("100")])
        #expect(
            try model.amounts(in: study(years: 1, assumptions: [used])) == [.zero, exact("300")])
    }

    @Test func `a contract counts use at its ceiling`() throws {
        let model = try metered(["usage_ceiling": .number("1500")])
        let lines = [cost("use", model)]
        let contract = try #require(
            try Contract(lines: lines, term: ContractTerm(months: 12), in: study()))
        #expect(contract.value.amount == exact("18000"))
        #expect(try model.amounts(in: study())[1] == exact("12000"))
    }

    @Test func `use by packages is rounded up each month`() throws {
        let model = try metered(["package_size": .number("300")])
        #expect(try model.amounts(in: study())[1] == exact("48"))
    }
}
