import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct TaxShieldModelTests {
    private func shield(
        _ years: String, _ method: DepreciationMethod? = nil, taxRate: String = "0.25"
    ) throws -> TaxShieldModel {
        var values: [String: CostModelInputs.Value] = [
            "tax_shield_of": .names(["servers"]), "tax_rate": .number(taxRate),
            "write_off_years": .number(years),
        ]
        if let method { values["depreciation"] = .word(method.rawValue) }
        return try TaxShieldModel(CostModelInputs(values))
    }

    /// By hand for 30 000 at 25 %; the first three years are within the horizon.
    @Test(arguments: [
        (DepreciationMethod.straightLine, "5", ["-1500", "-1500", "-1500"]),
        (.sumOfYearsDigits, "4", ["-3000", "-2250", "-1500"]),
        // 40 % of the book value; from year 4 on the even share of what is left is more.
        (.decliningBalance, "5", ["-3000", "-1800", "-1080"]),
        // IRS Publication 946, table A-1: 20, 32 and 19.2 % of the price.
        (.macrs, "5", ["-1500", "-2400", "-1440"]),
    ])
    func `each way of writing off gives its credits`(
        method: DepreciationMethod, years: String, amounts: [String]
    ) throws {
        let model = try shield(years, method)
        let found = try model.amounts(
            in: study(), from: [CostModelExample.purchase(30_000)])
        #expect(found.map { $0.rounded(toPlaces: 9, .halfEven) } == [.zero] + amounts.map(exact))
    }

    @Test(arguments: DepreciationMethod.allCases)
    func `what is saved in all is the tax on the whole price`(method: DepreciationMethod) throws {
        for years in [3, 5, 7, 10] {
            let model = try shield("\(years)", method)
            let saved = try model.amounts(
                in: study(years: years + 1), from: [CostModelExample.purchase(30_000)]
            ).sum()
            // A seventh is carried to 20 decimals.
            #expect(
                saved.rounded(toPlaces: 12, .halfEven) == exact("-7500"),
                "\(method) over \(years) years")
        }
    }

    @Test func `a thing bought on the last day of a year serves from the next`() throws {
        let servers = try AssetLifeModel(
            CostModelInputs([
                "life": .number("2"), "amount": .number("1000"), "residual": .number("300"),
            ]))
        let lines = [
            cost("servers", servers, category: "hardware"),
            cost("shield", try shield("2", taxRate: "0.3"), category: "hardware"),
        ]
        let option = try OptionEconomics(lines: lines, in: study(years: 3))
        let shield = try #require(option.costs.last)
        #expect(shield.entries.map(\.payment.column) == [1, 2, 3])
        // The resale of 300 is no purchase and takes nothing away.
        #expect(shield.entries.map(\.cost) == [exact("-150"), exact("-150"), exact("-150")])
        #expect(shield.entries.map(\.payment.part) == [.taxShield, .taxShield, .taxShield])
    }

    @Test func `a credit falls due when the year's money does, and is no part of a contract`()
        throws
    {
        let lines = [
            cost("servers", try oneOff("1000")), cost("shield", try shield("2")),
        ]
        for (timing, years) in [
            (PaymentTiming.endOfYear, 1.0), (.midYear, 0.5), (.startOfYear, 0),
        ] {
            let option = try OptionEconomics(lines: lines, in: study(timing: timing))
            #expect(option.costs.last?.entries.first?.payment.years == years)
        }
        let contract = try #require(
            try Contract(lines: lines, term: ContractTerm(months: 36), in: study()))
        #expect(contract.value.amount == exact("1000"))
        #expect(contract.committed.amount == exact("1000"))
    }

    @Test func `what is taken off at once saves tax in its own year`() throws {
        let model = try TaxShieldModel(
            CostModelInputs([
                "tax_shield_of": .names(["setup", "fee"]), "tax_rate": .number("0.25"),
                "depreciation": .word("at-once"),
            ]))
        let lines = [
            cost("setup", try oneOff("400")), cost("fee", try recurring("100")),
            cost("shield", model),
        ]
        let option = try OptionEconomics(lines: lines, in: study())
        #expect(
            try option.costsByYear(.all) == ["400", "-25", "75", "75"].map(exact))
    }

    @Test func `what cannot be written off is refused`() throws {
        #expect(refusal { try shield("4", .macrs) }?.code == .unknownChoice)
        #expect(refusal { try shield("2.5") }?.code == .missingField)
        let model = try shield("2", taxRate: "25")
        #expect(
            refusal { try model.amounts(in: study(), from: [CostModelExample.purchase(1)]) }?.code
                == .outOfRange)
    }
}
