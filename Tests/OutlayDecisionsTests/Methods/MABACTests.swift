import OutlayDecisions
import Testing

struct MABACTests {
    @Test func `distances to the border come out as computed by hand`() throws {
        // By hand: n (0, 1) and (1, 0), so v (1/2, 1) and (1, 1/2); both borders are √(1/2).
        let matrix = try table(["speed", "-price"], [[3, 10], [6, 20]])
        let solution = try MABAC().solution(of: matrix)
        let border = 0.5.squareRoot()
        #expect(areClose(solution.borders, [border, border]))
        #expect(areClose(solution.distances, [1.5 - 2 * border, 1.5 - 2 * border]))
    }

    @Test func `a criterion on which no option differs adds nothing`() throws {
        let with = try table(["speed", "same"], [[3, 7], [6, 7], [4, 7]])
        let distances = try MABAC().scores(of: with).scores
        let alone = try MABAC().scores(of: table(["speed"], [[3], [6], [4]])).scores
        #expect(areClose(distances, alone.map { $0 / 2 }))
        #expect(try areClose(MABAC().scores(of: table(["a"], [[4]])).scores, [0]))
        #expect(try MABAC().scores(of: table(["a"], [])).scores == [])
    }

    @Test func `a criterion without weight has the border 0`() throws {
        let matrix = try table(["speed", "-price"], weights: [1, 0], [[3, 10], [6, 20]])
        #expect(try MABAC().solution(of: matrix).borders[1] == 0)
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try MABAC.descriptor.example.matrix()
        let distances = try figures("q(i,j)", in: MABAC().steps(for: matrix))
        let sums = (0..<7).map { row in distances[(row * 10)..<(row * 10 + 10)].reduce(0, +) }
        #expect(try areClose(MABAC().scores(of: matrix).scores, sums))
    }
}
