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

    @Test(arguments: [
        ("{date: 2030-12-31, source: bank}", [ProblemCode.missingField]),
        ("{value: 0.9, source: bank}", [.missingField]), ("{value: 0.9, date: soon}", [.badDate]),
        ("{value: 0.9, date: 2030-12-31, source: bank}", []),
    ])
    func `nothing stands in for a part of a stated rate`(rate: String, codes: [ProblemCode]) {
        let text = document("") + "\nrates: {USD: \(rate)}"
        do {
            let rates = try evaluation(text).exchangeRates
            #expect(codes.isEmpty && rates.map(\.source) == ["bank"])
        } catch let problems as DocumentProblems {
            #expect(Set(problems.list.map(\.code)).isSuperset(of: codes) && !codes.isEmpty)
        } catch {
            Issue.record(error)
        }
    }

    @Test(arguments: ["{start_month: 13}", "{named_by: end}", "{start_month: 4.5}"])
    func `nothing stands in for a fiscal year that cannot be`(fiscalYear: String) {
        let text = document(", rejected: no answer") + "\nfiscal_year: \(fiscalYear)"
        #expect(throws: DocumentProblems.self) { try evaluation(text) }
    }
}
