import OutlayDecisions
import Testing

struct RankingTests {
    @Test func `equal scores share the smaller rank`() {
        #expect(Ranking.competition(scores: [3, 9, 7, 7, 1]) == [4, 1, 2, 2, 5])
        #expect(
            Ranking.competition(scores: [3, 9, 7, 7, 1], higherIsBetter: false) == [2, 5, 3, 3, 1])
        #expect(Ranking.competition(scores: []) == [])
    }

    @Test func `differences below a billionth are ties`() {
        #expect(Ranking.competition(scores: [0.1 + 0.2, 0.3]) == [1, 1])
        #expect(Ranking.competition(scores: [0.300000002, 0.3]) == [1, 2])
        #expect(Ranking.competition(scores: [1e18, 1e18 + 256]) == [2, 1])
    }

    @Test func `what is not a number ranks last in either direction`() {
        #expect(Ranking.competition(scores: [.nan, 1, 2]) == [3, 2, 1])
        #expect(Ranking.competition(scores: [.nan, 1, 2], higherIsBetter: false) == [3, 1, 2])
    }

    @Test func `the top few are the head of the full order`() {
        for seed in 0..<40 {
            var generator = SeededGenerator(seed: seed)
            let scores = (0..<60).map { _ in Double(Int.random(in: 0..<25, using: &generator)) }
            for higherIsBetter in [true, false] {
                let ordered = scores.indices.sorted {
                    scores[$0] != scores[$1]
                        ? (scores[$0] > scores[$1]) == higherIsBetter : $0 < $1
                }
                for count in [0, 1, 7, 60] {
                    let top = Ranking.top(count, of: scores, higherIsBetter: higherIsBetter)
                    #expect(top == Array(ordered.prefix(count)), "seed \(seed), \(count)")
                }
            }
        }
    }

    @Test func `more than there are is all there are`() {
        #expect(Ranking.top(9, of: [1, 2]) == [1, 0])
        #expect(Ranking.top(-1, of: [1, 2]) == [])
    }
}
