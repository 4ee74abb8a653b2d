import Outlay
import Testing

@Suite struct RisksRuleTests {
    @Test func `a risk lacks an owner, a response, or both`() throws {
        let found = try LintCases.findings(
            .riskWithoutOwner, in: "plain",
            [("owner: gate.lead, response: A spare is on site", "probability: low")])
        #expect(found.map(\.summary) == ["the risk `jam` has no owner and no response"])
    }

    @Test func `no risk at all is a note`() throws {
        let found = try LintCases.findings(
            .riskWithoutOwner, in: "plain",
            [
                (
                    "  - {id: jam, what: The printer jams on busy days, owner: gate.lead, response: A spare is on site}\n",
                    ""
                ), ("risks:\n", "risks: []\n"),
            ])
        #expect(found.map(\.severity) == [.note])
    }

    @Test(arguments: [
        ("probability: 0.3", "probability: 1.3"), ("impact: 9000", "impact: -1"),
        ("impact: 9000", "impact: huge"), ("id: price", "id: adoption"),
    ])
    func `a risk that cannot be read is refused`(old: String, new: String) throws {
        let text = try LintCases.text("full").replacing(old, with: new)
        #expect(throws: DocumentProblems.self) { _ = try LintCases.result(of: text) }
    }
}
