import OutlayDecisions
import OutlayProblems
import Testing

struct GroupRankingTests {
    /// The published case `group.panel-3` of the known answers: three judges, four options.
    @Test func `three judges give the known points and agreement`() throws {
        let group = try GroupRanking(ranks: [[1, 2, 3, 4], [2, 1, 4, 3], [1, 3, 2, 4]])
        #expect(group.borda == [8, 6, 3, 1])
        #expect(group.copeland == [3, 1, -1, -3])
        let agreement = try #require(group.concordance)
        #expect(abs(agreement.coefficient - 0.6444444444444445) < 1e-12)
        #expect(agreement.corrected == agreement.coefficient)
        #expect(group.bordaRanks == [1, 2, 3, 4])
        #expect(group.copelandRanks == [1, 2, 3, 4])
    }

    /// The published case `group.panel-5`: five judges, five options, a tie in points.
    @Test func `five judges give the known points and agreement`() throws {
        let group = try GroupRanking(ranks: [
            [1, 2, 3, 4, 5], [5, 1, 2, 3, 4], [2, 1, 4, 3, 5], [1, 3, 2, 5, 4], [3, 2, 1, 4, 5],
        ])
        #expect(group.borda == [13, 16, 13, 6, 2])
        #expect(group.copeland == [2, 4, 0, -2, -4])
        #expect(abs(try #require(group.concordance).coefficient - 0.536) < 1e-12)
        #expect(group.bordaRanks == [2, 1, 2, 4, 5])
        #expect(group.copelandRanks == [2, 1, 3, 4, 5])
    }

    @Test func `equal options share the mean of their places`() throws {
        let group = try GroupRanking(ranks: [[1, 1, 3], [1, 2, 2]])
        #expect(group.places == [[1.5, 1.5, 3], [1, 2.5, 2.5]])
        #expect(group.borda == [3.5, 2, 0.5])
        #expect(group.copeland == [2, 0, -2])
    }

    @Test func `a judge who leaves an option out counts in pairs alone`() throws {
        let group = try GroupRanking(ranks: [[1, 2, 3], [nil, 2, 1], [nil, 2, 1]])
        #expect(group.borda == [2, 1, 0])
        #expect(group.completeJudges == [0])
        #expect(group.copeland == [2, -2, 0])
        #expect(group.concordance == nil)
        let none = try GroupRanking(ranks: [[nil, 1], [1, nil]])
        #expect(none.borda == nil && none.bordaRanks == nil)
        #expect(none.copeland == [0, 0])
    }

    @Test func `a single judge gives points and no agreement`() throws {
        let group = try GroupRanking(ranks: [[2, 1]])
        #expect(group.borda == [0, 1])
        #expect(group.copeland == [-1, 1])
        #expect(group.concordance == nil)
    }

    @Test func `scores rank as their order does`() throws {
        let scored = try GroupRanking(scores: [[80, 60, 60 + 1e-12], [nil, 10, 20]])
        let ranked = try GroupRanking(ranks: [[1, 2, 2], [nil, 2, 1]])
        #expect(scored == ranked)
    }

    @Test(
        arguments: [
            [[1, 3]], [[0, 1]], [[2, 2]], [[1, 2, 3], [1, 1, 2]], [[1, nil, 3]],
        ] as [[[Int?]]])
    func `ranks that no order has are refused with the judge's number`(ranks: [[Int?]]) throws {
        let problem = #expect(throws: Problem.self) { try GroupRanking(ranks: ranks) }
        #expect(problem?.code == .outOfRange)
        #expect(problem?.summary.contains("judge \(ranks.count)") == true)
    }

    @Test func `rankings of different lengths and none at all are refused`() throws {
        let ragged = #expect(throws: Problem.self) { try GroupRanking(ranks: [[1, 2], [1]]) }
        #expect(ragged?.code == .wrongLength)
        #expect(throws: Problem.self) { try GroupRanking(ranks: []) }
        #expect(throws: Problem.self) { try GroupRanking(scores: []) }
        #expect(throws: Problem.self) { try GroupRanking(scores: [[1], [1, 2]]) }
        let infinite = #expect(throws: Problem.self) {
            try GroupRanking(scores: [[1, .infinity]])
        }
        #expect(infinite?.summary == "judge 1 scores option 2 with inf")
    }

    @Test func `points add up, scores cancel out, and order of judges and options is nothing`()
        throws
    {
        for seed in 0..<200 {
            var random = SeededGenerator(seed: seed)
            let judges = Int.random(in: 1...6, using: &random)
            let options = Int.random(in: 1...7, using: &random)
            let scores = (0..<judges).map { _ in
                (0..<options).map { _ in Double(Int.random(in: 0...5, using: &random)) }
            }
            let group = try GroupRanking(scores: scores)
            let total = try #require(group.borda).reduce(0, +)
            #expect(total == Double(judges * options * (options - 1)) / 2, "seed \(seed)")
            #expect(group.copeland.reduce(0, +) == 0, "seed \(seed)")
            if let agreement = group.concordance {
                #expect((-1e-12...1 + 1e-12).contains(agreement.coefficient), "seed \(seed)")
                if let corrected = agreement.corrected {
                    #expect(corrected <= 1 + 1e-9, "seed \(seed)")
                    #expect(corrected >= agreement.coefficient - 1e-12, "seed \(seed)")
                }
            }
            let order = Array(0..<options).shuffled(using: &random)
            let moved = try GroupRanking(
                scores: scores.shuffled(using: &random).map { list in order.map { list[$0] } })
            #expect(moved.borda == order.map { group.borda?[$0] ?? -1 }, "seed \(seed)")
            #expect(moved.copeland == order.map { group.copeland[$0] }, "seed \(seed)")
        }
    }
}
