import OutlayDecisions
import OutlayProblems
import Testing

@Suite struct PotentialOptimalityTests {
    private static func close(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-8 }
    }

    @Test func `by hand: two extremes, one between them, one below the line`() throws {
        // At weight t of c1 a scores t, b 1 - t, c 0.6 and d 0.45: c leads by 0.1 at t = 0.5, d never.
        let table = try ValueTable(
            [[1, 0], [0, 1], [0.6, 0.6], [0.45, 0.45]], weights: [1, 1])
        let standings = try PotentialOptimality(table).standings
        guard case .best(let first, let lead) = standings[0],
            case .best(let third, let margin) = standings[2]
        else {
            Issue.record("a and c are best for some weights")
            return
        }
        #expect(Self.close(first, [1, 0]) && abs(lead - 0.4) < 1e-8)
        #expect(Self.close(third, [0.5, 0.5]) && abs(margin - 0.1) < 1e-8)
        guard case .never(let shortfall) = standings[3] else {
            Issue.record("d is never best")
            return
        }
        #expect(abs(shortfall - 0.15) < 1e-8)
    }

    @Test func `an option beaten by none yet never best is found`() throws {
        // Neither a nor b dominates c, but one of them is ahead of it for any weights.
        let table = try ValueTable([[1, 0], [0, 1], [0.4, 0.4]], weights: [1, 1])
        guard case .never(let shortfall) = try PotentialOptimality(table).standings[2] else {
            Issue.record("c is never best")
            return
        }
        #expect(abs(shortfall - 0.1) < 1e-8)
    }

    @Test func `duplicates are level`() throws {
        let table = try ValueTable([[0.7, 0.3], [0.7, 0.3]], weights: [1, 1])
        for standing in try PotentialOptimality(table).standings {
            guard case .level = standing else {
                Issue.record("\(standing)")
                return
            }
        }
    }

    @Test func `constraints narrow the weights`() throws {
        let table = try ValueTable([[1, 0], [0, 1]], weights: [1, 1])
        for constraints in [
            WeightConstraints(lower: ["c1": 0.6]), WeightConstraints(upper: ["c2": 0.4]),
        ] {
            let standings = try PotentialOptimality(table, constraints: constraints).standings
            guard case .never(let shortfall) = standings[1] else {
                Issue.record("b never wins")
                return
            }
            #expect(abs(shortfall - 0.2) < 1e-8)
        }
        let ordered = try PotentialOptimality(
            table, constraints: WeightConstraints(order: ["c1", "c2"]))
        guard case .level(let weights) = ordered.standings[1] else {
            Issue.record("b is level at best")
            return
        }
        #expect(Self.close(weights, [0.5, 0.5]))
        #expect(throws: Problem.self) {
            try PotentialOptimality(table, constraints: WeightConstraints(lower: ["c9": 0.6]))
        }
    }

    @Test(arguments: 0..<20)
    func `the weights found give the lead found, and drawn ones no more`(seed: Int) throws {
        let table = try ValueTable.random(options: 6, criteria: 4, seed: seed)
        let standings = try PotentialOptimality(table).standings
        let drawn = try RankAcceptability.simulate(table, trials: 2000, seed: UInt64(seed))
        for (option, standing) in standings.enumerated() {
            switch standing {
            case .best(let weights, let lead):
                #expect(abs(weights.reduce(0, +) - 1) < 1e-8, "seed \(seed)")
                let scores = try table.with(weights: weights).scores
                let rest = scores.indices.filter { $0 != option }.map { scores[$0] }.max() ?? 0
                #expect(abs(scores[option] - rest - lead) < 1e-7, "seed \(seed)")
            case .level, .never:
                #expect(drawn.acceptability(ofOption: option, rank: 1) == 0, "seed \(seed)")
            }
        }
    }
}
