import OutlayDecisions
import OutlayProblems
import Testing

struct CriteriaOrderTests {
    private static let weightings: [any Weighting.Type] = [
        RankOrderCentroid.self, RankSum.self, RankReciprocal.self,
    ]

    @Test func `tied criteria share the mean of their places`() throws {
        // By hand: of 3, 2, 1 the last two share 1.5 each.
        let weights = try RankSum.weights(of: ["a", "b", "c"], from: .order([["b"], ["c", "a"]]))
        #expect(weights.shares == [0.25, 0.5, 0.25])
        for weighting in Self.weightings {
            let all = try weighting.weights(of: ["a", "b", "c"], from: .order([["a", "b", "c"]]))
            #expect(all.shares.allSatisfy { abs($0 - 1.0 / 3) < 1e-15 })
        }
    }

    @Test func `weights fall along the order and total 1 for any count`() throws {
        for count in 1...40 {
            let names = (0..<count).map { "c\($0)" }
            for weighting in Self.weightings {
                let shares = try weighting.weights(of: names, from: .order(names.map { [$0] }))
                    .shares
                #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
                #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 > $1 })
            }
        }
    }

    @Test(arguments: [
        ([["a"]], ProblemCode.missingField), ([["a"], ["b"], ["a"]], .duplicateIdentifier),
        ([["a"], ["b"], ["z"]], .unknownReference), ([["a"], [], ["b"]], .wrongLength),
        ([], .missingField),
    ])
    func `an order that does not fit the criteria is refused`(
        order: [[String]], code: ProblemCode
    ) {
        let problem = #expect(throws: Problem.self) {
            try RankOrderCentroid.weights(of: ["a", "b"], from: .order(order))
        }
        #expect(problem?.code == code)
    }
}
