import Outlay
import Testing

@Suite struct RangesRuleTests {
    @Test func `a line outside the three largest needs no range`() throws {
        let found = try LintCases.findings(
            .missingRange, in: "full", [(", range: {low: 15000, high: 26000}", "")])
        #expect(found == [])
    }

    @Test func `a benefit is one of the largest lines`() throws {
        let found = try LintCases.findings(
            .missingRange, in: "full", [(", range: {low: 1500, high: 3200, of: quantity}", "")])
        #expect(found.count == 1)
        #expect(found.first?.summary.contains("`fewer-floors`") == true)
    }

    @Test func `a share of a line with a range has it too`() throws {
        let line = "      - {id: exit, category: exit, amount: 2000, at: end, source: quote-h}\n"
        let share =
            line
            + "      - {id: reserve, category: contingency, share: 9, of: [setup], source: ledger}\n"
        #expect(try LintCases.findings(.missingRange, in: "full", [(line, share)]) == [])
        let without = try LintCases.findings(
            .missingRange, in: "full",
            [(line, share), (", range: {low: 15000, high: 26000}", "")])
        #expect(without.first?.summary.contains("`reserve`") == true)
    }
}
