import OutlayDecisions
import OutlayProblems
import Testing

struct PROMETHEE2Tests {
    @Test(arguments: KnownCases<OutrankingCase>.read("promethee2"))
    func `known answers are met`(known: OutrankingCase) throws {
        let matrix = try known.table()
        let result = try PROMETHEE2().scores(of: matrix)
        #expect(areClose(result.scores, try #require(known.expected.scores)))
        #expect(result.ranks == known.expected.ranking)
        let flows = try OutrankingFlows(of: matrix)
        #expect(areClose(flows.positive, try #require(known.expected.positiveFlow)))
        #expect(areClose(flows.negative, try #require(known.expected.negativeFlow)))
        let indices = try PROMETHEE2().preferenceIndices(of: matrix)
        let stated = try #require(known.expected.preferenceIndices)
        #expect(areClose(indices.values, stated.flatMap(\.self)))
    }

    /// Zhao, Peng, Li, Procedia Computer Science 17 (2013): printed 0.1, -0.3, 0.2.
    @Test func `the published net flows are reproduced`() throws {
        let example = PROMETHEE2.descriptor.example
        let result = try PROMETHEE2().scores(of: example.matrix())
        #expect(areClose(result.scores, [0.1, -0.3, 0.2]))
        #expect(result.ranks == [2, 3, 1])
    }

    private func column(
        _ name: String, _ weight: Double, _ direction: Direction = .higher,
        _ preference: PreferenceFunction? = nil
    ) -> DecisionMatrix.Column {
        DecisionMatrix.Column(
            name: name, direction: direction, weight: weight, preference: preference)
    }

    @Test func `flows are means of the preferences over the others`() throws {
        let matrix = try DecisionMatrix(
            columns: [
                column("price", 3, .lower, PreferenceFunction(.vShape, strict: 100)),
                column("speed", 1, .higher, PreferenceFunction(.uShape, indifference: 2)),
            ],
            cells: [300, 5, 250, 3, 400, 9])
        // By hand: on price a over c 1, b over a 0.5 and over c 1, weighted by 0.75; on speed c over a and
        // over b 1, weighted by 0.25, and a over b is within 2.
        let flows = try OutrankingFlows(of: matrix)
        #expect(flows.positive == [0.375, 0.5625, 0.25])
        #expect(flows.negative == [0.3125, 0.125, 0.75])
        #expect(try PROMETHEE2().scores(of: matrix).scores == [0.0625, 0.4375, -0.5])
        let indices = try PROMETHEE2().preferenceIndices(of: matrix)
        #expect(indices.rows == [[0, 0, 0.75], [0.375, 0, 0.75], [0.25, 0.25, 0]])
    }

    @Test func `a difference equal to a threshold is no more than it`() throws {
        // 1.1 - 1.0 is 0.10000000000000009 as a difference of doubles.
        let within = PreferenceFunction(.uShape, indifference: 0.1)
        let matrix = try DecisionMatrix(
            columns: [column("a", 1, .higher, within)], cells: [1.1, 1])
        #expect(try PROMETHEE2().scores(of: matrix).scores == [0, 0])
    }

    @Test func `steps lead from the preferences to the net flow`() throws {
        let matrix = try PROMETHEE2.descriptor.example.matrix()
        let steps = try PROMETHEE2().steps(for: matrix)
        #expect(
            steps.map(\.symbol)
                == [
                    "P(1; a,b)", "P(2; a,b)", "P(3; a,b)", "π(a,b)", "φ+(a)", "φ-(a)", "φ(a)",
                ])
        #expect(steps[0].content == .pairs([0, 1, 0, 0, 0, 0, 1, 1, 0]))
        let scores = try PROMETHEE2().scores(of: matrix).scores
        #expect(steps.last?.content == .options(scores))
    }

    @Test func `one option and no option are tables too`() throws {
        let one = try DecisionMatrix(columns: [column("a", 1)], cells: [3])
        #expect(try PROMETHEE2().scores(of: one).scores == [0])
        let none = try DecisionMatrix(columns: [column("a", 1)], cells: [])
        #expect(try PROMETHEE2().scores(of: none).scores == [])
        #expect(try PROMETHEE2().steps(for: none).count == 5)
    }

    @Test func `tables over too many pairs are refused, scores are not`() throws {
        let matrix = try DecisionMatrix(
            columns: [column("a", 1)], cells: (0..<4_001).map(Double.init))
        let problem = #expect(throws: Problem.self) {
            try PROMETHEE2().preferenceIndices(of: matrix)
        }
        #expect(problem?.code == .tooLarge)
        #expect(problem?.summary == "4001 options are too many to compare in pairs")
        #expect(try PROMETHEE2().scores(of: matrix).ranks.first == 4_001)
        let more = try DecisionMatrix(
            columns: [column("a", 1)], cells: (0...20_000).map(Double.init))
        let refusal = #expect(throws: Problem.self) { try PROMETHEE2().scores(of: more) }
        #expect(refusal?.code == .tooLarge)
    }

    @Test func `net flows add up to nothing and swap sides with the direction`() throws {
        for seed in 0..<100 {
            var table = RandomPairs(seed: seed)
            let scores = try PROMETHEE2().scores(of: table.matrix()).scores
            #expect(abs(scores.reduce(0, +)) < 1e-12, "seed \(seed)")
            for index in table.columns.indices {
                let rises = table.columns[index].direction == .higher
                table.columns[index].direction = rises ? .lower : .higher
            }
            let turned = try PROMETHEE2().scores(of: table.matrix()).scores
            #expect(areClose(turned, scores.map { -$0 }), "seed \(seed)")
        }
    }

    @Test func `the order of options and criteria changes no score`() throws {
        for seed in 0..<100 {
            let table = RandomPairs(seed: seed)
            let scores = try PROMETHEE2().scores(of: table.matrix()).scores
            var turned = table
            turned.rows.reverse()
            turned.columns.reverse()
            turned.rows = turned.rows.map { $0.reversed() }
            let back = try PROMETHEE2().scores(of: turned.matrix()).scores
            #expect(areClose(back.reversed(), scores), "seed \(seed)")
        }
    }

    @Test func `improving a cell never lowers its option's score`() throws {
        for seed in 0..<60 {
            let table = RandomPairs(seed: seed)
            let scores = try PROMETHEE2().scores(of: table.matrix()).scores
            for row in table.rows.indices {
                for (index, column) in table.columns.enumerated() {
                    var improved = table
                    improved.rows[row][index] += column.direction == .higher ? 7 : -7
                    let score = try PROMETHEE2().scores(of: improved.matrix()).scores[row]
                    #expect(score >= scores[row] - 1e-12, "seed \(seed), row \(row)")
                }
            }
        }
    }

    @Test func `a criterion without weight changes nothing`() throws {
        for seed in 0..<60 {
            var table = RandomPairs(seed: seed)
            let scores = try PROMETHEE2().scores(of: table.matrix()).scores
            table.columns.append(column("idle", 0))
            for row in table.rows.indices { table.rows[row].append(Double(row)) }
            #expect(try PROMETHEE2().scores(of: table.matrix()).scores == scores, "seed \(seed)")
        }
    }

    @Test func `an option that is nowhere worse never scores less`() throws {
        for seed in 0..<200 {
            let table = RandomPairs(seed: seed).withDominated()
            let scores = try PROMETHEE2().scores(of: table.matrix()).scores
            for first in table.rows.indices {
                for second in table.rows.indices where table.isNowhereWorse(first, than: second) {
                    #expect(scores[first] >= scores[second] - 1e-12, "seed \(seed)")
                }
            }
        }
    }
}
