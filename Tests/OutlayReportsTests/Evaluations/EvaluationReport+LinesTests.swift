import Outlay
import Testing

@Suite struct EvaluationReportLinesTests {
    @Test func `a line shows all that its figures follow from`() throws {
        var sample = SampleEvaluation(
            extra: """
                rates: {USD: {value: 0.9, date: 2026-11-20, source: bank}}
                sources: {quote: {title: Quote}}
                """)
        sample.options = """
              all:
                title: All
                vendor: acme
                costs:
                  - {id: seats, title: Seats, category: licence, quantity: 1200, unit: seat, unit_cost: 5.5, currency: USD, per: month, every: year, escalation: 0.03, range: {low: 1000, high: 1500, of: quantity, means: p10-p90}, source: quote, owner: jo, note: Ask again}
                  - {id: staff, category: labour, amount: 100, every: year, funded: payroll, released: {budget: cc-1, from: 2028-01-01}}
                  - {id: spent, category: licence, amount: 40, at: start, sunk: true}
                benefits:
                  - {id: time, category: time, cashable: false, amount: 70, every: year}
            """
        sample.decision = ""
        let table = try #require(
            try sample.report().tables.first { $0.caption == "Lines of All, EUR" })
        let titles = table.columns.map(\.title)
        let cells = table.rows.map { Dictionary(uniqueKeysWithValues: zip(titles, $0.cells)) }
        func column(_ title: String) -> [String] { cells.map { $0[title]?.shown ?? "" } }
        let none = FigureText.none
        #expect(column("Line") == ["Seats (seats)", "staff", "spent", "time"])
        #expect(
            column("Price")[0]
                == "quantity 1\u{202F}200, unit price 5.5, per month, unit seat, in USD")
        #expect(column("When") == ["every year", "every year", "at the start", "every year"])
        #expect(
            column("Growth") == ["+3\u{202F}% a year from year 2 on", none, none, none])
        #expect(
            column("Range")[0] == "quantity 1\u{202F}000 to 1\u{202F}500 (P10 to P90)")
        #expect(
            column("Counts as") == [
                "recurring cost, operating",
                "recurring cost, payroll, released to cc-1 from 2028-01-01, operating",
                "one-off cost, operating, sunk, not counted", "recurring benefit, not cashable",
            ])
        #expect(column("Vendor") == ["acme", none, "acme", none])
        #expect(column("Owner")[0] == "jo")
        #expect(column("Source")[0] == "quote")
        #expect(column("Note")[0] == "Ask again")
        // 1200 × 5.5 × 12 × 0.9 = 71 280, then 3 % more.
        #expect(column("Total") == ["144\u{202F}698", "200", none, "140"])
        #expect(column("Cash total") == ["144\u{202F}698", "100", none, none])
        #expect(!titles.contains("Tax"))
    }
}
