import OutlayProblems
import Testing

struct ProblemRuleTests {
    @Test func `every code has a rule of its own`() {
        let titles = ProblemCode.allCases.compactMap(\.statedRule?.title)
        #expect(Set(titles).count == titles.count)
    }

    @Test(arguments: ProblemCode.allCases)
    func `a rule is a phrase and full sentences`(_ code: ProblemCode) {
        guard let rule = code.statedRule else {
            #expect(code.isOfLintRule, "\(code.rawValue) has no rule")
            return
        }
        #expect(rule.title.first?.isUppercase == false || rule.title.hasPrefix("NPV"))
        #expect(!rule.title.hasSuffix("."))
        #expect(rule.explanation.hasSuffix("."))
    }
}
