import Outlay
import Testing

@Suite struct SupportRuleTests {
    private static let product = "product: product-lifecycles/postgresql/18"

    private func findings(_ product: String) throws -> [Problem] {
        try LintCases.findings(.supportEnds, in: "full", [(Self.product, product)])
    }

    @Test(arguments: [
        ("postgresql/15", "support for PostgreSQL 15 ends on 2027-11-11", Severity.warning),
        ("postgresql/13", "support for PostgreSQL 13 ended on 2025-11-13", .warning),
        ("old/1", "support for Old 1 has ended", .warning),
        ("paid/1", "support for Paid 1 ends on 2027-05-31", .note),
        ("short/1", "support for Short 1 ends on 2027-05-31", .warning),
    ])
    func `support that ends within the years is found`(
        row: String, summary: String, severity: Severity
    ) throws {
        let found = try findings("product: product-lifecycles/" + row)
        #expect(found.map(\.summary) == [summary])
        #expect(found.map(\.severity) == [severity])
    }

    @Test func `support without an end is none of it, and each product of a list is looked up`()
        throws
    {
        #expect(try findings("product: product-lifecycles/rolling/1") == [])
        let found = try findings(
            "product: [product-lifecycles/rolling/1, product-lifecycles/old/1, "
                + "product-lifecycles/postgresql/15]")
        #expect(found.count == 2)
    }

    @Test func `no product, no check`() throws {
        let text = try LintCases.text("full").replacing("    " + Self.product + "\n", with: "")
        #expect(try LintCases.lint(text).unchecked.map(\.code) == [.supportEnds])
    }

    @Test(arguments: [
        ("product-lifecycles/nothing/1", ProblemCode.unknownRow),
        ("products/old/1", .unknownCatalogue),
        ("product-lifecycles/silent/1", .emptyCell),
    ])
    func `a product that cannot be looked up is refused`(row: String, code: ProblemCode) throws {
        let error = try #require(throws: DocumentProblems.self) {
            _ = try findings("product: " + row)
        }
        #expect(error.list.map(\.code) == [code])
    }
}
