import Outlay
import Testing

@testable import OutlayDocuments

struct RowFilterTests {
    private func filter(_ text: String) throws(Problem) -> RowFilter {
        try RowFilter(parsing: text, argument: "--where")
    }

    @Test func `conditions are a column, a sign and a value`() throws {
        let text = #"vcpu>=8  region!=x name~text a<1 b<=2 c>3 "d e"="f ""g"" =h""#
        let conditions = try filter(text).conditions
        #expect(
            conditions.map { [$0.column, $0.comparison.rawValue, $0.value] } == [
                ["vcpu", ">=", "8"], ["region", "!=", "x"], ["name", "~", "text"],
                ["a", "<", "1"], ["b", "<=", "2"], ["c", ">", "3"], ["d e", "=", "f \"g\" =h"],
            ])
        #expect(try filter("  ").conditions.isEmpty)
    }

    @Test(arguments: [
        ("vcpu", "vcpu"), ("vcpu >= 8", "vcpu"), ("vcpu>= 8", "vcpu>="), ("vcpu>>8", "vcpu>>8"),
        ("=8", "=8"), ("a=1 b=\"c", "b=\"c"), ("a=\"b\"c", "a=\"b\"c"), ("vcpu==8", "vcpu==8"),
    ])
    func `a part that is no condition is named`(text: String, part: String) {
        let problem = problem { try filter(text) }
        #expect(problem?.code == .badFilter)
        #expect(problem?.summary == "`\(part)` is not a condition")
        #expect(problem?.location == .argument("--where"))
    }

    @Test func `an empty value is written in quotes`() throws {
        #expect(try filter("a=\"\"").conditions[0].value.isEmpty)
        #expect(problem { try filter("a=") }?.code == .badFilter)
    }
}
