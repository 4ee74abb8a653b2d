import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct DowntimeModelTests {
    @Test func `more availability costs less`() throws {
        for (availability, amount) in [("0.99", "8760"), ("0.999", "876"), ("1", "0")] {
            let model = try DowntimeModel(
                CostModelInputs([
                    "availability": .number(availability), "cost_per_hour": .number("100"),
                ]))
            #expect(try model.amounts(in: study())[1] == exact(amount))
        }
    }

    @Test func `a percentage is refused`() throws {
        let model = try DowntimeModel(
            CostModelInputs(["availability": .named("up"), "cost_per_hour": .number("100")]))
        let study = study(assumptions: [series("up", ["2027-01-01": "99.9"])])
        #expect(refusal { try model.payments(in: study) }?.code == .outOfRange)
    }
}
