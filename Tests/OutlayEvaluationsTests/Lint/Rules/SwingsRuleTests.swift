import Outlay
import Testing

@Suite struct SwingsRuleTests {
    @Test func `equal weights are a note, derived ones are not looked at`() throws {
        let edits = [
            (
                "scale: {worst: 99, best: 100}, weight: 40",
                "scale: {worst: 99, best: 100}, weight: 25"
            ),
            ("scale: {worst: 40, best: 0}, weight: 10", "scale: {worst: 40, best: 0}, weight: 25"),
        ]
        let found = try LintCases.findings(.unstatedSwing, in: "full", edits)
        #expect(found.map(\.severity) == [.note])
    }

    @Test func `points that end short of 100 are found`() throws {
        let found = try LintCases.findings(
            .unstatedSwing, in: "full",
            [("scale: {worst: 99, best: 100}", "value_function: {points: [[99, 0], [100, 80]]}")])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.summary.contains("from 0 to 80") == true)
    }
}
