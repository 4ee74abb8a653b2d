import OutlayDecisions
import OutlayProblems
import Testing

struct ELECTRE1Tests {
    private func column(
        _ name: String, _ weight: Double, _ direction: Direction = .higher,
        _ scale: DecisionMatrix.Scale? = nil, veto: Double? = nil
    ) -> DecisionMatrix.Column {
        DecisionMatrix.Column(
            name: name, direction: direction, weight: weight, scale: scale, veto: veto)
    }

    /// Cebrián, Porcar, Localización empresarial en Aragón (2009), read from the tests of scikit-criteria.
    ///
    /// They divide each column by its sum and differences by the largest range of all; stated scales as wide
    /// as that range do the same. Printed to four digits, within 0.001.
    @Test func `a published table has its concordance, discordance and kernel`() throws {
        let sums = [32.0, 29, 171, 41, 44]
        // The second column has the largest range: 7 of 29.
        let columns = [0.25, 0.25, 0.1, 0.2, 0.2].enumerated().map { index, weight in
            let width = 7.0 / 29 * sums[index]
            return index == 2
                ? column("c\(index)", weight, .lower, DecisionMatrix.Scale(worst: width, best: 0))
                : column("c\(index)", weight, .higher, DecisionMatrix.Scale(worst: 0, best: width))
        }
        let matrix = try DecisionMatrix(
            columns: columns,
            cells: [
                6, 5, 28, 5, 5,
                4, 2, 25, 10, 9,
                5, 7, 35, 9, 6,
                6, 1, 27, 6, 7,
                6, 8, 30, 7, 9,
                5, 6, 26, 4, 8,
            ])
        let concordance = [
            1, 0.5, 0.35, 0.5, 0.35, 0.45,
            0.5, 1, 0.5, 0.75, 0.5, 0.5,
            0.65, 0.5, 1, 0.45, 0.2, 0.7,
            0.75, 0.25, 0.55, 1, 0.35, 0.45,
            0.9, 0.7, 0.8, 0.9, 1, 0.9,
            0.55, 0.5, 0.55, 0.55, 0.1, 1,
        ]
        #expect(areClose(try ELECTRE1().concordance(of: matrix).values, concordance))
        let discordance = [
            0, 0.5052, 0.4042, 0.1883, 0.42857, 0.2825,
            0.4286, 0, 0.7143, 0.2589, 0.8571, 0.5714,
            0.1696, 0.2825, 0, 0.1938, 0.2825, 0.2180,
            0.5714, 0.4042, 0.8571, 0, 1, 0.7143,
            0.0485, 0.3031, 0.2021, 0.0727, 0, 0.0969,
            0.1295, 0.6063, 0.5052, 0.2021, 0.3031, 0,
        ]
        #expect(areClose(try ELECTRE1().discordance(of: matrix).values, discordance, within: 0.001))
        #expect(try ELECTRE1().graph(of: matrix).kernel == [4])
        #expect(try ELECTRE1().scores(of: matrix).remarks.first?.options == [4])
    }

    /// The table of Brans and Vincke with the vetoes and kernels that the tests of EasyMCDM state.
    @Test(arguments: [(0.6, [3, 4]), (0.79, [1, 3, 4])])
    func `vetoes give the published kernels`(concordance: Double, kernel: [Int]) throws {
        let columns = [
            column("manpower", 0.1, .lower, veto: 45), column("power", 0.2, .higher, veto: 29),
            column("cost", 0.2, .lower, veto: 550), column("upkeep", 0.1, .lower, veto: 6),
            column("villages", 0.2, .lower, veto: 4.5), column("security", 0.2, veto: 4.5),
        ]
        let matrix = try DecisionMatrix(
            columns: columns,
            cells: [
                80, 90, 600, 5.4, 8, 5,
                65, 58, 200, 9.7, 1, 1,
                83, 60, 400, 7.2, 4, 7,
                40, 80, 1_000, 7.5, 7, 10,
                52, 72, 600, 2.0, 3, 8,
                94, 96, 700, 3.6, 5, 6,
            ])
        let method = try ELECTRE1(
            settings: MethodSettings([
                "concordance": .number(concordance), "discordance": .number(1),
            ]))
        #expect(try method.graph(of: matrix).kernel == kernel)
    }

    /// The examination of 2022 in the same tests.
    @Test(arguments: [(0.65, [0, 2]), (0.75, [0, 2, 4])])
    func `a second table gives its published kernels`(
        concordance: Double, kernel: [Int]
    ) throws {
        let columns = [
            column("price", 0.3, .lower, veto: 210), column("delay", 0.2, .lower, veto: 18),
            column("size", 0.2, veto: 16), column("comfort", 0.1, veto: 5.5),
            column("looks", 0.2, veto: 3.5),
        ]
        let matrix = try DecisionMatrix(
            columns: columns,
            cells: [
                800, 20, 35, 8, 8,
                900, 30, 32, 5, 4,
                1_160, 25, 55, 10, 8,
                840, 25, 40, 3, 6,
                700, 40, 30, 2, 6,
            ])
        let method = try ELECTRE1(
            settings: MethodSettings([
                "concordance": .number(concordance), "discordance": .number(1),
            ]))
        #expect(try method.graph(of: matrix).kernel == kernel)
    }

