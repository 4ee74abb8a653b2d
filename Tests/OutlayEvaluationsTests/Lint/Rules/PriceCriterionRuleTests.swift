import Outlay
import Testing

@Suite struct PriceCriterionRuleTests {
    private static let effort = "id: effort, title: Effort to change a floor plan, unit: min"

    @Test(arguments: [
        ("id: effort, title: Effort, unit: EUR/month", 1),
        ("id: effort, title: Running costs, unit: points", 1),
        ("id: effort, title: Cost-free trial, unit: points", 1),
        ("id: effort, title: Low-priced, unit: points", 0),
        ("id: effort, title: Europe, unit: points", 0),
    ])
    func `money is known by its unit or name`(head: String, count: Int) throws {
        let found = try LintCases.findings(.priceAsCriterion, in: "full", [(Self.effort, head)])
        #expect(found.count == count)
    }
}
