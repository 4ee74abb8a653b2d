import Outlay
import Testing

/// The figures of the help desk, computed independently and printed to these digits.
@Suite struct EvaluationResultTests {
    private let result: EvaluationResult

    init() throws {
        result = try Helpdesk.evaluation().run(asOf: day("2026-11-23"))
    }

    /// What is known of one option, in the digits it was printed with.
    struct Expected: Sendable, CustomTestStringConvertible {
        var id: String
        var totalCost: Int
        var nominal: Int
        var benefits = 0
        var netPresentValue: Int?
        var cashNetPresentValue: String?
        var payback: String?
        var value: String
        var costs: [Int]
        var gains = [0, 0, 0, 0]
        var net: [Int]?
        var cumulative: [Int]?
        var categories: [String]
        var scores: [String]

        var testDescription: String { id }
    }

    static let expected = [
        Expected(
            id: "legacy", totalCost: 238382, nominal: 278073, value: "23.9",
            costs: [0, 89000, 92630, 96443],
            categories: ["maintenance 111793", "labour 103395", "infrastructure 23194"],
            scores: ["20.8", "16.0", "35.0", "0.0", "66.7"]),
        Expected(
            id: "northwind", totalCost: 295762, nominal: 336396, benefits: 154501,
            netPresentValue: 97121, cashNetPresentValue: "-119417.28", payback: "1.22",
            value: "82.2", costs: [57000, 85020, 90347, 104029], gains: [0, 36540, 73080, 73080],
            net: [-57000, 40520, 75363, 65494], cumulative: [-57000, -16480, 58883, 124376],
            categories: [
                "implementation 45000", "training 12000", "subscription 191053", "labour 41358",
                "exit 6351",
            ], scores: ["75.0", "82.0", "100.0", "95.0", "50.0"]),
        Expected(
            id: "helpnest", totalCost: 257468, nominal: 294385, benefits: 122535,
            netPresentValue: 103449, cashNetPresentValue: "-60444.51", payback: "1.00",
            value: "73.8", costs: [40000, 77820, 82664, 93901], gains: [0, 28980, 57960, 57960],
            net: [-40000, 40160, 67926, 60501], cumulative: [-40000, 160, 68086, 128587],
            categories: [
                "implementation 30000", "training 10000", "subscription 150668", "labour 62037",
                "exit 4763",
            ], scores: ["66.7", "88.0", "75.0", "95.0", "25.0"]),
        Expected(
            id: "openticket", totalCost: 348804, nominal: 391131, benefits: 97565,
            netPresentValue: -12857, cashNetPresentValue: "-48384.71", payback: "2.93",
            value: "63.7", costs: [95000, 94800, 97680, 103651], gains: [0, 20160, 45360, 50400],
            net: [-95000, 14360, 40310, 43192], cumulative: [-95000, -80640, -40330, 2862],
            categories: [
                "implementation 80000", "training 15000", "infrastructure 37819",
                "maintenance 48171", "labour 165432", "exit 2381",
            ], scores: ["58.3", "52.0", "75.0", "60.0", "91.7"]),
    ]

    private func whole(_ amounts: [ExactDecimal]) -> [Int] {
        amounts.compactMap { $0.rounded(toPlaces: 0, .halfEven).wholeValue }
    }

    private func text(_ figure: Double, _ places: Int) throws -> String {
        try NumberText(places: places, separator: "", minus: .hyphen).text(of: figure)
    }

    @Test(arguments: expected)
    func `costs and benefits come out to the digit`(expected: Expected) throws {
        let economics = try #require(result.option(expected.id)).economics
        #expect(try text(economics.totalCostOfOwnership(.all), 0) == "\(expected.totalCost)")
        #expect(try text(economics.benefitPresentValue(.all), 0) == "\(expected.benefits)")
        let costs = try economics.costsByYear(.all)
        #expect(whole(costs) == expected.costs)
        #expect(try whole(economics.benefitsByYear(.all)) == expected.gains)
        let rows = try economics.costRows(.all)
        var nominal = ExactDecimal.zero
        for row in rows { try nominal += row.total }
        #expect(whole([nominal]) == [expected.nominal])
        let categories = try rows.map { "\($0.category) \(try text($0.presentValue, 0))" }
        #expect(categories == expected.categories)
    }

