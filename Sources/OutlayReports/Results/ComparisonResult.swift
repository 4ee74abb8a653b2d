import OutlayDecisions
import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// The comparison for programs: every option with its value, cost, gain and contract.
    ///
    /// - Parameter explaining: Whether the figures on the way to the scores are part of it.
    /// - Returns: A JSON object of the shape that `outlay schema --output compare` prints.
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    public func comparisonJSON(explaining: Bool = false) throws(Problem) -> JSONValue {
        var members: [JSONValue] = []
        for option in options { members.append(try json(of: option)) }
        var result = head
        result["method"] = methodJSON
        result["criteria"] = .array(criteriaJSON)
        result["options"] = .array(members)
        result["frontier"] = .strings(frontier)
        result["rejected"] = .array(
            rejected.map {
                [
                    "id": .string($0.id), "title": .string($0.title),
                    "reason": .string(orNull: $0.rejection),
                ]
            })
        result["steps"] = explaining ? try explanation().json : .null
        result["tradeoffs"] = tradeoffsJSON
        result["panel"] = panelJSON
        result["criteria_seal"] = sealJSON
        return .object(result)
    }

    /// What every result of an evaluation begins with.
    package var head: JSONObject {
        let study = evaluation.study
        return [
            "evaluation": ["id": .string(evaluation.id), "title": .string(evaluation.title)],
            "currency": .string(study.currency.code),
            "horizon": [
                "start": .string(study.horizon.start.description),
                "years": .integer(study.horizon.years),
            ],
            "discount_rate": [
                "value": .string(study.rate.ratePerYear.description),
                "timing": .string(study.rate.timing.rawValue),
            ],
            "baseline": .string(orNull: evaluation.baseline),
            "recommendation": recommendationJSON,
        ]
    }

    private var recommendationJSON: JSONValue {
        guard let recommendation = evaluation.recommendation else { return .null }
        return [
            "option": .string(recommendation.option),
            "reason": .string(orNull: recommendation.reason),
            "eligible": .bool(recommended != nil),
        ]
    }

    private func json(of result: OptionResult) throws(Problem) -> JSONValue {
        let currency = evaluation.study.currency
        let nominal = try Twice { (coverage) throws(Problem) in
            Money(try result.economics.costsByYear(coverage).sum(), currency)
        }
        let benefits = Twice { result.economics.benefitPresentValue($0) }
        return [
            "id": .string(result.option.id),
            "title": .string(result.option.title),
            "rank": result.rank.map { .integer($0) } ?? .null,
            "value": ResultJSON.value(result.decision.value),
            "value_rank": result.decision.rank.map { .integer($0) } ?? .null,
            "score": .string(orNull: result.score.map(MethodJSON.score)),
            "value_range": result.decision.range?.json ?? .null,
            "possible_ranks": result.decision.possibleRanks.map {
                ["best": .integer($0.lowerBound), "worst": .integer($0.upperBound)]
            } ?? .null,
            "missing": .strings(result.decision.missing),
            "eligibility": .string(result.decision.eligibility.rawValue),
            "knock_outs": knockOutsJSON(of: result),
            "minimums": .array(result.decision.minimums.map(Self.json)),
            "criteria": .array(result.decision.scores.map(Self.json)),
            "groups": .array(result.decision.groupScores.map(Self.json)),
            "weakest": result.decision.weakest.map(Self.json) ?? .null,
            "tco": ResultJSON.twice(result.totalCostOfOwnership) {
                ResultJSON.money($0, currency)
            },
            "nominal_cost": ResultJSON.twice(nominal, ResultJSON.money),
            "benefits": ResultJSON.twice(benefits) { ResultJSON.money($0, currency) },
            "npv": netPresentValue(of: result).map { pair in
                ResultJSON.twice(pair) { ResultJSON.money($0, currency) }
            } ?? .null,
            "benefit_cost_ratio": result.increment.map { pair in
                ResultJSON.twice(pair) { ResultJSON.ratio($0.benefitCostRatio) }
            } ?? .null,
            "payback_years": result.increment.map { pair in
                ResultJSON.twice(pair) { ResultJSON.ratio($0.paybackYears) }
            } ?? .null,
            "contract": try result.contract.map(Self.json) ?? .null,
            "sunk_cost": ResultJSON.money(Money(try result.economics.sunkCost(), currency)),
            "dominated_by": .string(orNull: result.dominatedBy),
            "on_frontier": .bool(frontier.contains(result.option.id)),
            "catalogue_facts": .array(result.option.catalogueFacts.map(Self.json)),
        ]
    }

    /// The gain over the baseline, which gains nothing over itself; nil where there is no baseline.
    private func netPresentValue(of result: OptionResult) -> Twice<Double>? {
        guard result.option.id != evaluation.baseline else { return Twice(all: 0, cash: 0) }
        return result.increment.map { pair in Twice { pair[$0].netPresentValue } }
    }

    private func knockOutsJSON(of result: OptionResult) -> JSONValue {
        .array(
            zip(evaluation.decision.knockOuts, result.decision.knockOuts).map { knockOut, outcome in
                var found: Performance?
                if case .failed(let performance) = outcome { found = performance }
                return [
                    "id": .string(knockOut.id),
                    "outcome": .string(outcome.name),
                    "found": .string(orNull: found?.description),
                    "needs": .string(knockOut.requirementInWords),
                ]
            })
    }

    private static func json(of score: CriterionScore) -> JSONValue {
        [
            "id": .string(score.id),
            "value": ResultJSON.value(score.value),
            "value_range": score.range?.json ?? .null,
            "contribution": ResultJSON.value(score.contribution),
        ]
    }

    private static func json(of minimum: MinimumResult) -> JSONValue {
        [
            "criterion": .string(minimum.criterion),
            "outcome": .string(minimum.outcome.rawValue),
            "found": minimum.found?.json ?? .null,
            "needs": .string(minimum.needed.description),
        ]
    }

    private static func json(of weakest: WeakestCriterion) -> JSONValue {
        [
            "criterion": .string(weakest.criterion),
            "value": ResultJSON.value(weakest.value),
            "weak": .bool(weakest.isWeak),
        ]
    }

    private static let plain = NumberText(separator: "", minus: .hyphen)

    /// Every criterion with its shares, each group before what it holds.
    private var criteriaJSON: [JSONValue] {
        let leaves = Dictionary(
            uniqueKeysWithValues: decision.criteria.leaves.map { ($0.id, $0.measure) })
        return decision.criteria.positions.map { position in
            let measure = leaves[position.id]
            return [
                "id": .string(position.id),
                "title": .string(position.title),
                "group": .string(orNull: position.path.last),
                "weight": ResultJSON.value(position.weight),
                "local_weight": ResultJSON.value(position.localShare.doubleValue),
                "minimum": .string(orNull: position.minimum?.description),
                "unit": .string(orNull: measure?.unit),
                "scale": .string(orNull: measure?.valueFunction.inWords(Self.plain)),
            ]
        }
    }

    private static func json(of contract: Contract) throws(Problem) -> JSONValue {
        [
            "value": ResultJSON.money(contract.value),
            "committed": ResultJSON.money(contract.committed),
            "leaving_costs": ResultJSON.money(contract.leavingCosts),
            "charges": .array(
                try contract.chargesByYear().map { year in
                    [
                        "fiscal_year": .string(year.fiscalYear.name),
                        "amount": ResultJSON.money(year.amount),
                    ]
                }),
            "charges_by_category": .array(
                contract.charges.map { charge in
                    [
                        "fiscal_year": .string(charge.fiscalYear.name),
                        "category": .string(charge.category),
                        "amount": ResultJSON.money(charge.amount),
                    ]
                }),
        ]
    }

    private static func json(of fact: CatalogueFact) -> JSONValue {
        [
            "use": .string(fact.use),
            "row": .string("\(fact.catalogue)/\(fact.row)"),
            "column": .string(fact.column),
            "value": .string(fact.value),
            "unit": .string(fact.unit),
            "date": .string(orNull: fact.date?.description),
            "source": .string(orNull: fact.source),
        ]
    }
}

extension KnockOutOutcome {
    /// The outcome as one word: passed, failed, unknown.
    package var name: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .unknown: "unknown"
        }
    }
}
