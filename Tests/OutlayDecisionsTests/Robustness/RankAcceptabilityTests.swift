import OutlayDecisions
import OutlayProblems
import OutlaySampling
import Testing

@Suite struct RankAcceptabilityTests {
    private static let trials = 40_000

    @Test(arguments: RobustnessVectors.acceptability)
    func `exact integrals are met within four standard errors`(
        vector: RobustnessVectors.Acceptability
    ) throws {
        let count = vector.utilities[0].count
        let table = try ValueTable(
            vector.utilities, weights: [Double](repeating: 1, count: count))
        let found = try RankAcceptability.simulate(table, trials: Self.trials, seed: 1)
        let expected = vector.expected
        for (option, shares) in expected.rankAcceptability.enumerated() {
            for (index, share) in shares.enumerated() {
                let own = found.acceptability(ofOption: option, rank: index + 1)
                #expect(abs(own - share) <= 4 * found.standardError(of: share))
            }
        }
        for (option, shares) in (expected.pairwiseWinning ?? []).enumerated() {
            for (rival, share) in shares.enumerated() {
                let own = found.winningIndex(of: option, against: rival)
                #expect(abs(own - share) <= 4 * found.standardError(of: share))
            }
        }
        for (option, known) in (expected.centralWeights ?? []).enumerated() {
            #expect((found.centralWeights[option] == nil) == (known == nil))
            guard let central = found.centralWeights[option], let known,
                let errors = found.centralWeightErrors[option]
            else { continue }
            for index in known.indices {
                #expect(abs(central[index] - known[index]) <= 4 * errors[index])
            }
            #expect(found.confidenceFactors[option] == 1)
        }
    }

    @Test func `one core and all cores give the same`() throws {
        let table = try ValueTable.random(options: 9, criteria: 5, seed: 4)
        let uncertain = [
            UncertainValue(option: "b", criterion: "c2", spread: .uniform(low: 0, high: 1)),
            UncertainValue(
                option: "a", criterion: "c5", spread: .triangular(low: 0, mode: 0.5, high: 1)),
        ]
        let constraints = WeightConstraints(lower: ["c1": 0.1], upper: ["c2": 0.5])
        for trials in [1, 7, 16, 5003] {
            let one = try RankAcceptability.simulate(
                table, constraints: constraints, uncertain: uncertain, trials: trials, seed: 8,
                on: .one)
            let all = try RankAcceptability.simulate(
                table, constraints: constraints, uncertain: uncertain, trials: trials, seed: 8)
            #expect(one == all)
            #expect(one.rankCounts.reduce(0, +) == 9 * trials)
        }
    }

