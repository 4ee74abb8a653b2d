import OutlayDecisions
import Testing

struct PartialPreorderTests {
    /// By hand: positive flows 1.2, 1.2, 1.2 and 0 thirds, negative flows 1.2, 0.4, 0.4 and 1.6 thirds.
    private func preorder() throws -> PartialPreorder {
        let columns = [0.4, 0.4, 0.2].enumerated().map { index, weight in
            DecisionMatrix.Column(name: "c\(index)", direction: .higher, weight: weight)
        }
        let matrix = try DecisionMatrix(
            columns: columns, cells: [3, 1, 1, 1, 2, 2, 1, 2, 2, 1, 1, 1])
        return try OutrankingFlows(of: matrix).preorder
    }

    @Test func `two rankings that agree make a preference, others leave it open`() throws {
        let preorder = try preorder()
        #expect(preorder.firstRanks == [1, 1, 1, 4])
        #expect(preorder.secondRanks == [3, 1, 1, 4])
        #expect(preorder[0, 1] == .outranked)
        #expect(preorder[1, 2] == .indifferent)
        #expect(preorder[1, 3] == .preferred)
        #expect(preorder[3, 1] == .outranked)
        #expect(preorder[0, 0] == .indifferent)
    }

    @Test func `incomparable pairs are symmetric and unbeaten options have none ahead`() throws {
        for seed in 0..<100 {
            let preorder = try OutrankingFlows(of: RandomPairs(seed: seed).matrix()).preorder
            let pairs = preorder.incomparablePairs
            for pair in pairs {
                #expect(pair[0] < pair[1], "seed \(seed)")
                #expect(preorder[pair[1], pair[0]] == .incomparable, "seed \(seed)")
            }
            #expect(!preorder.unbeaten.isEmpty, "seed \(seed)")
            let count = preorder.firstRanks.count
            for option in 0..<count where !preorder.unbeaten.contains(option) {
                #expect(
                    (0..<count).contains { preorder[$0, option] == .preferred }, "seed \(seed)")
            }
        }
    }
}
