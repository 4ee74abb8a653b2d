import OutlayDecisions
import OutlayProblems
import Testing

/// One known answer on rankings.
struct RankCorrelationCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let first: [Int]
    let second: [Int]
    let expected: Expected

    struct Expected: Decodable, Sendable {
        let spearman: Double
        let kendallTau: Double
        let weightedSpearman: Double
        let ws: Double
    }

    var testDescription: String { id }
}

struct RankCorrelationTests {
    @Test(arguments: KnownCases<RankCorrelationCase>.read("rank_correlation"))
    func `known answers are met`(known: RankCorrelationCase) throws {
        let found = try RankCorrelation(of: known.first, and: known.second)
        #expect(abs(try #require(found.spearman) - known.expected.spearman) < 1e-12)
        #expect(abs(found.kendall - known.expected.kendallTau) < 1e-12)
        #expect(abs(found.weightedSpearman - known.expected.weightedSpearman) < 1e-12)
        #expect(abs(found.ws - known.expected.ws) < 1e-12)
    }

    /// Wikipedia, Spearman's rank correlation coefficient: printed −29/165 = −0.175757575.
    @Test func `the published example of Spearman is reproduced`() throws {
        let found = try RankCorrelation(
            of: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], and: [1, 6, 8, 7, 10, 9, 3, 5, 2, 4])
        #expect(abs(try #require(found.spearman) + 29.0 / 165) < 1e-12)
    }

    /// Hollander and Wolfe (1973), canned tuna, as the manual of R prints it: tau 0.4444444.
    @Test func `the published example of Kendall is reproduced`() throws {
        let found = try RankCorrelation(
            of: [3, 6, 1, 8, 4, 2, 7, 5, 9], and: [2, 4, 1, 8, 5, 7, 9, 3, 6])
        #expect(abs(found.kendall - 0.444_444_4) < 1e-7)
    }

    @Test func `ties stand in the middle of their places`() throws {
        // By hand: middles 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 · 5); five of six pairs agree.
        let found = try RankCorrelation(of: [1, 2, 2, 4], and: [1, 2, 3, 4])
        #expect(abs(try #require(found.spearman) - 0.9.squareRoot()) < 1e-12)
        #expect(abs(found.kendall - 5.0 / 6) < 1e-12)
        // Shared ranks may also be written 1, 2, 2, 3.
        let dense = try RankCorrelation(of: [1, 2, 2, 3], and: [1, 2, 3, 4])
        #expect(dense.spearman == found.spearman)
        #expect(dense.kendall == found.kendall)
    }

    @Test func `a ranking without an order has no Spearman coefficient`() throws {
        let found = try RankCorrelation(of: [1, 1, 1], and: [1, 2, 3])
        #expect(found.spearman == nil)
        #expect(found.kendall == 0)
    }

    @Test func `rankings that do not match are refused`() {
        let cases: [([Int], [Int], ProblemCode)] = [
            ([1, 2], [1, 2, 3], .wrongLength), ([1], [1], .wrongLength), ([], [], .wrongLength),
            ([0, 1], [1, 2], .outOfRange), ([1, 2], [1, 3], .outOfRange),
        ]
        for (first, second, code) in cases {
            let problem = #expect(throws: Problem.self) {
                try RankCorrelation(of: first, and: second)
            }
            #expect(problem?.code == code, "\(first), \(second)")
        }
    }

    @Test func `Kendall agrees with counting pairs and all measures know the same and the reverse`()
        throws
    {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 2...12, using: &generator)
            func ranks() -> [Int] {
                Ranking.competition(
                    scores: (0..<count).map { _ in
                        Double(Int.random(in: 0...9, using: &generator))
                    })
            }
            let (first, second) = (ranks(), ranks())
            let found = try RankCorrelation(of: first, and: second)
            var balance = 0
            for one in 0..<count {
                for other in 0..<one {
                    balance +=
                        (first[one] - first[other]).signum()
                        * (second[one] - second[other]).signum()
                }
            }
            let pairs = Double(count * (count - 1) / 2)
            #expect(abs(found.kendall - Double(balance) / pairs) < 1e-12, "seed \(seed)")
            let order = (1...count).shuffled(using: &generator)
            let same = try RankCorrelation(of: order, and: order)
            #expect([same.kendall, same.weightedSpearman, same.ws] == [1, 1, 1], "seed \(seed)")
            #expect(abs(try #require(same.spearman) - 1) < 1e-12, "seed \(seed)")
            let reverse = try RankCorrelation(of: order, and: order.map { count + 1 - $0 })
            #expect(abs(reverse.kendall + 1) < 1e-12, "seed \(seed)")
            #expect(abs(try #require(reverse.spearman) + 1) < 1e-12, "seed \(seed)")
            #expect(abs(reverse.weightedSpearman + 1) < 1e-12, "seed \(seed)")
        }
    }

    @Test func `long rankings are compared too`() throws {
        let ranks = Array(1...100_000)
        let found = try RankCorrelation(of: ranks, and: ranks.reversed())
        #expect(abs(found.kendall + 1) < 1e-9)
        #expect(found.ws.isFinite && found.weightedSpearman.isFinite)
    }
}
