import OutlayDecisions
import Testing

@Suite struct WeightLinesTests {
    @Test func `a line runs from the score without the criterion to the value on it`() throws {
        let table = try ValueTable([[0.2, 0.9, 0.5], [1, 0, 0.1]], weights: [0.2, 0.6, 0.2])
        let lines = try #require(WeightLines(table, criterion: 0))
        #expect(lines.weight == 0.2)
        // (0.6 * 0.9 + 0.2 * 0.5) / 0.8 and (0.6 * 0 + 0.2 * 0.1) / 0.8
        #expect(abs(lines.lines[0].atZero - 0.8) < 1e-12 && lines.lines[0].atOne == 0.2)
        #expect(abs(lines.lines[1].atZero - 0.025) < 1e-12 && lines.lines[1].atOne == 1)
        for (score, now) in zip(lines.scores(at: 0.2), table.scores) {
            #expect(abs(score - now) < 1e-12)
        }
    }

    @Test func `options reign one after the other`() throws {
        // On c1 the lines run 1 to 0, 0.75 to 0.75 and 0 to 1.
        let table = try ValueTable([[0, 1], [0.75, 0.75], [1, 0]], weights: [1, 1])
        let reigns = try #require(WeightLines(table, criterion: 0)).reigns
        #expect(reigns.map(\.leader) == [0, 1, 2])
        #expect(reigns.map(\.weights) == [0...0.25, 0.25...0.75, 0.75...1])
    }

    @Test func `who always leads reigns alone`() throws {
        let table = try ValueTable([[0.5, 0.5], [0.5, 0.4], [0.5, 0.5]], weights: [1, 1])
        let reigns = try #require(WeightLines(table, criterion: 0)).reigns
        #expect(reigns.map(\.leader) == [0] && reigns[0].weights == 0...1)
    }

    @Test func `nothing is said where the other weights have no proportion`() throws {
        #expect(WeightLines(try ValueTable([[0.5, 0.4]], weights: [0, 2]), criterion: 1) == nil)
        #expect(WeightLines(try ValueTable([[0.5]], weights: [2]), criterion: 0) == nil)
    }

    @Test(arguments: 0..<40)
    func `who reigns has the highest score there`(seed: Int) throws {
        let table = try ValueTable.random(options: 7, criteria: 3, seed: seed)
        for criterion in 0..<3 {
            let lines = try #require(WeightLines(table, criterion: criterion))
            let reigns = lines.reigns
            #expect(reigns.first?.weights.lowerBound == 0 && reigns.last?.weights.upperBound == 1)
            for (left, right) in zip(reigns, reigns.dropFirst()) {
                #expect(left.weights.upperBound == right.weights.lowerBound, "seed \(seed)")
                #expect(left.leader != right.leader, "seed \(seed)")
            }
            for reign in reigns {
                let middle = (reign.weights.lowerBound + reign.weights.upperBound) / 2
                let scores = lines.scores(at: middle)
                #expect(scores[reign.leader] == scores.max(), "seed \(seed)")
            }
        }
    }
}
