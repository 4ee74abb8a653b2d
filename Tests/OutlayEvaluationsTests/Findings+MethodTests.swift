import Outlay
import Testing

/// What is said of the method that ranks; the choice has two criteria on which `a` and `c` are strong.
@Suite struct FindingsMethodTests {
    /// Returns an evaluation in which the value puts `balanced` first.
    private func evaluation(
        _ points: [String: (String, String)], _ method: MethodChoice?
    ) throws -> Evaluation {
        var evaluation = try Choice(
            costs: ["a": "100", "b": "100", "c": "100"],
            points: ["a": "0", "b": "0", "c": "0"]
        ).evaluation()
        let scale = ValueFunction.linear(worst: .zero, best: exact("100"))
        evaluation.decision.criteria = [
            Helpdesk.criterion("points", "", .higher, "0.5", scale),
            Helpdesk.criterion("extra", "", .higher, "0.5", scale),
        ]
        for index in evaluation.options.indices {
            let (first, second) = try #require(points[evaluation.options[index].id])
            evaluation.options[index].performances["points"] = .number(exact(first))
            evaluation.options[index].performances["extra"] = .number(exact(second))
        }
        evaluation.decision.weakBelow = .zero
        evaluation.method = method
        return evaluation
    }

    private let apart = ["a": ("80", "0"), "b": ("41", "41"), "c": ("0", "80")]
    private let maximum = MethodChoice(
        "weighted-sum", settings: MethodSettings(["normalisation": .word("vector")]))

    private func run(_ evaluation: Evaluation) throws -> EvaluationResult {
        try evaluation.run(asOf: day("2026-11-23"))
    }

    @Test func `ranks and order are the method's, and the value stays`() throws {
        let points = ["a": ("10", "90"), "b": ("30", "65"), "c": ("20", "0")]
        let byValue = try run(try evaluation(points, nil))
        #expect(byValue.standing == ["a 1", "b 2", "c 3"])
        #expect(byValue.method == nil && byValue.options.allSatisfy { $0.score == nil })
        let byMethod = try run(try evaluation(points, maximum))
        #expect(byMethod.standing == ["b 1", "a 2", "c 3"])
        #expect(byMethod.options.map(\.decision.rank) == [2, 1, 3])
        let scores = byMethod.options.compactMap(\.score)
        #expect(scores.count == 3 && scores == scores.sorted(by: >))
    }

    @Test func `where rank 1 differs from the value's, both are named`() throws {
        let points = ["a": ("10", "90"), "b": ("30", "65"), "c": ("20", "0")]
        let result = try run(try evaluation(points, maximum))
        let finding = try #require(result.finding(.methodsDisagree))
        #expect(
            finding.reason
                == "by weighted sum (normalisation vector) rank 1 is Option b, by additive value "
                + "Option a (50.0 points against 47.5)")
        #expect(finding.severity == .warning)
        let same = try run(
            try evaluation(["a": ("9", "9"), "b": ("5", "5"), "c": ("1", "1")], maximum))
        #expect(same.codes == [])
    }

    @Test func `options that share rank 1 are no clear winner, whatever the margin`() throws {
        let points = ["a": ("80", "9"), "b": ("10", "5"), "c": ("80", "9")]
        let result = try run(try evaluation(points, maximum))
        #expect(result.standing == ["a 1", "c 1", "b 3"])
        #expect(
            result.finding(.noClearWinner)?.reason
                == "Option a and Option c have the same score by weighted sum (normalisation vector)"
        )
        #expect(result.codes == [.noClearWinner])
    }

    @Test func `a margin says nothing of a method's scores, which is said`() throws {
        var evaluation = try evaluation(
            ["a": ("9", "9"), "b": ("8", "8"), "c": ("1", "1")], maximum)
        evaluation.decision.margin = exact("50")
        #expect(try run(evaluation).codes == [.unusedByMethod])
        #expect(try run(evaluation).findings[0].summary == "`margin` says nothing of this ranking")
        evaluation.method = nil
        #expect(try run(evaluation).codes == [.noClearWinner])
    }

    @Test func `preferences and vetoes that the method does not use are named`() throws {
        var evaluation = try evaluation(
            ["a": ("9", "9"), "b": ("8", "4"), "c": ("9.5", "1")], nil)
        guard case .leaf(var measure) = evaluation.decision.criteria[1].content else { return }
        measure.preference = .usual
        measure.veto = 5
        evaluation.decision.criteria[1].content = .leaf(measure)
        #expect(try run(evaluation).codes == [.unusedByMethod, .unusedByMethod])
        #expect(
            try run(evaluation).findings.map(\.reason) == [
                "the additive value takes no preference of a criterion",
                "the additive value takes no veto of a criterion",
            ])
        for descriptor in AllMethods.descriptors {
            evaluation.method = MethodChoice(descriptor.identifier)
            let taken = try MethodChoice(descriptor.identifier).method().columnInputs
            let unused = [ColumnInput.preference, .veto].filter { !taken.contains($0) }
            let found = try run(evaluation).findings.filter { $0.code == .unusedByMethod }
            #expect(
                found.map(\.summary)
                    == unused.map { "`\($0.rawValue)` of extra changes nothing" },
                "\(descriptor.identifier)")
        }
    }

    @Test func `a recommendation that is not first by the method says both scores`() throws {
        var evaluation = try evaluation(
            ["a": ("9", "9"), "b": ("8", "8"), "c": ("1", "1")], MethodChoice("weighted-sum"))
        evaluation.recommendation = .init(option: "b", reason: "It is ours")
        let finding = try #require(try run(evaluation).finding(.notTopScorer))
        #expect(finding.reason == "Option a scores 0.0900 by weighted sum, it 0.0800")
    }

    @Test func `nobody is ranked where none is eligible`() throws {
        var evaluation = try evaluation(apart, MethodChoice("topsis"))
        for index in evaluation.options.indices {
            evaluation.options[index].performances["must"] = .yesNo(false)
        }
        let result = try run(evaluation)
        #expect(result.standing == ["b -", "a -", "c -"])
        #expect(result.method?.candidates == [])
        #expect(result.codes == [.noneEligible])
    }

    @Test func `an option that fails a knock-out moves no score and stands last`() throws {
        var evaluation = try evaluation(
            ["a": ("60", "10"), "b": ("20", "30"), "c": ("100", "100")], MethodChoice("topsis"))
        evaluation.options[2].performances["must"] = .yesNo(false)
        let with = try run(evaluation)
        #expect(with.standing.last == "c -")
        evaluation.options.removeLast()
        let without = try run(evaluation)
        #expect(with.options.prefix(2).map(\.score) == without.options.map(\.score))
    }
}
