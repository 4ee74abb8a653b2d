import Outlay
import Testing

@Suite struct EarlierWeightsRuleTests {
    private static let change = CriteriaSeal.Change(
        place: "criteria.uptime.weight", sealed: "25", now: "40")

    private func report(_ weights: EarlierWeights) throws -> LintReport {
        try LintCases.lint(LintCases.text("full"), weights: weights)
    }

    @Test func `changes since before the first quote are named`() throws {
        let found = try report(
            .known(
                version: "commit abc", date: CalendarDate(dayNumber: 20_700), changes: [Self.change]
            )
        ).findings
        #expect(found.map(\.code) == [.weightsChangedLate])
        #expect(found.first?.reason.contains("Harbour quote H-204 of 2026-09-28") == true)
        #expect(found.first?.reason.contains("criteria.uptime.weight: 25 → 40") == true)
    }

    @Test func `what nobody looked at is not checked, which is not the same as kept`() throws {
        for weights in [EarlierWeights.unknown, .unavailable(because: "there is no git")] {
            let report = try report(weights)
            #expect(report.findings == [])
            #expect(report.unchecked.map(\.code) == [.weightsChangedLate])
        }
    }

    @Test func `a case without a dated quote cannot be looked at`() throws {
        let text = try LintCases.text("full")
            .replacing(
                "title: Harbour quote H-204, date: 2026-09-28, valid", with: "title: H, valid"
            )
            .replacing(
                "title: Lantern price list, date: 2026-09-30", with: "title: Lantern price list")
        let report = try LintCases.lint(text)
        #expect(report.unchecked.map(\.code) == [.weightsChangedLate])
        #expect(Set(report.findings.map(\.code)) == [.unsourcedNumber])
    }
}
