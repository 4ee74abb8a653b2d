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
        var preferences: [String] = []
        var vetoes: [String] = []
        var code: ProblemCode
        var testDescription: String {
            (weights + scales + preferences + vetoes).joined(separator: " ")
        }
    }

    @Test(arguments: [
        Mistake(weights: [], code: .usage),
        Mistake(weights: ["price"], code: .usage),
        Mistake(weights: ["=100"], code: .usage),
        Mistake(weights: ["a=100:least"], code: .usage),
        Mistake(weights: ["a=1e2"], code: .badNumber),
        Mistake(weights: ["a=60", "b=50"], code: .weightTotal),
        Mistake(weights: ["a=150", "b=-50"], code: .outOfRange),
        Mistake(weights: ["a=50", "a=50"], code: .duplicateIdentifier),
        Mistake(weights: ["a=100"], scales: ["b=1..2"], code: .unknownColumn),
        Mistake(weights: ["a=100"], scales: ["a=3..1", "a=9..0"], code: .duplicateIdentifier),
        Mistake(weights: ["a=100"], scales: ["a=1..2", "a=1..2"], code: .duplicateIdentifier),
        Mistake(weights: ["a=100"], scales: ["a=1"], code: .usage),
        Mistake(weights: ["a=100"], scales: ["a=1..x"], code: .badNumber),
        Mistake(weights: ["a=100"], preferences: ["b=usual"], code: .unknownColumn),
        Mistake(weights: ["a=100"], preferences: ["a=usuall"], code: .unknownName),
        Mistake(weights: ["a=100"], preferences: ["a=usual:1"], code: .usage),
        Mistake(weights: ["a=100"], preferences: ["a=linear"], code: .usage),
        Mistake(weights: ["a=100"], preferences: ["a=linear:1"], code: .usage),
        Mistake(weights: ["a=100"], preferences: ["a=linear:1..2..3"], code: .usage),
        Mistake(weights: ["a=100"], preferences: ["a=linear:1..x"], code: .badNumber),
        Mistake(weights: ["a=100"], preferences: ["a=linear:2..1"], code: .outOfRange),
        Mistake(weights: ["a=100"], preferences: ["a=u-shape:-1"], code: .outOfRange),
        Mistake(weights: ["a=100"], preferences: ["a=gaussian:0"], code: .outOfRange),
        Mistake(
            weights: ["a=100"], preferences: ["a=usual", "a=usual"], code: .duplicateIdentifier),
        Mistake(weights: ["a=100"], vetoes: ["a"], code: .usage),
        Mistake(weights: ["a=100"], vetoes: ["b=1"], code: .unknownColumn),
        Mistake(weights: ["a=100"], vetoes: ["a=0"], code: .outOfRange),
        Mistake(weights: ["a=100"], vetoes: ["a=-3"], code: .outOfRange),
        Mistake(weights: ["a=100"], vetoes: ["a=1", "a=1"], code: .duplicateIdentifier),
    ])
    func `a mistake in the options is named`(mistake: Mistake) {
        let found = #expect(throws: Problem.self) {
            try RankCriteria(
                weights: mistake.weights, scales: mistake.scales,
                preferences: mistake.preferences, vetoes: mistake.vetoes)
        }
        #expect(found?.code == mistake.code)
        if case .argument? = found?.location {} else { Issue.record("no argument is named") }
    }

    @Test(arguments: [
        ("usual", PreferenceFunction.usual),
        ("u-shape:2", PreferenceFunction(.uShape, indifference: 2)),
        ("v-shape:0.5", PreferenceFunction(.vShape, strict: 0.5)),
        ("level:1..4", PreferenceFunction(.level, indifference: 1, strict: 4)),
        ("linear:100..500", PreferenceFunction(.linear, indifference: 100, strict: 500)),
        ("gaussian:3", PreferenceFunction(.gaussian, spread: 3)),
    ])
    func `a preference is a function with its thresholds`(
        text: String, function: PreferenceFunction
    ) throws {
        let list = try RankCriteria(
            weights: ["a=1:min"], scales: [], preferences: ["a=" + text], vetoes: ["a=900"]
        ).list
        #expect(list[0].preference == function)
        #expect(list[0].preference?.inWords == text)
        #expect(list[0].veto == 900)
    }

    @Test func `what a method takes no notice of is refused, and what it takes is not`() throws {
        let given = [
            ColumnInput.scale: try RankCriteria(weights: ["a=1"], scales: ["a=0..9"]),
            .preference: try RankCriteria(
                weights: ["a=1"], scales: [], preferences: ["a=usual"]),
            .veto: try RankCriteria(weights: ["a=1"], scales: [], vetoes: ["a=9"]),
        ]
        for descriptor in AllMethods.descriptors {
            let choice = MethodChoice(descriptor.identifier)
            let taken = try choice.method().columnInputs
            for (input, criteria) in given {
                if taken.contains(input) {
                    try criteria.require(choice)
                } else {
                    let problem = #expect(throws: Problem.self) { try criteria.require(choice) }
                    #expect(problem?.code == .usage, "\(descriptor.identifier)")
                    #expect(problem?.location == .argument("--\(input.rawValue)"))
                }
            }
        }
    }
}
