import OutlayProblems
import OutlaySampling
import Testing

@testable import OutlayDecisions

struct NormalisationTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let normalisation: Normalisation
        let rising: [Double]
        let falling: [Double]

        init(_ normalisation: Normalisation, _ rising: [Double], _ falling: [Double]) {
            (self.normalisation, self.rising, self.falling) = (normalisation, rising, falling)
        }

        var testDescription: String { normalisation.rawValue }
    }

    /// By hand, for a column 1, 2, 5: its total is 8, that of the inverses 17/10.
    @Test(arguments: [
        Known(.minMax, [0, 0.25, 1], [1, 0.75, 0]),
        Known(.linear, [0.2, 0.4, 1], [1, 0.5, 0.2]),
        Known(.max, [0.2, 0.4, 1], [0.8, 0.6, 0]),
        Known(.sum, [0.125, 0.25, 0.625], [10.0 / 17, 5.0 / 17, 2.0 / 17]),
        Known(.enhanced, [3.0 / 7, 4.0 / 7, 1], [1, 0.8, 0.2]),
        Known(.nonlinear, [0.04, 0.16, 1], [1, 0.125, 0.008]),
    ])
    func `figures come out as computed by hand`(known: Known) throws {
        for (name, stated) in [("c", known.rising), ("-c", known.falling)] {
            let figures = try known.normalisation.normalised(table([name], [[1], [2], [5]]))
            #expect(areClose(figures, stated), "\(name)")
        }
    }

    @Test func `vectors have length 1 and logarithms total 1`() throws {
        let root = 30.0.squareRoot()
        let (ln2, ln5, ln10) = (
            ElementaryFunctions.logarithm(2), ElementaryFunctions.logarithm(5),
            ElementaryFunctions.logarithm(10)
        )
        let (rising, falling) = (
            try table(["c"], [[1], [2], [5]]), try table(["-c"], [[1], [2], [5]])
        )
        #expect(
            try areClose(
                Normalisation.vector.normalised(rising), [1 / root, 2 / root, 5 / root]))
        #expect(
            try areClose(
                Normalisation.vector.normalised(falling),
                [1 - 1 / root, 1 - 2 / root, 1 - 5 / root])
        )
        #expect(
            try areClose(
                Normalisation.logarithmic.normalised(rising), [0, ln2 / ln10, ln5 / ln10]))
        #expect(
            try areClose(
                Normalisation.logarithmic.normalised(falling),
                [0.5, (1 - ln2 / ln10) / 2, (1 - ln5 / ln10) / 2]))
    }

    @Test(arguments: Normalisation.allCases)
    func `columns are normalised each by itself, and more is always better`(
        normalisation: Normalisation
    ) throws {
        for seed in 0..<60 {
            var generator = SeededGenerator(seed: seed)
            let rows = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<2).map { _ in Double.random(in: 1...50, using: &generator) }
            }
            let both = try normalisation.normalised(table(["a", "-b"], rows))
            let (up, down) = (
                try normalisation.normalised(table(["a"], rows.map { [$0[0]] })),
                try normalisation.normalised(table(["-b"], rows.map { [$0[1]] }))
            )
            #expect(both == zip(up, down).flatMap { [$0, $1] }, "seed \(seed)")
            for (left, right) in zip(rows.indices, rows.indices.dropFirst()) {
                #expect((up[left] < up[right]) == (rows[left][0] < rows[right][0]), "seed \(seed)")
                #expect(
                    (down[left] < down[right]) == (rows[left][1] > rows[right][1]), "seed \(seed)")
            }
        }
    }

    @Test(arguments: Normalisation.allCases)
    func `columns that do not differ are the same throughout`(
        normalisation: Normalisation
    ) throws {
        for figure in [1, 7.3] {
            let matrix = try table(["a", "-b"], [[figure, figure], [figure, figure]])
            let figures = try normalisation.normalised(matrix)
            #expect(figures[0] == figures[2] && figures[1] == figures[3])
            #expect(figures.allSatisfy { $0.isFinite })
        }
        #expect(try normalisation.normalised(table(["a"], [])) == [])
    }

    @Test func `a stated scale takes the place of the table's ends, by minmax alone`() throws {
        let matrix = try DecisionMatrix(
            columns: [
                DecisionMatrix.Column(
                    name: "price", direction: .lower, weight: 1,
                    scale: DecisionMatrix.Scale(worst: 200, best: 100))
            ],
            cells: [175, 90, 300])
        #expect(try Normalisation.minMax.normalised(matrix) == [0.25, 1, 0])
        #expect(try areClose(Normalisation.linear.normalised(matrix), [90.0 / 175, 1, 0.3]))
    }

    @Test(arguments: [
        (Normalisation.linear, -1.0, "above 0"), (.linear, 0, "above 0"), (.sum, 0, "above 0"),
        (.nonlinear, 0, "above 0"), (.max, -1, "of 0 or more"), (.logarithmic, 0.5, "of 1 or more"),
    ])
    func `a cell that the formula cannot take is named`(
        normalisation: Normalisation, cell: Double, words: String
    ) throws {
        let matrix = try table(["a", "-b"], [[2, 3], [4, cell]], named: ["open", "legacy"])
        let problem = #expect(throws: Problem.self) { try normalisation.normalised(matrix) }
        #expect(problem?.code == .outOfRange)
        #expect(problem?.location == .part("option `legacy`, column `b`"))
        #expect(
            problem?.reason
                == "normalisation `\(normalisation.rawValue)` takes performances \(words) where less "
                + "is better")
    }

    @Test(arguments: [Normalisation.linear, .max, .sum, .vector, .nonlinear])
    func `a column of zeros cannot be divided by`(normalisation: Normalisation) throws {
        let matrix = try table(["a", "zero"], [[2, 0], [4, 0]])
        let problem = #expect(throws: Problem.self) { try normalisation.normalised(matrix) }
        #expect(problem?.location == .part("column `zero`"))
    }

    @Test(arguments: Normalisation.allCases)
    func `figures that cannot be told from 0 are refused`(normalisation: Normalisation) throws {
        let matrix = try table(["tiny"], [[1e-200], [3e-200]])
        let problem = #expect(throws: Problem.self) { try normalisation.normalised(matrix) }
        #expect(problem?.code == .outOfRange)
    }

    @Test func `far from 0 no digits are lost`() throws {
        let matrix = try table(
            ["a", "-b"], [[1e9, 1e9], [1e9 + 1, 1e9 + 1], [1e9 + 4, 1e9 + 4]])
        // By hand: distances to the best 4, 3, 0 of 7 and 0, 1, 4 of 5.
        let figures = try Normalisation.enhanced.normalised(matrix)
        #expect(areClose(figures, [3.0 / 7, 1, 4.0 / 7, 0.8, 1, 0.2]))
    }
}
