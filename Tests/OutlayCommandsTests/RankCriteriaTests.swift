import Outlay
import Testing

@testable import OutlayCommands

struct RankCriteriaTests {
    @Test func `weights and scales become criteria`() throws {
        let list = try RankCriteria(
            weights: ["price=40:min", "a=b=60"], scales: ["price=500..100.5"]
        ).list
        #expect(list.map(\.column) == ["price", "a=b"])
        #expect(list.map(\.direction) == [.lower, .higher])
        #expect(list[0].scale?.worst == ExactDecimal(500))
        #expect(list[0].scale?.best.description == "100.5")
        #expect(list[1].scale == nil)
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var weights: [String]
        var scales: [String] = []
        var code: ProblemCode
        var testDescription: String { (weights + scales).joined(separator: " ") }
    }

    @Test(arguments: [
        Mistake(weights: [], code: .usage),
        Mistake(weights: ["price"], code: .usage),
        Mistake(weights: ["=100"], code: .usage),
        Mistake(weights: ["a=100:least"], code: .usage),
        Mistake(weights: ["a=1e2"], code: .badNumber),
        Mistake(weights: ["a=60", "b=50"], code: .weightTotal),
        Mistake(weights: ["a=50", "a=50"], code: .duplicateIdentifier),
        Mistake(weights: ["a=100"], scales: ["b=1..2"], code: .unknownColumn),
        Mistake(weights: ["a=100"], scales: ["a=3..1", "a=9..0"], code: .duplicateIdentifier),
        Mistake(weights: ["a=100"], scales: ["a=1..2", "a=1..2"], code: .duplicateIdentifier),
        Mistake(weights: ["a=100"], scales: ["a=1"], code: .usage),
        Mistake(weights: ["a=100"], scales: ["a=1..x"], code: .badNumber),
    ])
    func `a mistake in the options is named`(mistake: Mistake) {
        let found = #expect(throws: Problem.self) {
            try RankCriteria(weights: mistake.weights, scales: mistake.scales)
        }
        #expect(found?.code == mistake.code)
        if case .argument? = found?.location {} else { Issue.record("no argument is named") }
    }
}
