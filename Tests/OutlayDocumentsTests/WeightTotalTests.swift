import Outlay
import OutlayDocuments
import Testing

@Suite struct WeightTotalTests {
    private func checked(_ weights: [String]) throws(Problem) -> ExactDecimal {
        var numbers: [ExactDecimal] = []
        for weight in weights { numbers.append(try ExactDecimal(parsing: weight)) }
        return try WeightTotal.checked(numbers)
    }

    @Test func `weights total 1 or 100`() throws {
        #expect(try checked(["1"]) == .one && checked(["0.6", "0.4"]) == .one)
        #expect(try checked(["100"]) == ExactDecimal(100))
        #expect(try checked(["60", "39.5", "0.5"]) == ExactDecimal(100))
    }

    @Test(arguments: [
        (["60", "50"], "lower the weights by 10 in all"),
        (["60", "30"], "raise the weights by 10 in all"),
        (["0.6", "0.39"], "raise the weights by 0.01 in all"),
        (["0.6", "0.5"], "lower the weights by 0.1 in all"),
        ([], "raise the weights by 1 in all"),
        (["60", "0.4"], "write all of them as fractions of 1, or all as parts of 100"),
    ])
    func `another total is refused with what to change`(weights: [String], hint: String) {
        let problem = #expect(throws: Problem.self) { try checked(weights) }
        #expect(problem?.code == .weightTotal)
        #expect(problem?.hint == hint)
    }

    @Test func `a total of too many digits is said`() {
        let long = "9." + String(repeating: "9", count: 37)
        let problem = #expect(throws: Problem.self) { try checked(["95", long]) }
        #expect(problem?.code == .overflow)
    }
}
