import Outlay
import Testing

@Suite struct RenewalPriceRuleTests {
    private static let term = "    term: {months: 36, auto_renew: true, notice_days: 90}"

    @Test(arguments: [
        ("    term: {months: 24}", 1), ("    term: {months: 36}", 0), ("    term: {months: 60}", 0),
        ("    term: {months: 24, price_cap: 0.08}", 0),
        ("    term: {months: 12, renewals: 2, renewal_months: 12}", 0),
        ("    term: {months: 12, renewals: 1, renewal_months: 12}", 1), ("", 0),
    ])
    func `only years behind the term without a price are found`(term: String, count: Int) throws {
        let found = try LintCases.findings(.noRenewalPrice, in: "full", [(Self.term, term)])
        #expect(found.count == count)
    }

    @Test func `a line that begins behind the term is a price`() throws {
        let seats =
            "quantity: seats, unit_cost: 3.5, per: month, every: year, escalation: 0.05, source: quote-h}"
        let priced =
            "quantity: seats, unit_cost: 3.5, per: month, every: year, ends: 2028-12-31, escalation: 0.05, "
            + "source: quote-h}\n      - {id: later, category: subscription, quantity: seats, unit_cost: 4, "
            + "per: month, every: year, begins: 2029-01-01, escalation: 0, source: quote-h}"
        let found = try LintCases.findings(
            .noRenewalPrice, in: "full", [(Self.term, "    term: {months: 24}"), (seats, priced)])
        #expect(found == [])
    }

    @Test func `a price by terms rises at renewal`() throws {
        let seats = "unit_cost: 3.5, per: month, every: year, escalation: 0.05,"
        let byTerms = "unit_cost: 3.5, per: month, every: year, renews_every: 24, uplift: 0.1,"
        let found = try LintCases.findings(
            .noRenewalPrice, in: "full", [(Self.term, "    term: {months: 24}"), (seats, byTerms)])
        #expect(found == [])
    }
}
