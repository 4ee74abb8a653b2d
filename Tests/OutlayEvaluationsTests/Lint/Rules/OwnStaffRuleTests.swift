import Outlay
import Testing

@Suite struct OwnStaffRuleTests {
    private static let project =
        "      - {id: project, category: labour, staff: 2, hours: 200, rate: 55, at: start, funded: payroll, "
        + "source: ledger}\n"

    @Test(arguments: [
        ("2027-06-30", 0), ("2028-12-31", 1),
    ])
    func `own staff stand beside the work, not years behind it`(day: String, count: Int) throws {
        let late = Self.project.replacing("at: start", with: "at: " + day)
        let found = try LintCases.findings(.noOwnStaff, in: "full", [(Self.project, late)])
        #expect(found.count == count)
    }
}
