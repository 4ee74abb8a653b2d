import Outlay
import Testing

@Suite struct CashableRuleTests {
    @Test func `money that comes in cuts no budget`() throws {
        let found = try LintCases.findings(
            .savingWithoutCut, in: "full",
            [("category: space, cashable: true, cuts: CC-120", "category: income, cashable: true")])
        #expect(found == [])
    }

    @Test func `a benefit that is not cashable cannot cut a budget`() throws {
        let text = try LintCases.text("full").replacing(
            "cashable: true, cuts", with: "cashable: false, cuts")
        let error = try #require(throws: DocumentProblems.self) {
            _ = try LintCases.result(of: text)
        }
        #expect(error.list.map(\.code) == [.fieldsExclude])
    }
}
