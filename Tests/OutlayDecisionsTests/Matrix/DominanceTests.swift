import OutlayDecisions
import OutlayProblems
import Testing

struct DominanceTests {
    private func point(_ id: String, _ value: Double, _ cost: Double) -> Dominance.Point {
        Dominance.Point(id: id, value: value, cost: cost)
    }

    @Test func `the help desk has one dominated option`() throws {
        let dominance = try Dominance(among: [
            point("legacy", 23.9, 238_382), point("northwind", 82.2, 295_762),
            point("openticket", 63.7, 348_804),
        ])
        #expect(dominance.dominator(of: "openticket") == "northwind")
        #expect(dominance.dominator(of: "northwind") == nil)
        #expect(dominance.dominator(of: "absent") == nil)
        #expect(dominance.frontierIDs == ["legacy", "northwind"])
    }

    @Test func `equal options do not dominate each other and are both on the frontier`() throws {
        let dominance = try Dominance(among: [point("a", 5, 10), point("b", 5, 10)])
        #expect(dominance.dominators == [nil, nil])
        #expect(dominance.frontierIDs == ["a", "b"])
    }

    @Test func `one better side is enough when the other is equal`() throws {
        let dominance = try Dominance(among: [
            point("dearer", 5, 11), point("base", 5, 10), point("better", 6, 10),
        ])
        #expect(dominance.dominators == [2, 2, nil])
    }

    @Test func `a difference in the last bit does not dominate`() throws {
        let dominance = try Dominance(among: [point("a", 0.1 + 0.2, 1), point("b", 0.3, 1)])
        #expect(dominance.dominators == [nil, nil])
    }

    @Test func `what is not finite is refused by name`() {
        let problem = #expect(throws: Problem.self) {
            try Dominance(among: [point("a", 1, 1), point("b", 1, .nan)])
        }
        #expect(problem?.code == .outOfRange)
        #expect(problem?.location == .part("option b"))
    }

    @Test func `dominators agree with the definition and the best of either axis stays`() throws {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            let points = (0..<Int.random(in: 1...30, using: &generator)).map { index in
                point(
                    "o\(index)", Double(Int.random(in: 0...8, using: &generator)),
                    Double(Int.random(in: 0...8, using: &generator)))
            }
            let dominance = try Dominance(among: points)
            for (index, own) in points.enumerated() {
                let better = points.indices.filter { other in
                    points[other].value >= own.value && points[other].cost <= own.cost
                        && (points[other].value > own.value || points[other].cost < own.cost)
                }
                let chosen = better.min {
                    (-points[$0].value, points[$0].cost, $0)
                        < (-points[$1].value, points[$1].cost, $1)
                }
                #expect(dominance.dominators[index] == chosen, "seed \(seed), \(own.id)")
            }
            let kept = dominance.frontier.map { points[$0] }
            #expect(kept.map(\.cost) == kept.map(\.cost).sorted(), "seed \(seed)")
            #expect(kept.map(\.cost).min() == points.map(\.cost).min(), "seed \(seed)")
            #expect(kept.map(\.value).max() == points.map(\.value).max(), "seed \(seed)")
        }
    }

    @Test func `a range is dominated only by what is surely as good`() throws {
        let dominance = try Dominance(among: [
            Dominance.Point(id: "open", range: ValueRange(60, 80), cost: 10),
            Dominance.Point(id: "sure", range: ValueRange(70), cost: 10),
            Dominance.Point(id: "dearer", range: ValueRange(50, 60), cost: 11),
            Dominance.Point(id: "edge", range: ValueRange(50, 70), cost: 10),
        ])
        // `edge` may be worth the same 70 at the same cost, so that nothing is strictly better.
        #expect(dominance.dominators == [nil, nil, 1, nil])
    }

    @Test func `over seeds sure dominance is dominance wherever the values lie`() throws {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            let points = (0..<Int.random(in: 1...12, using: &generator)).map { index in
                let ends = (0..<2).map { _ in Double(Int.random(in: 0...6, using: &generator)) }
                return Dominance.Point(
                    id: "o\(index)",
                    range: ValueRange(min(ends[0], ends[1]), max(ends[0], ends[1])),
                    cost: Double(Int.random(in: 0...4, using: &generator)))
            }
            let dominance = try Dominance(among: points)
            for (index, own) in points.enumerated() {
                let isDominated = points.contains {
                    $0.value >= own.highestValue && $0.cost <= own.cost
                        && ($0.value > own.highestValue || $0.cost < own.cost)
                }
                #expect((dominance.dominators[index] != nil) == isDominated, "seed \(seed)")
            }
        }
    }
}
