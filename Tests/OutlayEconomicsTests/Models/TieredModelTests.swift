import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct TieredModelTests {
    private let tiers: [PriceTier] = [
        PriceTier(upTo: ExactDecimal(10), unitPrice: ExactDecimal(20)),
        PriceTier(upTo: nil, unitPrice: ExactDecimal(15)),
    ]

    @Test func `seats that grow change the price of a month`() throws {
        let model = try TieredModel(
            CostModelInputs([
                "tiers": .tiers(tiers), "quantity": .named("seats"), "every": .pricePeriod(.year),
                "per": .pricePeriod(.month), "escalation": .growth("0.1"),
            ]))
        let seats = series("seats", ["2027-01-01": "10", "2027-07-01": "20"])
        let study = study(years: 2, assumptions: [seats])
        // Six months of 200 and six of 350; then twelve of 350, grown once.
        #expect(try model.amounts(in: study) == [.zero, exact("3300"), exact("4620")])
    }

    @Test func `a closed list refuses what lies beyond it`() throws {
        let model = try TieredModel(
            CostModelInputs([
                "tiers": .tiers([PriceTier(upTo: ExactDecimal(10), unitPrice: .one)]),
                "quantity": .number("11"), "every": .pricePeriod(.year),
            ]))
        #expect(refusal { try model.payments(in: study()) }?.code == .invalidTiers)
    }

    @Test func `a price beside the tiers is refused`() {
        #expect(
            refusal {
                try TieredModel(
                    CostModelInputs([
                        "tiers": .tiers(tiers), "quantity": .number("1"), "unit_cost": .number("1"),
                        "every": .pricePeriod(.year),
                    ]))
            }?.code == .fieldsExclude)
    }
}
