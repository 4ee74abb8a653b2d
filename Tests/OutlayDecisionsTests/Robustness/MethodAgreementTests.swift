import OutlayDecisions
import OutlayProblems
import Testing

struct MethodAgreementTests {
    private func table(_ rows: [[Double]], _ weights: [Double]) throws -> DecisionMatrix {
        try DecisionMatrix(
            columns: weights.enumerated().map { index, weight in
                DecisionMatrix.Column(name: "c\(index)", direction: .higher, weight: weight)
            },
            cells: rows.flatMap(\.self))
    }

    @Test func `two methods that part are counted by hand`() throws {
        // By hand: net flows 0.4, 0 and -0.4; by ELECTRE I only the first outranks the second. Of three
        // pairs both put two in the same order and one in the opposite.
        let matrix = try table([[9, 0], [6, 2], [5, 10]], [0.7, 0.3])
        let agreement = MethodAgreement(on: matrix, methods: [PROMETHEE2.self, ELECTRE1.self])
        #expect(agreement.runs.map(\.method) == ["promethee-2", "electre-1"])
        #expect(agreement.runs.map(\.normalisation) == [nil, nil])
        #expect(agreement.runs.map(\.ranks) == [[1, 2, 3], [1, 3, 2]])
        #expect(agreement.wins == [2, 0, 0])
        #expect(agreement.rankRanges == [1...1, 2...3, 2...3])
        #expect(agreement.meanCorrelation == 1.0 / 3)
    }

    @Test func `an option ahead everywhere wins every run`() throws {
        let matrix = try table([[3, 4], [2, 3], [1.5, 2]], [1, 1])
        let agreement = MethodAgreement(
            on: matrix,
            methods: [
                WeightedSum.self, TOPSIS.self, PROMETHEE1.self, PROMETHEE2.self, ELECTRE1.self,
                ELECTRE3.self,
            ])
        #expect(agreement.wins == [agreement.rankedCount, 0, 0])
        #expect(agreement.rankRanges == [1...1, 2...2, 3...3])
        #expect(agreement.meanCorrelation == 1)
        #expect(agreement.refusals.isEmpty)
    }

    @Test func `a method that refuses the table is listed with its reason`() throws {
        let matrix = try table([[-1, 4], [2, 3]], [1, 1])
        let agreement = MethodAgreement(on: matrix, methods: [WeightedSum.self])
        #expect(agreement.runs.count == Normalisation.allCases.count)
        #expect(
            agreement.refusals.map(\.normalisation)
                == ["linear", "max", "sum", "nonlinear", "logarithmic"])
        for run in agreement.refusals {
            guard case .refused(let problem) = run.outcome else { continue }
            #expect(problem.location == .part("row 1, column `c0`"))
        }
        #expect(agreement.rankedCount == 3)
    }

    @Test func `options that share the first place count a win each`() throws {
        let matrix = try table([[1, 2], [2, 1]], [1, 1])
        let agreement = MethodAgreement(on: matrix, methods: [PROMETHEE2.self, PROMETHEE1.self])
        #expect(agreement.wins == [2, 2])
        #expect(agreement.meanCorrelation == 0)
    }

    @Test func `nothing to compare has no correlation`() throws {
        let matrix = try table([[1, 2], [2, 1]], [1, 1])
        #expect(MethodAgreement(on: matrix, methods: [PROMETHEE2.self]).meanCorrelation == nil)
        #expect(MethodAgreement(on: matrix, methods: []).rankRanges == nil)
        let one = try table([[1, 2]], [1, 1])
        let alone = MethodAgreement(on: one)
        #expect(alone.meanCorrelation == nil)
        #expect(alone.wins == [alone.rankedCount])
        let none = MethodAgreement(on: try table([], [1, 1]))
        #expect(none.wins == [])
    }

    @Test func `every method of the list runs with each of its normalisations`() throws {
        for seed in 0..<30 {
            let matrix = try RandomPairs(seed: seed).matrix()
            let agreement = MethodAgreement(on: matrix)
            let methods = Set(agreement.runs.map(\.method))
            #expect(methods == Set(AllMethods.descriptors.map(\.identifier)), "seed \(seed)")
            for run in agreement.runs {
                var settings = MethodSettings()
                if let normalisation = run.normalisation {
                    settings.values["normalisation"] = .word(normalisation)
                }
                let method = try AllMethods.method(named: run.method, settings: settings)
                #expect(
                    run.ranks == (try? method.scores(of: matrix).ranks),
                    "seed \(seed), \(run.method)")
            }
            guard let ranges = agreement.rankRanges else { continue }
            for (option, range) in ranges.enumerated() {
                let ranks = agreement.runs.compactMap { $0.ranks?[option] }
                #expect(ranks.min() == range.lowerBound, "seed \(seed)")
                #expect(ranks.max() == range.upperBound, "seed \(seed)")
            }
        }
    }
}
