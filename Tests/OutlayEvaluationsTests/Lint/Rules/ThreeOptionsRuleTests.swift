import Outlay
import Testing

@Suite struct ThreeOptionsRuleTests {
    private static let title = "    title: A desk of students\n"

    @Test func `a variant is no option of its own`() throws {
        let found = try LintCases.findings(
            .fewOptions, in: "plain",
            [("  desk:\n", "  desk:\n    like: harbour\n    vendor: Harbour\n")])
        #expect(found.map(\.severity) == [.warning])
    }

    @Test func `a single option is an error`() throws {
        let found = try LintCases.findings(
            .fewOptions, in: "plain",
            [
                (Self.title, Self.title + "    rejected: No room\n"),
                ("    title: Harbour badge service\n", "    title: H\n    rejected: Too dear\n"),
                ("recommendation: {option: harbour, reason: Cheapest}\n", ""),
            ])
        #expect(found.map(\.severity) == [.error])
    }
}
