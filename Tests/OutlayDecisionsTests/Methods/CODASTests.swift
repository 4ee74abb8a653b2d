import OutlayDecisions
import OutlayProblems
import Testing

struct CODASTests {
    @Test func `assessments come out as computed by hand`() throws {
        // By hand: ratios (1/2, 1), (1, 1/4), (1/2, 1/4) halved, less the worst (1/4, 1/8): distances
        // (0, 3/8), (1/4, 0), (0, 0), so E = T = 3/8, 1/4, 0, and all differ by τ or more.
        let matrix = try table(["speed", "-price"], [[3, 10], [6, 40], [3, 40]])
        let solution = try CODAS().solution(of: matrix)
        #expect(areClose(solution.euclidean, [0.375, 0.25, 0]))
        #expect(areClose(solution.taxicab, [0.375, 0.25, 0]))
        #expect(areClose(solution.assessments, [1, 0.25, -1.25]))
    }

    @Test func `below the threshold taxicab distances do not count`() throws {
        let matrix = try table(["speed", "-price"], [[3, 10], [6, 40], [3, 40]])
        // By hand: only the first and the last differ by 0.3 or more.
        let some = try CODAS(threshold: 0.3).solution(of: matrix).assessments
        #expect(areClose(some, [0.5 + 0.375, 0.125, -0.625 - 0.375]))
        let none = try CODAS(threshold: 1).solution(of: matrix).assessments
        #expect(areClose(none, [0.5, 0.125, -0.625]))
        let all = try CODAS(threshold: 0).solution(of: matrix).assessments
        #expect(areClose(all, [1, 0.25, -1.25]))
        #expect(throws: Problem.self) { try CODAS(threshold: 2) }
    }

    @Test func `a difference of just the threshold counts`() throws {
        let matrix = try table(["speed", "-price"], [[3, 10], [6, 40], [3, 40]])
        let assessments = try CODAS(threshold: 0.125).solution(of: matrix).assessments
        #expect(areClose(assessments, [1, 0.25, -1.25]))
    }

    @Test(arguments: [0, 0.02, 0.1, 0.5, 1])
    func `the sums are those of all pairs`(threshold: Double) throws {
        for seed in 0..<60 {
            var generator = SeededGenerator(seed: seed)
            let rows = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                (0..<3).map { _ in Double(Int.random(in: 1...5, using: &generator)) }
            }
            let matrix = try table(["a", "-b", "c"], weights: [3, 2, 1], rows)
            let method = try CODAS(threshold: threshold)
            let pairs = try figures("h(i,k)", in: method.steps(for: matrix))
            let sums = rows.indices.map { row in
                pairs[(row * rows.count)..<((row + 1) * rows.count)].reduce(0, +)
            }
            let scores = try method.scores(of: matrix).scores
            #expect(areClose(scores, sums, within: 1e-10), "seed \(seed)")
        }
    }

    @Test func `what cannot be divided by is refused`() throws {
        let free = try table(["speed", "-price"], [[1, 0], [6, 2]], named: ["open", "legacy"])
        #expect(refusal(by: CODAS(), of: free)?.summary == "`price` of option `open` is 0.0")
    }
}
