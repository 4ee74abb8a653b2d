import OutlayDecisions
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems

extension EvaluationResult {
    /// The sensitivity for programs: one member per section, null for what was not asked or cannot be said.
    public func sensitivityJSON(_ sensitivity: Sensitivity) -> JSONValue {
        let currency = evaluation.study.currency
        var result = head
        result["compared_by"] = .string(evaluation.comparisonBasis.rawValue)
        result["weights"] =
            sensitivity.weights.map { weights in
                .array(
                    weights.table.criteria.indices.map { Self.json(ofWeight: $0, in: weights) })
            } ?? .null
        result["constraints"] = sensitivity.weights.map(Self.json(ofConstraints:)) ?? .null
        result["options"] =
            sensitivity.weights.map { weights in
                .array(weights.table.options.indices.map { Self.json(ofOption: $0, in: weights) })
            } ?? .null
        result["methods"] = sensitivity.weights.map(Self.json(ofMethods:)) ?? .null
        result["acceptability"] = sensitivity.weights?.acceptability.map(Self.json) ?? .null
        result["knock_outs"] = .array(
            sensitivity.knockOutPrices.map { price in
                [
                    "kind": .string(price.kind.rawValue), "id": .string(price.id),
                    "excludes": .strings(price.excluded),
                    "winner_without": .string(orNull: price.winner),
                    "value": ResultJSON.value(price.value),
                    "npv": price.netPresentValue.map { ResultJSON.money($0, currency) } ?? .null,
                    "tco": price.costSaving.map { ResultJSON.money($0, currency) } ?? .null,
                ]
            })
        result["winning"] =
            sensitivity.winning.map { answer in
                json(of: answer, sensitivity.weights?.table)
            } ?? .null
        let ranges = MoneyRangesJSON(result: self)
        result["one_way"] = sensitivity.oneWay.map(ranges.json) ?? .null
        result["scenarios"] = sensitivity.scenarios.map(ranges.json) ?? .null
        result["draws"] = sensitivity.risk.map(ranges.json) ?? .null
        result["joint"] = sensitivity.joint.map(ranges.json) ?? .null
        result["information"] =
            sensitivity.information.flatMap { information in
                sensitivity.risk.map { ranges.json(information, $0) }
            } ?? .null
        return .object(result)
    }

    private static func json(ofWeight index: Int, in weights: WeightSensitivity) -> JSONValue {
        let (table, interval) = (weights.table, weights.stability.criteria[index])
        func crossover(_ crossover: WeightStability.Crossover?) -> JSONValue {
            crossover.map {
                [
                    "weight": ResultJSON.value($0.weight),
                    "option": .string(table.options[$0.option]),
                ]
            } ?? .null
        }
        func range(_ range: ClosedRange<Double>) -> JSONValue {
            [
                "from": ResultJSON.value(range.lowerBound),
                "to": ResultJSON.value(range.upperBound),
            ]
        }
        return [
            "criterion": .string(table.criteria[index]),
            "weight": ResultJSON.value(interval.weight),
            "keeps_rank_1": range(interval.keepsWinner),
            "keeps_all_ranks": range(interval.keepsRanking),
            "below": crossover(interval.below), "above": crossover(interval.above),
            "single_change": crossover(interval.singleChange),
        ]
    }

    private static func json(ofConstraints weights: WeightSensitivity) -> JSONValue {
        let constraints = weights.constraints
        let bounded = weights.table.criteria.filter {
            constraints.lower[$0] != nil || constraints.upper[$0] != nil
        }
        return [
            "ranges": .array(
                bounded.map { criterion in
                    [
                        "criterion": .string(criterion),
                        "from": ResultJSON.value(constraints.lower[criterion] ?? 0),
                        "to": ResultJSON.value(constraints.upper[criterion] ?? 1),
                    ]
                }),
            "order": .strings(constraints.order),
        ]
    }

