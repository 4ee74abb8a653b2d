import Outlay
import OutlayDocuments
import Testing

@Suite struct EvaluationReaderOptionsTests {
    private func result(
        term: String = "months: 24", line more: String = ""
    ) throws -> EvaluationResult {
        let text = """
            apiVersion: outlay/v1
            kind: Evaluation
            metadata: {id: desk, title: A desk}
            currency: EUR
            horizon: {start: 2027-01-01, years: 3}
            tax: {prices: net, recoverable: 1}
            discount_rate: {value: 0.08}
            options:
              new:
                vendor: acme
                term: {\(term)}
                costs:
                  - {id: fee, category: subscription, amount: 1000, every: year, escalation: 0}
                  - {id: later, category: project, amount: 50, at: 2029-03-01}
            \(more)
            """
        let evaluation = try EvaluationReader.read(
            read(text), in: EvaluationReader.Surroundings(catalogues: nil))
        return try evaluation.run(asOf: CalendarDate(parsing: "2026-11-23"))
    }

    /// What the contract is worth, of that optional and committed, and the total cost undiscounted.
    private func figures(_ result: EvaluationResult) throws -> [String] {
        let option = try #require(result.options.first)
        let contract = try #require(option.contract)
        let total = try option.economics.costs.map { line in try line.total(.all) }
        return [contract.value.amount, contract.optional.amount, contract.committed.amount]
            .map(\.description) + [total.map(\.description).joined(separator: " ")]
    }

    @Test(arguments: [
        ("months: 24", ["2000", "0", "2000", "3000 50"]),
        ("months: 24, renewals: 1, renewal_months: 12", ["3050", "1050", "2000", "3000 50"]),
        ("months: 24, renewals: 2, renewal_months: 12", ["4050", "2050", "2000", "3000 50"]),
        (
            "months: 24, renewals: 2, renewal_months: 12, break_after: 12",
            ["4050", "2050", "1000", "3000 50"]
        ),
        ("months: 24, renewals: 48, renewal_months: 12", ["50050", "48050", "2000", "3000 50"]),
    ])
    func `renewals change the contract value and never the total cost`(
        term: String, expected: [String]
    ) throws {
        #expect(try figures(result(term: term)) == expected)
    }

    /// A project of 300 that the buyer may call for, first as bought, then as optional.
    @Test(arguments: [
        ("", ["2300", "0", "2300", "3000 50 300"]),
        (", optional: planned", ["2300", "300", "2000", "3000 50 300"]),
        (", optional: unplanned", ["2300", "300", "2000", "3000 50"]),
    ])
    func `an optional purchase counts as far as it is planned`(
        more: String, expected: [String]
    ) throws {
        let line = "      - {id: more, category: project, amount: 300, at: start\(more)}"
        let result = try self.result(line: line)
        #expect(try figures(result) == expected)
        let option = try #require(result.options.first).option
        #expect(option.contractLines.map(\.id) == ["fee", "later", "more"])
        #expect(option.unplannedLines.map(\.id) == (more.contains("unplanned") ? ["more"] : []))
    }
}
