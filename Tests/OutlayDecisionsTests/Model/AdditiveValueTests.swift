import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct AdditiveValueTests {
    private func isClose(_ left: Double?, _ right: Double, within tolerance: Double = 1e-12) -> Bool
    {
        left.map { abs($0 - right) <= tolerance } ?? false
    }

    @Test func `the help desk comes out as computed by hand`() throws {
        let result = try AdditiveValue.evaluate(HelpDesk.candidates(), by: HelpDesk.model())
        let stated = ["legacy": 23.9, "northwind": 82.2, "helpnest": 73.8, "openticket": 63.7]
        for (id, value) in stated {
            #expect(isClose(result.candidate(id)?.value, value, within: 0.05), "\(id)")
        }
        let legacy = try #require(result.candidate("legacy"))
        // 5/24, 8/50, the level, the lowest point, 40/60.
        for (score, value) in zip(legacy.scores, [500.0 / 24, 16, 35, 0, 200.0 / 3]) {
            #expect(isClose(score.value, value), "\(score.id)")
        }
        let northwind = try #require(result.candidate("northwind"))
        #expect(isClose(northwind.value, 22.5 + 20.5 + 20 + 14.25 + 5))
        for (score, points) in zip(northwind.scores, [22.5, 20.5, 20, 14.25, 5]) {
            #expect(isClose(score.contribution, points), "\(score.id)")
        }
        #expect(result.candidates.map(\.rank) == [3, 1, nil, 2])
        #expect(result.displayed.map(\.id) == ["northwind", "openticket", "legacy", "helpnest"])
        #expect(result.candidate("helpnest")?.eligibility == .failed)
        #expect(
            result.candidate("helpnest")?.knockOuts == [.passed, .failed(found: .text("US"))])
        #expect(result.lead?.leader == "northwind")
        #expect(result.lead?.runnerUp == "openticket")
        #expect(result.lead?.isClear == true)
        let openticket = [17.5, 13, 15, 9, 55.0 / 6].reduce(0, +)
        #expect(isClose(result.lead?.points, 82.25 - openticket, within: 1e-8))
    }

    /// The weighted sum model's example, with scores printed as 21.50, 22.00 and 22.00.
    ///
    /// - Source: Wikipedia, "Weighted sum model", after E. Triantaphyllou, "Multi-Criteria Decision
    ///   Making Methods: A Comparative Study", 2000.
    @Test func `a published table gives its printed scores and its tie`() throws {
        let line = try linear("0", "100")
        let model = DecisionModel(
            criteria: try [("c1", "0.20"), ("c2", "0.15"), ("c3", "0.40"), ("c4", "0.25")].map {
                try leaf($0, weight: $1, line)
            }, knockOuts: [], margin: .zero, missing: .refuse)
        let rows = [
            ("A1", [25, 20, 15, 30]), ("A2", [10, 30, 20, 30]), ("A3", [30, 10, 30, 10]),
        ]
        let candidates = rows.map { id, cells in
            Candidate(
                id: id,
                performances: Dictionary(
                    uniqueKeysWithValues: cells.enumerated().map { index, cell in
                        ("c\(index + 1)", .number(ExactDecimal(cell)))
                    }))
        }
        let result = try AdditiveValue.evaluate(candidates, by: model)
        for (candidate, score) in zip(result.candidates, [21.5, 22, 22]) {
            #expect(isClose(candidate.value, score), "\(candidate.id)")
        }
        #expect(result.candidates.map(\.rank) == [3, 1, 1])
        #expect(result.displayed.map(\.id) == ["A2", "A3", "A1"])
        #expect(result.lead?.leader == "A2" && result.lead?.runnerUp == "A3")
        #expect(result.lead?.points == 0 && result.lead?.isClear == false)
    }

    @Test func `groups have sub-totals and values of their own`() throws {
        let line = try linear("0", "10")
        let model = DecisionModel(
            criteria: [
                try group(
                    "use", weight: "0.8",
                    [leaf("speed", weight: "0.25", line), leaf("ease", weight: "0.75", line)]),
                try group("void", weight: "0", [leaf("noise", weight: "1", line)]),
                try leaf("reach", weight: "0.2", line),
            ], knockOuts: [], margin: .zero, missing: .refuse)
        let candidate = Candidate(
            id: "a",
            performances: [
                "speed": try number("8"), "ease": try number("4"), "noise": try number("3"),
                "reach": try number("5"),
            ])
        let result = try AdditiveValue.evaluate([candidate], by: model).candidates[0]
        #expect(result.groupScores.map(\.id) == ["use", "void"])
        #expect(isClose(result.groupScores[0].value, 50))
        #expect(isClose(result.groupScores[0].contribution, 40))
        #expect(isClose(result.groupScores[1].value, 30))
        #expect(result.groupScores[1].contribution == 0)
        #expect(isClose(result.value, 50))
    }

    private func helpDesk(
        without removed: [String], of id: String, missing: DecisionModel.MissingPerformance
    ) throws -> DecisionResult {
        var candidates = try HelpDesk.candidates()
        for index in candidates.indices where candidates[index].id == id {
            for criterion in removed { candidates[index].performances[criterion] = nil }
        }
        return try AdditiveValue.evaluate(candidates, by: HelpDesk.model(missing: missing))
    }

    @Test func `a missing performance leaves no value and no leader`() throws {
        let result = try helpDesk(
            without: ["exit_time", "usability"], of: "northwind", missing: .refuse)
        let northwind = try #require(result.candidate("northwind"))
        #expect(northwind.value == nil && northwind.rank == nil)
        #expect(northwind.missing == ["usability", "exit_time"])
        #expect(northwind.scores.map { $0.value == nil } == [false, true, false, false, true])
        #expect(result.candidate("openticket")?.rank == 1)
        #expect(result.displayed.map(\.id) == ["openticket", "legacy", "northwind", "helpnest"])
        #expect(result.lead == nil)
    }

    @Test func `a missing performance counts as the worst where the model says so`() throws {
        let result = try helpDesk(without: ["usability"], of: "northwind", missing: .worst)
        let northwind = try #require(result.candidate("northwind"))
        #expect(isClose(northwind.value, 82.25 - 20.5))
        #expect(northwind.missing == ["usability"])
        #expect(northwind.rank == 2)
    }

    @Test func `an unknown knock-out is its own state, below the eligible`() throws {
        let result = try helpDesk(without: ["sso"], of: "northwind", missing: .refuse)
        let northwind = try #require(result.candidate("northwind"))
        #expect(northwind.eligibility == .unknown)
        #expect(northwind.knockOuts == [.unknown, .passed])
        #expect(northwind.rank == nil)
        #expect(result.displayed.map(\.id) == ["openticket", "legacy", "northwind", "helpnest"])
        #expect(result.lead?.leader == "openticket")
    }

    @Test func `a failed knock-out outweighs an unknown one`() throws {
        var candidates = try HelpDesk.candidates()
        candidates[2].performances["sso"] = nil
        var model = try HelpDesk.model()
        for _ in 0..<2 {
            let result = try AdditiveValue.evaluate(candidates, by: model)
            #expect(result.candidate("helpnest")?.eligibility == .failed)
            model.knockOuts.reverse()
        }
    }

    @Test func `only what fails this and passes the rest fails this alone`() throws {
        let model = try HelpDesk.model()
        let whole = try AdditiveValue.evaluate(HelpDesk.candidates(), by: model)
        #expect(whole.candidatesFailingOnly("residency") == ["helpnest"])
        #expect(whole.candidatesFailingOnly("sso") == [])
        #expect(whole.candidatesFailingOnly("absent") == [])
        let unsure = try helpDesk(without: ["sso"], of: "helpnest", missing: .refuse)
        #expect(unsure.candidatesFailingOnly("residency") == [])
        #expect(unsure.candidatesFailingOnly("sso") == [])
    }

    @Test(arguments: [("18.58", true), ("18.59", false)])
    func `a lead under the margin is no clear win`(margin: String, isClear: Bool) throws {
        let result = try AdditiveValue.evaluate(
            HelpDesk.candidates(), by: HelpDesk.model(margin: margin))
        #expect(result.lead?.isClear == isClear)
    }

    @Test func `the only eligible option leads clearly and nobody leads without one`() throws {
        let candidates = try HelpDesk.candidates()
        let model = try HelpDesk.model(margin: "100")
        let alone = try AdditiveValue.evaluate(Array(candidates[1...2]), by: model)
        #expect(alone.lead?.leader == "northwind" && alone.lead?.isClear == true)
        #expect(alone.lead?.runnerUp == nil && alone.lead?.points == nil)
        #expect(try AdditiveValue.evaluate([candidates[2]], by: model).lead == nil)
        #expect(try AdditiveValue.evaluate([], by: model).lead == nil)
    }

    @Test func `without criteria knock-outs are still judged`() throws {
        var model = try HelpDesk.model()
        model.criteria = []
        let result = try AdditiveValue.evaluate(HelpDesk.candidates(), by: model)
        #expect(result.candidates.allSatisfy { $0.value == nil && $0.rank == nil })
        #expect(result.displayed.map(\.id) == ["legacy", "northwind", "openticket", "helpnest"])
        #expect(result.lead == nil)
    }

    @Test func `performances that do not fit are refused with both names`() throws {
        func refusal(_ key: String, _ performance: Performance) throws -> Problem? {
            var candidates = try HelpDesk.candidates()
            candidates[1].performances[key] = performance
            return #expect(throws: Problem.self) {
                try AdditiveValue.evaluate(candidates, by: HelpDesk.model())
            }
        }
        let level = try refusal("reporting", .text("app"))
        #expect(level?.code == .unknownLevel)
        #expect(level?.summary == "`app` is not a level of `reporting`")
        #expect(level?.location == .part("option northwind"))
        #expect(level?.hint == "did you mean `api`?")
        #expect(try refusal("usability", .text("good"))?.code == .wrongType)
        let answer = try refusal("sso", .text("maybe"))
        #expect(answer?.code == .requirementMismatch)
        #expect(answer?.reason == "the requirement is: yes")
    }

    @Test func `options and knock-outs have names of their own`() throws {
        let candidates = try HelpDesk.candidates()
        var model = try HelpDesk.model()
        let twice = #expect(throws: Problem.self) {
            try AdditiveValue.evaluate(candidates + [candidates[0]], by: model)
        }
        #expect(twice?.code == .duplicateIdentifier)
        #expect(twice?.summary == "two options are called `legacy`")
        model.knockOuts.append(model.knockOuts[0])
        let both = #expect(throws: Problem.self) {
            try AdditiveValue.evaluate(candidates, by: model)
        }
        #expect(both?.summary == "two knock-outs are called `sso`")
    }
}

