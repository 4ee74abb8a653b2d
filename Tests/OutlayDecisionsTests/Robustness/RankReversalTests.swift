import OutlayDecisions
import OutlayProblems
import Testing

struct RankReversalTests {
    private func table(
        _ rows: [[Double]], weights: [Double], names: [String] = [],
        scale: DecisionMatrix.Scale? = nil
    ) throws -> DecisionMatrix {
        try DecisionMatrix(
            columns: weights.enumerated().map { index, weight in
                DecisionMatrix.Column(
                    name: "c\(index)", direction: .higher, weight: weight, scale: scale)
            },
            cells: rows.flatMap(\.self), rowNames: names)
    }

    @Test func `leaving one option out can turn two others round`() throws {
        let matrix = try table(
            [[10, 5], [6, 9], [0, 10]], weights: [0.6, 0.4], names: ["a", "b", "c"])
        // By hand: 0.60, 0.68 and 0.40 among all; without c the ends move, and a has 0.6, b 0.4.
        let reversal = try RankReversal(of: WeightedSum(), on: matrix)
        #expect(reversal.ranks == [2, 1, 3])
        #expect(reversal.names == ["option `a`", "option `b`", "option `c`"])
        #expect(reversal.removals.map(\.changesBest) == [false, false, true])
        #expect(
            reversal.removals[2].outcome
                == .ranked(
                    bestBefore: [1], bestAfter: [0],
                    changes: [
                        RankReversal.Change(first: 0, second: 1, before: .behind, after: .ahead)
                    ]))
        #expect(reversal.removals[2].changes.first?.isReversal == true)
        #expect(
            reversal.removals[1].outcome
                == .ranked(bestBefore: [0], bestAfter: [0], changes: []))
        #expect(!reversal.isStable)
    }

    @Test func `a pair that becomes level is a change but no reversal`() throws {
        let matrix = try table([[10, 5], [6, 9], [0, 10]], weights: [0.5, 0.5])
        // By hand: 0.5, 0.7 and 0.5; without c both others have 0.5.
        let removal = try RankReversal(of: WeightedSum(), on: matrix).removals[2]
        #expect(
            removal.changes == [
                RankReversal.Change(first: 0, second: 1, before: .behind, after: .level)
            ])
        #expect(removal.changes.first?.isReversal == false)
        #expect(removal.changesBest)
    }

    @Test func `stated scales and no other options leave nothing to turn round`() throws {
        for seed in 0..<100 {
            var generator = SeededGenerator(seed: seed)
            let rows = (0..<6).map { _ in
                (0..<3).map { _ in Double.random(in: 0...10, using: &generator) }
            }
            let matrix = try table(
                rows, weights: [3, 2, 1], scale: DecisionMatrix.Scale(worst: 0, best: 10))
            #expect(try RankReversal(of: WeightedSum(), on: matrix).isStable, "seed \(seed)")
        }
        #expect(try RankReversal(of: WeightedSum(), on: table([], weights: [1])).isStable)
        #expect(try RankReversal(of: WeightedSum(), on: table([[1]], weights: [1])).isStable)
    }

    @Test func `a rest that the method refuses is named, not left out`() throws {
        // Without the first option the column is 0 throughout, and its total divides.
        let matrix = try table([[5], [0], [0]], weights: [1])
        let reversal = try RankReversal(of: TOPSIS(), on: matrix)
        guard case .refused(let problem) = reversal.removals[0].outcome else {
            Issue.record("the method scores a column of zeros")
            return
        }
        #expect(problem.code == .outOfRange)
        #expect(!reversal.isStable)
        #expect(reversal.removals[0].changes == [])
        #expect(reversal.names == ["row 1", "row 2", "row 3"])
    }

    @Test func `a table that the method refuses and one that is too long are refused`() throws {
        let zeros = try table([[0], [0]], weights: [1])
        #expect(throws: Problem.self) { try RankReversal(of: TOPSIS(), on: zeros) }
        let long = try table((0...1_000).map { [Double($0)] }, weights: [1])
        let problem = #expect(throws: Problem.self) {
            try RankReversal(of: WeightedSum(), on: long)
        }
        #expect(problem?.code == .tooLarge)
    }

    @Test func `the changes are those that scoring the rest by hand shows`() throws {
        for seed in 0..<60 {
            let random = RandomPairs(seed: seed)
            let matrix = try random.matrix()
            let reversal = try RankReversal(of: PROMETHEE2(), on: matrix)
            for removal in reversal.removals {
                var rest = random
                rest.rows.remove(at: removal.option)
                let after = try PROMETHEE2().scores(of: rest.matrix()).ranks
                let kept = random.rows.indices.filter { $0 != removal.option }
                var count = 0
                for one in kept.indices {
                    for other in kept.indices where one < other {
                        let before = reversal.ranks[kept[one]] - reversal.ranks[kept[other]]
                        if before.signum() != (after[one] - after[other]).signum() { count += 1 }
                    }
                }
                #expect(removal.changes.count == count, "seed \(seed), \(removal.option)")
            }
        }
    }
}
