import OutlayDecisions
import Testing

struct MULTIMOORATests {
    /// The heating losses of Kracka, Brauers and Zavadskas, 2010, with the ranks of all three measures.
    @Test func `a published table gets its three rankings`() throws {
        let matrix = try MULTIMOORA.descriptor.example.matrix()
        let solution = try MULTIMOORA().solution(of: matrix)
        #expect(
            solution.ranks == [[5, 1, 3, 6, 4, 2], [4, 5, 1, 6, 2, 3], [5, 1, 3, 6, 4, 2]])
        // scikit-criteria 0.10 has these without weights, of which each is 1/7 here.
        let ratios = [-1.62447867, -0.25233889, -0.84635037, -2.23363519, -1.18698242, -0.77456208]
        #expect(areClose(solution.ratioSystem, ratios.map { $0 / 7 }, within: 1e-8))
        let points = [0.68934931, 0.69986697, 0.59817104, 0.85955696, 0.6002238, 0.61480595]
        #expect(areClose(solution.referencePoint, points.map { $0 / 7 }, within: 1e-8))
        let result = try MULTIMOORA().scores(of: matrix)
        #expect(result.ranks == [5, 1, 3, 6, 4, 2])
        #expect(result.remarks.map(\.options) == [[1], [2], [1]])
    }

    @Test func `the measures come out as computed by hand`() throws {
        // By hand: ratios (3/5, 4/5) on both columns; multiplicative (3/4 · 3/4)^(1/2) and 1.
        let matrix = try table(["speed", "-price"], [[3, 40], [4, 30]])
        let solution = try MULTIMOORA().solution(of: matrix)
        #expect(areClose(solution.ratioSystem, [-0.1, 0.1]))
        #expect(areClose(solution.referencePoint, [0.1, 0]))
        #expect(areClose(solution.multiplicativeForm, [0.75, 1]))
        #expect(solution.dominances == [0, 1])
        #expect(try MULTIMOORA().scores(of: matrix).remarks == [])
    }

    @Test func `equals count one half`() throws {
        let matrix = try table(["speed", "-price"], [[3, 40], [4, 30], [4, 30]])
        #expect(try MULTIMOORA().scores(of: matrix).scores == [0, 1.5, 1.5])
        #expect(try MULTIMOORA().scores(of: table(["a"], [[2]])).scores == [0])
        #expect(try MULTIMOORA().scores(of: table(["a"], [])).scores == [])
    }

    @Test func `the steps show the ranks that are counted`() throws {
        let matrix = try MULTIMOORA.descriptor.example.matrix()
        let steps = try MULTIMOORA().steps(for: matrix)
        #expect(try figures("rank by z", in: steps) == [4, 5, 1, 6, 2, 3])
        #expect(steps.suffix(3).map(\.symbol) == ["rank by y", "rank by z", "rank by U"])
    }

    @Test func `performances of 0 or below are refused`() throws {
        for cell in [0.0, -1] {
            let matrix = try table(
                ["speed", "-price"], [[3, 40], [cell, 30]], named: ["a", "b"])
            let problem = refusal(by: MULTIMOORA(), of: matrix)
            #expect(problem?.summary == "`speed` of option `b` is \(cell)")
        }
    }
}
