import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayValues

/// What ranges, scenarios and draws say of the money, for programs.
struct MoneyRangesJSON {
    let result: EvaluationResult

    private var currency: Currency { result.evaluation.study.currency }

    private func id(_ option: Int) -> JSONValue { .string(result.options[option].option.id) }

    private func money(_ amount: Double?) -> JSONValue {
        amount.map { ResultJSON.money($0, currency) } ?? .null
    }

    // MARK: - One at a time

    func json(_ oneWay: OneWaySensitivity) -> JSONValue {
        let options = result.options.indices
        return [
            "figure": .string(oneWay.figure.rawValue),
            "inputs": .array(
                zip(oneWay.bars, oneWay.switches).map { bar, change in
                    let input = oneWay.model.inputs[bar.input]
                    return [
                        "id": .string(input.id), "stated": .string(input.stated.description),
                        "low": ResultJSON.value(bar.low), "high": ResultJSON.value(bar.high),
                        "has_range": .bool(input.range != nil),
                        "options": .array(
                            options.map { option in
                                [
                                    "option": id(option), "at_low": money(bar.atLow[option]),
                                    "at_high": money(bar.atHigh[option]),
                                    "swing": money(bar.swing(of: option)),
                                    "cash_at_low": money(bar.cashAtLow[option]),
                                    "cash_at_high": money(bar.cashAtHigh[option]),
                                    "zero_below": ResultJSON.value(change.zero[option]?.below),
                                    "zero_above": ResultJSON.value(change.zero[option]?.above),
                                ]
                            }),
                        "passes_below": json(change.lead.below),
                        "passes_above": json(change.lead.above),
                    ]
                }),
            "benefit_changes": .array(
                options.map { option in
                    [
                        "option": id(option),
                        "change": ResultJSON.ratio(oneWay.benefitChanges[option]),
                    ]
                }),
        ]
    }

    private func json(_ place: OneWaySensitivity.Takeover.Place?) -> JSONValue {
        place.map { ["value": ResultJSON.value($0.value), "option": id($0.option)] } ?? .null
    }

    // MARK: - Scenarios

    func json(_ comparison: ScenarioComparison) -> JSONValue {
        func figures(_ list: [ScenarioComparison.Figures]) -> JSONValue {
            .array(
                zip(comparison.options, list).map { option, figures in
                    [
                        "option": .string(option),
                        "tco": ResultJSON.twice(figures.totalCost) { money($0) },
                        "npv": figures.netPresentValue.map { pair in
                            ResultJSON.twice(pair) { money($0) }
                        } ?? .null, "rank": figures.rank.map { .integer($0) } ?? .null,
                    ]
                })
        }
        return [
            "cases": .array(
                comparison.cases.map { entry in
                    [
                        "scenario": .string(orNull: entry.scenario?.id),
                        "title": .string(entry.scenario?.title ?? "As stated"),
                        "probability": .string(
                            orNull: entry.scenario?.probability?.description),
                        "values": .array(
                            (entry.scenario?.values ?? []).map {
                                [
                                    "assumption": .string($0.assumption),
                                    "value": .string($0.value.description),
                                ]
                            }), "options": figures(entry.figures),
                    ]
                }), "expected": comparison.expected.map(figures) ?? .null,
        ]
    }

    // MARK: - Draws

    func json(_ risk: OutcomeRisk) -> JSONValue {
        let simulation = risk.simulation
        return [
            "trials": .integer(simulation.trials), "seed": .string("\(simulation.seed)"),
            "percentiles": "exact",
            "inputs": .array(
                zip(simulation.model.inputs, simulation.distributions).map { input, distribution in
                    [
                        "id": .string(input.id),
                        "distribution": .string(input.range?.distribution.name ?? "none"),
                        "mean": ResultJSON.value(distribution.mean),
                    ]
                }),
            "correlations": .array(
                simulation.correlations.map {
                    [
                        "between": .strings([$0.first, $0.second]),
                        "rank": .string($0.coefficient.description),
                    ]
                }),
            "options": .array(
                risk.options.map { option in
                    [
                        "option": .string(option.id),
                        "tco": ResultJSON.twice(option.totalCost) { json($0, isValue: false) },
                        "npv": option.netPresentValue.map { pair in
                            ResultJSON.twice(pair) { json($0, isValue: true) }
                        } ?? .null,
                        "worse_than_stated": ResultJSON.twice(option.shareWorseThanStated) {
                            ResultJSON.ratio($0)
                        },
                        "check": option.check.map { pair in
                            ResultJSON.twice(pair) { check in
                                [
                                    "expected": money(check.expected),
                                    "standard_errors": ResultJSON.ratio(check.standardErrors),
                                ]
                            }
                        } ?? .null,
                    ]
                }),
            "cheaper": .array(
                risk.cheaper.map { row in
                    .array(row.map { pair in ResultJSON.twice(pair) { ResultJSON.ratio($0) } })
                }),
        ]
    }

    private func json(_ sample: SampleSummary, isValue: Bool) -> JSONValue {
        [
            "mean": money(sample.mean), "standard_error": money(sample.standardError),
            "p10": money(sample.tenth), "p50": money(sample.median), "p90": money(sample.ninetieth),
            "quantiles": .array(sample.quantiles.map { money($0) }),
            "share_above_zero": isValue ? ResultJSON.ratio(sample.shareAboveZero) : .null,
        ]
    }

    // MARK: - Choosing

    func json(_ joint: JointChoice) -> JSONValue {
        [
            "trials": .integer(joint.trials),
            "drawn_performances": .integer(joint.drawnPerformances),
            "draws_weights": .bool(joint.drawsWeights), "method": .string(orNull: joint.method),
            "options": .array(
                joint.options.map { option in
                    [
                        "option": .string(option.id),
                        "best_in_money": ResultJSON.ratio(option.bestInMoney),
                        "best_in_value": ResultJSON.ratio(option.bestInValue),
                        "best_in_both": ResultJSON.ratio(option.bestInBoth),
                        "on_frontier": ResultJSON.ratio(option.onFrontier),
                        "regret_in_money": money(option.regretInMoney),
                        "regret_in_value": ResultJSON.value(option.regretInValue),
                    ]
                }),
        ]
    }

    func json(_ information: InformationReport, _ risk: OutcomeRisk) -> JSONValue {
        let inputs = risk.simulation.model.inputs
        let (method, classes): (String, JSONValue) =
            switch information.method {
            case .closedForm: ("closed-form", .null)
            case .classes(let count): ("classes", .integer(count))
            }
        return [
            "choice": .string(information.choice), "method": .string(method), "classes": classes,
            "everything": money(information.everything),
            "inputs": .array(
                information.inputs.map {
                    ["id": .string(inputs[$0.input].id), "worth": money($0.value)]
                }),
        ]
    }
}
