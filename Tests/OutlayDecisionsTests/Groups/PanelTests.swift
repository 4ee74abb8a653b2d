import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

/// Two criteria judged by a panel (weights 30 and 20) beside one that is measured (weight 50).
private func tree() throws -> CriterionTree {
    func judged(_ id: String, _ weight: String, _ function: ValueFunction) throws -> Criterion {
        Criterion(
            id: id, title: id, weight: try exact(weight),
            content: .leaf(
                Criterion.Leaf(
                    unit: "", direction: .higher, valueFunction: function, judge: .panel)))
    }
    return try CriterionTree([
        try judged("ease", "0.3", linear("0", "10")),
        try judged("help", "0.2", levels(["poor": 0, "fair": 40, "good": 100])),
        try leaf("speed", weight: "0.5", linear("0", "10")),
    ])
}

private func ballot(
    _ member: String, _ scores: [String: (ease: String, help: String?)],
    conflicts: [String] = []
) throws -> Panel.Ballot {
    Panel.Ballot(
        member: member, date: try CalendarDate(parsing: "2026-11-02"),
        conflicts: conflicts.map { Panel.Conflict(option: $0, reason: "owns shares") },
        scores: try scores.mapValues { score in
            var performances = ["ease": try number(score.ease)]
            performances["help"] = score.help.map { .text($0) }
            return performances
        })
}

struct PanelTests {
    private static let options = ["a", "b", "c"]

    private func result(
        _ ballots: [Panel.Ballot], rule: GroupValue.Rule = .mean,
        ranking: [String] = PanelTests.options
    ) throws -> PanelResult {
        try Panel(rule: rule, ballots: ballots)
            .result(for: Self.options, ranking: ranking, by: tree())
    }

    private func three() throws -> [Panel.Ballot] {
        [
            try ballot("anna", ["a": ("9", "good"), "b": ("5", "fair"), "c": ("1", "poor")]),
            try ballot("ben", ["a": ("8", "good"), "b": ("6", "good"), "c": ("2", "poor")]),
            try ballot("cleo", ["a": ("4", "good"), "b": ("7", "fair"), "c": ("3", "fair")]),
        ]
    }

    @Test func `values are combined and not scores`() throws {
        let result = try result(try three())
        #expect(result.criteria == ["ease", "help"])
        let ease = try #require(result.cell("a", "ease"))
        #expect(ease.values == [90, 80, 40])
        #expect(ease.value == 70)
        #expect(ease.isDisputed)
        #expect(try #require(result.cell("b", "help")?.value) == 60)
        #expect(
            result.disputed.map { [$0.option, $0.criterion] }
                == [["a", "ease"], ["b", "help"], ["c", "help"]])
        #expect(result.values(of: "c")["ease"] == 20)
        #expect(
            try self.result(try three(), rule: .median).values(of: "b") == ["ease": 60, "help": 40])
    }

    /// By hand: anna's values 94, 46, 6; ben's 88, 76, 12; cleo's 64, 58, 34.
    @Test func `each member has a value and a rank over the panel's criteria`() throws {
        let result = try result(try three())
        let expected: [[Double]] = [[94, 46, 6], [88, 76, 12], [64, 58, 34]]
        for (member, values) in zip(result.members, expected) {
            for (value, other) in zip(member.values, values) {
                #expect(abs((value ?? -1) - other) < 1e-9, "\(member.id)")
            }
            #expect(member.ranks == [1, 2, 3])
        }
        #expect(result.ranking?.borda == [6, 3, 0])
        #expect(result.ranking?.concordance?.coefficient == 1)
    }

    @Test func `rankings leave out what may not be chosen`() throws {
        let result = try result(try three(), ranking: ["b", "c"])
        #expect(result.rankedOptions == ["b", "c"])
        #expect(result.members[0].ranks == [1, 2])
        #expect(result.members[0].values.count == 3)
    }

    @Test func `a conflict leaves a member out of that option alone and is told`() throws {
        var ballots = try three()
        ballots[2].conflicts = [Panel.Conflict(option: "a", reason: "owns shares")]
        let result = try result(ballots)
        #expect(try #require(result.cell("a", "ease")).values == [90, 80, nil])
        #expect(result.cell("a", "ease")?.value == 85)
        #expect(try #require(result.cell("b", "ease")).values == [50, 60, 70])
        let cleo = result.members[2]
        #expect(cleo.conflicts.map(\.option) == ["a"])
        #expect(cleo.excluded == ["a"])
        #expect(cleo.missing == [])
        #expect(cleo.ranks == [nil, 1, 2])
        #expect(result.ranking?.completeJudges == [0, 1])
    }

    @Test func `a conflict without scores excludes nothing`() throws {
        let result = try result([
            try ballot("anna", ["b": ("5", "fair"), "c": ("1", "poor")], conflicts: ["a", "z"])
        ])
        #expect(result.members[0].excluded == [])
        #expect(result.members[0].conflicts.map(\.option) == ["a"])
        #expect(result.cell("a", "ease")?.group == nil)
        #expect(result.cell("a", "ease")?.value == nil)
        #expect(result.values(of: "a") == [:])
    }

    @Test func `what a member did not score is unknown and never nothing`() throws {
        let result = try result([
            try ballot("anna", ["a": ("9", nil), "b": ("5", "fair")]),
            try ballot("ben", ["a": ("7", "good"), "b": ("5", "fair"), "c": ("5", "fair")]),
        ])
        #expect(result.cell("a", "help")?.value == 100)
        #expect(result.cell("c", "ease")?.value == 50)
        #expect(
            result.members[0].missing.map { [$0.option, $0.criterion] }
                == [["a", "help"], ["c", "ease"], ["c", "help"]])
        #expect(result.members[0].values[0] == nil)
        #expect(result.members[0].ranks == [nil, 1, nil])
    }

    @Test func `a single judge decides alone`() throws {
        let result = try result(Array(try three().prefix(1)))
        #expect(result.cell("a", "ease")?.value == 90)
        #expect(result.disputed == [])
        #expect(result.ranking?.concordance == nil)
        #expect(try self.result([]).ranking == nil)
    }

    @Test func `a score that the scale does not know names the member`() throws {
        let wrong = #expect(throws: Problem.self) {
            try result([try ballot("anna", ["a": ("5", "god")])])
        }
        #expect(wrong?.code == .unknownLevel)
        #expect(wrong?.location == .part("member anna, option a"))
        #expect(wrong?.hint == "did you mean `good`?")
        let twice = #expect(throws: Problem.self) {
            try result([try ballot("anna", [:]), try ballot("anna", [:])])
        }
        #expect(twice?.code == .duplicateIdentifier)
    }

    @Test func `combined values take the place of performances`() throws {
        let tree = try tree()
        let result = try result(try three())
        let model = DecisionModel(
            criteria: [
                Criterion(
                    id: "ease", title: "ease", weight: .one,
                    content: .leaf(tree.leaves[0].measure))
            ], knockOuts: [], margin: .zero, missing: .refuse)
        let decision = try AdditiveValue.evaluate(
            Self.options.map {
                Candidate(
                    id: $0, performances: ["ease": .number(.one)],
                    panelValues: result.values(of: $0))
            }, by: model)
        #expect(decision.candidates.map(\.value) == [70, 60, 20])
        #expect(decision.candidates.map(\.rank) == [1, 2, 3])
    }
}
