import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct ResidualModelTests {
    @Test func `a value at the end is a credit less what giving away costs`() throws {
        let model = try ResidualModel(
            CostModelInputs([
                "residual": .number("100"), "quantity": .number("3"), "disposal": .number("10"),
                "escalation": .growth("0.1", .year1),
            ]))
        let payments = try model.payments(in: study())
        #expect(payments.map(\.amount) == [exact("-399.3"), exact("30")])
        #expect(payments.map(\.part) == [.resale, .disposal])
        #expect(payments.map(\.due) == [day("2029-12-31"), day("2029-12-31")])
    }

    @Test func `no credit is a payment of the contract`() throws {
        let model = try ResidualModel(CostModelInputs(["residual": .number("100")]))
        let lines = [cost("servers", try oneOff("1000")), cost("resale", model)]
        let contract = try #require(
            try Contract(lines: lines, term: ContractTerm(months: 36), in: study()))
        #expect(contract.value.amount == exact("1000"))
        #expect(contract.charges.map(\.amount.amount) == [exact("1000")])
    }

    @Test func `a negative value is refused`() throws {
        let model = try ResidualModel(CostModelInputs(["residual": .named("worth")]))
        let study = study(assumptions: [series("worth", ["2027-01-01": "-1"])])
        #expect(refusal { try model.payments(in: study) }?.code == .negativePrice)
    }

    /// The residual of NIST BLCC 5.3-19, sample FEMPEnergy.
    ///
    /// Half of a part of 600 bought in year 10, after 15 years; and a tenth of
    /// 1 500. The report prints -289 for both, at 3 %.
    @Test func `a share of the price gives the published residual`() throws {
        let shares = [("0.1", ["system"]), ("0.5", ["part"])].map { share, lines in
            CostModelInputs(["share": .number(share), "residual_of": .names(lines)])
        }
        let part = try ScheduleModel(
            CostModelInputs([
                "schedule": .schedule(.dated([.init(.year(2028), exact("600"))]))
            ]))
        var lines = [cost("system", try oneOff("1500")), cost("part", part)]
        for (index, inputs) in shares.enumerated() {
            lines.append(cost("residual-\(index)", try ResidualShareModel(inputs)))
        }
        let study = study(start: "2019-04-01", years: 15, rate: "0.03")
        let option = try OptionEconomics(lines: lines, in: study)
        let worth = option.costs.suffix(2).map { option.presentValue(of: $0, .all) }
        #expect((worth.reduce(0, +) + 289).magnitude < 0.5)
        #expect((option.presentValue(of: option.costs[1], .all) - 446).magnitude < 0.5)
    }

    @Test func `a share and one by age exclude each other`() {
        let both: [String: CostModelInputs.Value] = [
            "residual_of": .names(["a"]), "share": .number("0.1"), "by_age": .factors([.one]),
        ]
        #expect(refusal { try ResidualShareModel(CostModelInputs(both)) }?.code == .fieldsExclude)
        #expect(
            refusal {
                try ResidualShareModel(CostModelInputs(["residual_of": .names(["a"])]))
            }?.code == .missingField)
    }
}
