import OutlayDecisions
import Testing

struct WeightedSumTests {
    private func column(
        _ name: String, _ weight: Double, _ direction: Direction = .higher,
        _ scale: DecisionMatrix.Scale? = nil
    ) -> DecisionMatrix.Column {
        DecisionMatrix.Column(name: name, direction: direction, weight: weight, scale: scale)
    }

    @Test func `columns run from the worst to the best of the table`() throws {
        let matrix = try DecisionMatrix(
            columns: [column("price", 3, .lower), column("speed", 1)],
            cells: [100, 5, 200, 10, 150, 10])
        // By hand: price 1, 0, 0.5 and speed 0, 1, 1 with weights 0.75 and 0.25.
        let result = try WeightedSum().scores(of: matrix)
        #expect(result.scores == [0.75, 0.25, 0.625])
        #expect(result.ranks == [1, 3, 2])
        #expect(result.top(2) == [0, 2])
    }

    /// Six invented servers; pymcdm 1.4.0, scikit-criteria 0.10 and pyrepo-mcda 0.1.15 agree.
    @Test func `a table scored by other libraries gets their scores`() throws {
        let matrix = try DecisionMatrix(
            columns: [
                column("price", 0.3, .lower), column("power", 0.1, .lower),
                column("throughput", 0.25), column("memory", 0.1), column("warranty", 0.15),
                column("lead time", 0.1, .lower),
            ],
            cells: [
                8_450, 410, 512, 256, 3, 21,
                9_900, 455, 640, 384, 5, 35,
                7_300, 390, 430, 192, 3, 14,
                11_250, 520, 735, 512, 5, 42,
                8_990, 365, 545, 256, 4, 28,
                10_400, 430, 690, 256, 3, 10,
            ])
        let stated = [
            0.436_464_084_537_683_8, 0.548_473_276_981_571_6, 0.471_370_967_741_935_5, 0.5,
            0.504_657_864_702_220_4, 0.455_736_232_252_709_3,
        ]
        let result = try WeightedSum().scores(of: matrix)
        #expect(areClose(result.scores, stated))
        #expect(result.ranks == [6, 1, 4, 3, 2, 5])
    }

    @Test func `a stated scale holds whatever the table has, and stops at its ends`() throws {
        let scale = DecisionMatrix.Scale(worst: 200, best: 100)
        let matrix = try DecisionMatrix(
            columns: [column("price", 1, .lower, scale)], cells: [175, 90, 300])
        #expect(try WeightedSum().scores(of: matrix).scores == [0.25, 1, 0])
    }

    @Test func `a column that does not differ separates nothing`() throws {
        let matrix = try DecisionMatrix(
            columns: [column("same", 1), column("speed", 1)], cells: [7, 1, 7, 3])
        #expect(try WeightedSum().scores(of: matrix).scores == [0.5, 1])
    }

    @Test func `one option and no option are tables too`() throws {
        let one = try DecisionMatrix(columns: [column("a", 1)], cells: [3])
        #expect(try WeightedSum().scores(of: one).scores == [1])
        let none = try DecisionMatrix(columns: [column("a", 1)], cells: [])
        #expect(try WeightedSum().scores(of: none).scores == [])
    }

    private struct Table {
        var columns: [DecisionMatrix.Column]
        var rows: [[Double]]

        init(seed: Int, stated: Bool) {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...6, using: &generator)
            columns = (0..<count).map { index in
                let rising = Bool.random(using: &generator)
                let scale = DecisionMatrix.Scale(
                    worst: rising ? -40 : 40, best: rising ? 40 : -40)
                return DecisionMatrix.Column(
                    name: "c\(index)", direction: rising ? .higher : .lower,
                    weight: Double.random(in: 0.1...9, using: &generator),
                    scale: stated ? scale : nil)
            }
            rows = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                (0..<count).map { _ in Double.random(in: -50...50, using: &generator) }
            }
        }

        func result() throws -> MethodResult {
            try WeightedSum().scores(
                of: DecisionMatrix(columns: columns, cells: rows.flatMap(\.self)))
        }
    }

    private func areClose(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-12 }
    }

    @Test(arguments: [true, false])
    func `the order of options and criteria changes no score`(stated: Bool) throws {
        for seed in 0..<100 {
            let table = Table(seed: seed, stated: stated)
            var reversed = table
            reversed.rows.reverse()
            let scores = try table.result().scores
            #expect(areClose(try reversed.result().scores.reversed(), scores), "seed \(seed)")
            var turned = table
            turned.columns.reverse()
            turned.rows = turned.rows.map { $0.reversed() }
            #expect(areClose(try turned.result().scores, scores), "seed \(seed)")
        }
    }

    @Test(arguments: [true, false])
    func `rescaled weights keep the ranking`(stated: Bool) throws {
        for seed in 0..<100 {
            let table = Table(seed: seed, stated: stated)
            var rescaled = table
            for index in rescaled.columns.indices { rescaled.columns[index].weight *= 1_000 }
            #expect(try rescaled.result().ranks == table.result().ranks, "seed \(seed)")
        }
    }

    @Test func `cents and euros give the same scores`() throws {
        for seed in 0..<100 {
            let table = Table(seed: seed, stated: false)
            var cents = table
            for row in cents.rows.indices { cents.rows[row][0] *= 100 }
            #expect(areClose(try cents.result().scores, try table.result().scores), "seed \(seed)")
        }
    }

    @Test(arguments: [true, false])
    func `improving a cell never lowers its option's score`(stated: Bool) throws {
        for seed in 0..<100 {
            let table = Table(seed: seed, stated: stated)
            let scores = try table.result().scores
            for row in table.rows.indices {
                for (index, column) in table.columns.enumerated() {
                    var improved = table
                    improved.rows[row][index] += column.direction == .higher ? 7 : -7
                    let score = try improved.result().scores[row]
                    #expect(score >= scores[row] - 1e-12, "seed \(seed), row \(row)")
                }
            }
        }
    }
}
