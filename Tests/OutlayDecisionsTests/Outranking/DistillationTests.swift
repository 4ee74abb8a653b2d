import OutlayDecisions
import OutlayProblems
import Testing

struct DistillationTests {
    /// The table and both rankings that the tests of the package `mcda.electre` state.
    ///
    /// Poznań University of Technology; the credibilities are printed to two digits.
    @Test func `five projects are distilled as published`() throws {
        let distillation = try Distillation(
            of: PairTable(rows: [
                [1, 0, 1, 0.8, 1],
                [0, 1, 0, 0.9, 0.67],
                [0.6, 0, 1, 0.6, 0.8],
                [0.25, 0.8, 0.67, 1, 0.85],
                [0.67, 0, 0.8, 0.8, 1],
            ]))
        #expect(distillation.descending == [[0], [1], [2, 3, 4]])
        #expect(distillation.ascending == [[0, 1], [3], [2, 4]])
        // By hand: ranks 1, 2, 3, 3, 3 and 1, 1, 4, 3, 4.
        #expect(distillation.medianRanks == [1, 1.5, 3.5, 3, 3.5])
        #expect(distillation.preorder.incomparablePairs == [])
        #expect(distillation.preorder[3, 2] == .preferred)
        #expect(distillation.preorder[2, 4] == .indifferent)
    }

    /// The larger table of the same tests, printed to four digits.
    @Test func `twelve options are distilled as published`() throws {
        let distillation = try Distillation(
            of: PairTable(rows: [
                [1, 1, 0.9977, 0.606, 1, 0.9977, 0.8175, 1, 0.803, 0.8775, 0.548, 0.5318],
                [1, 1, 0.9977, 0.4047, 0.9973, 0.9816, 0.7762, 1, 0.6612, 0.8775, 0.4951, 0.443],
                [
                    0.7734, 0.8946, 1, 0.2775, 0.8041, 0.8014, 0.6083, 0.916, 0.499, 0.8775, 0.382,
                    0.3598,
                ],
                [
                    0.85, 0.85, 0.9317, 1, 0.85, 0.9317, 0.7739, 0.916, 0.8742, 0.8775, 0.7464,
                    0.7912,
                ],
                [
                    0.9786, 0.9854, 0.9977, 0.5903, 1, 0.9816, 0.7184, 1, 0.7288, 0.8775, 0.4546,
                    0.3839,
                ],
                [
                    0.8946, 0.9014, 1, 0.5999, 0.916, 1, 0.7488, 0.916, 0.7128, 0.8775, 0.464,
                    0.464,
                ],
                [1, 1, 1, 0.691, 1, 1, 1, 1, 0.803, 0.8775, 0.6875, 0.6875],
                [
                    0.5299, 0.7279, 0.7849, 0.2795, 0.7057, 0.5066, 0.3148, 1, 0.3638, 0.8118,
                    0.2394, 0.1979,
                ],
                [
                    0.8692, 0.934, 1, 0.773, 0.9352, 0.9352, 0.7297, 1, 1, 0.8775, 0.7647, 0.8393,
                ],
                [
                    0.5803, 0.8033, 0.9186, 0.3486, 0.7385, 0.5779, 0.4384, 0.916, 0.5775, 1,
                    0.4959, 0.3625,
                ],
                [
                    0.8692, 0.934, 0.9317, 0.773, 0.8692, 0.8669, 0.8669, 1, 0.9688, 1, 1, 0.9977,
                ],
                [0.8692, 0.934, 0.9537, 0.7835, 0.8822, 0.8822, 0.8692, 1, 0.993, 1, 1, 1],
            ]))
        #expect(
            distillation.descending
                == [[10, 11], [3, 6], [8], [0, 5], [4], [1], [2, 7, 9]])
        #expect(
            distillation.ascending
                == [[3, 10, 11], [6, 8], [0], [1, 4, 5], [9], [2], [7]])
    }

    @Test func `options that nothing tells apart are drawn off together`() throws {
        let even = try Distillation(of: PairTable(rows: [[1, 0.9], [0.9, 1]]))
        #expect(even.descending == [[0, 1]])
        #expect(even.ascending == [[0, 1]])
        #expect(even.medianRanks == [1, 1])
        let strangers = try Distillation(of: PairTable(rows: [[1, 0], [0, 1]]))
        #expect(strangers.medianRanks == [1, 1])
        #expect(try Distillation(of: PairTable(rows: [])).descending == [])
    }

    @Test func `a difference of no more than the discrimination does not count`() throws {
        // s(0.8) = 0.18: 0.8 against 0.62 is no more, 0.8 against 0.61 is.
        let level = try Distillation(of: PairTable(rows: [[1, 0.8], [0.62, 1]]))
        #expect(level.medianRanks == [1, 1])
        let ahead = try Distillation(of: PairTable(rows: [[1, 0.8], [0.61, 1]]))
        #expect(ahead.medianRanks == [1, 2])
        let strict = try Distillation(
            of: PairTable(rows: [[1, 0.8], [0.61, 1]]),
            discrimination: Distillation.Discrimination(atNone: 0.5, atFull: 0.5))
        #expect(strict.medianRanks == [1, 1])
    }

    @Test func `every option is drawn once and the order of the table does not matter`() throws {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...9, using: &generator)
            let rows = (0..<count).map { one in
                (0..<count).map { other in
                    one == other ? 1 : Double(Int.random(in: 0...20, using: &generator)) / 20
                }
            }
            let distillation = try Distillation(of: PairTable(rows: rows))
            for groups in [distillation.descending, distillation.ascending] {
                #expect(groups.flatMap(\.self).sorted() == Array(0..<count), "seed \(seed)")
                #expect(groups.allSatisfy { !$0.isEmpty && $0 == $0.sorted() }, "seed \(seed)")
            }
            let turned = try Distillation(
                of: PairTable(rows: rows.reversed().map { $0.reversed() }))
            #expect(turned.medianRanks.reversed() == distillation.medianRanks, "seed \(seed)")
        }
    }

    @Test func `what is no credibility is refused`() {
        let above = #expect(throws: Problem.self) {
            try Distillation(of: PairTable(rows: [[1, 1.1], [0, 1]]))
        }
        #expect(above?.code == .outOfRange)
        #expect(above?.summary == "a credibility is 1.1")
        let coarse = #expect(throws: Problem.self) {
            try Distillation(
                of: PairTable(rows: [[1]]),
                discrimination: Distillation.Discrimination(atNone: 0.3, atFull: 0))
        }
        #expect(coarse?.summary == "the discrimination of credibilities is 0.0")
        let many = #expect(throws: Problem.self) {
            let row = [Double](repeating: 0, count: 501)
            return try Distillation(of: PairTable(rows: [[Double]](repeating: row, count: 501)))
        }
        #expect(many?.code == .tooLarge)
    }
}
