import OutlayDecisions
import Testing

@Suite struct WeightStabilityTests {
    /// The case's table with each column on 0 … 1: by its ends, or as a share of its best performance.
    private static func table(_ vector: RobustnessVectors.Stability) throws -> ValueTable {
        let rows = vector.matrix.map { row in
            row.indices.map { column in
                let performances = vector.matrix.map { $0[column] }
                let low = performances.min() ?? 0
                let high = performances.max() ?? 0
                let isLower = vector.criteria[column].direction == "min"
                if vector.variant.normalisation == "linear" {
                    return isLower ? low / row[column] : row[column] / high
                }
                return (isLower ? high - row[column] : row[column] - low) / (high - low)
            }
        }
        return try ValueTable(
            options: vector.options, criteria: vector.criteria.map(\.id),
            values: rows.flatMap(\.self), weights: vector.weights, scale: 0...1)
    }

    private static func isClose(_ found: ClosedRange<Double>, _ known: [Double]) -> Bool {
        abs(found.lowerBound - known[0]) < 1e-9 && abs(found.upperBound - known[1]) < 1e-9
    }

    @Test(arguments: RobustnessVectors.stability)
    func `known intervals and changes are reproduced`(vector: RobustnessVectors.Stability) throws {
        let table = try Self.table(vector)
        let stability = WeightStability(table)
        let expected = vector.expected
        for (score, known) in zip(table.scores, expected.scores) {
            #expect(abs(score - known) < 1e-9)
        }
        #expect(stability.leader == expected.best)
        for (index, interval) in stability.criteria.enumerated() {
            #expect(Self.isClose(interval.keepsWinner, expected.bestInterval[index]))
            #expect(Self.isClose(interval.keepsRanking, expected.rankingInterval[index]))
            let known = expected.singleWeightChange[index]
            #expect((interval.singleChange == nil) == (known == nil))
            if let change = interval.singleChange, let known {
                #expect(abs(change.weight - known) < 1e-9)
            }
        }
        #expect(stability.mostCriticalCriterion == expected.mostCriticalCriterion)
    }

    @Test func `the help desk changes hands at one weight alone`() throws {
        let result = try AdditiveValue.evaluate(HelpDesk.candidates(), by: HelpDesk.model())
        let table = try #require(ValueTable(eligibleOf: result))
        let stability = WeightStability(table)
        let limited = stability.criteria.indices.filter {
            stability.criteria[$0].below != nil || stability.criteria[$0].above != nil
        }
        #expect(limited.map { table.criteria[$0] } == ["exit_time"])
        let crossover = try #require(stability.criteria[4].above)
        // Without exit time 82.25 and 63.667 are 772.5 / 9 and 545 / 9; on it the values are 50 and 91.667.
        #expect(abs(crossover.weight - 91.0 / 241) < 1e-9)
        #expect(table.options[crossover.option] == "openticket")
    }

    @Test func `two options by hand`() throws {
        // a - b is 0.5 on c1, -1 on c2 and 0.25 on c3: 0.25 - 0.25 + 0.0625 = 0.0625 ahead.
        let table = try ValueTable(
            [[1, 0, 0.5], [0.5, 1, 0.25]], weights: [0.5, 0.25, 0.25])
        let stability = WeightStability(table)
        // On c1: 0.5 t + (1 - t) * (-0.25 + 0.0625) / 0.5 = 0 at t = 0.375 / 0.875.
        #expect(abs((stability.criteria[0].below?.weight ?? 0) - 3.0 / 7) < 1e-12)
        #expect(stability.criteria[0].above == nil)
        #expect(stability.criteria[0].keepsWinner.upperBound == 1)
        // On c2: -t + (1 - t) * 0.3125 / 0.75 = 0 at t = 0.41667 / 1.41667.
        #expect(abs((stability.criteria[1].above?.weight ?? 0) - 5.0 / 17) < 1e-12)
        #expect(stability.criteria.map { $0.singleChange?.weight } == [-0.125, 0.0625, -0.25])
        #expect(stability.mostCriticalCriterion == 1)
        #expect(stability.criteria.allSatisfy { $0.keepsWinner == $0.keepsRanking })
    }

