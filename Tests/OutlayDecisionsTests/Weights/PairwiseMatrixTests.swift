import OutlayDecisions
import OutlayProblems
import Testing

struct PairwiseMatrixTests {
    @Test(arguments: WeightCase.cases("ahp"))
    func `a known answer comes out`(case: WeightCase) throws {
        switch `case`.method {
        case "ahp.priorities": try Self.checkPriorities(`case`)
        case "ahp.incomplete": try Self.checkIncomplete(`case`)
        case "ahp.hierarchy": try Self.checkHierarchy(`case`)
        case "ahp.group": try Self.checkGroup(`case`)
        default: Issue.record("\(`case`.id) has the unknown method \(`case`.method)")
        }
    }

    private static func checkPriorities(_ item: WeightCase) throws {
        let matrix = try PairwiseMatrix(
            items: #require(item.items), rows: #require(item.matrix))
        let weights = try matrix.priorities()
        item.expect(weights.shares, item.expected.weights)
        item.expect(
            try matrix.priorities(by: .geometricMean).shares, item.expected.weightsGeometric)
        let consistency = try consistency(weights)
        item.expect(
            [
                try #require(consistency.principalEigenvalue), try #require(consistency.index),
                try #require(consistency.ratio),
            ],
            [
                try #require(item.expected.lambdaMax),
                try #require(item.expected.consistencyIndex),
                try #require(item.expected.consistencyRatio),
            ])
        #expect(consistency.isDoubtful == (item.expected.acceptable == false))
        if let published = item.published {
            item.expect(weights.shares, published.weights, within: published.tolerance)
            if let ratio = published.consistencyRatio {
                #expect(abs(try #require(consistency.ratio) - ratio) < 0.0006)
            }
        }
    }

    private static func consistency(_ weights: DerivedWeights) throws -> PairwiseConsistency {
        guard case .pairwise(let consistency) = try #require(weights.consistency) else {
            throw Problem(.internalError, "no consistency", because: "comparisons have one")
        }
        return consistency
    }

