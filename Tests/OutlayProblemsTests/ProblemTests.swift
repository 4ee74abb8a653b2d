import OutlayProblems
import Testing

@Suite struct ProblemTests {
    private let problem = Problem(
        .weightTotal, "weights total 110", because: "weights total exactly 1 or exactly 100",
        hint: "lower the weights by 10 in all")

    @Test func `a problem is as severe as its code unless raised`() {
        var raised = Problem(.olderRate, "an older rate", because: "no rate on that day")
        #expect(problem.severity == .error)
        #expect(raised.severity == .note)
        raised.severity = .error
        #expect(raised.severity == .error && raised.code.severity == .note)
    }

    @Test func `a place is given once and then kept`() {
        let first = problem.located(at: .argument("--rate"))
        #expect(problem.location == nil)
        #expect(first.location == .argument("--rate"))
        #expect(first.located(at: .file("a.yaml")) == first)
        #expect(problem.located(at: nil) == problem)
    }

    @Test func `severities are in order`() {
        #expect(Severity.allCases.sorted() == [.note, .warning, .error])
    }
}