    @Test func `rounding neither hides a weight that falls to 0 nor parts equal changes`() throws {
        let third = 1.0 / 3
        let table = try ValueTable(
            [[third, 1, 1, 1], [1, third, 1, 2.0 / 3]], weights: [0.25, 0.25, 0.25, 0.25])
        // 1/12 ahead: ∓ 2/3 on the first two, nothing on the third and 1/3 on the last.
        let stability = WeightStability(table)
        for (interval, known) in zip(stability.criteria, [0.125, -0.125, nil, -0.25]) {
            #expect((interval.singleChange == nil) == (known == nil))
            #expect(abs((interval.singleChange?.weight ?? 0) - (known ?? 0)) < 1e-12)
            #expect(interval.weight + (interval.singleChange?.weight ?? 0) >= 0)
        }
        #expect(stability.mostCriticalCriterion == 0)
        // 0.26 ahead by steps of 1: on c2, c4 and c6 the same change, to the last digit or not.
        let steps = try ValueTable(
            [[1, 0, 1, 0, 1, 0, 1], [0, 1, 0, 1, 0, 1, 0]],
            weights: [0.18, 0.17, 0.12, 0.09, 0.17, 0.11, 0.16])
        let first = WeightStability(steps)
        #expect(first.leader == 0 && first.mostCriticalCriterion == 1)
    }

    @Test func `options that tie change places at once`() throws {
        let table = try ValueTable([[1, 0], [0, 1]], weights: [1, 1])
        let stability = WeightStability(table)
        #expect(stability.leader == 0)
        #expect(stability.criteria[0].keepsWinner == 0.5...1)
        #expect(stability.criteria[1].keepsWinner == 0...0.5)
        #expect(stability.criteria[0].keepsRanking == 0.5...0.5)
        #expect(stability.criteria[0].singleChange?.weight == 0)
    }

    @Test func `duplicates and one option never change places`() throws {
        for rows in [[[0.3, 0.8], [0.3, 0.8]], [[0.3, 0.8]]] {
            let stability = WeightStability(try ValueTable(rows, weights: [1, 3]))
            #expect(stability.criteria.allSatisfy { $0.keepsRanking == 0...1 && $0.above == nil })
        }
    }

    @Test func `a criterion that bears all the weight cannot move`() throws {
        let stability = WeightStability(try ValueTable([[0.4, 1], [0.9, 0]], weights: [1, 0]))
        #expect(stability.criteria[0].keepsWinner == 1...1)
        #expect(stability.criteria[0].above == nil && stability.criteria[0].below == nil)
        // The other one may grow to where 0.9 (1 - t) = 0.4 (1 - t) + t.
        #expect(abs((stability.criteria[1].above?.weight ?? 0) - 1.0 / 3) < 1e-12)
        #expect(
            WeightStability(try ValueTable([[0.4]], weights: [5])).criteria[0].keepsWinner == 1...1)
    }

    @Test(arguments: 0..<40)
    func `the winner stays just inside an interval and goes just outside`(seed: Int) throws {
        let table = try ValueTable.random(options: 6, criteria: 4, seed: seed)
        let stability = WeightStability(table)
        for (index, interval) in stability.criteria.enumerated() {
            let lines = try #require(WeightLines(table, criterion: index))
            func leader(_ weight: Double) -> Int? {
                let scores = lines.scores(at: weight)
                return scores.firstIndex(of: scores.max() ?? 0)
            }
            let (low, high) = (interval.keepsWinner.lowerBound, interval.keepsWinner.upperBound)
            for weight in [low + 1e-7, (low + high) / 2, high - 1e-7] {
                #expect(leader(weight) == stability.leader, "seed \(seed)")
            }
            if let below = interval.below {
                #expect(leader(below.weight - 1e-7) == below.option, "seed \(seed)")
            }
            if let above = interval.above {
                #expect(leader(above.weight + 1e-7) == above.option, "seed \(seed)")
            }
            #expect(
                low <= interval.keepsRanking.lowerBound && interval.keepsRanking.upperBound <= high)
        }
    }

    @Test(arguments: 0..<20)
    func `the order of options and the sum of weights change nothing`(seed: Int) throws {
        let table = try ValueTable.random(options: 5, criteria: 3, seed: seed)
        let stability = WeightStability(table)
        let turned = try ValueTable(
            options: table.options.reversed(), criteria: table.criteria,
            values: table.options.indices.reversed().flatMap { option in
                table.criteria.indices.map { table.value(option, $0) }
            }, weights: table.weights.map { $0 * 100 }, scale: 0...1)
        let other = WeightStability(turned)
        #expect(table.options[stability.leader] == turned.options[other.leader])
        for (left, right) in zip(stability.criteria, other.criteria) {
            #expect(
                abs(left.keepsWinner.lowerBound - right.keepsWinner.lowerBound) < 1e-9,
                "seed \(seed)")
            #expect(
                abs(left.keepsRanking.upperBound - right.keepsRanking.upperBound) < 1e-9,
                "seed \(seed)")
            #expect(
                left.above.map { table.options[$0.option] }
                    == right.above.map { turned.options[$0.option] }, "seed \(seed)")
        }
    }
}
