import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct ContractTests {
    private func contract(
        _ lines: [CostLine], months: Int? = 36, cap: String? = nil, in study: Study = study()
    ) throws -> Contract {
        let term = months.map { ContractTerm(months: $0, priceCapPerYear: cap.map(exact)) }
        return try #require(try Contract(lines: lines, term: term, in: study))
    }

    private func euros(_ amount: String) -> Money { Money(exact(amount), .eur) }

    private func yearly(_ contract: Contract) throws -> [String] {
        try contract.chargesByYear().map { "\($0.fiscalYear.name) \($0.amount.amount)" }
    }

    @Test(arguments: [
        (12, "1000"), (18, "1500"), (24, "2000"), (36, "3000"), (48, "4000"), (nil, "4000"),
    ])
    func `a term bounds a recurring charge, within the horizon or beyond`(
        months: Int?, value: String
    ) throws {
        let contract = try contract([cost("fee", try recurring("1000"))], months: months)
        #expect(contract.value == euros(value))
        #expect(try contract.chargesByYear().count == ((months ?? 48) + 11) / 12)
    }

    @Test func `growing lines grow at the cap and fixed prices do not`() throws {
        let growing = try recurring(
            "1000", ["escalation": .escalation(Escalation(ratePerYear: exact("0.02")))])
        let lines = [cost("fee", growing), cost("rent", try recurring("100"))]
        #expect(try contract(lines, cap: "0.1").value == euros("3610"))
        #expect(try contract(lines).value == euros("3360.4"))
    }

    @Test func `leaving costs stand apart, whatever the term`() throws {
        let lines = [
            cost("fee", try recurring("1000")),
            cost("leave", try oneOff("800", .end), category: CostLine.leavingCategory),
        ]
        for months in [18, 36, 48] {
            let contract = try contract(lines, months: months)
            #expect(contract.leavingCosts == euros("800"))
            #expect(!contract.charges.contains { $0.category == CostLine.leavingCategory })
        }
        #expect(try contract(lines, months: 18).value == euros("1500"))
    }

    @Test func `inside costs, payroll, benefits and sunk money are no contract`() throws {
        let model = try recurring("1000")
        let lines = [
            cost("inside", model, vendor: nil),
            cost("staff", model, funding: .payroll(released: nil)),
            cost("spent", model, isSunk: true), benefit("gain", model, isCashable: true),
        ]
        #expect(try Contract(lines: lines, term: nil, in: study()) == nil)
        let decided = study(decision: "2028-01-01")
        let contract = try contract(lines + [cost("fee", model)], in: decided)
        #expect(contract.value == euros("2000"))
        #expect(try yearly(contract) == ["FY2028 1000", "FY2029 1000"])
    }

    @Test func `a free line costs nothing and stops nothing`() throws {
        let contract = try contract([
            cost("free", try oneOff("0")), cost("fee", try recurring("0.001")),
        ])
        #expect(contract.value == euros("0"))
        #expect(contract.charges.isEmpty)
    }

    @Test func `charges fall into fiscal years by their due days`() throws {
        let april = try FiscalCalendar(startMonth: 4, naming: .byEnd)
        let model = try recurring("1000", ["paid": .instalments(.quarterly)])
        let contract = try contract(
            [cost("fee", model), cost("setup", try oneOff("50"), category: "project")],
            months: 24, in: study(fiscal: april))
        #expect(try yearly(contract) == ["FY2027 300", "FY2028 1000", "FY2029 750"])
        #expect(
            contract.charges.map(\.category) == [
                "subscription", "project", "subscription", "subscription",
            ])
    }

    @Test func `a year's cents go to the largest remainders, ties to the earliest`() throws {
        let model = try recurring("100", ["paid": .instalments(.monthly)])
        let july = try FiscalCalendar(startMonth: 7, naming: .byEnd)
        let contract = try contract(
            [cost("fee", model)], months: 12, in: study(years: 1, fiscal: july))
        // 100.00 in twelfths is 8.33 each; the 4 cents left go to January to April.
        #expect(try yearly(contract) == ["FY2027 50.02", "FY2028 49.98"])
    }

    @Test func `the value is net and charges carry the tax that is not recovered`() throws {
        let tax = Tax(prices: .gross, rate: exact("0.19"), recoverable: exact("0"))
        let contract = try contract([cost("fee", try recurring("119"), tax: tax)], months: 12)
        #expect(contract.value == euros("100"))
        #expect(try yearly(contract) == ["FY2027 119"])
    }

    @Test(arguments: 0..<80 as Range<UInt64>)
    func `charges re-add to the contract value`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let basis: Tax.Basis = Bool.random(using: &random) ? .net : .gross
        let tax = Tax(prices: basis, rate: exact("0.19"), recoverable: exact("1"))
        let month = Int.random(in: 1...12, using: &random)
        let months = Int.random(in: 1...72, using: &random)
        let study = study(years: 3, fiscal: try FiscalCalendar(startMonth: month, naming: .byEnd))
        guard
            let contract = try Contract(
                lines: random.lines(tax: tax),
                term: ContractTerm(months: months, priceCapPerYear: exact("0.02")), in: study)
        else { return }
        #expect(try contract.charges.map(\.amount.amount).sum() == contract.value.amount)
        #expect(try contract.chargesByYear().map(\.amount.amount).sum() == contract.value.amount)
        #expect(contract.charges.map(\.amount).allSatisfy { $0.isSettled })
        let years = contract.charges.map(\.fiscalYear)
        #expect(years == years.sorted())
    }

    @Test func `a term without a month is stopped`() async {
        await #expect(processExitsWith: .failure) {
            _ = ContractTerm(months: 0)
        }
    }

    @Test func `credits are charged where they fall, beside payments or alone`() throws {
        let rebate: [(String, String)] = [
            ("2027-03-31", "-100"), ("2027-06-30", "-100"), ("2027-09-30", "-100"),
            ("2027-12-31", "50"),
        ]
        let model = try ScheduleModel(
            CostModelInputs([
                "schedule": .schedule(
                    .dated(rebate.map { .init(.day(day($0.0)), exact($0.1)) }))
            ]))
        let calendar = try FiscalCalendar(startMonth: 7, naming: .byStart)
        let study = study(years: 1, fiscal: calendar)
        let contract = try contract([cost("fee", model)], months: 12, in: study)
        #expect(contract.value == euros("-250"))
        #expect(try yearly(contract) == ["FY2026 -200", "FY2027 -50"])
        let first = try self.contract([cost("fee", model)], months: 6, in: study)
        #expect(try yearly(first) == ["FY2026 -200"])
    }

    // MARK: - Committed and at its ceiling

    private func units(_ model: String, _ ceiling: String? = nil) throws -> any CostModel {
        var values: [String: CostModelInputs.Value] = ["every": .pricePeriod(.month)]
        values["usage_ceiling"] = ceiling.map { .number($0) }
        values["unit_cost"] = .number("10")
        switch model {
        case "seats":
            values["seats"] = .number("60")
            values["minimum"] = .number("50")
            return try SeatsModel(CostModelInputs(values))
        case "commitment":
            values["commitment"] = .number("8")
            values["committed_cost"] = .number("6")
            values["quantity"] = .number("10")
            return try CommitmentModel(CostModelInputs(values))
        default:
            values["usage"] = .number("100")
            return try MeteredModel(CostModelInputs(values))
        }
    }

    /// Twelve months at 10 a unit; the eight committed units cost 6.
    @Test(arguments: [
        ("seats", nil, "6000", "7200"), ("seats", "80", "6000", "9600"),
        ("commitment", nil, "576", "816"), ("commitment", "12", "576", "1056"),
        ("metered", nil, "0", "12000"), ("metered", "150", "0", "18000"),
    ])
    func `minimums are committed, and use counts at its ceiling`(
        model: String, ceiling: String?, committed: String, value: String
    ) throws {
        let contract = try contract([cost("fee", units(model, ceiling))], months: 12)
        #expect(contract.committed == euros(committed))
        #expect(contract.value == euros(value))
    }

    @Test func `expected use stays below its ceiling`() throws {
        for (model, least) in [("seats", "6000"), ("commitment", "576"), ("metered", "120")] {
            let yearly = try units(model, "1").amounts(in: study())[1]
            // A ceiling below the minimum or the commitment leaves what is paid for unused.
            #expect(yearly == exact(least), "\(model)")
        }
    }

    @Test func `a break ends what is committed, and an open end commits to the start`() throws {
        let lines = [
            cost("setup", try oneOff("500")),
            cost("later", try oneOff("70", .date(day("2029-03-01")))),
            cost("fee", try recurring("1000")),
            cost("leave", try oneOff("800", .end), category: CostLine.leavingCategory),
        ]
        func committed(_ term: ContractTerm?) throws -> Money? {
            try Contract(lines: lines, term: term, in: study())?.committed
        }
        #expect(try committed(ContractTerm(months: 36)) == euros("3570"))
        #expect(try committed(ContractTerm(months: 36, breakMonths: 12)) == euros("1500"))
        #expect(try committed(ContractTerm(months: 36, breakMonths: 18)) == euros("2000"))
        #expect(try committed(nil) == euros("500"))
    }

    @Test func `energy, failures and outages bind to nothing`() throws {
        let energy = try EnergyModel(
            CostModelInputs(["watts": .number("100"), "price_per_kwh": .number("0.3")]))
        let share = try ShareModel(
            CostModelInputs(["share": .number("0.1"), "of": .names(["power"])]))
        let lines = [cost("power", energy), cost("fee", share)]
        let contract = try contract(lines, months: 12)
        #expect(contract.committed == euros("0"))
        #expect(contract.commitments.isEmpty)
        #expect(contract.value == euros("289.08"))
    }

    @Test(arguments: 0..<80 as Range<UInt64>)
    func `committed is part of the value, more so the later the break`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lines = try random.lines(tax: nil)
        let months = Int.random(in: 2...48, using: &random)
        var last = Money(.zero, .eur)
        for breakMonths in 1...months {
            guard
                let contract = try Contract(
                    lines: lines, term: ContractTerm(months: months, breakMonths: breakMonths),
                    in: study())
            else { return }
            #expect(contract.committed.amount >= last.amount, "seed \(seed)")
            #expect(
                try contract.commitments.map(\.net.amount).sum() == contract.committed.amount,
                "seed \(seed)")
            last = contract.committed
            guard breakMonths == months else { continue }
            #expect(last == contract.value, "seed \(seed)")
        }
    }
}