/// What holds for every model, tried on random ones.
struct AdditiveValuePropertyTests {
    private struct Case {
        var model: DecisionModel
        var candidates: [Candidate]

        init(seed: Int) throws {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...5, using: &generator)
            let cuts = (1..<count).map { _ in Int.random(in: 0...1_000, using: &generator) }
                .sorted()
            let shares = zip(cuts + [1_000], [0] + cuts).map { $0 - $1 }
            let criteria = try shares.enumerated().map { index, share in
                let rising = Bool.random(using: &generator)
                let function = try rising ? linear("0", "50") : points([("0", "100"), ("50", "0")])
                return Criterion(
                    id: "c\(index)", title: "",
                    weight: try ExactDecimal(significand: Int128(share), places: 3),
                    content: .leaf(
                        Criterion.Leaf(
                            unit: "", direction: rising ? .higher : .lower, valueFunction: function)
                    ))
            }
            model = DecisionModel(
                criteria: criteria, knockOuts: [], margin: .zero, missing: .refuse)
            candidates = (0..<Int.random(in: 1...8, using: &generator)).map { option in
                Candidate(
                    id: "o\(option)",
                    performances: Dictionary(
                        uniqueKeysWithValues: criteria.map { criterion in
                            let cell = Int.random(in: 0...60, using: &generator)
                            return (criterion.id, .number(ExactDecimal(cell)))
                        }))
            }
        }

