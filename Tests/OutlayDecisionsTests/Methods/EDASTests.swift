import OutlayDecisions
import Testing

struct EDASTests {
    @Test func `distances from the average come out as computed by hand`() throws {
        // By hand: averages 4 and 10; ahead 1/2 and 0 on speed, 1/5 and 0 on price, in equal weight.
        let matrix = try table(["speed", "-price"], [[6, 8], [2, 12]])
        let solution = try EDAS().solution(of: matrix)
        #expect(solution.averages == [4, 10])
        #expect(areClose(solution.aheads, [0.35, 0]))
        #expect(areClose(solution.behinds, [0, 0.35]))
        #expect(areClose(solution.appraisals, [1, 0]))
    }

    @Test func `an option is ahead of the average on one and behind on another`() throws {
        // By hand: averages 4 and 4; rows (6, 4), (2, 6), (4, 2): SP 1/4, 0, 1/4 and SN 0, 1/2, 0.
        let matrix = try table(["speed", "-price"], [[6, 4], [2, 6], [4, 2]])
        let solution = try EDAS().solution(of: matrix)
        #expect(areClose(solution.aheads, [0.25, 0, 0.25]))
        #expect(areClose(solution.behinds, [0, 0.5, 0]))
        #expect(areClose(solution.appraisals, [1, 0, 1]))
    }

    @Test func `options that do not differ score one half, whatever the last bits of the mean`()
        throws
    {
        let equal = try table(["a", "b"], [[0.1, 0.7], [0.1, 0.7], [0.1, 0.7]])
        #expect(try EDAS().scores(of: equal).scores == [0.5, 0.5, 0.5])
        #expect(try EDAS().scores(of: table(["a"], [[0.1]])).scores == [0.5])
    }

    @Test func `a mean of 0 and performances below 0 are refused`() throws {
        let zeros = try table(["a", "b"], [[0, 1], [0, 2]])
        #expect(refusal(by: EDAS(), of: zeros)?.summary == "every performance on `a` is 0")
        let opposite = try table(["a", "b"], [[1, 1], [-1, 2]], named: ["up", "down"])
        let problem = refusal(by: EDAS(), of: opposite)
        #expect(problem?.summary == "`a` of option `down` is -1.0")
        #expect(problem?.reason == "EDAS takes performances of 0 or more where more is better")
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try EDAS.descriptor.example.matrix()
        let steps = try EDAS().steps(for: matrix)
        let (ahead, behind) = (try figures("NSP(i)", in: steps), try figures("NSN(i)", in: steps))
        let scores = try EDAS().scores(of: matrix).scores
        #expect(areClose(scores, zip(ahead, behind).map { ($0 + $1) / 2 }))
        let better = try figures("PDA(i,j)", in: steps)
        let sum = 0.25 * better[9] + 0.25 * better[10] + 0.15 * better[11]
        #expect(try areClose([sum], [figures("SP(i)", in: steps)[2]]))
    }
}
