import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct CommitmentModelTests {
    private func commitment(
        _ quantity: CostModelInputs.Value
    ) throws(Problem) -> CommitmentModel {
        try CommitmentModel(
            CostModelInputs([
                "commitment": .number("10"), "committed_cost": .number("3"), "quantity": quantity,
                "unit_cost": .number("5"), "every": .pricePeriod(.year),
                "per": .pricePeriod(.month),
            ]))
    }

    @Test func `parts show what is used, unused and beyond`() throws {
        let use = series("use", ["2027-01-01": "8", "2027-07-01": "14"])
        let model = try commitment(.named("use"))
        let payments = try model.payments(in: study(years: 1, assumptions: [use]))
        #expect(payments.map(\.part) == [.used, .unused, .overage])
        // Six months of 8 and six of 10 at 3; six of 2 at 3; six of 4 at 5.
        #expect(payments.map(\.amount) == [exact("324"), exact("36"), exact("120")])
    }

    @Test(arguments: 0..<50)
    func `used and unused make up the commitment in every year`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let use = Assumption(
            id: "use",
            steps: (0..<8).map { step in
                .init(
                    from: day("2027-01-01").adding(months: 5 * step),
                    value: ExactDecimal(Int.random(in: 0...300, using: &random), places: 1))
            })
        let payments = try commitment(.named("use")).payments(
            in: study(assumptions: [use]))
        for year in 1...3 {
            let paid = payments.filter { $0.column == year && $0.part != .overage }
            #expect(try paid.map(\.amount).sum() == exact("360"), "seed \(seed)")
        }
    }

    @Test func `committing to pay more than on demand is refused`() {
        #expect(
            refusal {
                try CommitmentModel(
                    CostModelInputs([
                        "commitment": .number("10"), "committed_cost": .number("6"),
                        "quantity": .number("1"), "unit_cost": .number("5"),
                        "every": .pricePeriod(.year),
                    ]))
            }?.code == .badCommitment)
    }
}
