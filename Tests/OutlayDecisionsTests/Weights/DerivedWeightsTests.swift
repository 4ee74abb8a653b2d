import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct DerivedWeightsTests {
    @Test func `exact shares total exactly 1 and lie next to the shares`() throws {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...40, using: &generator)
            let figures = (0..<count).map { _ in
                Bool.random(using: &generator) ? 0 : Double.random(in: 0...1e6, using: &generator)
            }
            guard figures.contains(where: { $0 > 0 }) else { continue }
            let weights = try DerivedWeights(figures, orBecause: "one is above 0")
            let exact = weights.exactShares
            var total = ExactDecimal.zero
            for share in exact { total = try total + share }
            #expect(total == .one, "seed \(seed)")
            #expect(
                zip(exact, weights.shares).allSatisfy { abs($0.doubleValue - $1) < 2e-12 },
                "seed \(seed)")
            #expect(exact.allSatisfy { !$0.isNegative }, "seed \(seed)")
        }
    }

    @Test func `thirds leave their last unit to the first`() throws {
        let weights = try DerivedWeights([1, 1, 1], orBecause: "they are 1")
        #expect(
            weights.exactShares.map(\.description) == [
                "0.333333333334", "0.333333333333", "0.333333333333",
            ])
    }

    @Test func `figures that make no weights are refused`() {
        for (figures, code) in [
            ([0, 0], ProblemCode.weightTotal), ([], .weightTotal), ([.infinity, 1], .overflow),
            ([2, -1], .overflow), ([2, .nan], .overflow),
        ] {
            let problem = #expect(throws: Problem.self) {
                try DerivedWeights(figures, orBecause: "a reason")
            }
            #expect(problem?.code == code)
        }
    }
}
