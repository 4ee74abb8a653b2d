import Foundation
import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct MethodOutcomeTests {
    /// One case of the known answers of screening: who survives the limits, and the scores of those.
    struct Screening: Decodable, Sendable, CustomTestStringConvertible {
        var id: String
        var options: [String]
        var criteria: [Criterion]
        var matrix: [[Double]]
        var weights: [Double]
        var params: Params
        var expected: Expected

        struct Criterion: Decodable { var id, direction: String }
        struct Params: Decodable { var limits: [Limit] }
        struct Limit: Decodable {
            var criterion, kind: String
            var value: Double
        }
        struct Expected: Decodable {
            var survivors: [Int]
            var scores: [Double]
            var ranking: [Int]
        }

        var testDescription: String { id }

        static let all: [Screening] = {
            struct File: Decodable { var cases: [Screening] }
            let path = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../Vectors/screening.json")
            let data = (try? Data(contentsOf: path)) ?? Data()
            return (try? JSONDecoder().decode(File.self, from: data))?.cases ?? []
        }()

        /// The case as a model whose scales come from all options.
        func model() throws -> DecisionModel {
            let leaves = try criteria.indices.map { index in
                let direction: Direction = criteria[index].direction == "max" ? .higher : .lower
                let scale = try #require(
                    ValueFunction.linear(
                        spanning: try matrix.map { try decimal($0[index]) }, direction: direction))
                return OutlayDecisions.Criterion(
                    id: criteria[index].id, title: "", weight: try decimal(weights[index]),
                    content: .leaf(
                        .init(
                            unit: "", direction: direction, valueFunction: scale,
                            scaleIsFromData: true)))
            }
            let knockOuts = try params.limits.map { limit in
                let bound = try decimal(limit.value)
                return KnockOut(
                    id: "limit-" + limit.criterion, question: "",
                    requirement: limit.kind == "max" ? .numberAtMost(bound) : .numberAtLeast(bound))
            }
            return DecisionModel(
                criteria: leaves, knockOuts: knockOuts, margin: .zero, missing: .refuse)
        }

        func candidates() throws -> [Candidate] {
            try zip(options, matrix).map { name, row in
                var performances: [String: Performance] = [:]
                for (criterion, number) in zip(criteria, row) {
                    performances[criterion.id] = .number(try decimal(number))
                    performances["limit-" + criterion.id] = .number(try decimal(number))
                }
                return Candidate(id: name, performances: performances)
            }
        }

        private func decimal(_ number: Double) throws -> ExactDecimal {
            try ExactDecimal(nearest: number, places: 12)
        }
    }

    private func outcome(
        _ candidates: [Candidate], _ model: DecisionModel,
        _ choice: MethodChoice = MethodChoice("weighted-sum")
    ) throws(Problem) -> MethodOutcome {
        let decision = try AdditiveValue.evaluate(candidates, by: model)
        return try MethodOutcome(scoring: candidates, judged: decision, by: choice)
    }

    @Test func `the known answers of screening are read`() {
        #expect(Screening.all.count == 2)
    }

    @Test(arguments: Screening.all)
    func `options that fail a limit are gone before anything is made comparable`(
        example: Screening
    ) throws {
        let outcome = try outcome(try example.candidates(), try example.model())
        #expect(outcome.candidates == example.expected.survivors.map { example.options[$0] })
        #expect(outcome.ranks == example.expected.ranking)
        for (score, expected) in zip(outcome.result.scores, example.expected.scores) {
            #expect(abs(score - expected) <= 1e-9, "\(example.id): \(score), \(expected)")
        }
    }

    @Test func `straight lines keep the performances, other functions give values`() throws {
        let outcome = try outcome(try HelpDesk.candidates(), try HelpDesk.model())
        #expect(outcome.bases == [.performance, .performance, .value, .value, .performance])
        #expect(outcome.candidates == ["legacy", "northwind", "openticket"])
        let matrix = try #require(outcome.matrix)
        #expect(Array(matrix.cells.prefix(5)) == [31, 48, 35, 0, 20])
        #expect(matrix.columns.map(\.direction) == [.lower, .higher, .higher, .higher, .lower])
        #expect(matrix.columns[0].scale == DecisionMatrix.Scale(worst: 36, best: 12))
        #expect(matrix.columns[2].scale == DecisionMatrix.Scale(worst: 0, best: 100))
        #expect(outcome.rank(of: "northwind") == 1)
        #expect(outcome.rank(of: "helpnest") == nil)
        #expect(outcome.score(of: "helpnest") == nil)
        #expect(outcome.leaders == ["northwind"])
        #expect(try !outcome.steps().isEmpty)
    }

    @Test func `on stated scales the weighted sum is the additive value as a fraction`() throws {
        let decision = try AdditiveValue.evaluate(HelpDesk.candidates(), by: HelpDesk.model())
        let outcome = try outcome(try HelpDesk.candidates(), try HelpDesk.model())
        for (id, score) in zip(outcome.candidates, outcome.result.scores) {
            let value = try #require(decision.candidate(id)?.value)
            #expect(abs(score - value / 100) < 1e-12)
        }
    }

    @Test func `where nobody is eligible nothing is scored`() throws {
        let candidates = try HelpDesk.candidates().map { candidate in
            var copy = candidate
            copy.performances["sso"] = .yesNo(false)
            return copy
        }
        let outcome = try outcome(candidates, try HelpDesk.model(), MethodChoice("topsis"))
        #expect(outcome.candidates.isEmpty && outcome.ranks.isEmpty)
        #expect(outcome.matrix == nil)
        #expect(try outcome.steps().isEmpty)
        #expect(outcome.leaders.isEmpty)
    }

    @Test func `every method scores one eligible option or refuses it by name`() throws {
        let one = try HelpDesk.candidates().filter { $0.id == "northwind" }
        for descriptor in AllMethods.descriptors {
            do {
                let outcome = try outcome(
                    one, try HelpDesk.model(), MethodChoice(descriptor.identifier))
                #expect(outcome.ranks == [1], "\(descriptor.identifier)")
            } catch let problem as Problem {
                #expect(!problem.reason.isEmpty, "\(descriptor.identifier)")
            }
        }
    }

    @Test func `equal options share a rank under every method`() throws {
        var candidates = try HelpDesk.candidates()
        var twin = candidates[1]
        twin.id = "twin"
        candidates.append(twin)
        for descriptor in AllMethods.descriptors {
            guard
                let outcome = try? outcome(
                    candidates, try HelpDesk.model(), MethodChoice(descriptor.identifier))
            else { continue }
            #expect(
                outcome.rank(of: "twin") == outcome.rank(of: "northwind"),
                "\(descriptor.identifier)")
        }
    }

    @Test func `a cell that the method refuses is named by option and criterion`() throws {
        var model = try HelpDesk.model()
        model.criteria = [try leaf("price", weight: "1", linear("10", "0"), .lower)]
        let candidates = try [("a", "5"), ("b", "0")].map { id, price in
            Candidate(
                id: id,
                performances: [
                    "sso": .yesNo(true), "residency": .text("EU"), "price": try number(price),
                ])
        }
        let choice = MethodChoice(
            "topsis", settings: MethodSettings(["normalisation": .word("logarithmic")]))
        let problem = #expect(throws: Problem.self) { try outcome(candidates, model, choice) }
        #expect(problem?.summary.contains("`price` of option `b`") == true, "\(problem as Any)")
    }

    @Test func `a missing performance is the worst where the model says so, and refused else`()
        throws
    {
        var candidates = try HelpDesk.candidates()
        candidates[1].performances["resolution"] = nil
        candidates[1].performances["reporting"] = nil
        let worst = try outcome(candidates, try HelpDesk.model(missing: .worst))
        #expect(worst.matrix.map { Array($0.cells[5..<8]) } == [36, 81, 0])
        let problem = #expect(throws: Problem.self) {
            try outcome(candidates, try HelpDesk.model())
        }
        #expect(problem?.code == .missingPerformance)
        #expect(problem?.summary == "`northwind` has no performance on resolution")
    }

    @Test func `a model without criteria has nothing to score`() throws {
        var model = try HelpDesk.model()
        model.criteria = []
        let problem = #expect(throws: Problem.self) {
            try outcome(try HelpDesk.candidates(), model)
        }
        #expect(problem?.code == .wrongLength)
    }

    @Test func `preferences and vetoes of the criteria reach the table`() throws {
        var model = try HelpDesk.model()
        let function = PreferenceFunction(.linear, indifference: 1, strict: 5)
        guard case .leaf(var measure) = model.criteria[0].content else { return }
        measure.preference = function
        measure.veto = 9
        model.criteria[0].content = .leaf(measure)
        let matrix = try #require(try outcome(try HelpDesk.candidates(), model).matrix)
        #expect(matrix.columns[0].preference == function)
        #expect(matrix.columns[0].veto == 9)
        #expect(matrix.columns[1].veto == nil)
    }
}
