import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct SeatsModelTests {
    private let seats = series(
        "seats", ["2027-01-01": "40", "2027-06-16": "60", "2027-10-01": "45"])

    private func model(
        _ inputs: [String: CostModelInputs.Value] = [:]
    ) throws(Problem) -> SeatsModel {
        try SeatsModel(
            CostModelInputs(
                [
                    "seats": .named("seats"), "unit_cost": .number("30"),
                    "every": .pricePeriod(.month),
                ].merging(inputs) { $1 }))
    }

    @Test func `seats that come within a month cost their days`() throws {
        let study = study(years: 1, assumptions: [seats])
        let payments = try model().payments(in: study)
        // 40 seats, and 20 more for the last 15 of 30 days.
        #expect(payments[5].amount == exact("1500"))
        #expect(payments.map(\.part).allSatisfy { $0 == .used })
        let whole = try model(["pro_rata": .word("month")]).payments(in: study)
        #expect(whole[5].amount == exact("1800"))
    }

    @Test func `the minimum is paid for, used or not`() throws {
        let study = study(years: 1, assumptions: [seats])
        let payments = try model(["minimum": .number("50")]).payments(in: study)
        let unused = payments.filter { $0.part == .unused }
        // Ten seats for five months, five in June by its days, five from October on.
        let total = try unused.map(\.amount).sum()
        #expect(total == exact("2100"))
        #expect(unused.first?.amount == exact("300"))
    }

    @Test func `a true-up settles added seats at its end and gives none back before`() throws {
        let study = study(years: 1, assumptions: [seats])
        let payments = try model(["true_up": .pricePeriod(.year)]).payments(in: study)
        let added = payments.filter { $0.part == .trueUp }
        #expect(added.map(\.due) == [day("2027-12-31")])
        // 20 seats for half of June, three months, then 5 for three.
        #expect(added.map(\.amount) == [exact("2550")])
        let base = payments.filter { $0.part == .used }
        #expect(Set(base.map(\.amount)) == [exact("1200")])
    }

    @Test func `fewer seats cost less only from the next true-up on`() throws {
        let fewer = series("seats", ["2027-01-01": "40", "2027-03-01": "10"])
        let study = study(years: 2, assumptions: [fewer])
        let yearly = try model(["true_up": .pricePeriod(.year)]).amounts(in: study)
        #expect(yearly == [.zero, exact("14400"), exact("3600")])
    }

    @Test func `all seats end with the line`() throws {
        let study = study(years: 1, assumptions: [seats])
        let payments = try model(["ends": .date(day("2027-06-30"))]).payments(in: study)
        #expect(payments.map(\.due).max() == day("2027-06-30"))
    }
}