    @Test(arguments: 0..<6)
    func `every trial is ranked as its scores say`(seed: Int) throws {
        // Scores so close that 32 bits cannot tell them apart, and equal ones, beside ordinary ones.
        var rows = [[0.5, 0.25, 0.75], [0.5, 0.25, 0.75], [0.1, 0.9, 0.2], [0.8, 0.1, 0.3]]
        rows += [1e-10, 3e-9, 2e-8].map { [0.5 + $0, 0.25 + $0, 0.75 + $0] }
        let table = try ValueTable(rows, weights: [1, 1, 1])
        let trials = 203
        let found = try RankAcceptability.simulate(table, trials: trials, seed: UInt64(seed))
        let sampler = try SimplexSampler(SimplexRegion(free: 3))
        var counts = [Int](repeating: 0, count: rows.count * rows.count)
        for trial in 0..<trials {
            let weights = try #require(
                sampler.shares(
                    ofTrial: UInt64(trial), of: RandomStream(seed: UInt64(seed), stream: 1)))
            let ranks = try table.with(weights: weights).ranks
            for (option, rank) in ranks.enumerated() { counts[option * rows.count + rank - 1] += 1 }
        }
        #expect(found.rankCounts == counts, "seed \(seed)")
        #expect(found.winningIndex(of: 0, against: 1) == 0)
        #expect(found.winningIndex(of: 6, against: 0) == 1)
    }

    @Test func `ties count for each of the first`() throws {
        let table = try ValueTable([[1, 1], [1, 1], [0, 0]], weights: [1, 1])
        let found = try RankAcceptability.simulate(table, trials: 100, seed: 0)
        #expect(found.rankCounts == [100, 0, 0, 100, 0, 0, 0, 0, 100])
        #expect(found.winCounts == [0, 0, 100, 0, 0, 100, 0, 0, 0])
        #expect(found.holisticAcceptability(ofOption: 0) == 1)
        #expect(found.holisticAcceptability(ofOption: 2) == 0)
        #expect(found.centralWeights[2] == nil && found.confidenceFactors[2] == nil)
    }

    @Test func `known weights leave one ranking`() throws {
        let table = try ValueTable.random(options: 5, criteria: 3, seed: 2)
        let bounds = Dictionary(uniqueKeysWithValues: zip(table.criteria, table.weights))
        let found = try RankAcceptability.simulate(
            table, constraints: WeightConstraints(lower: bounds, upper: bounds), trials: 50, seed: 1
        )
        for (option, rank) in table.ranks.enumerated() {
            #expect(found.acceptability(ofOption: option, rank: rank) == 1)
        }
    }

    @Test func `an order of weights decides`() throws {
        // With w1 at least w2, a is ahead wherever w1 > w2; without the order it is half of the time.
        let table = try ValueTable([[1, 0], [0, 1]], weights: [1, 1])
        let constraints = WeightConstraints(order: ["c1", "c2"])
        let found = try RankAcceptability.simulate(
            table, constraints: constraints, trials: 1000, seed: 1)
        #expect(found.acceptability(ofOption: 0, rank: 1) == 1)
    }

    @Test func `uncertain values follow their spread`() throws {
        // One criterion: b is uniform over 0 ... 1 and ahead of a, 0.75, a quarter of the time; c is triangular with
        // mode 1 and so ahead of a with 1 - 0.75^2.
        let table = try ValueTable([[0.75], [0], [0]], weights: [1])
        let uncertain = [
            UncertainValue(option: "b", criterion: "c1", spread: .uniform(low: 0, high: 1)),
            UncertainValue(
                option: "c", criterion: "c1", spread: .triangular(low: 0, mode: 1, high: 1)),
        ]
        let found = try RankAcceptability.simulate(
            table, uncertain: uncertain, trials: Self.trials, seed: 1)
        #expect(
            abs(found.winningIndex(of: 1, against: 0) - 0.25) < 4 * found.standardError(of: 0.25))
        #expect(
            abs(found.winningIndex(of: 2, against: 0) - 0.4375) < 4
                * found.standardError(of: 0.4375))
        // One weight is always 1, so the confidence factor is the first-rank acceptability.
        #expect(found.confidenceFactors[1] == found.acceptability(ofOption: 1, rank: 1))
    }

    @Test func `options and criteria in another order take their results along`() throws {
        let table = try ValueTable(
            [[1, 0, 0.5], [0, 1, 0.4], [0.55, 0.45, 0.6]], weights: [1, 1, 1])
        let turned = try ValueTable(
            options: ["c", "b", "a"], criteria: table.criteria,
            values: [0.55, 0.45, 0.6, 0, 1, 0.4, 1, 0, 0.5], weights: [1, 1, 1], scale: 0...1)
        let (left, right) = (
            try RankAcceptability.simulate(table, trials: 999, seed: 6),
            try RankAcceptability.simulate(turned, trials: 999, seed: 6)
        )
        for option in 0..<3 {
            for rank in 1...3 {
                #expect(
                    left.acceptability(ofOption: option, rank: rank)
                        == right.acceptability(ofOption: 2 - option, rank: rank))
            }
            #expect(left.centralWeights[option] == right.centralWeights[2 - option])
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var constraints = WeightConstraints()
        var uncertain: [UncertainValue] = []
        var trials = 10
        var code: ProblemCode
        var summary: String
    }

    @Test(arguments: [
        Refused(
            testDescription: "no trial", trials: 0, code: .outOfRange,
            summary: "0 trials are asked for"),
        Refused(
            testDescription: "unknown bound", constraints: WeightConstraints(lower: ["c9": 0.1]),
            code: .unknownName, summary: "there is no criterion `c9`"),
        Refused(
            testDescription: "bounds", constraints: WeightConstraints(upper: ["c1": 1.5]),
            code: .outOfRange, summary: "the weight of `c1` is to lie between 0.0 and 1.5"),
        Refused(
            testDescription: "lower",
            constraints: WeightConstraints(lower: ["c1": 0.75, "c2": 0.5]),
            code: .weightTotal, summary: "the lower bounds of the weights total 1.25"),
        Refused(
            testDescription: "upper",
            constraints: WeightConstraints(upper: ["c1": 0.25, "c2": 0.5]),
            code: .weightTotal, summary: "the upper bounds of the weights total 0.75"),
        Refused(
            testDescription: "order",
            constraints: WeightConstraints(
                lower: ["c2": 0.5], upper: ["c1": 0.25], order: ["c1", "c2"]), code: .outOfRange,
            summary: "`c1` is to weigh no less than `c2`, but its bounds make it weigh less"),
        Refused(
            testDescription: "twice", constraints: WeightConstraints(order: ["c1", "c1"]),
            code: .duplicateIdentifier, summary: "the order of the weights names `c1` twice"),
        Refused(
            testDescription: "limits",
            uncertain: [
                UncertainValue(option: "a", criterion: "c1", spread: .uniform(low: 0.5, high: 0.2))
            ], code: .outOfRange, summary: "the value of `a` on `c1` is said to run over 0.5, 0.2"),
        Refused(
            testDescription: "outside",
            uncertain: [
                UncertainValue(
                    option: "a", criterion: "c1", spread: .triangular(low: 0, mode: 1, high: 2))
            ], code: .outOfRange,
            summary: "the value of `a` on `c1` is said to run over 0.0, 1.0, 2.0"),
        Refused(
            testDescription: "stated twice",
            uncertain: [
                UncertainValue(option: "a", criterion: "c1", spread: .uniform(low: 0, high: 1)),
                UncertainValue(option: "a", criterion: "c1", spread: .uniform(low: 0, high: 1)),
            ], code: .duplicateIdentifier, summary: "the value of `a` on `c1` is stated twice"),
    ])
    func `what cannot be drawn is refused by name`(refused: Refused) throws {
        let table = try ValueTable([[0.1, 0.2], [0.3, 0.4]], weights: [1, 1])
        let problem = #expect(throws: Problem.self) {
            try RankAcceptability.simulate(
                table, constraints: refused.constraints, uncertain: refused.uncertain,
                trials: refused.trials, seed: 1)
        }
        #expect(problem?.code == refused.code)
        #expect(problem?.summary == refused.summary)
    }

    @Test func `too many options are refused`() throws {
        let count = RankAcceptability.mostOptions + 1
        let table = try ValueTable(
            options: (0..<count).map { "o\($0)" }, criteria: ["c"],
            values: [Double](repeating: 0, count: count), weights: [1])
        #expect(throws: Problem.self) {
            try RankAcceptability.simulate(table, trials: 1, seed: 1)
        }
    }
}