    private static func json(ofOption index: Int, in weights: WeightSensitivity) -> JSONValue {
        let table = weights.table
        let standing: (name: String, lead: Double, weights: [Double]?)
        switch weights.optimality.standings[index] {
        case .best(let weights, let lead): standing = ("best", lead, weights)
        case .level(let weights): standing = ("level", 0, weights)
        case .never(let shortfall): standing = ("never", -shortfall, nil)
        }
        return [
            "id": .string(table.options[index]),
            "rank": .integer(table.ranks[index]), "value": ResultJSON.value(table.scores[index]),
            "best_for_some_weights": .string(standing.name),
            "most_points_ahead": ResultJSON.value(standing.lead),
            "weights": standing.weights.map { .array($0.map(ResultJSON.value)) } ?? .null,
            "dominated_by": .strings(
                weights.pareto.dominators(of: index).map { table.options[$0] }),
            "methods_first": .integer(weights.agreement.wins[index]),
            "best_method_rank": weights.agreement.rankRanges.map {
                .integer($0[index].lowerBound)
            } ?? .null,
            "worst_method_rank": weights.agreement.rankRanges.map {
                .integer($0[index].upperBound)
            } ?? .null,
        ]
    }

    private static func json(ofMethods weights: WeightSensitivity) -> JSONValue {
        let options = weights.table.options
        return [
            "runs": .array(
                weights.agreement.runs.map { run in
                    [
                        "method": .string(run.method),
                        "normalisation": .string(orNull: run.normalisation),
                        "ranks": run.ranks.map { .array($0.map { .integer($0) }) } ?? .null,
                    ]
                }),
            "mean_correlation": ResultJSON.ratio(weights.agreement.meanCorrelation),
            "reversals": .array(
                weights.reversals.map { entry in
                    let removals = entry.reversal?.removals
                    return [
                        "method": .string(entry.method),
                        "changed_pairs": removals.map { removals in
                            .integer(removals.reduce(0) { $0 + $1.changes.count })
                        } ?? .null,
                        "changes_rank_1": removals.map { removals in
                            .strings(removals.filter(\.changesBest).map { options[$0.option] })
                        } ?? .null,
                    ]
                }),
        ]
    }

    private static func json(_ drawn: RankAcceptability) -> JSONValue {
        let count = drawn.options.count
        return [
            "draws": .integer(drawn.trials), "seed": .string("\(drawn.seed)"),
            "options": .array(
                drawn.options.indices.map { option in
                    let ranks = (1...count).map { drawn.acceptability(ofOption: option, rank: $0) }
                    return [
                        "id": .string(drawn.options[option]),
                        "ranks": .array(ranks.map { ResultJSON.value($0) }),
                        "standard_errors": .array(
                            ranks.map { ResultJSON.value(drawn.standardError(of: $0)) }),
                        "wins": .array(
                            drawn.options.indices.map {
                                ResultJSON.value(drawn.winningIndex(of: option, against: $0))
                            }),
                        "holistic": ResultJSON.value(
                            drawn.holisticAcceptability(ofOption: option)),
                        "central_weights": drawn.centralWeights[option].map {
                            .array($0.map { ResultJSON.value($0) })
                        } ?? .null,
                        "central_weight_errors": drawn.centralWeightErrors[option].map {
                            .array($0.map { ResultJSON.value($0) })
                        } ?? .null,
                        "confidence": ResultJSON.value(drawn.confidenceFactors[option]),
                    ]
                }),
        ]
    }

    private func json(of answer: WinningAnswer, _ table: ValueTable?) -> JSONValue {
        let currency = evaluation.study.currency
        switch answer {
        case .notEligible(let option): return ["option": .string(option), "answer": "not eligible"]
        case .notScored(let option): return ["option": .string(option), "answer": "not scored"]
        case .conditions(let conditions, let money):
            guard let table else { return .null }
            return [
                "option": .string(table.options[conditions.option]), "answer": "changes",
                "rival": .string(orNull: conditions.rival.map { table.options[$0] }),
                "gap": ResultJSON.value(conditions.gap),
                "criteria": .array(
                    conditions.criteria.indices.map { index in
                        [
                            "criterion": .string(table.criteria[index]),
                            "value": Self.json(conditions.criteria[index].value),
                            "weight": Self.json(conditions.criteria[index].weight),
                        ]
                    }),
                "money": money.map { money in
                    [
                        "rival": .string(money.rival), "figure": .string(money.figure.rawValue),
                        "gap": ResultJSON.money(money.amount, currency),
                    ]
                } ?? .null,
            ]
        }
    }

    private static func json(_ change: WinningConditions.Change) -> JSONValue {
        switch change {
        case .notNeeded: ["answer": "not needed", "needed": .null, "change": .null]
        case .impossible: ["answer": "impossible", "needed": .null, "change": .null]
        case .to(let figure, by: let change):
            [
                "answer": "possible", "needed": ResultJSON.value(figure),
                "change": ResultJSON.value(change),
            ]
        }
    }
}
