import Outlay
import OutlayDocuments
import Testing

@Suite struct LineReaderTests {
    /// An evaluation of two options, of which one is priced in dollars that have no rate in 2031.
    private func document(_ more: String) -> String {
        """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: desk, title: A desk}
        currency: EUR
        horizon: {start: 2031-01-01, years: 1}
        tax: {prices: net, recoverable: 1}
        discount_rate: {value: 0.08}
        options:
          old: {costs: [{id: upkeep, category: upkeep, amount: 9, every: year}]}
          new: {costs: [{id: price, category: upkeep, amount: 5, currency: USD, at: start}]\(more)}
        """
    }

    private func evaluation(_ text: String) throws -> Evaluation {
        try EvaluationReader.read(
            read(text), in: EvaluationReader.Surroundings(catalogues: nil))
    }

    @Test func `an option that is set aside needs no exchange rate`() throws {
        let rejected = try evaluation(document(", rejected: no answer"))
        #expect(try rejected.run(asOf: CalendarDate(parsing: "2026-11-23")).rejected.count == 1)
        let problems = #expect(throws: DocumentProblems.self) { try evaluation(document("")) }
        #expect(problems?.list.map(\.code) == [.missingRate])
    }
}
