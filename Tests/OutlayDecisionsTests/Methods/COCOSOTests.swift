import OutlayDecisions
import OutlayProblems
import OutlaySampling
import Testing

struct COCOSOTests {
    @Test func `the strategies come out as computed by hand`() throws {
        // By hand: r (0, 1), (1, 0), (1/4, 1/4) in equal weight; S 1/2, 1/2, 1/4 and P 1, 1, 1.
        let matrix = try table(["speed", "-price"], [[0, 0], [8, 8], [2, 6]])
        let solution = try COCOSO().solution(of: matrix)
        #expect(areClose(solution.sums, [0.5, 0.5, 0.25]))
        #expect(areClose(solution.powers, [1, 1, 1]))
        #expect(areClose(solution.shares, [6.0 / 17, 6.0 / 17, 5.0 / 17]))
        #expect(areClose(solution.multiples, [3, 3, 2]))
        #expect(areClose(solution.mixes, [1, 1, 5.0 / 6]))
        let product = 5.0 / 17 * 2 * 5 / 6
        let stated =
            ElementaryFunctions.power(product, 1.0 / 3) + (5.0 / 17 + 2 + 5.0 / 6) / 3
        #expect(areClose([solution.compromises[2]], [stated]))
    }

    @Test func `the share of the sum goes from powers to sums`() throws {
        let matrix = try table(["speed", "-price"], [[0, 0], [8, 8], [2, 6]])
        #expect(try areClose(COCOSO(sumShare: 1).solution(of: matrix).mixes, [1, 1, 0.5]))
        #expect(try areClose(COCOSO(sumShare: 0).solution(of: matrix).mixes, [1, 1, 1]))
        #expect(throws: Problem.self) { try COCOSO(sumShare: 1.01) }
    }

    @Test func `an option that is worst on everything is refused`() throws {
        let matrix = try table(
            ["speed", "-price"], [[1, 9], [2, 3]], named: ["legacy", "open"])
        let problem = refusal(by: COCOSO(), of: matrix)
        #expect(problem?.summary == "option `legacy` is the worst on every criterion with weight")
    }

    @Test func `one option and no option are tables too`() throws {
        // By hand: S = 1 and P = 1, so k(a) = 1, k(b) = 2, k(c) = 1.
        let stated = ElementaryFunctions.power(2, 1.0 / 3) + 4.0 / 3
        #expect(try areClose(COCOSO().scores(of: table(["a"], [[4]])).scores, [stated]))
        #expect(try COCOSO().scores(of: table(["a"], [])).scores == [])
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try COCOSO.descriptor.example.matrix()
        let steps = try COCOSO().steps(for: matrix)
        let strategies = try ["k(a,i)", "k(b,i)", "k(c,i)"].map { try figures($0, in: steps) }
        let scores = try COCOSO().scores(of: matrix).scores
        for (index, score) in scores.enumerated() {
            let (a, b, c) = (strategies[0][index], strategies[1][index], strategies[2][index])
            let stated = ElementaryFunctions.power(a * b * c, 1.0 / 3) + (a + b + c) / 3
            #expect(areClose([score], [stated]))
        }
        let powers = try figures("r(i,j)^w(j)", in: steps)
        #expect(try areClose([powers[..<5].reduce(0, +)], [figures("P(i)", in: steps)[0]]))
    }
}
