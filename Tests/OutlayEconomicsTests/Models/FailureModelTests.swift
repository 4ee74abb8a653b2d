import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct FailureModelTests {
    private let inputs: [String: CostModelInputs.Value] = [
        "failure_rate": .named("rate"), "quantity": .number("100"), "unit_cost": .number("200"),
        "repair_hours": .number("2"), "rate": .number("50"),
    ]

    @Test func `new ones and the work are parts of their own`() throws {
        let model = try FailureModel(CostModelInputs(inputs))
        let study = study(years: 1, assumptions: [series("rate", ["2027-01-01": "0.03"])])
        let payments = try model.payments(in: study)
        #expect(payments.map(\.part) == [.replacement, .repair])
        #expect(payments.map(\.amount) == [exact("600"), exact("300")])
    }

    @Test func `a rate is of a year however often it is charged`() throws {
        let model = try FailureModel(
            CostModelInputs(inputs.merging(["every": .pricePeriod(.month)]) { $1 }))
        let study = study(assumptions: [series("rate", ["2027-01-01": "0.03"])])
        #expect(try model.amounts(in: study)[1] == exact("900"))
    }

    @Test func `hours of repair need their rate`() {
        var inputs = inputs
        inputs["rate"] = nil
        #expect(refusal { try FailureModel(CostModelInputs(inputs)) }?.code == .missingField)
    }
}
