import Outlay
import OutlayDocuments
import Testing

@Suite struct OptionVariantsTests {
    private func evaluation(_ options: String, head: String = "") throws -> Evaluation {
        let text = """
            apiVersion: outlay/v1
            kind: Evaluation
            metadata: {id: desk, title: A desk}
            currency: EUR
            horizon: {start: 2027-01-01, years: 3}
            tax: {prices: net, recoverable: 1}
            discount_rate: {value: 0.08}
            \(head)
            knock_outs: [{id: sso, question: Single sign-on, type: yes-no, require: {equals: true}}]
            options:
            \(options)
            """
        return try EvaluationReader.read(
            read(text), in: EvaluationReader.Surroundings(catalogues: nil))
    }

    private let basic = """
          basic:
            title: Basic
            vendor: acme
            term: {months: 24}
            costs:
              - {id: setup, category: implementation, amount: 10, at: start}
              - {id: seats, category: subscription, amount: 100, every: year, escalation: 0}
        """

    @Test func `a variant states only what differs`() throws {
        let evaluation = try evaluation(
            basic + """

                  plus:
                    like: basic
                    without: [setup]
                    costs:
                      - {id: seats, category: subscription, amount: 150, every: year, escalation: 0}
                      - {id: bot, category: usage, amount: 7, every: year, escalation: 0}
                performance: {basic: {sso: true}}
                """)
        let plus = evaluation.options[1]
        #expect(plus.title == "plus")
        #expect(plus.vendor == "acme")
        #expect(plus.term?.months == 24)
        #expect(plus.variantOf == "basic")
        #expect(plus.lines.map(\.id) == ["seats", "bot"])
        #expect(plus.performances["sso"] == .yesNo(true))
        let result = try evaluation.run(asOf: CalendarDate(parsing: "2026-11-23"))
        let costs = try result.option("plus")?.economics.costsByYear(.all)
        #expect(costs == [0, 157, 157, 157].map { ExactDecimal($0) })
        #expect(
            result.quotes
                == [Quote(vendor: "acme", options: ["basic", "plus"], standing: .undated)])
    }

    @Test func `a variant of a variant has what both state, the nearer first`() throws {
        let evaluation = try evaluation(
            """
              third: {like: second, vendor: other}
              second: {like: basic, term: {months: 12}}
            """ + "\n" + basic + "\nperformance: {basic: {sso: true}, second: {sso: false}}")
        let third = evaluation.options[0]
        #expect(third.vendor == "other")
        #expect(third.term?.months == 12)
        #expect(third.lines.map(\.id) == ["setup", "seats"])
        #expect(third.performances["sso"] == .yesNo(false))
    }

    @Test func `what an option is set aside for is its own`() throws {
        let evaluation = try evaluation(
            basic.replacing("vendor: acme", with: "rejected: too dear")
                + "\n  plus: {like: basic}")
        #expect(evaluation.options.map(\.rejection) == ["too dear", nil])
    }

    @Test func `an option over years of its own is compared by the cost of one`() throws {
        let evaluation = try evaluation(
            """
              lease: {costs: [{id: rent, category: lease, amount: 110, every: year, escalation: 0}]}
              buy:
                horizon: {years: 5}
                costs:
                  - {id: price, category: hardware, amount: 400, at: start}
                  - {id: end, category: exit, amount: 1, at: 2031-12-31}
            performance: {lease: {sso: true}, buy: {sso: true}}
            """, head: "baseline: lease\ncompare_by: equivalent-annual-cost")
        let result = try evaluation.run(asOf: CalendarDate(parsing: "2026-11-23"))
        let buy = try #require(result.option("buy"))
        #expect(buy.economics.study.horizon.years == 5)
        #expect(buy.increment == nil)
        let annuity = (1 - 1 / 1.08 / 1.08 / 1.08 / 1.08 / 1.08) / 0.08
        let total = buy.totalCostOfOwnership.all
        #expect((buy.comparedCost.all - total / annuity).magnitude < 1e-9)
        let gain = try #require(result.annualGain(of: buy)?.all)
        #expect((gain - (110 - total / annuity)).magnitude < 1e-9)
        #expect(buy.rank == 1)
        #expect(total > result.option("lease")?.totalCostOfOwnership.all ?? 0)
    }
}
