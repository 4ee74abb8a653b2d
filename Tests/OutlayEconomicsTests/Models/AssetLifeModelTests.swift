import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct AssetLifeModelTests {
    private func asset(
        _ life: String, _ inputs: [String: CostModelInputs.Value] = [:]
    ) throws(Problem) -> AssetLifeModel {
        try AssetLifeModel(
            CostModelInputs(
                inputs.merging(["life": .number(life), "amount": .number("1000")]) { $1 }))
    }

    @Test func `a thing is bought again on the last day of its life`() throws {
        let payments = try asset("2").payments(in: study(years: 6))
        #expect(payments.map(\.due) == ["2027-01-01", "2028-12-31", "2030-12-31"].map(day))
        #expect(payments.map(\.column) == [0, 2, 4])
        #expect(payments.map(\.years) == [0, 2, 4])
    }

    @Test func `a life that ends with the horizon needs neither another thing nor a value`() throws
    {
        let option = try OptionEconomics(lines: [cost("switch", try asset("3"))], in: study())
        #expect(try option.costsByYear(.all) == [exact("1000"), .zero, .zero, .zero])
    }

    @Test func `what outlives the horizon needs a value, an explicit 0 included`() throws {
        let problem = try #require(
            refusal { try OptionEconomics(lines: [cost("switch", try asset("5"))], in: study()) })
        #expect(problem.code == .outlivesHorizon)
        #expect(problem.reason == "it lives until 2031-12-31, the horizon ends on 2029-12-31")
        let none = try asset("5", ["residual": .number("0")])
        #expect(try OptionEconomics(lines: [cost("switch", none)], in: study()).costs.count == 1)
        let some = try asset("2.5", ["residual": .number("400")])
        #expect(
            try OptionEconomics(lines: [cost("switch", some)], in: study()).costsByYear(.all)
                == [exact("1000"), .zero, .zero, exact("600")])
    }

    @Test func `a residual line of its own values it too`() throws {
        let residual = try ResidualShareModel(
            CostModelInputs([
                "residual_of": .names(["switch"]), "by_age": .factors(["0.5", "0.2"].map(exact)),
            ]))
        // Bought at the start and after two years; the second is one year old at the end.
        let lines = [cost("switch", try asset("2")), cost("resale", residual)]
        let option = try OptionEconomics(lines: lines, in: study())
        #expect(try option.costs[1].total(.all) == exact("-500"))
    }

    @Test func `prices grow until they are paid again`() throws {
        let model = try asset(
            "2", ["escalation": .growth("0.1", .year1), "residual": .number("0")])
        #expect(
            try model.amounts(in: study()) == [exact("1000"), .zero, exact("1210"), .zero])
    }

    @Test(arguments: ["0", "0.01", "-1"])
    func `a life that is not made of whole months is refused`(life: String) throws {
        let model = try asset(life)
        #expect(refusal { try model.payments(in: study()) }?.code == .outOfRange)
    }

    @Test func `the contract counts purchases and not what a thing brings`() throws {
        let model = try asset("2", ["residual": .number("300")])
        let contract = try #require(
            try Contract(
                lines: [cost("switch", model)], term: ContractTerm(months: 36), in: study()))
        #expect(contract.value.amount == exact("2000"))
    }
}