    @Test func `the example by hand has its kernel`() throws {
        let matrix = try ELECTRE1.descriptor.example.matrix()
        let result = try ELECTRE1().scores(of: matrix)
        #expect(result.scores == [1, -1, 0])
        #expect(result.remarks == [MethodRemark("the kernel", options: [0, 2])])
        let steps = try ELECTRE1().steps(for: matrix)
        #expect(steps.map(\.symbol) == ["c(a,b)", "d(a,b)", "a S b", "K(a)", "n(a)"])
        #expect(steps[2].content == .pairs([0, 1, 0, 0, 0, 0, 0, 0, 0]))
        #expect(steps[3].content == .options([1, 0, 1]))
    }

    @Test func `options in a circle count as one and are in the kernel together`() throws {
        // By hand: each is ahead of the next on two criteria of three by 1 of 10; D is behind them all.
        let scale = DecisionMatrix.Scale(worst: 0, best: 10)
        let matrix = try DecisionMatrix(
            columns: (1...3).map { column("c\($0)", 1, .higher, scale) },
            cells: [3, 2, 1, 2, 1, 3, 1, 3, 2, 0, 0, 0])
        let result = try ELECTRE1().scores(of: matrix)
        #expect(result.scores == [1, 1, 1, -3])
        #expect(
            result.remarks == [
                MethodRemark("the kernel", options: [0, 1, 2]),
                MethodRemark(
                    "outrank one another in a circle and count as one", options: [0, 1, 2]),
            ])
    }

    @Test func `equal options outrank each other`() throws {
        let matrix = try DecisionMatrix(columns: [column("a", 1)], cells: [5, 5])
        #expect(try ELECTRE1().graph(of: matrix).circles == [[0, 1]])
    }

    @Test func `one option is its own kernel and none has none`() throws {
        let one = try DecisionMatrix(columns: [column("a", 1)], cells: [3])
        #expect(
            try ELECTRE1().scores(of: one)
                == MethodResult(
                    scores: [0], higherIsBetter: true,
                    remarks: [MethodRemark("the kernel", options: [0])]))
        let none = try DecisionMatrix(columns: [column("a", 1)], cells: [])
        #expect(
            try ELECTRE1().scores(of: none) == MethodResult(scores: [], higherIsBetter: true))
    }

    @Test func `thresholds outside their range are refused`() {
        for (name, value) in [("concordance", 0.4), ("concordance", 1.1), ("discordance", -0.1)] {
            let problem = #expect(throws: Problem.self) {
                try AllMethods.method(
                    named: "electre-1", settings: MethodSettings([name: .number(value)]))
            }
            #expect(problem?.code == .outOfRange, "\(name)")
        }
    }

    @Test func `a concordance of just the threshold is enough`() throws {
        // 0.1 + 0.2 + 0.4 is below 0.7 as a sum of doubles in one order and not in another.
        for weights in [[0.1, 0.2, 0.4, 0.3], [0.4, 0.2, 0.1, 0.3]] {
            let matrix = try DecisionMatrix(
                columns: weights.enumerated().map { column("c\($0)", $1) },
                cells: [2, 2, 2, 1, 1, 1, 1, 2])
            let method = try ELECTRE1(
                settings: MethodSettings([
                    "concordance": .number(0.7), "discordance": .number(1),
                ]))
            #expect(try method.graph(of: matrix).kernel == [0])
        }
    }

    @Test func `the order of options and criteria changes no score`() throws {
        for seed in 0..<100 {
            let table = RandomPairs(seed: seed, vetoes: true)
            let scores = try ELECTRE1().scores(of: table.matrix()).scores
            var turned = table
            turned.rows.reverse()
            turned.columns.reverse()
            turned.rows = turned.rows.map { $0.reversed() }
            let back = try ELECTRE1().scores(of: turned.matrix()).scores
            #expect(back.reversed() == scores, "seed \(seed)")
        }
    }

    @Test func `an option that is nowhere worse never scores less`() throws {
        for seed in 0..<200 {
            let table = RandomPairs(seed: seed, vetoes: true).withDominated()
            let scores = try ELECTRE1().scores(of: table.matrix()).scores
            for first in table.rows.indices {
                for second in table.rows.indices where table.isNowhereWorse(first, than: second) {
                    #expect(scores[first] >= scores[second], "seed \(seed)")
                }
            }
        }
    }

    @Test func `improving a cell never lowers its option's score`() throws {
        for seed in 0..<100 {
            let table = RandomPairs(seed: seed, vetoes: true)
            let scores = try ELECTRE1().scores(of: table.matrix()).scores
            for row in table.rows.indices {
                for (index, column) in table.columns.enumerated() {
                    for step in [1.0, 7, 60] {
                        var improved = table
                        improved.rows[row][index] += column.direction == .higher ? step : -step
                        let score = try ELECTRE1().scores(of: improved.matrix()).scores[row]
                        #expect(score >= scores[row], "seed \(seed), row \(row)")
                    }
                }
            }
        }
    }
}
