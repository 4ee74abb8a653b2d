import OutlayDecisions
import Testing

struct MARCOSTests {
    @Test func `utilities come out as computed by hand`() throws {
        // By hand: ratios (1/2, 1), (1, 1/2); S 3/4 and 3/4, anti-ideal 1/2, ideal 1; K- 3/2, K+ 3/4, so
        // f(K) = (9/4) / (1 + 1/2 + 2) = 9/14.
        let matrix = try table(["speed", "-price"], [[3, 10], [6, 20]])
        let solution = try MARCOS().solution(of: matrix)
        #expect(areClose(solution.sums, [0.75, 0.75]))
        #expect(areClose([solution.antiIdealSum, solution.idealSum], [0.5, 1]))
        #expect(areClose(solution.toAntiIdeal, [1.5, 1.5]))
        #expect(areClose(solution.utilities, [9.0 / 14, 9.0 / 14]))
    }

    @Test func `a worst of 0 on everything is refused, on one criterion it counts`() throws {
        let one = try table(["speed", "memory"], [[0, 1], [6, 2]])
        #expect(try areClose([MARCOS().solution(of: one).antiIdealSum], [0.25]))
        let all = try table(["speed", "memory"], [[0, 1], [6, 0]])
        #expect(
            refusal(by: MARCOS(), of: all)?.summary
                == "the worst performance on every criterion with weight is 0")
        let free = try table(["speed", "-price"], [[1, 0], [6, 2]], named: ["open", "legacy"])
        #expect(refusal(by: MARCOS(), of: free)?.summary == "`price` of option `open` is 0.0")
    }

    @Test func `one option and no option are tables too`() throws {
        // By hand: K- = K+ = 1, so f(K) = 2 / 3.
        #expect(try areClose(MARCOS().scores(of: table(["a"], [[4]])).scores, [2.0 / 3]))
        #expect(try MARCOS().scores(of: table(["a"], [])).scores == [])
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try MARCOS.descriptor.example.matrix()
        let steps = try MARCOS().steps(for: matrix)
        let scores = try MARCOS().scores(of: matrix).scores
        for (index, score) in scores.enumerated() {
            let (low, high) = (
                try figures("K-(i)", in: steps)[index], try figures("K+(i)", in: steps)[index]
            )
            let (ofLow, ofHigh) = (
                try figures("f(K-(i))", in: steps)[index], try figures("f(K+(i))", in: steps)[index]
            )
            let whole = 1 + (1 - ofHigh) / ofHigh + (1 - ofLow) / ofLow
            #expect(areClose([score], [(low + high) / whole]))
        }
    }
}
