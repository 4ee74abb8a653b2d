import OutlayDecisions
import Testing

struct MOORATests {
    @Test func `gains less burdens come out as computed by hand`() throws {
        // By hand: ratios (3/5, 4/5) on both columns in equal weight.
        let matrix = try table(["speed", "-price"], [[3, 40], [4, 30]])
        #expect(try areClose(MOORA().scores(of: matrix).scores, [-0.1, 0.1]))
    }

    @Test func `performances of either sign are taken, and columns of zeros are refused`() throws {
        let profit = try table(["profit"], [[3], [-4]])
        #expect(try areClose(MOORA().scores(of: profit).scores, [0.6, -0.8]))
        let zeros = try table(["profit", "speed"], [[0, 1], [0, 2]])
        #expect(refusal(by: MOORA(), of: zeros)?.summary == "every performance on `profit` is 0")
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try MOORA.descriptor.example.matrix()
        let terms = try figures("± w(j) · x*(i,j)", in: MOORA().steps(for: matrix))
        let sums = (0..<9).map { row in terms[(row * 9)..<(row * 9 + 9)].reduce(0, +) }
        #expect(try areClose(MOORA().scores(of: matrix).scores, sums))
    }
}
