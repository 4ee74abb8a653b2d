import OutlayDecisions
import OutlayProblems
import Testing

struct PreferenceFunctionTests {
    private struct Course: Sendable {
        let function: PreferenceFunction
        let values: [(advantage: Double, preference: Double)]
    }

    /// By hand from the definitions of Brans and Vincke, with the ends of each part.
    private static let courses: [Course] = [
        Course(function: .usual, values: [(0, 0), (1e-300, 1), (7, 1)]),
        Course(
            function: PreferenceFunction(.uShape, indifference: 2),
            values: [(1, 0), (2, 0), (2.0.nextUp, 1), (9, 1)]),
        Course(
            function: PreferenceFunction(.vShape, strict: 4),
            values: [(1, 0.25), (3, 0.75), (4, 1), (9, 1)]),
        Course(
            function: PreferenceFunction(.level, indifference: 2, strict: 4),
            values: [(1, 0), (2, 0), (2.0.nextUp, 0.5), (4, 0.5), (4.0.nextUp, 1)]),
        Course(
            function: PreferenceFunction(.linear, indifference: 2, strict: 4),
            values: [(1, 0), (2, 0), (2.5, 0.25), (3, 0.5), (4, 1), (9, 1)]),
        // 1 - exp(-1/2) and 1 - exp(-2).
        Course(
            function: PreferenceFunction(.gaussian, spread: 5),
            values: [(5, 0.393_469_340_287_366_6), (10, 0.864_664_716_763_387_3), (1e9, 1)]),
    ]

    @Test(arguments: PreferenceFunction.Shape.allCases)
    func `each shape has its course`(shape: PreferenceFunction.Shape) throws {
        let course = try #require(Self.courses.first { $0.function.shape == shape })
        for (advantage, preference) in course.values {
            let found = course.function(advantage)
            #expect(abs(found - preference) < 1e-15, "\(shape), \(advantage)")
        }
    }

    @Test(arguments: PreferenceFunction.Shape.allCases)
    func `a disadvantage is no preference`(shape: PreferenceFunction.Shape) {
        let function = PreferenceFunction(shape, indifference: 1, strict: 2, spread: 1)
        for difference in [0, -0.0, -1e-300, -1, -1.5, -2, -1e150, .nan] {
            #expect(function(difference) == 0, "\(difference)")
        }
    }

    @Test func `thresholds of 0 make the sloped shapes the usual one`() {
        for shape in [PreferenceFunction.Shape.uShape, .vShape, .level, .linear] {
            let function = PreferenceFunction(shape)
            #expect([0, 1e-300, 1].map { function($0) } == [0, 1, 1], "\(shape)")
        }
        let step = PreferenceFunction(.linear, indifference: 3, strict: 3)
        #expect([3, 3.0.nextUp].map { step($0) } == [0, 1])
    }

    @Test func `tiny and huge spreads give numbers`() {
        #expect(PreferenceFunction(.gaussian, spread: 1e-200)(1e-200) > 0.39)
        #expect(PreferenceFunction(.gaussian, spread: 1e-200)(1e150) == 1)
        #expect(PreferenceFunction(.gaussian, spread: 1e150)(1e-200) == 0)
    }

    @Test(arguments: PreferenceFunction.Shape.allCases)
    func `a larger advantage is never a smaller preference`(shape: PreferenceFunction.Shape) {
        for seed in 0..<50 {
            var generator = SeededGenerator(seed: seed)
            let indifference = Double.random(in: 0...5, using: &generator)
            let function = PreferenceFunction(
                shape, indifference: indifference,
                strict: indifference + Double.random(in: 0...5, using: &generator),
                spread: Double.random(in: 0.1...5, using: &generator))
            var last = 0.0
            for step in -20...200 {
                let preference = function(Double(step) / 10)
                #expect(preference >= last && preference <= 1, "seed \(seed), step \(step)")
                last = preference
            }
        }
    }

    private func refusal(_ function: PreferenceFunction, veto: Double? = nil) -> Problem? {
        let column = DecisionMatrix.Column(
            name: "price", direction: .lower, weight: 1, preference: function, veto: veto)
        return #expect(throws: Problem.self) {
            try DecisionMatrix(columns: [column], cells: [1, 2])
        }
    }

    @Test(arguments: [
        (
            PreferenceFunction(.usual, indifference: -1),
            "the indifference threshold of `price` is -1.0"
        ),
        (
            PreferenceFunction(.usual, indifference: .nan),
            "the indifference threshold of `price` is nan"
        ),
        (PreferenceFunction(.vShape, strict: -2), "the preference threshold of `price` is -2.0"),
        (
            PreferenceFunction(.vShape, strict: .infinity),
            "the preference threshold of `price` is inf"
        ),
        (
            PreferenceFunction(.linear, indifference: 3, strict: 2),
            "the preference threshold of `price` is 2.0"
        ),
        (
            PreferenceFunction(.level, indifference: 3, strict: 2),
            "the preference threshold of `price` is 2.0"
        ),
        (PreferenceFunction(.gaussian), "the spread of `price` is 0.0"),
        (PreferenceFunction(.gaussian, spread: -1), "the spread of `price` is -1.0"),
        (PreferenceFunction(.gaussian, spread: 1e151), "the spread of `price` is 1e+151"),
    ])
    func `thresholds that no preference comes from are refused`(
        function: PreferenceFunction, summary: String
    ) {
        let problem = refusal(function)
        #expect(problem?.code == .outOfRange)
        #expect(problem?.summary == summary)
        #expect(problem?.location == .part("column `price`"))
    }

    @Test func `a veto below the full preference of the shape in use is refused`() throws {
        let linear = PreferenceFunction(.linear, indifference: 1, strict: 4)
        #expect(refusal(linear, veto: 3)?.summary == "the veto threshold of `price` is 3.0")
        let uShape = PreferenceFunction(.uShape, indifference: 4)
        #expect(refusal(uShape, veto: 3)?.code == .outOfRange)
        #expect(refusal(.usual, veto: 0)?.code == .outOfRange)
        // A threshold that the shape does not use bounds no veto.
        let column = DecisionMatrix.Column(
            name: "price", direction: .lower, weight: 1,
            preference: PreferenceFunction(.uShape, indifference: 1, strict: 9), veto: 3)
        #expect(try DecisionMatrix(columns: [column], cells: [1]).rowCount == 1)
    }
}
