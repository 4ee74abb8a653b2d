import OutlayDecisions
import OutlayProblems
import Testing

struct ELECTRE3Tests {
    private let straight: [PreferenceFunction.Shape] = [.usual, .uShape, .vShape, .linear]

    @Test(arguments: KnownCases<OutrankingCase>.read("electre3"))
    func `known answers are met`(known: OutrankingCase) throws {
        let matrix = try known.table()
        let concordance = try #require(known.expected.concordance)
        let credibility = try #require(known.expected.credibility)
        #expect(
            areClose(try ELECTRE3().concordance(of: matrix).values, concordance.flatMap(\.self)))
        #expect(
            areClose(try ELECTRE3().credibility(of: matrix).values, credibility.flatMap(\.self)))
        #expect(try ELECTRE3().scores(of: matrix).ranks.count == known.options.count)
    }

    @Test func `the example by hand has its tables`() throws {
        let matrix = try ELECTRE3.descriptor.example.matrix()
        let steps = try ELECTRE3().steps(for: matrix)
        let contents = Dictionary(uniqueKeysWithValues: steps.map { ($0.symbol, $0.content) })
        #expect(contents["c(1; a,b)"] == .pairs([1, 1, 0.5, 1]))
        #expect(contents["D(2; a,b)"] == .pairs([0, 0.5, 0, 0]))
        #expect(contents["C(a,b)"] == .pairs([1, 0.5, 0.75, 1]))
        #expect(contents["S(a,b)"] == .pairs([1, 0.5, 0.75, 1]))
        #expect(contents["r1(a)"] == .options([2, 1]))
        #expect(contents["r2(a)"] == .options([2, 1]))
        #expect(contents["r(a)"] == .options([2, 1]))
        #expect(steps.count == 9)
        let result = try ELECTRE3().scores(of: matrix)
        #expect(result.ranks == [2, 1])
        #expect(result.remarks == [MethodRemark("no option is preferred to", options: [1])])
    }

    private func table(
        _ preference: PreferenceFunction?, veto: Double?, _ cells: [Double]
    ) throws -> DecisionMatrix {
        try DecisionMatrix(
            columns: [
                DecisionMatrix.Column(
                    name: "price", direction: .lower, weight: 1, preference: preference, veto: veto)
            ], cells: cells)
    }

    @Test func `the ends of the thresholds are exact`() throws {
        let linear = PreferenceFunction(.linear, indifference: 0.1, strict: 0.3)
        // Dearer by 0.1, 0.2, 0.3 and 0.4 than the first.
        let matrix = try table(linear, veto: 0.4, [1, 1.1, 1.2, 1.3, 1.4])
        let concordance = try ELECTRE3().concordance(of: matrix)
        #expect(concordance[1, 0] == 1)
        #expect(abs(concordance[2, 0] - 0.5) < 1e-12)
        #expect(concordance[3, 0] == 0)
        let credibility = try ELECTRE3().credibility(of: matrix)
        #expect(credibility[3, 0] == 0)
        #expect(credibility[0, 4] == 1)
        let step = try table(.usual, veto: nil, [1, 1.1])
        #expect(try ELECTRE3().credibility(of: step).rows == [[1, 1], [0, 1]])
    }

    @Test func `no preference function is the usual one, and a v-shape rises from 0`() throws {
        let none = try table(nil, veto: nil, [1, 2, 3])
        let usual = try table(.usual, veto: nil, [1, 2, 3])
        #expect(
            try ELECTRE3().credibility(of: none).values == ELECTRE3().credibility(of: usual).values)
        let rising = try table(PreferenceFunction(.vShape, strict: 4), veto: nil, [1, 2, 3])
        #expect(try ELECTRE3().concordance(of: rising)[2, 0] == 0.5)
        let step = try table(PreferenceFunction(.uShape, indifference: 1), veto: nil, [1, 2, 3])
        #expect(try ELECTRE3().concordance(of: step).rows[2] == [0, 1, 1])
    }

    @Test(arguments: [PreferenceFunction.Shape.level, .gaussian])
    func `a preference without straight thresholds is refused`(
        shape: PreferenceFunction.Shape
    ) throws {
        let function = PreferenceFunction(shape, indifference: 1, strict: 2, spread: 1)
        let matrix = try table(function, veto: nil, [1, 2])
        let problem = #expect(throws: Problem.self) { try ELECTRE3().scores(of: matrix) }
        #expect(problem?.code == .unknownChoice)
        #expect(
            problem?.summary == "the preference function of `price` is `\(shape.rawValue)`")
        #expect(problem?.location == .part("column `price`"))
    }

    @Test func `a veto takes away all credibility`() throws {
        for seed in 0..<100 {
            let table = RandomPairs(seed: seed, shapes: straight, vetoes: true)
            let matrix = try table.matrix()
            let credibility = try ELECTRE3().credibility(of: matrix)
            let concordance = try ELECTRE3().concordance(of: matrix)
            for first in table.rows.indices {
                for second in table.rows.indices {
                    let value = credibility[first, second]
                    #expect(value >= 0 && value <= concordance[first, second], "seed \(seed)")
                    let isVetoed = table.columns.enumerated().contains { index, column in
                        let gap = table.rows[second][index] - table.rows[first][index]
                        let behind = column.direction == .higher ? gap : -gap
                        return behind >= column.veto ?? .infinity
                    }
                    if isVetoed { #expect(value == 0, "seed \(seed)") }
                }
            }
        }
    }

    @Test func `an option that is nowhere worse is never ranked behind`() throws {
        for seed in 0..<200 {
            let table = RandomPairs(seed: seed, shapes: straight, vetoes: true).withDominated()
            let matrix = try table.matrix()
            let distillation = try ELECTRE3().distillation(of: matrix)
            let preorder = distillation.preorder
            for first in table.rows.indices {
                for second in table.rows.indices where table.isNowhereWorse(first, than: second) {
                    let relation = preorder[first, second]
                    #expect(relation == .preferred || relation == .indifferent, "seed \(seed)")
                }
            }
        }
    }

    @Test func `the order of options and criteria changes no score`() throws {
        for seed in 0..<100 {
            let table = RandomPairs(seed: seed, shapes: straight, vetoes: true)
            let scores = try ELECTRE3().scores(of: table.matrix()).scores
            var turned = table
            turned.rows.reverse()
            turned.columns.reverse()
            turned.rows = turned.rows.map { $0.reversed() }
            let back = try ELECTRE3().scores(of: turned.matrix()).scores
            #expect(back.reversed() == scores, "seed \(seed)")
        }
    }

    @Test func `cents and euros give the same ranking`() throws {
        for seed in 0..<100 {
            let table = RandomPairs(seed: seed, shapes: straight, vetoes: true)
            var cents = table
            for row in cents.rows.indices { cents.rows[row][0] *= 100 }
            cents.columns[0].preference?.indifference *= 100
            cents.columns[0].preference?.strict *= 100
            if let veto = cents.columns[0].veto { cents.columns[0].veto = veto * 100 }
            #expect(
                try ELECTRE3().scores(of: cents.matrix()).scores
                    == ELECTRE3().scores(of: table.matrix()).scores, "seed \(seed)")
        }
    }

    @Test func `one option, no option and too many`() throws {
        #expect(try ELECTRE3().scores(of: table(nil, veto: nil, [3])).scores == [1])
        #expect(try ELECTRE3().scores(of: table(nil, veto: nil, [])).scores == [])
        let many = try table(nil, veto: nil, (0...500).map(Double.init))
        let problem = #expect(throws: Problem.self) { try ELECTRE3().scores(of: many) }
        #expect(problem?.code == .tooLarge)
        #expect(problem?.summary == "501 options are too many for ELECTRE III")
    }

    @Test func `settings reach the distillation`() throws {
        let method = try ELECTRE3(
            settings: MethodSettings([
                "discrimination-at-0": .number(0.4), "discrimination-at-1": .number(0.4),
            ]))
        // 0.75 against 0.5 no longer counts.
        #expect(try method.scores(of: ELECTRE3.descriptor.example.matrix()).scores == [1, 1])
    }
}
