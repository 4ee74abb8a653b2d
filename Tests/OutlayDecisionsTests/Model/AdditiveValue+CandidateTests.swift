import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

/// Minimums, the weakest criterion, and values of which a part is missing.
struct AdditiveValueCandidateTests {
    private func candidate(_ id: String, _ performances: KeyValuePairs<String, Int>) -> Candidate {
        Candidate(
            id: id,
            performances: Dictionary(
                uniqueKeysWithValues: performances.map { ($0.key, .number(ExactDecimal($0.value))) }
            ))
    }

    private func model(
        _ criteria: [Criterion], missing: DecisionModel.MissingPerformance = .bounds,
        margin: Int = 0, weakBelow: Int = 25
    ) -> DecisionModel {
        DecisionModel(
            criteria: criteria, knockOuts: [], margin: ExactDecimal(margin), missing: missing,
            weakBelow: ExactDecimal(weakBelow))
    }

    private func half(_ id: String, minimum: String? = nil) throws -> Criterion {
        try leaf(id, weight: "0.5", linear("0", "100"), minimum: minimum)
    }

    // MARK: - Minimums

    @Test func `an option below a minimum is out, however good the rest`() throws {
        let result = try AdditiveValue.evaluate(
            [
                candidate("strong", ["price": 100, "usability": 35]),
                candidate("even", ["price": 50, "usability": 40]),
            ], by: model([half("price"), half("usability", minimum: "40")]))
        let strong = try #require(result.candidate("strong"))
        #expect(strong.eligibility == .failed && strong.rank == nil && strong.value == 67.5)
        let minimum = try #require(strong.minimums.first)
        #expect(minimum.criterion == "usability" && minimum.needed == ExactDecimal(40))
        #expect(minimum.found == ValueRange(35) && minimum.outcome == .failed)
        #expect(result.candidate("even")?.rank == 1)
        #expect(result.candidate("even")?.minimums.map(\.outcome) == [.passed])
        #expect(result.lead?.leader == "even" && result.lead?.runnerUp == nil)
        #expect(result.candidatesFailingOnlyMinimum(of: "usability") == ["strong"])
        #expect(result.candidatesFailingOnlyMinimum(of: "price") == [])
    }

    @Test(arguments: DecisionModel.MissingPerformance.allCases)
    func `a minimum is unknown where the performance is, whatever stands in for it`(
        missing: DecisionModel.MissingPerformance
    ) throws {
        let result = try AdditiveValue.evaluate(
            [candidate("open", ["price": 100])],
            by: model([half("price"), half("usability", minimum: "0")], missing: missing))
        #expect(result.candidates[0].minimums.map(\.outcome) == [.unknown])
        #expect(result.candidates[0].minimums[0].found == nil)
        #expect(result.candidates[0].eligibility == .unknown && result.candidates[0].rank == nil)
    }

    @Test(arguments: [("20", "passed"), ("40", "unknown"), ("70", "unknown"), ("71", "failed")])
    func `a group meets its minimum when it surely does`(minimum: String, outcome: String) throws {
        let criteria = [
            try group("use", weight: "1", [half("speed"), half("ease")], minimum: minimum)
        ]
        let result = try AdditiveValue.evaluate(
            [candidate("a", ["speed": 40])], by: model(criteria, missing: .worst))
        let found = try #require(result.candidates[0].minimums.first)
        #expect(found.found == ValueRange(20, 70) && found.outcome.rawValue == outcome)
    }

    @Test func `a minimum and a knock-out each keep an option out`() throws {
        var both = try model([half("price"), half("usability", minimum: "40")])
        both.knockOuts = [
            KnockOut(id: "sso", question: "", requirement: .equals(.yesNo(true)))
        ]
        var failing = candidate("a", ["price": 50, "usability": 10])
        failing.performances["sso"] = .yesNo(false)
        let result = try AdditiveValue.evaluate([failing], by: both)
        #expect(result.candidatesFailingOnly("sso") == [])
        #expect(result.candidatesFailingOnlyMinimum(of: "usability") == [])
    }

    // MARK: - The weakest criterion

    @Test func `the weakest is the lowest value, then the heavier, then the first`() throws {
        let criteria = try [("a", "0.2"), ("b", "0.3"), ("c", "0.3"), ("d", "0.2"), ("e", "0")].map
        {
            try leaf($0, weight: $1, linear("0", "100"))
        }
        func weakest(_ values: [Int]) throws -> WeakestCriterion? {
            let performances = zip(criteria, values)
                .map { ($0.id, Performance.number(ExactDecimal($1))) }
            return try AdditiveValue.evaluate(
                [
                    Candidate(
                        id: "x", performances: Dictionary(uniqueKeysWithValues: performances))
                ], by: model(criteria)
            ).candidates[0].weakest
        }
        let weak = try #require(try weakest([50, 60, 70, 24, 0]))
        #expect(weak.criterion == "d" && weak.value == 24 && weak.isWeak)
        #expect(try weakest([25, 25, 25, 25, 0])?.criterion == "b")
        #expect(try weakest([25, 25, 25, 25, 0])?.isWeak == false)
        #expect(try weakest([30, 40, 40, 30, 0])?.criterion == "a")
    }

    @Test func `what is missing is weakest only where it counts as the worst`() throws {
        let criteria = try [half("price"), half("usability")]
        for (missing, id) in [
            (DecisionModel.MissingPerformance.worst, "usability"), (.bounds, "price"),
            (.refuse, "price"),
        ] {
            let result = try AdditiveValue.evaluate(
                [candidate("a", ["price": 10])], by: model(criteria, missing: missing))
            #expect(result.candidates[0].weakest?.criterion == id)
        }
    }

