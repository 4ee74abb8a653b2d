import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct RenewalModelTests {
    private func renewal(
        _ inputs: [String: CostModelInputs.Value]
    ) throws(Problem) -> RenewalModel {
        try RenewalModel(
            CostModelInputs(
                [
                    "amount": .number("30000"), "every": .pricePeriod(.year),
                    "renews_every": .number("36"),
                ].merging(inputs) { $1 }))
    }

    @Test func `a price rises at each renewal alone`() throws {
        for vector in Vector.read("escalate", "esc-renewal-3y-terms") {
            let amounts = try renewal(["uplift": .number("0.12")]).amounts(in: study(years: 8))
            #expect(amounts.dropFirst().map(\.doubleValue) == vector.expected.numbers)
        }
    }

    @Test func `escalation is taken at renewals, at most the cap`() throws {
        let growing = try renewal(["escalation": .growth("0.1")])
        // Year 4 stands three years of growth above year 1.
        #expect(try growing.amounts(in: study(years: 4)).last == exact("39930"))
        let capped = try renewal(["escalation": .growth("0.1"), "uplift_cap": .number("0.2")])
        #expect(try capped.amounts(in: study(years: 4)).last == exact("36000"))
    }

    @Test func `a renewal within a year changes the price from its month on`() throws {
        let model = try renewal(["renews_every": .number("18"), "uplift": .number("0.1")])
        #expect(
            try model.amounts(in: study()).dropFirst().map(\.self)
                == [exact("30000"), exact("31500"), exact("33000")])
    }

    @Test func `a contract's cap takes the place of an uplift`() throws {
        let model = try renewal(["renews_every": .number("12"), "uplift": .number("0.2")])
        let contract = try #require(
            try Contract(
                lines: [cost("fee", model)],
                term: ContractTerm(months: 24, priceCapPerYear: exact("0.05")), in: study()))
        #expect(contract.value.amount == exact("61500"))
    }

    @Test func `an uplift and an escalation exclude each other`() {
        #expect(
            refusal {
                try renewal(["uplift": .number("0.1"), "escalation": .growth("0.1")])
            }?.code == .fieldsExclude)
    }
}
