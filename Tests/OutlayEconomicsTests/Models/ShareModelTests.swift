import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct ShareModelTests {
    private func share(
        _ share: String, of lines: [String] = [], categories: [String] = [],
        _ inputs: [String: CostModelInputs.Value] = [:]
    ) throws(Problem) -> ShareModel {
        try ShareModel(
            CostModelInputs(
                inputs.merging([
                    "share": .number(share), "of": .names(lines), "of_category": .names(categories),
                ]) { $1 }))
    }

    @Test func `a share falls due on the days of its lines, before their tax`() throws {
        let tax = Tax(prices: .gross, rate: exact("0.25"), recoverable: exact("0"))
        let lines = [
            cost("reserve", try share("0.1", of: ["build"]), category: "contingency", tax: tax),
            cost("build", try oneOff("1250", .date(day("2028-03-01"))), tax: tax),
        ]
        let option = try OptionEconomics(lines: lines, in: study())
        let reserve = option.costs[0]
        #expect(reserve.line.id == "reserve")
        #expect(reserve.entries.map(\.payment.due) == [day("2028-03-01")])
        #expect(reserve.entries.map(\.net) == [exact("100")])
        #expect(reserve.entries.map(\.cost) == [exact("125")])
    }

    @Test func `a category counts its lines, the asking one left out`() throws {
        let lines = [
            cost("a", try oneOff("100"), category: "build"),
            cost("b", try oneOff("200"), category: "build"),
            cost("c", try share("0.5", categories: ["build"]), category: "build"),
            cost("d", try oneOff("400"), category: "other"),
        ]
        let option = try OptionEconomics(lines: lines, in: study())
        #expect(try option.costs[2].total(.all) == exact("150"))
    }

    @Test func `a share of a share is computed whatever their order`() throws {
        let lines = [
            cost("c", try share("0.1", of: ["b"])), cost("b", try share("0.5", of: ["a"])),
            cost("a", try recurring("1000")),
        ]
        let option = try OptionEconomics(lines: lines, in: study())
        #expect(
            try option.costs.map { try $0.total(.all) }
                == [exact("150"), exact("1500"), exact("3000")])
    }

    @Test func `maintenance is charged on what was paid when it begins`() throws {
        let lines = [
            cost("licence", try oneOff("100000"), category: "licence"),
            cost(
                "upkeep",
                try share(
                    "0.18", of: ["licence"],
                    [
                        "every": .pricePeriod(.month), "begins": .date(day("2028-01-01")),
                        "escalation": .growth("0.1"),
                    ])),
        ]
        let option = try OptionEconomics(lines: lines, in: study())
        #expect(option.costs[1].entries.count == 24)
        #expect(
            try option.costsByYear(.all) == [
                exact("100000"), .zero, exact("19800"), exact("21780"),
            ]
        )
    }

    @Test func `a line of another currency counts as converted`() throws {
        let rate = try ExchangeRate(
            from: .usd, to: .eur, stated: exact("0.5"), date: day("2026-11-01"), source: "bank")
        let lines = [
            cost("a", try oneOff("100"), rate: rate), cost("b", try share("0.1", of: ["a"])),
        ]
        #expect(
            try OptionEconomics(lines: lines, in: study()).costsByYear(.all)[0] == exact("55"))
    }

    @Test func `shares that end in themselves are refused with their round`() throws {
        let lines = [
            cost("a", try share("0.1", of: ["b"])), cost("b", try share("0.1", of: ["c"])),
            cost("c", try share("0.1", of: ["b"])),
        ]
        let problem = try #require(refusal { try LineOrder(lines) })
        #expect(problem.code == .lineCycle)
        #expect(problem.reason.contains("`b`, `c`, `b`"))
        #expect(
            refusal { try LineOrder([cost("x", try share("1", of: ["x"]))]) }?.code == .lineCycle)
    }

    @Test func `a share of an unknown line is refused`() throws {
        let lines = [cost("a", try share("0.1", of: ["b"]))]
        #expect(
            refusal { try OptionEconomics(lines: lines, in: study()) }?.code == .unknownReference)
    }

    @Test func `a share of nothing named and timing without a charge are refused`() {
        #expect(refusal { try share("0.1") }?.code == .missingField)
        #expect(
            refusal {
                try share("0.1", of: ["a"], ["paid": .instalments(.monthly)])
            }?.code == .fieldsExclude)
    }

    @Test(arguments: 0..<50)
    func `a derived line is in proportion to what it is a share of`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let model = try random.model()
        let part = ExactDecimal(Int.random(in: 0...200, using: &random), places: 2)
        let lines = [
            cost("whole", model), cost("part", try share(part.description, of: ["whole"])),
        ]
        let study = study(years: 4)
        let option = try OptionEconomics(lines: lines, in: study)
        for coverage in Coverage.allCases {
            let whole = option.presentValue(of: option.costs[0], coverage)
            let share = option.presentValue(of: option.costs[1], coverage)
            #expect(share.isNear(whole * part.doubleValue), "seed \(seed)")
        }
        #expect(
            option.costs[0].entries.map(\.payment.due) == option.costs[1].entries.map(\.payment.due)
        )
    }
}
