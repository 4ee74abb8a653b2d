import Outlay
import OutlayDocuments
import Testing

@Suite struct GovernedSetTests {
    private let defaults = DocumentDefaults(
        currency: .eur, effectiveFrom: CalendarDate(dayNumber: 20_000))

    private func entry<Document: WrittenDocument>(
        _: Document.Type, _ text: String, _ path: String
    ) throws -> GovernedSet.Entry<Document> {
        let source = read(text, path: path)
        let root = try #require(source.root)
        return GovernedSet.Entry(try GovernedReader<Document>(source).read(defaults), root)
    }

    private func budget(_ lines: String, _ path: String = "b.yaml") throws
        -> GovernedSet.Entry<Budget>
    {
        try entry(
            Budget.self,
            "kind: Budget\nfiscal_year: {id: FY2027, start: 2027-01-01, end: 2027-12-31}\nlines:\n"
                + lines,
            path)
    }

    private func people(_ list: String) throws -> GovernedSet.Entry<Organisation> {
        try entry(
            Organisation.self, "kind: Organisation\nmetadata: {id: O}\npeople:\n" + list, "o.yaml")
    }

    private func policy(_ text: String) throws -> GovernedSet.Entry<Policy> {
        try entry(Policy.self, "kind: Policy\nmetadata: {id: P}\n" + text, "p.yaml")
    }

    @Test func `what agrees leaves nothing to say`() throws {
        var set = GovernedSet()
        set.budgets = [try budget("  - {id: A, owner: x, approved: 1}\n")]
        set.organisations = [
            try people("  - {id: x, roles: [{role: r, nodes: [A]}], deputies: [y]}\n  - {id: y}\n")
        ]
        set.policies = [try policy("tiers: [{approvers: [r]}]\n")]
        #expect(set.problems == [])
    }

    @Test func `a role that nobody holds is named where it is asked for`() throws {
        var set = GovernedSet()
        set.organisations = [try people("  - {id: x, roles: [finance-review]}\n")]
        set.policies = [
            try policy(
                """
                tiers: [{below: 5, approvers: [finance-review]}, {approvers: [finance-reviews, cfo]}]
                routes: {single_source: {reasons: [a], waiver: legal}}
                budget: {override: {role: board}}
                """)
        ]
        #expect(
            outline(set.problems) == """
                3:63-78 OL706 nobody holds the role `finance-reviews`
                3:80-83 OL706 nobody holds the role `cfo`
                4:48-53 OL706 nobody holds the role `legal`
                5:27-32 OL706 nobody holds the role `board`
                """)
        #expect(set.problems[0].hint == "did you mean `finance-review`?")
    }

    @Test func `a line's owner is a person, its parent a line, and its budget the only one`() throws
    {
        var set = GovernedSet()
        set.budgets = [
            try budget("  - {id: A, owner: xx.y, approved: 1}\n", "a.yaml"),
            try budget(
                "  - {id: B, parent: AA, approved: 1, lines: [{id: A, approved: 2}]}\n", "b.yaml"),
        ]
        set.organisations = [try people("  - {id: xx.z}\n")]
        #expect(
            outline(set.problems) == """
                4:20-24 OL707 `xx.y` is no person of the organisation
                4:21-23 OL709 no budget has the line `AA`
                4:51-52 OL702 `A` has two budgets
                """)
        #expect(set.problems[2].reason.hasPrefix("a.yaml:4 budgets it as well"))
    }

    @Test func `deputies in a circle, unknown lines and vendors are warnings`() throws {
        var set = GovernedSet()
        set.budgets = [try budget("  - {id: A, approved: 1}\n")]
        set.organisations = [
            try people(
                """
                  - {id: x, deputies: [y], roles: [r]}
                  - {id: y, deputies: [x], roles: [{role: r, nodes: [A, B]}]}
                  - {id: z, deputies: [x, y]}
                """)
        ]
        set.vendors = [
            try entry(
                VendorRegister.self, "kind: Vendors\nvendors: [{id: v, legal_name: V}]\n", "v.yaml")
        ]
        set.policies = [
            try policy(
                "tiers: [{approvers: [r]}]\nextra: [{when: {vendor: [v, w], node: C}, approvers: [r]}]\n"
            )
        ]
        #expect(
            outline(set.problems) == """
                4:29-30 OL710 the register has no vendor `w`
                4:39-40 OL709 no budget has the line `C`
                4:23-26 OL708 `x` and their deputies stand in for each other
                5:23-26 OL708 `y` and their deputies stand in for each other
                5:57-58 OL709 no budget has the line `B`
                """)
        #expect(set.problems.allSatisfy { $0.severity == .warning })
    }

    @Test func `a duty of a role that nobody holds is named`() throws {
        var set = GovernedSet()
        set.organisations = [
            try people("  - {id: x, roles: [r]}\nduties: {roles: {transfer: [r, rr]}}\n")
        ]
        #expect(outline(set.problems) == "5:32-34 OL706 nobody holds the role `rr`")
    }
}
