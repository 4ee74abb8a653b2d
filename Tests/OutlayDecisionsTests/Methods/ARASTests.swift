import OutlayDecisions
import Testing

struct ARASTests {
    @Test func `the ideal counts in the totals`() throws {
        // By hand, with the ideal first: speed 6, 2, 6 of 14; inverse prices 1/2, 1/2, 1/4 of 5/4.
        let matrix = try table(["speed", "-price"], [[2, 2], [6, 4]])
        let solution = try ARAS().solution(of: matrix)
        #expect(areClose([solution.idealSum], [(6.0 / 14 + 0.4) / 2]))
        #expect(areClose(solution.sums, [(2.0 / 14 + 0.4) / 2, (6.0 / 14 + 0.2) / 2]))
        #expect(areClose(solution.utilities, [19.0 / 29, 22.0 / 29]))
    }

    @Test func `an option that is best on everything is the ideal`() throws {
        let matrix = try table(["speed", "-price"], [[6, 2], [2, 4]])
        #expect(try areClose([ARAS().scores(of: matrix).scores[0]], [1]))
    }

    @Test func `what cannot be divided by is refused`() throws {
        let free = try table(["speed", "-price"], [[1, 0], [1, 5]], named: ["open", "legacy"])
        let problem = refusal(by: ARAS(), of: free)
        #expect(problem?.summary == "`price` of option `open` is 0.0")
        #expect(problem?.reason == "ARAS takes performances above 0 where less is better")
        let zeros = try table(["speed", "-price"], [[0, 2], [0, 5]])
        #expect(refusal(by: ARAS(), of: zeros)?.summary == "every performance on `speed` is 0")
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try ARAS.descriptor.example.matrix()
        let steps = try ARAS().steps(for: matrix)
        let (sums, ideal) = (try figures("S(i)", in: steps), try figures("S(0)", in: steps)[0])
        #expect(try areClose(ARAS().scores(of: matrix).scores, sums.map { $0 / ideal }))
        let weighted = try figures("w(j) · x̄(i,j)", in: steps)
        #expect(areClose([weighted[..<6].reduce(0, +)], [sums[0]]))
    }
}
