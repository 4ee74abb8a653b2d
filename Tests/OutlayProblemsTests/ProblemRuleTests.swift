import OutlayProblems
import Testing

struct ProblemRuleTests {
    @Test func `every code has a rule of its own`() {
        let titles = ProblemCode.allCases.map(\.rule.title)
        #expect(Set(titles).count == titles.count)
    }

    @Test(arguments: ProblemCode.allCases)
    func `a rule is a phrase and full sentences`(_ code: ProblemCode) {
        #expect(code.rule.title.first?.isUppercase == false || code.rule.title.hasPrefix("NPV"))
        #expect(!code.rule.title.hasSuffix("."))
        #expect(code.rule.explanation.hasSuffix("."))
    }
}
