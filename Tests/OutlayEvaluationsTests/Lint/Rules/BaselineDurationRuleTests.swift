import Outlay
import Testing

@Suite struct BaselineDurationRuleTests {
    private static let clerks =
        "      - {id: clerks, category: labour, staff: 0.5, rate: 48000, escalation: 0.02, funded: budget, "
        + "source: ledger}\n"

    private func findings(_ line: String) throws -> [Problem] {
        try LintCases.findings(.baselineEndsEarly, in: "plain", [(Self.clerks, line)])
    }

    @Test(arguments: [
        (
            "      - {id: old, category: upkeep, amount: 5, at: start, source: ledger}\n",
            "ends at time 0"
        ),
        (
            "      - {id: old, category: upkeep, amount: 5, every: year, ends: 2027-12-31, escalation: 0, "
                + "source: ledger}\n", "ends in year 1"
        ),
    ])
    func `a baseline that stops is found`(line: String, summary: String) throws {
        #expect(try findings(line).first?.summary.hasSuffix(summary) == true)
    }

    @Test func `a baseline without costs is found, one that costs nothing is a statement`() throws {
        let all = "    costs:\n" + Self.clerks
        let bare = try LintCases.findings(.baselineEndsEarly, in: "plain", [(all, "")])
        #expect(bare.first?.summary.hasSuffix("has no costs") == true)
        #expect(try findings("      - {id: none, category: upkeep, amount: 0, at: start}\n") == [])
    }
}
