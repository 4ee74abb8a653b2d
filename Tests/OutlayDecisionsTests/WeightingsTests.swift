import OutlayDecisions
import OutlayProblems
import Testing

/// The known answers of `Vectors/weights.json`, and what every weighting from data promises.
struct WeightingsTests {
    private static let identifiers = [
        "weights.entropy": "entropy", "weights.critic": "critic", "weights.merec": "merec",
        "weights.std": "standard-deviation", "weights.std-minmax": "standard-deviation-minmax",
        "weights.cv": "coefficient-of-variation", "weights.gini": "gini",
        "weights.cilos": "cilos", "weights.idocriw": "idocriw",
        "weights.roc": "rank-order-centroid", "weights.ranksum": "rank-sum",
        "weights.reciprocal": "rank-reciprocal", "weights.swing": "swing",
    ]

    @Test(arguments: WeightCase.cases("weights"))
    func `a known answer comes out`(case: WeightCase) throws {
        let identifier = try #require(Self.identifiers[`case`.method])
        let (names, evidence) = try Self.evidence(`case`)
        let weights = try AllWeightings.weighting(named: identifier)
            .weights(of: names, from: evidence)
        `case`.expect(weights.shares, `case`.expected.weights)
        if let published = `case`.published {
            `case`.expect(weights.shares, published.weights, within: published.tolerance)
        }
    }

    private static func evidence(_ item: WeightCase) throws -> ([String], WeightingEvidence) {
        if let matrix = item.matrix, let criteria = item.criteria {
            return (
                criteria.map(\.id),
                try table(
                    matrix, criteria.map { $0.direction == "max" ? .higher : .lower },
                    names: criteria.map(\.id))
            )
        }
        if let points = item.points {
            let names = points.indices.map { "c\($0)" }
            return (names, .points(zip(names, points).map { CriterionPoints($0, $1) }))
        }
        let ranks = try #require(item.ranks)
        let names = ranks.indices.map { "c\($0)" }
        let order = Set(ranks).sorted().map { rank in
            names.indices.filter { ranks[$0] == rank }.map { names[$0] }
        }
        return (names, .order(order))
    }

    private static func table(
        _ rows: [[Double]], _ directions: [Direction], names: [String]? = nil
    ) throws -> WeightingEvidence {
        let names = names ?? directions.indices.map { "c\($0)" }
        return .table(
            try DecisionMatrix(
                columns: zip(names, directions).map {
                    DecisionMatrix.Column(name: $0, direction: $1, weight: 1)
                }, cells: rows.flatMap(\.self)))
    }

    private static var fromData: [any Weighting.Type] {
        AllWeightings.list.filter { $0.descriptor.kind == .data }
    }

