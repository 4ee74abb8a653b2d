import OutlayDecisions
import Testing

struct COPRASTests {
    @Test func `gains and burdens come out as computed by hand`() throws {
        // By hand: shares 1/4 and 3/4 of both columns in weights 3/4 and 1/4, so S+ 3/16 and 9/16, S- 1/16 and
        // 3/16; Σ S- is 1/4 and Σ 1 / S- is 64/3, so the burdens are worth 3/16 and 1/16.
        let matrix = try table(["speed", "-price"], weights: [3, 1], [[10, 100], [30, 300]])
        let solution = try COPRAS().solution(of: matrix)
        #expect(areClose(solution.gains, [0.1875, 0.5625]))
        #expect(areClose(solution.burdens, [0.0625, 0.1875]))
        #expect(areClose(solution.significances, [0.375, 0.625]))
        #expect(areClose(solution.utilities, [0.6, 1]))
    }

    @Test func `without burdens the shares alone count`() throws {
        let gains = try COPRAS().scores(of: table(["speed"], [[10], [30]]))
        #expect(areClose(gains.scores, [1.0 / 3, 1]))
        let unweighted = try table(["speed", "-price"], weights: [1, 0], [[10, 5], [30, 9]])
        #expect(try areClose(COPRAS().scores(of: unweighted).scores, [1.0 / 3, 1]))
    }

    @Test func `an option without burden beside others is refused`() throws {
        let matrix = try table(
            ["speed", "-price"], [[1, 0], [1, 5]], named: ["open", "northwind"])
        let problem = refusal(by: COPRAS(), of: matrix)
        #expect(problem?.summary == "option `open` is 0 wherever less is better")
    }

    @Test func `performances below 0 and columns of zeros are refused`() throws {
        let negative = try table(["speed", "-price"], [[1, -2], [1, 5]])
        #expect(refusal(by: COPRAS(), of: negative)?.summary == "`price` of row 1 is -2.0")
        let zeros = try table(["speed", "-price"], [[0, 2], [0, 5]])
        #expect(
            refusal(by: COPRAS(), of: zeros)?.summary == "every performance on `speed` is 0")
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try table(["speed", "-price"], weights: [3, 1], [[10, 100], [30, 300]])
        let steps = try COPRAS().steps(for: matrix)
        #expect(try areClose(figures("d(i,j)", in: steps), [0.1875, 0.0625, 0.5625, 0.1875]))
        let significances = try figures("Q(i)", in: steps)
        #expect(
            try areClose(
                COPRAS().scores(of: matrix).scores, significances.map { $0 / significances[1] }))
    }
}
