import OutlayDecisions
import OutlayProblems
import Testing

struct PROMETHEE1Tests {
    private func matrix(_ rows: [[Double]], weights: [Double]) throws -> DecisionMatrix {
        try DecisionMatrix(
            columns: weights.indices.map {
                DecisionMatrix.Column(name: "c\($0)", direction: .higher, weight: weights[$0])
            },
            cells: rows.flatMap(\.self))
    }

    /// Zhao, Peng, Li, Procedia Computer Science 17 (2013): net flows 0.1, -0.3, 0.2 from
    /// positive flows 0.55, 0.35, 0.60 and negative flows 0.45, 0.65, 0.40.
    @Test func `a published table is in complete order where both flows agree`() throws {
        let matrix = try PROMETHEE2.descriptor.example.matrix()
        let flows = try OutrankingFlows(of: matrix)
        #expect(areClose(flows.positive, [0.55, 0.35, 0.6]))
        #expect(areClose(flows.negative, [0.45, 0.65, 0.4]))
        let result = try PROMETHEE1().scores(of: matrix)
        #expect(result.ranks == [2, 3, 1])
        #expect(result.remarks == [MethodRemark("no option is preferred to", options: [2])])
    }

    @Test func `options that each lead in one flow are not comparable`() throws {
        // By hand: A gains and loses half of both comparisons, B and C half of one; the net flows are 0.
        let result = try PROMETHEE1().scores(of: PROMETHEE1.descriptor.example.matrix())
        #expect(result.ranks == [1, 1, 1])
        #expect(
            result.remarks == [
                MethodRemark("no option is preferred to", options: [0, 1, 2]),
                MethodRemark("not comparable", options: [0, 1]),
                MethodRemark("not comparable", options: [0, 2]),
            ])
        let preorder = try PROMETHEE1().preorder(of: PROMETHEE1.descriptor.example.matrix())
        #expect(preorder[1, 2] == .indifferent)
    }

    @Test func `the net flow never contradicts the partial order`() throws {
        for seed in 0..<200 {
            let matrix = try RandomPairs(seed: seed).matrix()
            let ranks = try PROMETHEE1().scores(of: matrix).ranks
            let preorder = try PROMETHEE1().preorder(of: matrix)
            for one in ranks.indices {
                for other in ranks.indices {
                    switch preorder[one, other] {
                    case .preferred: #expect(ranks[one] < ranks[other], "seed \(seed)")
                    case .outranked: #expect(ranks[one] > ranks[other], "seed \(seed)")
                    case .indifferent: #expect(ranks[one] == ranks[other], "seed \(seed)")
                    case .incomparable: #expect(one != other, "seed \(seed)")
                    }
                }
            }
        }
    }

    @Test func `steps end with the two rankings`() throws {
        let steps = try PROMETHEE1().steps(
            for: matrix([[2, 1], [1, 2], [1, 2]], weights: [1, 1]))
        #expect(steps.suffix(2).map(\.symbol) == ["r+(a)", "r-(a)"])
        #expect(steps.suffix(2).map(\.content) == [.options([1, 2, 2]), .options([3, 1, 1])])
    }

    @Test func `one option leaves nothing to remark`() throws {
        let result = try PROMETHEE1().scores(of: matrix([[2, 1]], weights: [1, 1]))
        #expect(result == MethodResult(scores: [0], higherIsBetter: true))
    }

    @Test func `too many options to name every pair are refused`() throws {
        let long = try matrix((0...1_000).map { [Double($0)] }, weights: [1])
        let problem = #expect(throws: Problem.self) { try PROMETHEE1().scores(of: long) }
        #expect(problem?.code == .tooLarge)
        #expect(problem?.summary == "1001 options are too many for PROMETHEE I")
    }
}
