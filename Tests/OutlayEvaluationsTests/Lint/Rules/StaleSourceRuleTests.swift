import Outlay
import Testing

@Suite struct StaleSourceRuleTests {
    @Test(arguments: [
        ("date: 2025-11-20", 0), ("date: 2025-11-19", 1),
        ("date: 2025-11-19, valid_until: 2026-12-31", 0),
    ])
    func `a price without an end may be a year old`(stated: String, count: Int) throws {
        let found = try LintCases.findings(
            .staleSource, in: "full",
            [
                (
                    "title: Lantern price list, date: 2026-09-30",
                    "title: Lantern price list, " + stated
                )
            ])
        #expect(found.count == count)
    }

    @Test func `own records may be older`() throws {
        let found = try LintCases.findings(
            .staleSource, in: "full", [("CC-410, date: 2026-01-31", "CC-410, date: 2020-01-31")])
        #expect(found == [])
    }
}