        func values() throws -> [String: Double] {
            let result = try AdditiveValue.evaluate(candidates, by: model)
            return Dictionary(
                uniqueKeysWithValues: result.candidates.map { ($0.id, $0.value ?? .nan) })
        }
    }

    private func areClose(_ left: [String: Double], _ right: [String: Double]) -> Bool {
        left.count == right.count
            && left.allSatisfy { abs($0.value - (right[$0.key] ?? .nan)) < 1e-9 }
    }

    @Test func `the order of options and criteria changes no value`() throws {
        for seed in 0..<100 {
            let given = try Case(seed: seed)
            var turned = given
            turned.candidates.reverse()
            turned.model.criteria.reverse()
            #expect(areClose(try turned.values(), try given.values()), "seed \(seed)")
        }
    }

    @Test func `contributions sum to the total, which stays on the scale`() throws {
        for seed in 0..<100 {
            let given = try Case(seed: seed)
            let result = try AdditiveValue.evaluate(given.candidates, by: given.model)
            for candidate in result.candidates {
                let sum = candidate.scores.compactMap(\.contribution).reduce(0, +)
                let value = try #require(candidate.value)
                #expect(abs(sum - value) < 1e-9, "seed \(seed)")
                #expect(value >= 0 && value <= 100 + 1e-9, "seed \(seed)")
            }
        }
    }

    @Test func `a criterion of weight 0 changes nothing`() throws {
        for seed in 0..<100 {
            let given = try Case(seed: seed)
            var extended = given
            extended.model.criteria.append(try leaf("extra", weight: "0", linear("0", "60")))
            for index in extended.candidates.indices {
                extended.candidates[index].performances["extra"] = .number(ExactDecimal(index))
            }
            #expect(areClose(try extended.values(), try given.values()), "seed \(seed)")
        }
    }

    @Test func `improving one performance never lowers the value`() throws {
        for seed in 0..<100 {
            let given = try Case(seed: seed)
            let before = try given.values()
            for criterion in given.model.criteria {
                guard case .leaf(let measure) = criterion.content else { continue }
                let step = ExactDecimal(measure.direction == .higher ? 7 : -7)
                var improved = given
                for index in improved.candidates.indices {
                    guard
                        case .number(let cell) = given.candidates[index].performances[criterion.id]
                    else { continue }
                    improved.candidates[index].performances[criterion.id] = .number(
                        try cell + step)
                }
                for (id, value) in try improved.values() {
                    #expect(value >= (before[id] ?? .nan) - 1e-12, "seed \(seed), \(criterion.id)")
                }
            }
        }
    }
}
