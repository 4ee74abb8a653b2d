import Outlay
import Testing

@Suite struct EscalationRuleTests {
    private func findings(_ edits: [(String, String)]) throws -> [Problem] {
        try LintCases.findings(.unstatedEscalation, in: "full", edits)
    }

    @Test func `a benefit that does not grow is a note`() throws {
        let found = try findings([
            ("unit_value: 38, every: year, escalation: 0,", "unit_value: 38, every: year,")
        ])
        #expect(found.map(\.severity) == [.note])
        #expect(found.first?.summary == "`harbour.fewer-floors` does not say how it grows")
    }

    @Test func `the growth of an assumption is a statement`() throws {
        let seats = "unit: seat, range: {low: 340, high: 480}"
        let silent = (
            "unit_cost: 5, per: month, every: year, escalation: 0.04,",
            "unit_cost: 5, per: month, every: year,"
        )
        #expect(try findings([silent]).map(\.severity) == [.warning])
        #expect(try findings([silent, (seats, seats + ", escalation: 0.02")]) == [])
    }

    @Test func `in real terms nothing has to grow`() throws {
        let found = try findings([
            ("price_base: nominal", "price_base: real:2026"),
            ("amount: 9000, every: year, escalation: 0.02,", "amount: 9000, every: year,"),
        ])
        #expect(found == [])
    }
}
