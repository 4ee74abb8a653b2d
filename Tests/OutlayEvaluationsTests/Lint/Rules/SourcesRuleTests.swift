import Outlay
import Testing

@Suite struct SourcesRuleTests {
    private func findings(_ edits: [(String, String)]) throws -> [Problem] {
        try LintCases.findings(.unsourcedNumber, in: "full", edits)
    }

    @Test func `a line without a source is found, one of nothing is not`() throws {
        let found = try findings([
            (
                "amount: 26000, at: start, range: {low: 20000, high: 40000}, source: quote-l",
                "amount: 26000, at: start, range: {low: 20000, high: 40000}"
            )
        ])
        #expect(found.count == 1)
        #expect(found.first?.summary.contains("`setup`") == true)
    }

    @Test func `an assumption needs a source or a reason`() throws {
        let stated = "range: {low: 340, high: 480}, source: ledger}"
        let bare = "range: {low: 340, high: 480}}"
        #expect(try findings([(stated, bare)]).count == 1)
        let reasoned = "range: {low: 340, high: 480}, reason: Head count of the move}"
        #expect(try findings([(stated, reasoned)]) == [])
    }

    @Test func `criteria without a source are a note`() throws {
        let found = try findings([
            (
                "scale: {worst: 40, best: 0}, weight: 10, source: survey",
                "scale: {worst: 40, best: 0}, weight: 10"
            )
        ])
        #expect(found.map(\.severity) == [.note])
    }
}
