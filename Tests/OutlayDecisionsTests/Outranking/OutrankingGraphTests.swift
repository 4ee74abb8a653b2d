import OutlayDecisions
import Testing

struct OutrankingGraphTests {
    /// Options on one criterion each, so that whoever is ahead by enough weight outranks.
    private func graph(_ seed: Int) throws -> OutrankingGraph {
        let table = RandomPairs(seed: seed, vetoes: true)
        return try ELECTRE1().graph(of: table.matrix())
    }

    @Test func `nobody in the kernel outranks another, and it outranks all the rest`() throws {
        for seed in 0..<300 {
            let graph = try graph(seed)
            let circle = Dictionary(
                uniqueKeysWithValues: graph.circles.enumerated().flatMap { index, members in
                    members.map { ($0, index) }
                })
            func outranks(_ first: Int, _ second: Int) -> Bool {
                graph.outranks[first * graph.count + second]
            }
            func areOne(_ first: Int, _ second: Int) -> Bool {
                first == second || circle[first] != nil && circle[first] == circle[second]
            }
            for option in 0..<graph.count {
                let ahead = graph.kernel.filter { kept in
                    !areOne(kept, option)
                        && (0..<graph.count).contains { areOne($0, option) && outranks(kept, $0) }
                }
                #expect(graph.kernel.contains(option) == ahead.isEmpty, "seed \(seed), \(option)")
            }
        }
    }

    @Test func `the members of a circle reach one another`() throws {
        var found = 0
        for seed in 0..<300 {
            let graph = try graph(seed)
            for circle in graph.circles {
                found += 1
                #expect(circle.count > 1 && circle == circle.sorted(), "seed \(seed)")
                for start in circle {
                    var reached: Set = [start]
                    for _ in circle {
                        for from in reached {
                            for to in circle where graph.outranks[from * graph.count + to] {
                                reached.insert(to)
                            }
                        }
                    }
                    #expect(reached == Set(circle), "seed \(seed)")
                }
            }
        }
        #expect(found > 5)
    }
}
