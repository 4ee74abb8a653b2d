import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct PriceQualityAwardTests {
    private static func offers(_ rows: [(Int, Double)]) -> [PriceQualityAward.Offer] {
        zip("ABCDEFGH", rows).map {
            PriceQualityAward.Offer(
                id: String($0), price: ExactDecimal($1.0), qualityPoints: $1.1)
        }
    }

    /// By hand: with C at 200, B gets 32 of 40 points for price and wins by 80 to 77.2; without C the scale
    /// ends at 120, B gets none, and A wins by 77.2 to 48.
    @Test func `a bid that cannot win decides who does`() throws {
        let award = try PriceQualityAward(
            among: Self.offers([(100, 37.2), (120, 48), (200, 6)]), by: HighestToLowest(),
            outOf: ExactDecimal(40))
        #expect(award.winners == ["B"])
        #expect(award.ranks == [2, 1, 3])
        #expect(zip(award.totals, [77.2, 80, 6]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(award.reversals.map(\.withdrawn) == ["C"])
        #expect(award.reversals.map(\.winners) == [["B"]])
        #expect(award.reversals.map(\.winnersWithout) == [["A"]])
    }

    @Test func `equal totals win together`() throws {
        let award = try PriceQualityAward(
            among: Self.offers([(100, 10), (100, 10), (200, 10)]), by: LowestOverPrice(),
            outOf: ExactDecimal(40))
        #expect(award.winners == ["A", "B"])
        #expect(award.ranks == [1, 1, 3])
    }

    @Test(arguments: 0..<100) func `without a dependence on others nobody decides for others`(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: seed)
        let rows = (0..<6).map { _ in
            (Int.random(in: 50...200, using: &random), Double.random(in: 0...60, using: &random))
        }
        let offers = Self.offers(rows)
        let formula = try BenchmarkLinear(
            settings: PriceFormulaSettings(ceiling: ExactDecimal(300)))
        let award = try PriceQualityAward(among: offers, by: formula, outOf: ExactDecimal(40))
        #expect(award.reversals.isEmpty)
        for offer in offers where !award.winners.contains(offer.id) {
            let rest = offers.filter { $0 != offer }
            let without = try PriceQualityAward(among: rest, by: formula, outOf: ExactDecimal(40))
            #expect(without.winners == award.winners, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<100) func `every reversal is one, and none is left out`(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: seed)
        let rows = (0..<5).map { _ in
            (Int.random(in: 50...200, using: &random), Double.random(in: 0...60, using: &random))
        }
        let offers = Self.offers(rows)
        let award = try PriceQualityAward(
            among: offers, by: RelativeToMean(), outOf: ExactDecimal(40))
        for offer in offers where !award.winners.contains(offer.id) {
            let without = try PriceQualityAward(
                among: offers.filter { $0 != offer }, by: RelativeToMean(), outOf: ExactDecimal(40))
            let stated = award.reversals.first { $0.withdrawn == offer.id }
            #expect((stated == nil) == (without.winners == award.winners), "seed \(seed)")
            #expect(stated.map { $0.winnersWithout == without.winners } ?? true, "seed \(seed)")
        }
    }

    @Test func `quality that is no number is refused by name`() {
        let problem = #expect(throws: Problem.self) {
            try PriceQualityAward(
                among: Self.offers([(1, 1), (2, .nan)]), by: LowestOverPrice(),
                outOf: ExactDecimal(1))
        }
        #expect(problem?.summary == "the quality points of `B` are nan")
    }

    @Test func `no offer is refused`() {
        let problem = #expect(throws: Problem.self) {
            try PriceQualityAward(among: [], by: LowestOverPrice(), outOf: ExactDecimal(1))
        }
        #expect(problem?.code == .wrongLength)
    }
}
