import OutlayDecisions
import OutlayProblems
import Testing

struct WASPASTests {
    /// Example 2 of Chakraborty, Zavadskas and Antucheviciene, 2015, printed to 4 decimals for each λ.
    @Test(arguments: [
        (0.0, [0.8578, 0.8144, 0.8408, 0.9413, 0.8632, 0.8241, 0.8454, 0.8915, 0.8987, 0.8697]),
        (0.3, [0.8582, 0.8159, 0.8414, 0.9415, 0.8636, 0.8263, 0.8484, 0.8936, 0.9011, 0.8723]),
        (1.0, [0.8590, 0.8194, 0.8430, 0.9420, 0.8645, 0.8315, 0.8552, 0.8983, 0.9067, 0.8784]),
    ])
    func `a published table gets its printed scores`(sumShare: Double, printed: [Double]) throws {
        let matrix = try WASPAS.descriptor.example.matrix()
        let result = try WASPAS(sumShare: sumShare).scores(of: matrix)
        #expect(areClose(result.scores, printed, within: 1e-4))
        #expect(result.ranks == [6, 10, 8, 1, 5, 9, 7, 3, 2, 4])
    }

    @Test func `sum and product are mixed by their share`() throws {
        let matrix = try table(["-price", "speed"], [[100, 2], [400, 8], [400, 2]])
        // By hand: the ratios are (1, 1/4), (1/4, 1) and (1/4, 1/4).
        let solution = try WASPAS(sumShare: 0.25).solution(of: matrix)
        #expect(areClose(solution.sums, [0.625, 0.625, 0.25]))
        #expect(areClose(solution.products, [0.5, 0.5, 0.25]))
        #expect(areClose(solution.scores, [0.53125, 0.53125, 0.25]))
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try WASPAS.descriptor.example.matrix()
        let steps = try WASPAS().steps(for: matrix)
        let (sums, products) = (try figures("S(i)", in: steps), try figures("P(i)", in: steps))
        let mixed = zip(sums, products).map { ($0 + $1) / 2 }
        #expect(try areClose(mixed, WASPAS().scores(of: matrix).scores))
        let terms = try figures("w(j) · r(i,j)", in: steps)
        #expect(areClose([terms[..<4].reduce(0, +)], [sums[0]]))
    }

    @Test func `a 0 leaves the sum, and that is said`() throws {
        let result = try WASPAS().scores(of: table(["speed", "memory"], [[0, 9], [3, 3]]))
        #expect(areClose([result.scores[0]], [0.25]))
        #expect(result.remarks.map(\.options) == [[0]])
    }

    @Test func `a share outside 0 to 1 is refused`() {
        let problem = #expect(throws: Problem.self) { try WASPAS(sumShare: 1.5) }
        #expect(problem?.code == .outOfRange)
        #expect(problem?.reason == "it is a number from 0 to 1")
    }
}
