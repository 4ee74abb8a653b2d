import OutlayDecisions
import OutlayProblems
import Testing

@Suite struct ValueTableTests {
    @Test func `scores are weighted sums and weights total 1`() throws {
        let table = try ValueTable([[1, 0], [0.5, 1]], weights: [3, 1])
        #expect(table.weights == [0.75, 0.25])
        #expect(table.scores == [0.75, 0.625])
        #expect(table.ranks == [1, 2])
        #expect(table.leader == 0)
    }

    @Test func `equal scores share the smaller rank and the first of them leads`() throws {
        let table = try ValueTable([[0, 0.5], [0.1 + 0.2, 0.3], [0.3, 0.3]], weights: [1, 1])
        #expect(table.ranks == [3, 1, 1])
        #expect(table.leader == 1)
    }

    @Test func `the eligible candidates of a result are taken`() throws {
        let result = try AdditiveValue.evaluate(HelpDesk.candidates(), by: HelpDesk.model())
        let table = try #require(ValueTable(eligibleOf: result))
        #expect(table.options == ["northwind", "openticket", "legacy"])
        #expect(table.criteria.last == "exit_time")
        #expect(zip(table.scores, [82.25, 63.66667, 23.91667]).allSatisfy { abs($0 - $1) < 1e-5 })
        #expect(table.ranks == [1, 2, 3])
    }

    @Test func `a value within a range counts with its low end, and the range is kept`() throws {
        var candidates = try HelpDesk.candidates()
        candidates[1].performances["usability"] = nil
        let result = try AdditiveValue.evaluate(candidates, by: HelpDesk.model(missing: .bounds))
        let table = try #require(ValueTable(eligibleOf: result))
        #expect(table.value(try table.index(ofOption: "northwind"), 1) == 0)
        #expect(
            UncertainValue.all(in: result) == [
                UncertainValue(
                    option: "northwind", criterion: "usability",
                    spread: .uniform(low: 0, high: 100))
            ])
        let refused = try AdditiveValue.evaluate(candidates, by: HelpDesk.model())
        #expect(ValueTable(eligibleOf: refused) == nil)
    }

    @Test func `a table becomes a matrix on its own scale`() throws {
        let table = try ValueTable([[1, 0], [0.5, 1]], weights: [3, 1])
        let matrix = try table.matrix()
        #expect(matrix.cells == [1, 0, 0.5, 1])
        #expect(matrix.columns[0].weight == 0.75 && matrix.columns[0].scale?.best == 1)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var options = ["a", "b"]
        var criteria = ["c", "d"]
        var values: [Double] = [0, 1, 2, 3]
        var weights: [Double] = [1, 1]
        var scale = 0.0...100
        var code: ProblemCode
        var message: String
    }

    @Test(arguments: [
        Refused(
            testDescription: "no option", options: [], values: [], code: .wrongLength,
            message: "the table has no option"),
        Refused(
            testDescription: "no criterion", criteria: [], values: [], weights: [],
            code: .wrongLength, message: "the table has no criterion"),
        Refused(
            testDescription: "twice", options: ["a", "a"], code: .duplicateIdentifier,
            message: "two of the table are called `a`"),
        Refused(
            testDescription: "short", values: [0, 1, 2], code: .wrongLength,
            message: "3 values stand for 2 options and 2 criteria"),
        Refused(
            testDescription: "nan", values: [0, 1, .nan, 3], code: .outOfRange,
            message: "the value of `b` on `c` is nan"),
        Refused(
            testDescription: "beyond", values: [0, 101, 2, 3], code: .outOfRange,
            message: "the value of `a` on `d` is 101.0"),
        Refused(
            testDescription: "weight", weights: [1, -1], code: .outOfRange,
            message: "the weight of `d` is -1.0"),
        Refused(
            testDescription: "weights", weights: [1], code: .wrongLength,
            message: "1 weights stand for 2 criteria"),
        Refused(
            testDescription: "no weight", weights: [0, 0], code: .weightTotal,
            message: "weights total 0.0"),
        Refused(
            testDescription: "scale", scale: 0...1e9, code: .outOfRange,
            message: "the scale of values runs from 0.0 to 1000000000.0"),
    ])
    func `a table that cannot be scored is refused by name`(refused: Refused) {
        let problem = #expect(throws: Problem.self) {
            try ValueTable(
                options: refused.options, criteria: refused.criteria, values: refused.values,
                weights: refused.weights, scale: refused.scale)
        }
        #expect(problem?.code == refused.code)
        #expect(problem?.summary == refused.message)
    }

    @Test func `an unknown option is refused with a suggestion`() throws {
        let table = try ValueTable(
            options: ["northwind", "legacy"], criteria: ["c"], values: [1, 2], weights: [1])
        let problem = #expect(throws: Problem.self) { try table.index(ofOption: "nortwind") }
        #expect(problem?.code == .unknownName)
        #expect(problem?.hint?.contains("northwind") == true)
    }
}
