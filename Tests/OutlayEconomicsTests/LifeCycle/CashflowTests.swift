import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct CashflowTests {
    private func option(_ lines: [CostLine], _ study: Study) throws -> OptionEconomics {
        try OptionEconomics(lines: lines, in: study)
    }

    @Test func `money stands in the fiscal year in which it is paid`() throws {
        let study = study(
            start: "2027-01-01", years: 2,
            fiscal: try FiscalCalendar(startMonth: 4, naming: .byStart))
        let cashflow = try Cashflow(
            of: option(
                [
                    cost("setup", try oneOff("100")),
                    cost("fee", try recurring("1200", ["paid": .instalments(.monthly)])),
                ], study))
        #expect(cashflow.years.map(\.name) == ["FY2026", "FY2027", "FY2028"])
        #expect(cashflow.lines[0].cash.years == [exact("100"), .zero, .zero])
        #expect(cashflow.lines[1].cash.years == [exact("300"), exact("1200"), exact("900")])
        #expect(cashflow.lines[1].budget == cashflow.lines[1].cash)
        #expect(!cashflow.hasLater)
    }

    @Test func `what is paid in advance is an expense of the months it serves`() throws {
        let study = study(
            start: "2027-01-01", years: 1,
            fiscal: try FiscalCalendar(startMonth: 4, naming: .byStart))
        let fee = cost("fee", try recurring("1200", ["paid": .instalments(.advance)]))
        let cashflow = try Cashflow(of: option([fee], study))
        #expect(cashflow.lines[0].cash.years == [exact("1200"), .zero])
        #expect(cashflow.lines[0].expense?.years == [exact("300"), exact("900")])
        #expect(cashflow.lines[0].budget.years == [exact("1200"), .zero])
        let served = try Cashflow(of: option([fee], study), chargedBy: .servicePeriod)
        #expect(served.lines[0].budget.years == [exact("300"), exact("900")])
    }

    @Test func `a licence for three years is spread over their months`() throws {
        var licence = cost("licence", try oneOff("3600", .date(day("2027-07-15"))))
        licence.serviceMonths = 36
        let cashflow = try Cashflow(of: option([licence], study(years: 2)))
        #expect(cashflow.lines[0].cash.years == [exact("3600"), .zero])
        #expect(cashflow.lines[0].expense?.years == [exact("600"), exact("1200")])
        #expect(cashflow.lines[0].expense?.later == exact("1800"))
        #expect(cashflow.hasLater)
    }

    @Test func `staff, sunk money and gains without money are in no view`() throws {
        var sunk = cost("sunk", try oneOff("5"))
        sunk.isSunk = true
        let lines = [
            sunk, cost("staff", try recurring("7"), funding: .payroll(released: nil)),
            benefit("comfort", try recurring("9"), isCashable: false),
        ]
        let cashflow = try Cashflow(of: option(lines, study()))
        for view in CashflowView.allCases { #expect(try cashflow.sum(view).isZero) }
    }

    @Test func `gains are negative and no budget is charged with them`() throws {
        let cashflow = try Cashflow(
            of: option([benefit("saving", try recurring("9"), isCashable: true)], study()))
        #expect(try cashflow.sum(.cash).total() == exact("-27"))
        #expect(try cashflow.sum(.expense).total() == exact("-27"))
        #expect(try cashflow.sum(.budget).isZero)
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func `the ways between the views end where the views are`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tax = Tax(prices: .net, rate: exact("0.19"), recoverable: exact("0.37"))
        let calendar = try FiscalCalendar(
            startMonth: Int.random(in: 1...12, using: &random), naming: .byStart)
        let study = study(
            years: Int.random(in: 1...6, using: &random), decision: "2027-06-01",
            fiscal: calendar)
        var lines = try random.lines(tax: tax)
        for index in lines.indices where lines[index].model is OneOffModel {
            if Bool.random(using: &random) { lines[index].serviceMonths = 37 }
        }
        let basis = ChargeBasis.allCases.randomElement(using: &random) ?? .invoice
        let cashflow = try Cashflow(of: option(lines, study), chargedBy: basis)
        for view in CashflowView.allCases {
            let way = try CashflowReconciliation(cashflow, to: view)
            #expect(try way.difference().isZero, "\(view)")
            for item in way.items where item.reason == .servicePeriods {
                #expect(try item.amounts.total().isZero, "\(view)")
            }
        }
        let nominal = try cashflow.sum(.cash).total()
        let economics = try option(lines, study)
        let unsettled =
            try economics.costsByYear(.cash).sum()
            - economics.benefitsByYear(.cash).sum()
        // Half a cent for each line and year at most.
        #expect((nominal.doubleValue - unsettled.doubleValue).magnitude < 0.005 * 8 * 7 + 1e-6)
    }

    @Test func `what is sold is written off on the day that another line sells it`() throws {
        var server = cost(
            "server",
            try AssetLifeModel(
                CostModelInputs([
                    "life": .number("4"), "amount": .number("4800"), "escalation": .growth("0"),
                ])))
        server.isCapital = true
        let resale = cost(
            "resale",
            try ResidualShareModel(
                CostModelInputs(["residual_of": .names(["server"]), "share": .number("0.25")])))
        let cashflow = try Cashflow(of: option([server, resale], study(years: 2)))
        // Two of four years are left, and a quarter of the price comes back.
        #expect(cashflow.lines[0].expense?.years == [exact("1200"), exact("3600")])
        #expect(cashflow.lines[1].expense?.years == [exact("0"), exact("-1200")])
        #expect(!cashflow.hasLater)
    }

    @Test func `every example of every model is in each view that can be had`() throws {
        for model in AllModels.list {
            for example in model.descriptor.examples {
                var lines = [cost("line", try model.init(example.inputs))]
                if !example.basis.isEmpty {
                    let names = (lines[0].model as? any DerivedCostModel)?.basis.lines ?? []
                    lines += try names.map { cost($0, try oneOff("40000")) }
                }
                let option = try option(lines, study())
                let cashflow = try Cashflow(of: option)
                for view in CashflowView.allCases {
                    let way = try CashflowReconciliation(cashflow, to: view)
                    #expect(try way.difference().isZero, "\(example.title)")
                    #expect(
                        try way.amounts.total() == settledByLineAndYear(option),
                        "\(example.title)")
                }
            }
        }
    }

    /// The cash of an option, settled to the cent for each line and study year.
    private func settledByLineAndYear(_ option: OptionEconomics) throws -> ExactDecimal {
        try option.costs.flatMap { line in
            let years = Dictionary(grouping: line.counted(.cash), by: \.payment.column)
            return try years.values.map {
                try $0.map(\.cost).sum().rounded(toPlaces: 2, .halfEven)
            }
        }.sum()
    }
}