    // MARK: - Ranges

    /// With a weight of ½ on what is missing, 40 points more are possible where the best level is worth 80.
    @Test func `a missing performance makes the value a range from its worst to its best`() throws {
        let criteria = try [
            half("price"), leaf("support", weight: "0.5", levels(["basic": 10, "full": 80])),
        ]
        let result = try AdditiveValue.evaluate(
            [candidate("a", ["price": 60])], by: model(criteria))
        let found = result.candidates[0]
        #expect(found.range == ValueRange(35, 70) && found.value == nil)
        #expect(found.missing == ["support"])
        #expect(found.scores[1].range == ValueRange(10, 80) && found.scores[1].value == nil)
        #expect(found.scores[1].contributionRange == ValueRange(5, 40))
        #expect(found.scores[1].contribution == nil)
        let worst = try AdditiveValue.evaluate(
            [candidate("a", ["price": 60])], by: model(criteria, missing: .worst))
        #expect(worst.candidates[0].value == 35)
    }

    @Test func `a missing performance of weight 0 leaves the value known`() throws {
        let criteria = try [
            leaf("price", weight: "1", linear("0", "100")),
            leaf("colour", weight: "0", linear("0", "1")),
        ]
        let result = try AdditiveValue.evaluate(
            [candidate("a", ["price": 60])], by: model(criteria))
        #expect(result.candidates[0].value == 60)
        #expect(result.candidates[0].scores[1].contribution == nil)
    }

    @Test func `low ends rank, and possible ranks say what else may come`() throws {
        let criteria = try [half("price"), half("usability")]
        let result = try AdditiveValue.evaluate(
            [
                candidate("open", ["price": 60]),
                candidate("sure", ["price": 80, "usability": 60]),
                candidate("low", ["price": 20, "usability": 30]),
            ], by: model(criteria))
        #expect(result.candidates.map(\.range?.low) == [30, 70, 25])
        #expect(result.candidates.map(\.rank) == [2, 1, 3])
        #expect(result.candidates.map(\.possibleRanks) == [1...2, 1...2, 3...3])
        #expect(result.lead?.leader == "sure" && result.lead?.runnerUp == "open")
        #expect(result.lead?.points == -10 && result.lead?.isClear == false)
    }

    @Test(arguments: [(10, true), (11, false)])
    func `a lead is clear when the low end is above every other high end by the margin`(
        margin: Int, isClear: Bool
    ) throws {
        let criteria = try [half("price"), half("usability")]
        let result = try AdditiveValue.evaluate(
            [
                candidate("first", ["price": 100, "usability": 80]),
                candidate("second", ["price": 70, "usability": 70]),
                candidate("open", ["price": 60]),
            ], by: model(criteria, margin: margin))
        #expect(result.lead?.leader == "first" && result.lead?.runnerUp == "open")
        #expect(result.lead?.points == 10 && result.lead?.isClear == isClear)
    }

    @Test func `a scale from the options has no ends for what is missing`() throws {
        let criteria = try [
            half("price"), leaf("speed", weight: "0.5", linear("0", "10"), fromData: true),
        ]
        let problem = #expect(throws: Problem.self) {
            try AdditiveValue.evaluate([candidate("a", ["price": 60])], by: model(criteria))
        }
        #expect(problem?.code == .badScale)
        #expect(problem?.summary == "`a` has no performance on `speed`")
        #expect(problem?.location == .part("option a"))
    }

    @Test func `over seeds every way to fill the gaps stays within ranges and possible ranks`()
        throws
    {
        for seed in 0..<150 {
            var generator = SeededGenerator(seed: seed)
            let criteria = try [
                leaf("a", weight: "0.5", linear("0", "10")),
                leaf("b", weight: "0.3", exponential("0", half: "3", "10")),
                leaf("c", weight: "0.2", target("0", "4", "6", "10"), nil),
            ]
            var open: [Candidate] = []
            for option in 0..<Int.random(in: 1...5, using: &generator) {
                var given = Candidate(id: "o\(option)", performances: [:])
                for criterion in criteria where Int.random(in: 0...3, using: &generator) > 0 {
                    given.performances[criterion.id] = .number(
                        ExactDecimal(Int.random(in: 0...10, using: &generator)))
                }
                open.append(given)
            }
            let bounds = try AdditiveValue.evaluate(open, by: model(criteria))
            for _ in 0..<10 {
                var filled = open
                for index in filled.indices {
                    for criterion in criteria where open[index].performances[criterion.id] == nil {
                        filled[index].performances[criterion.id] = .number(
                            ExactDecimal(Int.random(in: 0...10, using: &generator)))
                    }
                }
                let exact = try AdditiveValue.evaluate(filled, by: model(criteria))
                for (wide, one) in zip(bounds.candidates, exact.candidates) {
                    let (range, value) = (try #require(wide.range), try #require(one.value))
                    #expect(range.low - 1e-9 <= value && value <= range.high + 1e-9, "seed \(seed)")
                    let (ranks, rank) = (try #require(wide.possibleRanks), try #require(one.rank))
                    #expect(ranks.contains(rank), "seed \(seed), \(one.id)")
                    #expect(one.possibleRanks == rank...rank, "seed \(seed), \(one.id)")
                }
                if bounds.lead?.isClear == true {
                    #expect(exact.lead?.leader == bounds.lead?.leader, "seed \(seed)")
                }
            }
        }
    }
}
