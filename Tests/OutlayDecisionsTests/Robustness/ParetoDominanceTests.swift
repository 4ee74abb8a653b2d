import OutlayDecisions
import OutlayProblems
import Testing

/// One known answer on dominance.
struct ParetoCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let directions: [String]
    let matrix: [[Double]]
    let expected: Expected

    struct Expected: Decodable, Sendable {
        let nondominated: [Int]
        let dominates: [[Int]]
    }

    var testDescription: String { id }
}

struct ParetoDominanceTests {
    private func table(
        _ rows: [[Double]], _ directions: [Direction]
    ) throws -> DecisionMatrix {
        try DecisionMatrix(
            columns: directions.enumerated().map { index, direction in
                DecisionMatrix.Column(name: "c\(index)", direction: direction, weight: 1)
            },
            cells: rows.flatMap(\.self))
    }

    @Test(arguments: KnownCases<ParetoCase>.read("pareto"))
    func `known answers are met`(known: ParetoCase) throws {
        let dominance = try ParetoDominance(
            of: table(known.matrix, known.directions.map { $0 == "max" ? .higher : .lower }))
        #expect(dominance.nondominated == known.expected.nondominated)
        #expect(
            dominance.pairs.map { [$0.dominator, $0.dominated] } == known.expected.dominates)
    }

    @Test func `equal options stay and one better criterion is enough`() throws {
        // By hand: C is cheaper than A and B at the same speed; D is faster and dearer; E is slower than C.
        let dominance = try ParetoDominance(
            of: table([[100, 5], [100, 5], [90, 5], [110, 7], [90, 4]], [.lower, .higher]))
        #expect(dominance.nondominated == [2, 3])
        #expect(dominance.dominators(of: 0) == [2])
        #expect(dominance.dominators(of: 4) == [2])
        #expect(dominance.dominators(of: 2) == [])
        let equal = try ParetoDominance(of: table([[1, 2], [1, 2]], [.lower, .higher]))
        #expect(equal.nondominated == [0, 1])
        #expect(equal.pairs == [])
    }

    @Test func `one option and no option are tables too`() throws {
        #expect(try ParetoDominance(of: table([[1]], [.higher])).nondominated == [0])
        #expect(try ParetoDominance(of: table([], [.higher])).nondominated == [])
    }

    @Test func `too many options are refused`() throws {
        let matrix = try table((0...4_000).map { [Double($0)] }, [.higher])
        let problem = #expect(throws: Problem.self) { try ParetoDominance(of: matrix) }
        #expect(problem?.code == .tooLarge)
    }

    @Test func `dominance is a strict order and agrees with every weighting`() throws {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            var random = RandomPairs(seed: seed)
            for row in random.rows.indices {
                for column in random.columns.indices {
                    random.rows[row][column] = Double(Int.random(in: 0...3, using: &generator))
                }
            }
            let matrix = try random.matrix()
            let dominance = try ParetoDominance(of: matrix)
            let pairs = Set(dominance.pairs)
            let scores = try WeightedSum().scores(of: matrix).scores
            for pair in pairs {
                let back = ParetoDominance.Pair(
                    dominator: pair.dominated, dominated: pair.dominator)
                #expect(!pairs.contains(back), "seed \(seed)")
                #expect(scores[pair.dominator] > scores[pair.dominated], "seed \(seed)")
                for next in pairs where next.dominator == pair.dominated {
                    let through = ParetoDominance.Pair(
                        dominator: pair.dominator, dominated: next.dominated)
                    #expect(pairs.contains(through), "seed \(seed)")
                }
            }
            for option in random.rows.indices {
                let isFree = !pairs.contains { $0.dominated == option }
                #expect(dominance.nondominated.contains(option) == isFree, "seed \(seed)")
            }
        }
    }
}