    /// A table of numbers above 0, with `count` criteria.
    private static func randomRows(
        _ count: Int, using generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<Int.random(in: 3...12, using: &generator)).map { _ in
            (0..<count).map { _ in Double.random(in: 1...100, using: &generator) }
        }
    }

    /// The option with the least in the first column, or the most in another.
    private static func best(_ rows: [[Double]], _ column: Int) -> Int? {
        rows.indices.max {
            column == 0 ? rows[$0][0] > rows[$1][0] : rows[$0][column] < rows[$1][column]
        }
    }

    @Test func `permuting options or criteria permutes the weights`() throws {
        for seed in 0..<60 {
            var generator = SeededGenerator(seed: seed)
            let rows = Self.randomRows(4, using: &generator)
            let directions: [Direction] = [.higher, .lower, .lower, .higher]
            let order = [0, 1, 2, 3].shuffled(using: &generator)
            let moved = rows.shuffled(using: &generator).map { row in order.map { row[$0] } }
            for weighting in Self.fromData {
                let name = weighting.descriptor.identifier
                let names = ["c0", "c1", "c2", "c3"]
                let plain = try weighting.weights(of: names, from: Self.table(rows, directions))
                let other = try weighting.weights(
                    of: names, from: Self.table(moved, order.map { directions[$0] }))
                for (place, index) in order.enumerated() {
                    #expect(
                        abs(other.shares[place] - plain.shares[index]) < 1e-9,
                        "\(name), seed \(seed)")
                }
                #expect(abs(plain.shares.reduce(0, +) - 1) < 1e-12, "\(name), seed \(seed)")
                #expect(plain.shares.allSatisfy { $0 >= 0 }, "\(name), seed \(seed)")
            }
        }
    }

    @Test func `cents for euros change no weights but those of the raw deviation`() throws {
        for seed in 0..<40 {
            var generator = SeededGenerator(seed: seed)
            let rows = Self.randomRows(3, using: &generator)
            // With one option best on everything CILOS has no weights to compare.
            guard (0..<3).contains(where: { Self.best(rows, $0) != Self.best(rows, 0) }) else {
                continue
            }
            let cents = rows.map { [$0[0] * 100, $0[1], $0[2]] }
            for weighting in Self.fromData where weighting.self != StandardDeviation.self {
                let names = ["c0", "c1", "c2"]
                let directions: [Direction] = [.lower, .higher, .higher]
                let (left, right) = (
                    try weighting.weights(of: names, from: Self.table(rows, directions)),
                    try weighting.weights(of: names, from: Self.table(cents, directions))
                )
                for (left, right) in zip(left.shares, right.shares) {
                    let name = weighting.descriptor.identifier
                    #expect(abs(left - right) < 1e-9, "\(name), seed \(seed)")
                }
            }
        }
    }

    @Test func `a criterion on which all perform alike has no weight, and all of it by CILOS`()
        throws
    {
        let evidence = try Self.table(
            [[1, 7, 4], [2, 7, 9], [5, 7, 1]], [.higher, .lower, .higher])
        for weighting in Self.fromData where weighting.self != IDOCRIW.self {
            let weights = try weighting.weights(of: ["c0", "c1", "c2"], from: evidence)
            let expected: Double = weighting == CriterionImpactLoss.self ? 1 : 0
            #expect(weights.shares[1] == expected, "\(weighting.descriptor.identifier)")
            #expect(weights.remarks.contains { $0.contains("`c1`") })
        }
        #expect(throws: Problem.self) {
            try IDOCRIW.weights(of: ["c0", "c1", "c2"], from: evidence)
        }
    }

    @Test func `options that do not differ, or one alone, have no weights`() throws {
        let names = ["c0", "c1"]
        let directions: [Direction] = [.higher, .lower]
        let same = try Self.table([[3, 4], [3, 4], [3, 4]], directions)
        let one = try Self.table([[3, 4]], directions)
        let none = try Self.table([], directions)
        for weighting in Self.fromData {
            for (evidence, code) in [
                (same, ProblemCode.weightTotal), (one, .wrongLength), (none, .wrongLength),
            ] {
                let problem = #expect(throws: Problem.self) {
                    try weighting.weights(of: names, from: evidence)
                }
                #expect(problem?.code == code, "\(weighting.descriptor.identifier)")
            }
        }
    }

    @Test func `numbers that a formula cannot take are refused by row and column`() throws {
        let zero = try Self.table([[1, 2], [3, 0], [5, 7]], [.higher, .lower])
        let negative = try Self.table([[1, 2], [-3, 4], [5, 7]], [.higher, .lower])
        func place(_ weighting: any Weighting.Type, _ evidence: WeightingEvidence) -> Location? {
            do throws(Problem) {
                _ = try weighting.weights(of: ["c0", "c1"], from: evidence)
                return nil
            } catch { return error.location }
        }
        for weighting in [MEREC.self, CriterionImpactLoss.self, IDOCRIW.self]
            as [any Weighting.Type]
        {
            #expect(place(weighting, zero) == .part("row 2, column `c1`"))
        }
        for weighting in [
            EntropyWeights.self, MEREC.self, CriterionImpactLoss.self, IDOCRIW.self,
        ] as [any Weighting.Type] {
            #expect(place(weighting, negative) == .part("row 2, column `c0`"))
        }
        #expect(place(EntropyWeights.self, zero) == nil)
        let centred = try Self.table([[1, 2], [-1, 4]], [.higher, .lower])
        for weighting in [CoefficientOfVariation.self, GiniCoefficient.self] as [any Weighting.Type]
        {
            #expect(place(weighting, centred) == .part("column `c0`"))
        }
    }

    @Test func `criteria that move exactly together have no conflict`() throws {
        let together = try Self.table([[1, 10], [2, 20], [4, 40]], [.higher, .higher])
        let problem = #expect(throws: Problem.self) {
            try CRITIC.weights(of: ["c0", "c1"], from: together)
        }
        #expect(problem?.code == .weightTotal)
        let against = try Self.table([[1, 10], [2, 20], [4, 40]], [.higher, .lower])
        let weights = try CRITIC.weights(of: ["c0", "c1"], from: against)
        #expect(abs(weights.shares[0] - 0.5) < 1e-12)
    }

    @Test func `an option that is best on everything leaves CILOS no choice`() throws {
        let evidence = try Self.table([[9, 1], [5, 2], [3, 4]], [.higher, .lower])
        let problem = #expect(throws: Problem.self) {
            try CriterionImpactLoss.weights(of: ["c0", "c1"], from: evidence)
        }
        #expect(problem?.code == .weightTotal)
    }
}
