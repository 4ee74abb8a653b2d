import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct EnergyModelTests {
    private func energy(
        _ inputs: [String: CostModelInputs.Value]
    ) throws(Problem) -> EnergyModel {
        try EnergyModel(
            CostModelInputs(
                inputs.merging(["watts": .number("21.5"), "price_per_kwh": .number("0.285")]) { $1 }
            ))
    }

    @Test(arguments: [PricePeriod.month, .quarter, .year])
    func `hours are of a year however often it is charged`(every: PricePeriod) throws {
        let model = try energy(["hours": .number("1840"), "every": .pricePeriod(every)])
        #expect(try model.amounts(in: study())[1] == exact("11.2746"))
    }

    @Test func `the price grows and the power does not`() throws {
        let model = try energy(["hours": .number("1840"), "escalation": .growth("0.1")])
        #expect(try model.amounts(in: study())[2] == exact("12.40206"))
    }

    @Test func `a PUE below 1 is refused, stated or assumed`() throws {
        #expect(refusal { try energy(["pue": .number("0.9")]) }?.code == .pueBelowOne)
        let model = try energy(["pue": .named("pue")])
        let study = study(assumptions: [series("pue", ["2027-01-01": "0.5"])])
        #expect(refusal { try model.payments(in: study) }?.code == .pueBelowOne)
    }
}
