import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct StaffModelTests {
    @Test func `hours are of the price period`() throws {
        let model = try StaffModel(
            CostModelInputs([
                "staff": .number("2"), "hours": .named("hours"), "rate": .number("50"),
                "per": .pricePeriod(.month), "every": .pricePeriod(.year),
            ]))
        let study = study(assumptions: [series("hours", ["2027-01-01": "10"])])
        #expect(try model.amounts(in: study)[1] == exact("12000"))
        #expect(model.recurrence == .recurring)
    }

    @Test func `training on a day is paid once`() throws {
        let model = try StaffModel(
            CostModelInputs([
                "staff": .number("2"), "hours": .number("10"), "rate": .number("50"),
                "at": .moment(.date(day("2028-06-01"))),
            ]))
        #expect(try model.amounts(in: study()) == [.zero, .zero, exact("1000"), .zero])
        #expect(model.recurrence == .oneOff)
    }

    @Test func `a single payment has no period`() {
        #expect(
            refusal {
                try StaffModel(
                    CostModelInputs([
                        "staff": .number("2"), "rate": .number("50"), "at": .moment(.start),
                        "every": .pricePeriod(.year),
                    ]))
            }?.code == .fieldsExclude)
    }
}
