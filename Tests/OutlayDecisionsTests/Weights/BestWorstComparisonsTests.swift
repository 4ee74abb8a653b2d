import OutlayDecisions
import OutlayProblems
import Testing

struct BestWorstComparisonsTests {
    @Test(arguments: WeightCase.cases("bwm"))
    func `a known answer comes out`(case: WeightCase) throws {
        let toOthers = try #require(`case`.bestToOthers)
        let toWorst = try #require(`case`.othersToWorst)
        let names = toOthers.indices.map { "c\($0)" }
        let best = try #require(toOthers.firstIndex(of: 1))
        let worst = try #require(toWorst.firstIndex(of: 1))
        let statement = BestWorstStatement(
            best: names[best], worst: names[worst],
            bestToOthers: Dictionary(uniqueKeysWithValues: zip(names, toOthers)),
            othersToWorst: Dictionary(uniqueKeysWithValues: zip(names, toWorst)))
        let weighting: any Weighting.Type =
            `case`.method == "bwm.linear" ? BestWorst.self : BestWorstNonlinear.self
        let weights = try weighting.weights(of: names, from: .bestWorst(statement))
        `case`.expect(weights.shares, `case`.expected.weights)
        guard case .bestWorst(let consistency) = weights.consistency else {
            Issue.record("\(`case`.id) has no consistency")
            return
        }
        `case`.expect([consistency.deviation], [try #require(`case`.expected.xi)])
        if let ratio = `case`.expected.consistencyRatio {
            `case`.expect([consistency.ratio], [ratio])
        }
        if let published = `case`.published {
            `case`.expect(weights.shares, published.weights, within: published.tolerance)
        }
    }

    private static func statement(_ weights: [Double]) -> (names: [String], BestWorstStatement) {
        let names = weights.indices.map { "c\($0)" }
        let best = weights.indices.max { weights[$0] < weights[$1] } ?? 0
        let worst = weights.indices.min { weights[$0] < weights[$1] } ?? 0
        func ratios(_ ratio: (Double) -> Double) -> [String: Double] {
            Dictionary(uniqueKeysWithValues: zip(names, weights.map(ratio)))
        }
        return (
            names,
            BestWorstStatement(
                best: names[best], worst: names[worst],
                bestToOthers: ratios { weights[best] / $0 },
                othersToWorst: ratios { $0 / weights[worst] })
        )
    }

    @Test func `comparisons made from weights give these weights back by both models`() throws {
        for seed in 0..<60 {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 2...12, using: &generator)
            let weights = (0..<count).map { _ in Double.random(in: 1...9, using: &generator) }
            let (names, statement) = Self.statement(weights)
            let total = weights.reduce(0, +)
            for weighting in [BestWorst.self, BestWorstNonlinear.self] as [any Weighting.Type] {
                let found = try weighting.weights(of: names, from: .bestWorst(statement))
                for (share, weight) in zip(found.shares, weights) {
                    #expect(abs(share - weight / total) < 1e-9, "seed \(seed)")
                }
            }
        }
    }

    @Test func `no weights near those of the non-linear model miss the comparisons less`() throws {
        for seed in 0..<60 {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 3...6, using: &generator)
            let names = (0..<count).map { "c\($0)" }
            let most = Double(Int.random(in: 3...9, using: &generator))
            var (toOthers, toWorst) = (["c0": 1.0, "c1": most], ["c0": most, "c1": 1.0])
            for name in names.dropFirst(2) {
                toOthers[name] = Double(Int.random(in: 1...Int(most), using: &generator))
                toWorst[name] = Double(Int.random(in: 1...Int(most), using: &generator))
            }
            let statement = BestWorstStatement(
                best: "c0", worst: "c1", bestToOthers: toOthers, othersToWorst: toWorst)
            let found = try BestWorstNonlinear.weights(of: names, from: .bestWorst(statement))
            guard case .bestWorst(let consistency) = found.consistency else { continue }
            func miss(_ weights: [Double]) -> Double {
                names.indices.reduce(0) { largest, index in
                    max(
                        largest, abs(weights[0] / weights[index] - (toOthers[names[index]] ?? 0)),
                        abs(weights[index] / weights[1] - (toWorst[names[index]] ?? 0)))
                }
            }
            #expect(abs(miss(found.shares) - consistency.deviation) < 1e-9, "seed \(seed)")
            for _ in 0..<300 {
                let near = found.shares.map { $0 * Double.random(in: 0.9...1.1, using: &generator) }
                #expect(miss(near) > consistency.deviation - 1e-9, "seed \(seed)")
            }
        }
    }

    @Test func `two criteria and one have the obvious weights`() throws {
        let (names, statement) = Self.statement([4, 1])
        for weighting in [BestWorst.self, BestWorstNonlinear.self] as [any Weighting.Type] {
            let two = try weighting.weights(of: names, from: .bestWorst(statement))
            #expect(abs(two.shares[0] - 0.8) < 1e-12)
            let one = try weighting.weights(
                of: ["a"],
                from: .bestWorst(
                    BestWorstStatement(best: "a", worst: "a", bestToOthers: [:], othersToWorst: [:])
                ))
            #expect(one.shares == [1])
        }
    }

    private static func code(
        best: String = "a", worst: String = "c", _ toOthers: [String: Double],
        _ toWorst: [String: Double]
    ) -> ProblemCode? {
        do throws(Problem) {
            _ = try BestWorst.weights(
                of: ["a", "b", "c"],
                from: .bestWorst(
                    BestWorstStatement(
                        best: best, worst: worst, bestToOthers: toOthers, othersToWorst: toWorst)))
            return nil
        } catch { return error.code }
    }

    @Test func `comparisons that cannot stand together are refused`() {
        let (others, toWorst) = (["b": 2.0, "c": 6], ["a": 6.0, "b": 3])
        #expect(Self.code(others, toWorst) == nil)
        #expect(Self.code(["a": 2, "b": 2, "c": 6], toWorst) == .badComparisons)
        #expect(Self.code(others, ["a": 5, "b": 3]) == .badComparisons)
        #expect(Self.code(["b": 0.5, "c": 6], toWorst) == .outOfRange)
        #expect(Self.code(["b": .infinity, "c": 6], toWorst) == .outOfRange)
        #expect(Self.code(["c": 6], toWorst) == .missingField)
        #expect(Self.code(["b": 2, "c": 6, "d": 1], toWorst) == .unknownReference)
        #expect(Self.code(best: "z", others, toWorst) == .unknownReference)
        #expect(Self.code(worst: "a", others, toWorst) == .badComparisons)
    }
}
