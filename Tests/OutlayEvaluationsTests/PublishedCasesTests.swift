import Foundation
import Outlay
import OutlayDocuments
import Testing

/// Published comparisons, reproduced through evaluation documents.
@Suite struct PublishedCasesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func run(_ text: String) throws -> EvaluationResult {
        try EvaluationReader.read(
            DocumentSource.read(path: "published.yaml", bytes: Array(text.utf8)),
            in: EvaluationReader.Surroundings(catalogues: nil)
        ).run(asOf: CalendarDate(parsing: "2026-11-23"))
    }

    private func shipped(_ name: String) throws -> EvaluationResult {
        try run(
            String(
                contentsOf: Self.root.appending(path: "catalogs/evaluations/\(name).yaml"),
                encoding: .utf8))
    }

    /// Returns the present value, or the value of one year, of a cost category; 0 where there is none.
    private func cost(
        _ category: String, of option: OptionResult, yearly: Bool = false
    ) throws -> Double {
        let rows = try option.economics.costRows(.all)
        let present = rows.first { $0.category == category }?.presentValue ?? 0
        return yearly ? try option.economics.annualValue(of: present) : present
    }

    // MARK: - NIST BLCC, FEMPEnergy

    /// Whole dollars as published, so each is met to the dollar.
    ///
    /// Source: github.com/usnistgov/blcc (commit 3cfbded), docs/BLCC 5.3 Reports: Summary LCC Report.
    @Test(
        arguments: [
            (
                "existing",
                [
                    "initial": (1500.0, 126.0), "energy": (13784, 1155), "OM&R": (597, 50),
                    "non-annual OM&R": (149, 12), "replacement": (446, 37), "residual": (-289, -24),
                ], (16187.0, 1356.0)
            ),
            (
                "new",
                [
                    "initial": (3000, 251), "energy": (9419, 789), "OM&R": (1194, 100),
                    "non-annual OM&R": (474, 40), "replacement": (0, 0), "residual": (-481, -40),
                ], (13605, 1140)
            ),
        ] as [(String, [String: (Double, Double)], (Double, Double))])
    func `the present and annual values of NIST's heating system are the published ones`(
        id: String, published: [String: (Double, Double)], total: (Double, Double)
    ) throws {
        let result = try shipped("nist-blcc-femp-energy")
        let option = try #require(result.option(id))
        for (category, values) in published {
            let present = try cost(category, of: option)
            #expect((present - values.0).magnitude <= 1, "\(category): \(present)")
            let annual = try cost(category, of: option, yearly: true)
            #expect((annual - values.1).magnitude <= 1, "\(category): \(annual)")
        }
        #expect((option.totalCostOfOwnership.all - total.0).magnitude <= 1)
        #expect((option.equivalentAnnualCost.all - total.1).magnitude <= 1)
    }

    /// Source: the same repository, BLCC Comp Analysis Report and BLCC Lowest LCC Report.
    @Test func `the comparison of NIST's heating systems is the published one`() throws {
        let result = try shipped("nist-blcc-femp-energy")
        let increment = try #require(result.option("new")?.increment?.all)
        let returns = increment.returns
        #expect((returns.savings - 3443).magnitude <= 1)
        #expect((returns.addedInvestment - 861).magnitude <= 1)
        #expect((returns.netSavings - 2582).magnitude <= 1)
        #expect((increment.netPresentValue - returns.netSavings).magnitude < 1e-6)
        #expect(try #require(returns.savingsToInvestment).rounded(2) == 4.00)
        #expect(try #require(returns.adjustedRateOfReturn).rounded(4) == 0.1297)
        #expect(returns.payback.firstWholePeriod == 5)
        #expect(returns.discountedPayback.firstWholePeriod == 6)
        #expect(result.lowestCost?.option.id == "new")
        #expect(increment.benefitCostRatio == nil)
        // The residual saving is published as 193, the avoided replacement as 446.
        let new = try #require(result.option("new"))
        let bridge = try #require(try result.bridge(to: new)?.all)
        let steps = Dictionary(
            uniqueKeysWithValues: bridge.costs.map {
                ($0.category, $0.presentValue.amount.doubleValue)
            })
        #expect((try #require(steps["residual"]) + 193).magnitude <= 1)
        #expect((try #require(steps["replacement"]) + 446).magnitude <= 1)
        #expect((try #require(steps["initial"]) - 1500).magnitude <= 1)
        // No rate is published; there is one, and NPV is nothing at it.
        #expect(try #require(returns.rateOfReturn.onlyRate).rounded(3) == 0.198)
    }

    // MARK: - NIST BLCC, MilconECIP

    /// Source: github.com/usnistgov/blcc (commit 3cfbded), docs/BLCC 5.3 Reports/BLCC ECIP Report.html.
    @Test func `the figures of NIST's air conditioning are the published ones`() throws {
        let result = try shipped("nist-blcc-ecip")
        let option = try #require(result.option("install"))
        #expect((try cost("investment", of: option) - 170_000).magnitude <= 1.5)
        let rows = try option.economics.costLineRows(.all) + option.economics.benefitLineRows(.all)
        let published = [
            "construction": 142_800, "Supervision, inspection and overhead": 10_200,
            "design": 17_000, "Electricity saved": 262_564,
            "Operation and maintenance saved": 40_844, "Major repair 1 avoided": 7318,
            "Major repair 2 and replacement": 6128, "Major repair 3 avoided": 6843,
            "Scheduled repairs": 1256 + 1084 + 935,
        ]
        #expect(Set(rows.map(\.category)) == Set(published.keys))
        for row in rows {
            let expected = try #require(published[row.category])
            #expect((row.presentValue - Double(expected)).magnitude <= 1.5, "\(row.category)")
        }
        let returns = try #require(option.increment?.all.returns)
        #expect((returns.firstYearSavings - 21382).magnitude <= 1.5)
        #expect(try #require(returns.simplePaybackYears).rounded(2) == 7.95)
        #expect((returns.savings - 308_166).magnitude <= 1.5)
        #expect(try #require(returns.savingsToInvestment).rounded(2) == 1.81)
        #expect(try #require(returns.adjustedRateOfReturn).rounded(4) == 0.0596)
        // The scheduled repairs and the sum of all that is not annual, one by one.
        let repairs = try #require(
            option.economics.costs.first { $0.line.id == "scheduled-repairs" })
        let rate = option.economics.study.rate
        let parts = repairs.entries.map {
            rate.presentValue(of: $0.cost, years: $0.payment.years).rounded()
        }
        for (part, expected) in zip(parts, [1256.0, 1084, 935]) {
            #expect((part - expected).magnitude <= 1.5)
        }
        #expect(parts.count == 3)
        // The amounts and factors of the year that savings are published for.
        let yearly = Dictionary(
            uniqueKeysWithValues: try (option.economics.costs + option.economics.benefits).map {
                ($0.line.id, (try $0.total(.all).doubleValue, $0.entries))
            })
        #expect(yearly["electricity"]?.1.allSatisfy { $0.cost == ExactDecimal(18_755) } == true)
        for (category, annual, factor) in [
            ("Electricity saved", 18_755.0, 14.0),
            ("Operation and maintenance saved", 2270, 17.993),
            ("Major repair 1 avoided", 9000, 0.813),
            ("Major repair 2 and replacement", 9000, 0.681),
            ("Major repair 3 avoided", 12_000, 0.57),
        ] {
            let present = try #require(rows.first { $0.category == category }?.presentValue)
            #expect((present / annual).rounded(3) == factor, "\(category)")
        }
        let sums = ["repair-1", "repair-3", "repair-2", "scheduled-repairs"].compactMap {
            yearly[$0]?.0
        }
        #expect(sums == [9000, 12_000, 9000, 4500])
        #expect(sums[0] + sums[1] - sums[2] - sums[3] == 7500)
        let others = rows.filter { $0.category.contains("epair") }.reduce(0) { sum, row in
            sum + (row.category.contains("avoided") ? row.presentValue : -row.presentValue)
        }
        #expect((others - 4758).magnitude <= 1.5)
    }

    // MARK: - LDBC

    private struct Audit: Sendable {
        var report: String
        var machine: String
        var licence: String
        var maintenance: String
        var total: String
    }

    /// Audited three-year prices in US dollars.
    ///
    /// Source: github.com/ldbc/ldbc.github.io, executive summaries and full disclosure reports (PDF).
    private static let dollars = [
        Audit(
            report: "2020-07-26 TuGraph SF30-300", machine: "34150", licence: "170000",
            maintenance: "76500", total: "280650"),
        Audit(
            report: "2022-05-16 Galaxybase SF30-300", machine: "52210", licence: "155200",
            maintenance: "55872", total: "263282"),
        Audit(
            report: "2022-08-16 TuGraph SF30-300", machine: "44676", licence: "170000",
            maintenance: "76500", total: "291176"),
        Audit(
            report: "2022-11-09 TigerGraph BI SF1000", machine: "146307.09", licence: "1097280.00",
            maintenance: "109728.00", total: "1353315.09"),
        Audit(
            report: "2023-01-31 GraphDB SF30", machine: "30222", licence: "36000",
            maintenance: "150000", total: "216222"),
        Audit(
            report: "2023-04-06 TigerGraph BI SF100", machine: "10815", licence: "120000",
            maintenance: "12000", total: "142815"),
        Audit(
            report: "2023-04-06 TigerGraph BI SF1000", machine: "95166", licence: "1097280",
            maintenance: "109728", total: "1302174"),
        Audit(
            report: "2023-04-06 TigerGraph BI SF10000", machine: "1141994", licence: "6117600",
            maintenance: "611760", total: "7871354"),
        Audit(
            report: "2023-07-13 GraphScope Flex SF30-300", machine: "39236.04", licence: "0.00",
            maintenance: "60000.00", total: "99236.04"),
        Audit(
            report: "2023-12-03 TuGraph BI SF30000", machine: "4165500", licence: "1060000",
            maintenance: "424000", total: "5649500"),
        Audit(
            report: "2024-10-10 TigerGraph BI SF1000", machine: "191461.32", licence: "1097280.00",
            maintenance: "109728.00", total: "1398469.32"),
    ]

    /// Those in renminbi, whose ISO 4217 code is CNY; the two of 2024-05-14 are the full report and the summary
    /// of one audit, which differ by two digits and add up each for itself.
    private static let renminbi = [
        Audit(
            report: "2023-01-28 TuGraph SF30-300", machine: "220541.76", licence: "0",
            maintenance: "57000.00", total: "277541.76"),
        Audit(
            report: "2023-12-25 AtlasGraph SF30-300", machine: "232461", licence: "1200000",
            maintenance: "600000", total: "2032461"),
        Audit(
            report: "2024-05-14 GraphScope SF100-1000 (full report)", machine: "338274.72",
            licence: "0.00", maintenance: "400000.00", total: "738274.72"),
        Audit(
            report: "2024-05-14 GraphScope SF100-1000 (executive summary)", machine: "338724.72",
            licence: "0.00", maintenance: "400000.00", total: "738724.72"),
        Audit(
            report: "2024-09-16 Huawei GES SF30-300", machine: "425819", licence: "0.00",
            maintenance: "2680000", total: "3105819"),
    ]

    private func document(
        _ audits: [(Audit, Currency)], in currency: Currency, start: String = "2024-01-01"
    ) -> String {
        var text = """
            apiVersion: outlay/v1
            kind: Evaluation
            metadata: {id: ldbc, title: Audited prices of three years}
            currency: \(currency.code)
            horizon: {start: \(start), years: 3}
            tax: {prices: net, recoverable: 1}
            discount_rate: {value: 0}
            options:

            """
        for (index, (audit, own)) in audits.enumerated() {
            text += "  o\(index):\n    title: \"\(audit.report)\"\n    costs:\n"
            for (name, amount) in [
                ("machine", audit.machine), ("licence", audit.licence),
                ("maintenance", audit.maintenance),
            ] {
                text +=
                    "      - {id: \(name), category: \(name), amount: \(amount), "
                    + "currency: \(own.code), at: start}\n"
            }
        }
        return text
    }

    @Test(arguments: ["USD", "CNY"])
    func `every audited total is the sum of its lines to the cent`(code: String) throws {
        let currency = try Currency(code: code)
        let audits = code == "USD" ? Self.dollars : Self.renminbi
        let result = try run(document(audits.map { ($0, currency) }, in: currency))
        for (index, audit) in audits.enumerated() {
            let option = try #require(result.option("o\(index)"))
            let total = try option.economics.costsByYear(.all).sum()
            #expect(total == (try ExactDecimal(parsing: audit.total)), "\(audit.report)")
            #expect(option.option.title == audit.report)
        }
    }

    @Test func `all sixteen audits are there`() {
        #expect(Self.dollars.count + Self.renminbi.count == 16)
    }

    @Test func `totals in two currencies are ranked by a dated rate, and refused without one`()
        throws
    {
        let yuan = try Currency(code: "CNY")
        let audits = [(Self.dollars[0], Currency.usd), (Self.renminbi[0], yuan)]
        let result = try run(document(audits, in: .usd))
        let rate = try #require(result.evaluation.exchangeRates.first)
        #expect(rate.from == yuan && rate.date.description == "2023-12-29")
        #expect(result.options.map(\.option.id) == ["o1", "o0"])
        let problems = #expect(throws: DocumentProblems.self) {
            try run(document(audits, in: .usd, start: "2035-01-01"))
        }
        #expect(problems?.list.allSatisfy { $0.code == .missingRate } == true)
    }

    /// Source: the full disclosure reports of 2022-11-09, 2023-04-06 and 2024-10-10, table 2.4.
    @Test func `the cheapest graph database and the one with the most power for its price are two`()
        throws
    {
        let result = try shipped("ldbc-tigergraph")
        let published = [
            "r6625": ("1353315.09", 22.90, 9.60), "aws": ("1302174", 18.39, 8.14),
            "r7725": ("1398469.32", 24.99, 10.79),
        ]
        var bought: [String: Double] = [:]
        for (id, figures) in published {
            let option = try #require(result.option(id))
            let total = try option.economics.costsByYear(.all).sum()
            #expect(total == (try ExactDecimal(parsing: figures.0)))
            let requests = result.evaluation.pricePerformances
            let power = try #require(try result.pricePerformance(of: option, requests[0]).all)
            let throughput = try #require(try result.pricePerformance(of: option, requests[1]).all)
            #expect((power - figures.1).magnitude <= 0.01, "\(id)")
            #expect((throughput - figures.2).magnitude <= 0.01, "\(id)")
            bought[id] = power
        }
        #expect(result.lowestCost?.option.id == "aws")
        #expect(bought.max { $0.value < $1.value }?.key == "r7725")
        // Maintenance is a tenth of the licence, exactly.
        let maintenance = try #require(result.option("aws")).economics.costs
            .first { $0.line.id == "maintenance" }
        #expect(try maintenance?.total(.all) == ExactDecimal(109_728))
    }
}

extension Double {
    /// The number rounded to `places` decimals.
    fileprivate func rounded(_ places: Int) -> Double {
        var unit = 1.0
        for _ in 0..<places { unit *= 10 }
        return (self * unit).rounded() / unit
    }
}
