import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

extension Evaluation {
    /// Judges, costs and compares every option that was not set aside.
    ///
    /// - Parameter asOf: The day that quotes are judged on; it changes no figure.
    /// - Returns: Every figure, unrounded, and what readers must know beside them.
    /// - Throws: A ``Problem`` when an amount cannot be computed, such as an assumption without a value in
    ///   some year, or a number beyond 38 digits.
    /// - Complexity: O(options × lines × years), and O(*n* log *n*) in the options for the ranking.
    public func run(asOf: CalendarDate) throws(Problem) -> EvaluationResult {
        let evaluated = options.filter { $0.rejection == nil }
        let candidates = evaluated.map {
            Candidate(id: $0.id, performances: $0.performances)
        }
        let (decisions, panel) = try judge(candidates)
        let outcome = try method.map { (choice) throws(Problem) in
            try MethodOutcome(scoring: candidates, judged: decisions, by: choice)
        }
        var results: [OptionResult] = []
        for (option, candidate) in zip(evaluated, decisions.candidates) {
            let economics = try OptionEconomics(lines: option.lines, in: study(of: option))
            results.append(
                OptionResult(
                    option: option, decision: candidate,
                    rank: outcome.map { $0.rank(of: option.id) } ?? candidate.rank,
                    score: outcome?.score(of: option.id),
                    economics: economics,
                    equivalentAnnualCost: try Twice { (coverage) throws(Problem) in
                        try economics.equivalentAnnualCost(coverage)
                    },
                    equivalentAnnualBenefit: try Twice { (coverage) throws(Problem) in
                        try economics.equivalentAnnualBenefit(coverage)
                    },
                    basis: comparisonBasis,
                    contract: try Contract(
                        lines: option.contractLines, term: option.term, in: study(of: option))))
        }
        try compareWithBaseline(&results)
        let dominance = try dominance(among: results)
        for index in results.indices {
            results[index].dominatedBy = dominance?.dominator(of: results[index].option.id)
        }
        let displayed = order(&results, by: decisions)
        var result = EvaluationResult(
            evaluation: self, asOf: asOf, decision: decisions, method: outcome,
            options: displayed,
            rejected: options.filter { $0.rejection != nil },
            frontier: dominance?.frontierIDs ?? [], panel: panel, tradeoffs: [],
            findings: [])
        result.tradeoffs = try result.weighTradeoffs()
        result.findings = try Findings(result).all()
        return result
    }

    /// Judges the candidates, by the panel's values on the criteria that are the panel's.
    private func judge(
        _ candidates: [Candidate]
    ) throws(Problem) -> (DecisionResult, PanelResult?) {
        let measured = try AdditiveValue.evaluate(candidates, by: decision)
        guard let panel else { return (measured, nil) }
        // No panel judges a knock-out; whether a minimum is reached may depend on its values.
        let eligible = measured.candidates
            .filter { $0.knockOuts.allSatisfy { $0 == .passed } }.map(\.id)
        let judged = try panel.result(
            for: candidates.map(\.id), ranking: eligible, by: measured.criteria)
        let complete = candidates.map { candidate in
            Candidate(
                id: candidate.id, performances: candidate.performances,
                panelValues: judged.values(of: candidate.id))
        }
        return (try AdditiveValue.evaluate(complete, by: decision), judged)
    }

    private func compareWithBaseline(_ results: inout [OptionResult]) throws(Problem) {
        guard let baseline = results.first(where: { $0.option.id == baseline }) else { return }
        for index in results.indices where results[index].option.id != baseline.option.id {
            let economics = results[index].economics
            guard economics.study.horizon == baseline.economics.study.horizon else { continue }
            results[index].increment = try Twice { (coverage) throws(Problem) in
                try Increment(of: economics, over: baseline.economics, coverage)
            }
        }
    }

    private func dominance(among results: [OptionResult]) throws(Problem) -> Dominance? {
        guard hasLines else { return nil }
        let points = results.compactMap { result -> Dominance.Point? in
            guard result.decision.eligibility == .eligible, let range = result.decision.range
            else { return nil }
            return Dominance.Point(
                id: result.option.id, range: range,
                cost: study.settled(result.comparedCost.all))
        }
        return points.isEmpty ? nil : try Dominance(among: points)
    }

    /// Returns the results in display order: by the method's ranks where there is one; where nothing is
    /// scored, by cost, which then ranks too.
    private func order(
        _ results: inout [OptionResult], by decisions: DecisionResult
    ) -> [OptionResult] {
        guard decision.criteria.isEmpty else {
            let displayed = decisions.displayOrder.map { results[$0] }
            guard method != nil else { return displayed }
            let eligible = results.filter { $0.rank != nil }.enumerated().sorted { left, right in
                let (first, second) = (left.element.rank ?? .max, right.element.rank ?? .max)
                return first == second ? left.offset < right.offset : first < second
            }
            return eligible.map(\.element) + displayed.filter { $0.rank == nil }
        }
        let eligible = results.indices.filter { results[$0].decision.eligibility == .eligible }
        let ranks = Ranking.competition(
            scores: eligible.map { -study.settled(results[$0].comparedCost.all) })
        for (index, rank) in zip(eligible, ranks) { results[index].rank = rank }
        let costs = results.map(\.comparedCost.all)
        return results.indices.sorted { left, right in
            let (first, second) = (results[left].rank ?? .max, results[right].rank ?? .max)
            if first != second { return first < second }
            return costs[left] == costs[right] ? left < right : costs[left] < costs[right]
        }
        .map { results[$0] }
    }
}