    private static func checkIncomplete(_ item: WeightCase) throws {
        let items = try #require(item.items)
        let comparisons = try #require(item.known).map { known in
            Comparison(
                of: items[known.i], over: items[known.j], try WeightCase.ratio(known.ratio))
        }
        let weights = try PairwiseMatrix(items: items, comparisons: comparisons).priorities()
        item.expect(weights.shares, item.expected.weights)
        #expect(try consistency(weights).ratio == nil)
        #expect(!weights.remarks.isEmpty)
    }

    private static func checkHierarchy(_ item: WeightCase) throws {
        let criteria = try WeightCase.pairwise(#require(item.criteriaMatrixText))
        let options = try #require(item.alternativeMatricesText).map {
            PairwiseHierarchy.options(try WeightCase.pairwise($0))
        }
        let hierarchy = PairwiseHierarchy.parts(criteria, options)
        let scores = try hierarchy.shares()
        item.expect(try criteria.priorities().shares, item.expected.criteriaWeights)
        item.expect(scores, item.expected.scores)
        item.expect(try hierarchy.shares(by: .columnMean), item.expected.scoresColumnMean)
        #expect(Ranking.competition(scores: scores) == item.expected.ranking)
        item.expect(scores, item.published?.scores, within: item.published?.tolerance)
    }

    private static func checkGroup(_ item: WeightCase) throws {
        let judges = try #require(item.judgesText).map { try WeightCase.pairwise($0) }
        let matrix = try PairwiseMatrix.groupMean(of: judges)
        let weights = try matrix.priorities()
        for (row, stated) in zip(try #require(matrix.completeRows), item.expected.matrix ?? []) {
            item.expect(row, stated)
        }
        item.expect(weights.shares, item.expected.weights)
        item.expect(
            [try #require(consistency(weights).principalEigenvalue)],
            [try #require(item.expected.lambdaMax)])
    }

    @Test func `two items are always consistent`() throws {
        let weights = try PairwiseMatrix(items: ["a", "b"], rows: [[1, 4], [0.25, 1]]).priorities()
        #expect(abs(weights.shares[0] - 0.8) < 1e-15)
        let consistency = try Self.consistency(weights)
        #expect(consistency.ratio == 0)
        #expect(consistency.index == 0)
        #expect(consistency.principalEigenvalue == 2)
        #expect(consistency.worst.isEmpty)
        #expect(try PairwiseMatrix(items: ["a"], rows: [[1]]).priorities().shares == [1])
    }

    @Test func `the random index is Saaty's up to 15 items and unknown beyond`() {
        #expect(PairwiseConsistency.randomIndex(3) == 0.58)
        #expect(PairwiseConsistency.randomIndex(10) == 1.49)
        #expect(PairwiseConsistency.randomIndex(15) == 1.59)
        #expect(PairwiseConsistency.randomIndex(16) == nil)
        #expect(PairwiseConsistency.randomIndex(0) == nil)
    }

    @Test func `ratios of any weights give these weights back by every rule`() throws {
        for seed in 0..<40 {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...15, using: &generator)
            let weights = (0..<count).map { _ in Double.random(in: 0.1...9, using: &generator) }
            let total = weights.reduce(0, +)
            let matrix = try PairwiseMatrix(
                items: weights.indices.map { "c\($0)" },
                rows: weights.map { row in weights.map { row / $0 } })
            for rule in PriorityRule.allCases {
                let found = try matrix.priorities(by: rule)
                for (share, weight) in zip(found.shares, weights) {
                    #expect(abs(share - weight / total) < 1e-12, "\(rule), seed \(seed)")
                }
                let ratio = try #require(try Self.consistency(found).ratio)
                #expect(ratio < 1e-10, "\(rule), seed \(seed)")
            }
        }
    }

    @Test func `least squares over all pairs are the geometric means`() throws {
        for seed in 0..<40 {
            var generator = SeededGenerator(seed: seed)
            let items = ["a", "b", "c", "d", "e"]
            var comparisons: [Comparison] = []
            for first in items.indices {
                for second in items.indices.dropFirst(first + 1) {
                    comparisons.append(
                        Comparison(
                            of: items[first], over: items[second],
                            Double.random(in: 0.2...5, using: &generator)))
                }
            }
            let left = comparisons.randomElement(using: &generator)
            let partial = try PairwiseMatrix(
                items: items, comparisons: comparisons.filter { $0 != left })
            let shares = try partial.priorities().shares
            // The missing pair filled in with what the weights say changes nothing.
            let missing = try #require(left)
            let implied =
                shares[try #require(items.firstIndex(of: missing.of))]
                / shares[try #require(items.firstIndex(of: missing.over))]
            let filled = try PairwiseMatrix(
                items: items,
                comparisons: comparisons.filter { $0 != missing }
                    + [Comparison(of: missing.of, over: missing.over, implied)])
            for (left, right) in zip(shares, try filled.priorities(by: .geometricMean).shares) {
                #expect(abs(left - right) < 1e-12, "seed \(seed)")
            }
        }
    }

    @Test func `the worst comparisons are named`() throws {
        // By hand: a over c should be about 2 · 2, and 1/9 is what spoils it.
        let weights = try PairwiseMatrix(
            items: ["a", "b", "c"],
            comparisons: [
                Comparison(of: "a", over: "b", 2), Comparison(of: "b", over: "c", 2),
                Comparison(of: "a", over: "c", 1.0 / 9),
            ]
        ).priorities()
        let consistency = try Self.consistency(weights)
        #expect(consistency.isDoubtful)
        #expect(consistency.worst.count == 3)
        #expect(consistency.worst.allSatisfy { $0.stated.ratio >= 1 })
        #expect(consistency.worst.contains { $0.stated.of == "c" && $0.stated.over == "a" })
    }

    private static func problem(
        _ items: [String], _ comparisons: [Comparison]
    ) -> Problem? {
        do throws(Problem) {
            _ = try PairwiseMatrix(items: items, comparisons: comparisons).priorities()
            return nil
        } catch { return error }
    }

    @Test func `comparisons that cannot stand together are refused by name`() {
        let items = ["price", "speed", "service"]
        let contrary = Self.problem(
            items,
            [
                Comparison(of: "price", over: "speed", 3),
                Comparison(of: "speed", over: "price", 0.5),
            ])
        #expect(contrary?.code == .badComparisons)
        #expect(
            contrary?.summary == "`price` over `speed` is 3, the other way round 0.5")
        #expect(
            Self.problem(items, [Comparison(of: "price", over: "price", 2)])?.code
                == .badComparisons)
        #expect(
            Self.problem(items, [Comparison(of: "price", over: "speed", 0)])?.code == .outOfRange)
        #expect(
            Self.problem(items, [Comparison(of: "price", over: "speed", -2)])?.code == .outOfRange)
        #expect(
            Self.problem(items, [Comparison(of: "price", over: "sped", 2)])?.code
                == .unknownReference)
        #expect(
            Self.problem(
                items, [Comparison](repeating: Comparison(of: "price", over: "speed", 2), count: 2))?
                .code == .duplicateIdentifier)
        let apart = Self.problem(items, [Comparison(of: "price", over: "speed", 2)])
        #expect(apart?.code == .badComparisons)
        #expect(apart?.summary == "no chain of comparisons leads from `price` to `service`")
    }

    @Test func `a matrix that is not reciprocal, square or above 0 is refused`() {
        func code(_ rows: [[Double]], _ items: [String] = ["a", "b"]) -> ProblemCode? {
            do throws(Problem) {
                _ = try PairwiseMatrix(items: items, rows: rows)
                return nil
            } catch { return error.code }
        }
        #expect(code([[1, 3], [0.5, 1]]) == .badComparisons)
        #expect(code([[2, 3], [1 / 3, 1]]) == .badComparisons)
        #expect(code([[1, 3]]) == .wrongLength)
        #expect(code([[1, 3], [1 / 3]]) == .wrongLength)
        #expect(code([], []) == .wrongLength)
        #expect(code([[1, .nan], [1, 1]]) == .outOfRange)
        #expect(code([[1, -3], [-1 / 3, 1]]) == .outOfRange)
        #expect(code([[1, 3], [1 / 3, 1]], ["a", "a"]) == .duplicateIdentifier)
        #expect(code([[1, 3], [0.333333333, 1]]) == nil)
    }
}
