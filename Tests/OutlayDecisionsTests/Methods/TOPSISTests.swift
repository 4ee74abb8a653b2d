import OutlayDecisions
import Testing

struct TOPSISTests {
    /// The table of Tzeng and Huang, Multiple Attribute Decision Making, 2011, printed to 4 decimals.
    @Test func `a published table gets its printed scores`() throws {
        let matrix = try table(
            ["C1", "C2", "C3"], weights: [0.3, 0.4, 0.3],
            [[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]])
        let result = try TOPSIS().scores(of: matrix)
        #expect(areClose(result.scores, [0.5037, 0.6581, 0.7482, 0.3340], within: 1e-4))
        #expect(result.ranks == [3, 2, 1, 4])
    }

    @Test(arguments: Normalisation.allCases)
    func `options that do not differ score 1, whatever the last bits of their figures`(
        normalisation: Normalisation
    ) throws {
        for seed in 0..<60 {
            var generator = SeededGenerator(seed: seed)
            let row = (0..<4).map { _ in Double.random(in: 1...99, using: &generator) }
            let matrix = try table(
                ["a", "-b", "c", "-d"], weights: [1, 2, 3, 7], [row, row, row])
            let scores = try TOPSIS(normalisation: normalisation).scores(of: matrix).scores
            #expect(scores == [1, 1, 1], "seed \(seed)")
        }
    }

    @Test(arguments: Normalisation.allCases) func `the steps lead to the scores`(
        normalisation: Normalisation
    ) throws {
        for seed in 0..<30 {
            var generator = SeededGenerator(seed: seed)
            let rows = (0..<5).map { _ in
                (0..<3).map { _ in Double.random(in: 1...99, using: &generator) }
            }
            let matrix = try table(["a", "-b", "c"], weights: [1, 2, 3], rows)
            let method = TOPSIS(normalisation: normalisation)
            let steps = try method.steps(for: matrix)
            let distances = (try figures("d+(i)", in: steps), try figures("d-(i)", in: steps))
            let closeness = zip(distances.0, distances.1).map { $1 / ($0 + $1) }
            #expect(try areClose(method.scores(of: matrix).scores, closeness), "seed \(seed)")
        }
    }
}
