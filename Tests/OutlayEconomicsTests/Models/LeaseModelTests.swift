import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct LeaseModelTests {
    private func lease(
        _ inputs: [String: CostModelInputs.Value]
    ) throws(Problem) -> LeaseModel {
        try LeaseModel(
            CostModelInputs(
                ["lease": .number("100"), "months": .number("6")].merging(inputs) { $1 }))
    }

    @Test func `a lease is paid in advance unless said otherwise`() throws {
        let payments = try lease([:]).payments(in: study())
        #expect(payments.count == 6)
        #expect(payments.map(\.years).first == 0)
        #expect(payments.map(\.due).last == day("2027-06-01"))
        let arrears = try lease(["paid": .instalments(.arrears)]).payments(in: study())
        #expect(arrears.map(\.years).first == 1.0 / 12)
        #expect(arrears.map(\.due).last == day("2027-06-30"))
    }

    @Test func `keeping the thing is paid on the last day`() throws {
        let payments = try lease(["buy_out": .number("50"), "begins": .date(day("2028-01-01"))])
            .payments(in: study())
        let last = try #require(payments.last)
        #expect(last.part == .buyOut)
        #expect(last.due == day("2028-06-30"))
        #expect(last.amount == exact("50"))
    }

    @Test func `months that are no whole payments are refused`() {
        #expect(
            refusal { try lease(["every": .pricePeriod(.year)]) }?.code == .outOfRange)
        #expect(refusal { try lease(["months": .number("0")]) }?.code == .outOfRange)
    }

    @Test func `a lease beyond the horizon stops with it and counts in the contract`() throws {
        let model = try lease(["months": .number("48")])
        #expect(try model.payments(in: study()).count == 36)
        let contract = try #require(
            try Contract(
                lines: [cost("cars", model)], term: ContractTerm(months: 48), in: study()))
        #expect(contract.value.amount == exact("4800"))
    }
}