    @Test(arguments: expected)
    func `increments come out to the digit, all and cash`(expected: Expected) throws {
        let increment = try #require(result.option(expected.id)).increment
        #expect((increment == nil) == (expected.net == nil))
        guard let increment else { return }
        #expect(try text(increment.all.netPresentValue, 0) == "\(expected.netPresentValue ?? 0)")
        #expect(try text(increment.cash.netPresentValue, 2) == expected.cashNetPresentValue)
        #expect(try increment.all.paybackYears.map { try text($0, 2) } == expected.payback)
        #expect(increment.cash.paybackYears == nil)
        #expect(whole(increment.all.netFlows) == expected.net)
        var (sum, sums) = (ExactDecimal.zero, [ExactDecimal]())
        for flow in increment.all.netFlows {
            try sum += flow
            sums.append(sum)
        }
        #expect(whole(sums) == expected.cumulative)
    }

    @Test(arguments: expected)
    func `values and scores come out to the digit`(expected: Expected) throws {
        let decision = try #require(result.option(expected.id)).decision
        #expect(try text(try #require(decision.value), 1) == expected.value)
        let scores = try decision.scores.map { try text($0.value ?? -1, 1) }
        #expect(scores == expected.scores)
    }

    @Test func `the knock-out keeps one option out`() throws {
        #expect(
            result.options.map(\.option.id) == ["northwind", "openticket", "legacy", "helpnest"])
        #expect(result.options.map(\.rank) == [1, 2, 3, nil])
        let outcome = try #require(result.option("helpnest")).decision.knockOuts
        #expect(outcome == [.passed, .failed(found: .text("US"))])
        #expect(result.first?.option.id == "northwind")
        #expect(result.recommended?.option.id == "northwind")
        #expect(result.baseline?.option.id == "legacy")
    }

    @Test func `one option is dominated and two make the frontier`() throws {
        #expect(result.frontier == ["legacy", "northwind"])
        #expect(try #require(result.option("openticket")).dominatedBy == "northwind")
        #expect(try #require(result.option("helpnest")).dominatedBy == nil)
    }

    @Test(arguments: [
        ("northwind", "280178.36", "8000", ["126420", "74279.4", "79478.96"]),
        ("helpnest", "216058.16", "6000", ["94420", "58561.8", "63076.36"]),
        ("openticket", "195258.56", "3000", ["127400", "33408", "34450.56"]),
    ])
    func `contracts come out to the cent`(
        id: String, value: String, leaving: String, charges: [String]
    ) throws {
        let contract = try #require(result.option(id)?.contract)
        #expect(contract.value == Money(exact(value), .eur))
        #expect(contract.leavingCosts == Money(exact(leaving), .eur))
        let years = try contract.chargesByYear()
        #expect(years.map(\.fiscalYear.name) == ["FY2027", "FY2028", "FY2029"])
        #expect(years.map(\.amount) == charges.map { Money(exact($0), .eur) })
    }

    @Test func `an option that pays no vendor has no contract`() throws {
        #expect(try #require(result.option("legacy")).contract == nil)
    }

    @Test func `the findings say what stands beside the figures`() {
        #expect(
            result.findings.map { "\($0.code.rawValue) \($0.summary)" } == [
                "OL205 NPV and cash NPV of Northwind Desk differ in sign",
                "OL205 NPV and cash NPV of HelpNest Pro differ in sign",
                "OL210 knock-out residency gives up EUR 6 328 of NPV",
            ])
    }
}
