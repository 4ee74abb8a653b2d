import OutlayBudgets
import OutlayProblems
import OutlayStreams
import Testing

@Suite struct StreamTrialTests {
    private func trial(
        _ change: @escaping (inout TierRules) -> Void = { _ in },
        _ verify: @escaping (inout Verification) -> Void = { _ in }
    ) -> StreamTrial<Books> {
        StreamTrial<Books>(
            make: { () throws(Problem) in
                var rules = try StreamRules.rules()
                change(&rules)
                return Books(approvalRules: rules)
            },
            reopen: { $0 },
            verify: { books throws(Problem) in
                var found = books.verify(anchors: [try books.checkpoint()])
                verify(&found)
                return found
            })
    }

    @Test func `a store that keeps the rules has no fault`() {
        #expect(trial().fault(seed: 1, count: 200) == nil)
    }

    @Test func `a store that answers otherwise is found, with its seed and the least stream`()
        throws
    {
        let fault = trial { $0.limits = [:] }.fault(seed: 3, count: 400)
        let text = try #require(fault)
        #expect(text.hasPrefix("seed 3: step "))
        let least = text.split(separator: "\n").dropFirst().dropLast()
        #expect((1...6).contains(least.count), "\(text)")
        #expect(least.contains { $0.hasPrefix("override(") })
    }

    @Test func `a store whose journal makes other rows is found`() throws {
        let fault = trial({ _ in }, { $0.differingRows = ["a row"] }).fault(seed: 1, count: 20)
        #expect(fault?.contains("replay: ") == true)
    }
}
