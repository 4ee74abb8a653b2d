import Foundation
import Outlay
import Testing

@Suite struct CorrelatedCriteriaRuleTests {
    private static let stated = [
        "sheets: {uptime: 99.1, search: 110, insight: none, effort: 30}",
        "harbour: {uptime: 99.95, search: 15, insight: desks, effort: 12}",
        "lantern: {uptime: 99.5, search: 40, insight: desks, effort: 21.5}",
        "sensors: {uptime: 99.6, search: 30, insight: desks, effort: 25}",
    ]

    /// Returns the findings where effort falls as `line` says while the uptime rises.
    private func findings(_ efforts: [String]) throws -> [Problem] {
        var edits: [(String, String)] = []
        for (old, effort) in zip(Self.stated, efforts) {
            let head = old.prefix(upTo: old.range(of: "effort: ")?.upperBound ?? old.endIndex)
            edits.append((old, head + effort + "}"))
        }
        return try LintCases.findings(.correlatedCriteria, in: "full", edits)
    }

    @Test func `criteria that are one line are found`() throws {
        // 40 − 40 × the value of uptime: 0.1, 0.95, 0.5, 0.6.
        let found = try findings(["36", "2", "20", "16"])
        #expect(found.count == 1)
        #expect(found.first?.reason.contains("correlation of 1.000 over 4 options") == true)
        #expect(found.first?.reason.contains("50.0 %") == true)
    }

    @Test func `criteria that go against each other are a tradeoff`() throws {
        #expect(try findings(["4", "38", "20", "24"]) == [])
    }

    @Test func `a criterion on which all are alike goes with nothing`() throws {
        #expect(try findings(["20", "20", "20", "20"]) == [])
    }

    @Test func `over four options a correlation of 0.98 may be chance`() throws {
        #expect(try findings(["34", "5", "16", "20"]) == [])
    }

    @Test func `the same few levels are chance`() throws {
        // What is known of use is worth 0 and three times 100; so is the effort here.
        #expect(try findings(["40", "0", "0", "0"]) == [])
    }

    @Test func `two options say nothing`() throws {
        let text = try LintCases.text("full")
            .replacing(
                "    title: Lantern Rooms\n", with: "    title: Lantern Rooms\n    rejected: No\n"
            )
            .replacing(
                "    title: Desk sensors of our own\n",
                with: "    title: Sensors\n    rejected: No\n")
        let unchecked = try LintCases.lint(text).unchecked
        #expect(unchecked.map(\.code) == [.correlatedCriteria])
    }
}
