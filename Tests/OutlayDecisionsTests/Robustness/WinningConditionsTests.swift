import OutlayDecisions
import Testing

@Suite struct WinningConditionsTests {
    @Test func `by hand`() throws {
        // a has 0.6 * 0.9 + 0.4 * 0.5 = 0.74, b 0.6 * 0.5 + 0.4 * 0.8 = 0.62: a gap of 0.12.
        let table = try ValueTable([[0.9, 0.5], [0.5, 0.8]], weights: [0.6, 0.4])
        let conditions = WinningConditions(for: 1, in: table)
        #expect(conditions.rival == 0)
        #expect(abs(conditions.gap - 0.12) < 1e-12)
        // 0.5 + 0.12 / 0.6 = 0.7; 0.8 + 0.12 / 0.4 = 1.1 is past the best.
        guard case .to(let value, let rise) = conditions.criteria[0].value else {
            Issue.record("0.7 would do")
            return
        }
        #expect(abs(value - 0.7) < 1e-12 && abs(rise - 0.2) < 1e-12)
        #expect(conditions.criteria[1].value == .impossible)
        // Level where 0.4 t = 0.3 (1 - t): t = 3/7 on c1, 4/7 on c2.
        guard case .to(let weight, let change) = conditions.criteria[0].weight,
            case .to(let second, _) = conditions.criteria[1].weight
        else {
            Issue.record("3/7 and 4/7 would do")
            return
        }
        #expect(abs(weight - 3.0 / 7) < 1e-12 && abs(change - (3.0 / 7 - 0.6)) < 1e-12)
        #expect(abs(second - 4.0 / 7) < 1e-12)
        #expect(conditions.nearestWeight == 0)
    }

    @Test func `the winner needs no change, and a dominated option finds no weights`() throws {
        let table = try ValueTable([[0.9, 0.9], [0.5, 0.5]], weights: [1, 1])
        let winner = WinningConditions(for: 0, in: table)
        #expect(winner.gap < 0)
        #expect(winner.criteria.allSatisfy { $0.value == .notNeeded && $0.weight == .notNeeded })
        let other = WinningConditions(for: 1, in: table)
        #expect(other.criteria.allSatisfy { $0.weight == .impossible })
        #expect(other.nearestWeight == nil)
        #expect(WinningConditions(for: 0, in: try ValueTable([[0.2]], weights: [1])).rival == nil)
    }

    @Test func `a criterion without weight cannot help`() throws {
        let table = try ValueTable([[0.9, 0.1], [0.5, 0.2]], weights: [1, 0])
        #expect(WinningConditions(for: 1, in: table).criteria[1].value == .impossible)
        #expect(WinningConditions(for: 1, in: table).criteria[0].weight == .impossible)
    }

    @Test(arguments: 0..<30)
    func `the changes put the option level and a little less does not`(seed: Int) throws {
        let table = try ValueTable.random(options: 5, criteria: 3, seed: seed)
        for option in table.options.indices {
            let conditions = WinningConditions(for: option, in: table)
            for (index, condition) in conditions.criteria.enumerated() {
                if case .to(let value, _) = condition.value {
                    var values = table.values
                    values[option * 3 + index] = value
                    let changed = try ValueTable(
                        options: table.options, criteria: table.criteria, values: values,
                        weights: table.weights, scale: 0...1)
                    #expect(changed.ranks[option] == 1, "seed \(seed)")
                }
                if case .to(let weight, let change) = condition.weight {
                    let lines = try #require(WeightLines(table, criterion: index))
                    let scores = lines.scores(at: weight)
                    #expect(scores[option] >= (scores.max() ?? 0) - 1e-9, "seed \(seed)")
                    let before = lines.scores(at: weight - change * 1e-3)
                    #expect(before[option] < before.max() ?? 0, "seed \(seed)")
                }
            }
        }
    }
}
