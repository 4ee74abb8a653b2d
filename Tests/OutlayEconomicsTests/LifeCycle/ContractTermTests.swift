import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct ContractTermTests {
    private func contract(
        _ lines: [CostLine], _ term: ContractTerm?, in study: Study = study()
    ) throws -> Contract {
        try #require(try Contract(lines: lines, term: term, in: study))
    }

    private func euros(_ amount: String) -> Money { Money(exact(amount), .eur) }

    private func optional(
        _ id: String, _ model: any CostModel, _ kind: CostLine.OptionalPurchase
    ) -> CostLine {
        var line = cost(id, model)
        line.optional = kind
        return line
    }

    private func lease(_ months: String, begins: String? = nil) throws -> LeaseModel {
        var values: [String: CostModelInputs.Value] = [
            "lease": .number("100"), "months": .number(months),
        ]
        values["begins"] = begins.map { .date(day($0)) }
        return try LeaseModel(CostModelInputs(values))
    }

    // MARK: - Renewals

    /// 1000 a year over three years looked at; renewals reach beyond them.
    @Test(arguments: [
        (12, 0, 12, "1000"), (12, 1, 12, "2000"), (12, 2, 12, "3000"), (24, 2, 24, "6000"),
        (36, 2, 12, "5000"), (18, 1, 12, "2500"), (36, 3, 6, "4500"),
    ])
    func `renewals raise the value, within the horizon and beyond, and commit to nothing`(
        months: Int, count: Int, each: Int, value: String
    ) throws {
        let lines = [cost("fee", try recurring("1000"))]
        let term = ContractTerm(
            months: months, renewals: count > 0 ? .init(count: count, months: each) : nil)
        let contract = try contract(lines, term)
        let alone = try self.contract(lines, ContractTerm(months: months))
        #expect(contract.value == euros(value))
        #expect(contract.committed == alone.committed)
        #expect(try contract.optional == contract.value - alone.value)
        #expect(alone.optional == euros("0"))
    }

    @Test func `what grows goes on growing at the cap through the renewals`() throws {
        let growing = try recurring(
            "1000", ["escalation": .escalation(Escalation(ratePerYear: exact("0.02")))])
        let term = ContractTerm(
            months: 24, renewals: .init(count: 2, months: 12), priceCapPerYear: exact("0.1"))
        let contract = try contract([cost("fee", growing)], term)
        // 1000 + 1100, and 1210 + 1331 where both renewals are called for.
        #expect(contract.value == euros("4641"))
        #expect(contract.committed == euros("2100"))
        #expect(contract.optional == euros("2541"))
    }

    @Test func `leaving costs stay what they are`() throws {
        let lines = [
            cost("fee", try recurring("1000")),
            cost("leave", try oneOff("800", .end), category: CostLine.leavingCategory),
        ]
        let contract = try contract(
            lines, ContractTerm(months: 24, renewals: .init(count: 3, months: 12)))
        #expect(contract.leavingCosts == euros("800"))
        #expect(contract.value == euros("5000"))
    }

    @Test func `a renewal without a month is stopped`() async {
        await #expect(processExitsWith: .failure) {
            _ = ContractTerm.Renewals(count: 1, months: 0)
        }
        await #expect(processExitsWith: .failure) {
            _ = ContractTerm.Renewals(count: 0, months: 12)
        }
    }

    @Test(arguments: 0..<80 as Range<UInt64>)
    func `the value rises with each renewal, what is committed and earlier charges stay`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let lines = try random.lines(tax: nil)
        let months = 12 * Int.random(in: 1...4, using: &random)
        let each = Int.random(in: 1...18, using: &random)
        guard
            let alone = try Contract(
                lines: lines, term: ContractTerm(months: months), in: study())
        else { return }
        let firm = alone.chargesBefore(year: 2027 + months / 12)
        var last = alone
        for count in 1...4 {
            let next = try contract(
                lines, ContractTerm(months: months, renewals: .init(count: count, months: each)))
            #expect(next.value.amount >= last.value.amount, "seed \(seed)")
            #expect(next.committed == alone.committed, "seed \(seed)")
            #expect(try next.value - next.optional == alone.value, "seed \(seed)")
            #expect(
                try next.parts.map(\.optional.amount).sum() == next.optional.amount, "seed \(seed)")
            #expect(try next.charges.map(\.amount.amount).sum() == next.value.amount)
            #expect(next.chargesBefore(year: 2027 + months / 12) == firm, "seed \(seed)")
            last = next
        }
    }

    // MARK: - Optional purchases

    @Test func `an optional purchase is in the value, and in total cost where planned`() throws {
        let model = try recurring("300")
        let lines = [
            cost("fee", try recurring("1000")), optional("seats", model, .planned),
            optional("reserve", model, .unplanned),
        ]
        let contract = try contract(lines, ContractTerm(months: 36))
        #expect(contract.value == euros("4800"))
        #expect(contract.optional == euros("1800"))
        #expect(contract.committed == euros("3000"))
        #expect(contract.commitments.allSatisfy { $0.line == "fee" })
        let totals = try lines.map { line in
            try ScheduledLine(line, in: study(), window: .horizon(study().horizon)).total(.all)
        }
        #expect(totals == [exact("3000"), exact("900"), exact("0")])
    }

    @Test func `a share of optional purchases is as optional as they are`() throws {
        let share = try ShareModel(
            CostModelInputs(["share": .number("0.1"), "of": .names(["fee", "seats"])]))
        let lines = [
            cost("fee", try recurring("1000")),
            optional("seats", try recurring("300"), .unplanned), cost("upkeep", share),
        ]
        let contract = try contract(lines, ContractTerm(months: 24))
        #expect(contract.value == euros("2860"))
        #expect(contract.optional == euros("660"))
        #expect(contract.committed == euros("2200"))
    }

    @Test func `an open end has optional purchases too`() throws {
        let lines = [
            cost("setup", try oneOff("500")), optional("more", try oneOff("70"), .unplanned),
        ]
        let contract = try contract(lines, nil)
        #expect(contract.value == euros("570"))
        #expect(contract.optional == euros("70"))
        #expect(contract.committed == euros("500"))
    }

    // MARK: - Leases and loans

    @Test(arguments: [(12, "6000"), (36, "6000"), (60, "6000"), (nil, "6000")])
    func `a lease binds to its own end, whatever the term`(months: Int?, value: String) throws {
        let contract = try contract(
            [cost("cars", lease("60"))], months.map { ContractTerm(months: $0) })
        #expect(contract.value == euros(value))
        #expect(contract.committed == euros(value))
        #expect(contract.optional == euros("0"))
    }

    @Test func `a break cancels a lease, and a later one is not signed for`() throws {
        let broken = try contract(
            [cost("cars", lease("60"))], ContractTerm(months: 36, breakMonths: 24))
        #expect(broken.committed == euros("2400"))
        #expect(broken.value == euros("6000"))
        let later = [
            cost("fee", try recurring("1000")),
            cost("cars", try lease("24", begins: "2029-01-15")),
        ]
        // 24 payments of 100, from January 2029 on.
        #expect(try contract(later, ContractTerm(months: 24)).value == euros("2000"))
        let begun = try contract(later, ContractTerm(months: 36))
        #expect(begun.value == euros("5400"))
        let renewed = try contract(
            later, ContractTerm(months: 24, renewals: .init(count: 1, months: 12)))
        #expect(renewed.value == euros("5400"))
        #expect(renewed.optional == euros("3400"))
        #expect(renewed.committed == euros("2000"))
    }

    @Test func `a loan is paid back to its end`() throws {
        let loan = try LoanModel(
            CostModelInputs([
                "loan": .number("4800"), "interest": .number("0"), "months": .number("48"),
            ]))
        let lines = [cost("credit", loan), cost("fee", try recurring("1000"))]
        let contract = try contract(lines, ContractTerm(months: 12))
        #expect(contract.value == euros("5800"))
        #expect(contract.committed == euros("5800"))
        #expect(try contract.chargesByYear().count == 4)
    }
}

extension Contract {
    /// The charges of fiscal years that end before a year, which are calendar years.
    fileprivate func chargesBefore(year: Int) -> [Charge] {
        charges.filter { $0.fiscalYear.end.year < year }
    }
}
