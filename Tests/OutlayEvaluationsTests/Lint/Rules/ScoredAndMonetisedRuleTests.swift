import Outlay
import Testing

@Suite struct ScoredAndMonetisedRuleTests {
    private func findings(_ old: String, _ new: String) throws -> [Problem] {
        try LintCases.findings(.scoredAndMonetised, in: "full", [(old, new)])
    }

    @Test func `the same number in the same unit is one effect`() throws {
        let found = try findings(
            "quantity: 2600, unit: m2, unit_value: 38, every: year, escalation: 0, "
                + "range: {low: 1500, high: 3200, of: quantity}",
            "quantity: 12, unit: min, unit_value: 38, every: year, escalation: 0, "
                + "range: {low: 9, high: 15, of: quantity}")
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.reason == "both are 12 min")
    }

    @Test func `the same unit from the same source may be`() throws {
        #expect(try findings("unit: m2", "unit: min").map(\.severity) == [.note])
    }

    @Test func `a word that says nothing is not shared`() throws {
        #expect(
            try findings("id: fewer-floors, category: space", "id: time, category: hours") == [])
    }
}
