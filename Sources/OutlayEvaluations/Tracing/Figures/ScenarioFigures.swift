import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What options cost and gain in each scenario, and what is expected over all.
enum ScenarioFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard let comparison = try result.scenarioComparison() else { return [] }
        return comparison.options.indices.flatMap { place -> [Figure] in
            guard let option = result.option(comparison.options[place]) else { return [] }
            let scenarios = OptionScenarios(
                frame: OptionFrame(result: result, option: option), place: place,
                comparison: comparison)
            return scenarios.figures()
        } + result.evaluation.scenarios.compactMap { probability(of: $0, result) }
    }

    static func probabilityName(_ scenario: Scenario) -> FigureName {
        FigureName(["scenarios", .stated(scenario.id)])
    }

    private static func probability(
        of scenario: Scenario, _ result: EvaluationResult
    ) -> Figure? {
        scenario.probability.map { probability in
            Figure(probabilityName(scenario), "probability of the scenario \(scenario.title)") {
                caption throws(Problem) in
                caption.explained(
                    FigureValue(.exact(probability), .fraction),
                    rule: "as the document states it",
                    origins: Evaluation.origins(
                        at: result.evaluation.places?.place(
                            "scenarios", scenario.id, "probability")))
            }
        }
    }
}

/// The figures of one option in all scenarios.
private struct OptionScenarios: Sendable {
    let frame: OptionFrame
    /// The option's place in the comparison.
    let place: Int
    let comparison: ScenarioComparison

    private struct Kind: Sendable {
        let word: String
        let text: String
        let figure: @Sendable (ScenarioComparison.Figures) -> Double?
    }

    func figures() -> [Figure] {
        Coverage.allCases.flatMap { coverage -> [Figure] in
            let kinds = [
                Kind(
                    word: frame.result.comparedCostWord, text: frame.result.comparedCostName
                ) { $0.totalCost[coverage] },
                Kind(word: frame.result.gainWord, text: frame.result.gainName) {
                    $0.netPresentValue?[coverage]
                },
            ]
            return kinds.flatMap { kind -> [Figure] in
                let cases = comparison.cases.compactMap { entry -> Figure? in
                    guard let scenario = entry.scenario,
                        let amount = kind.figure(entry.figures[place])
                    else { return nil }
                    return figure(of: kind, amount, in: scenario, coverage)
                }
                return cases + (expected(kind, coverage).map { [$0] } ?? [])
            }
        }
    }

    private func name(_ kind: Kind, _ scenario: Scenario, _ coverage: Coverage) -> FigureName {
        frame.name(coverage, "scenarios", .stated(scenario.id), .word(kind.word))
    }

    private func figure(
        of kind: Kind, _ amount: Double, in scenario: Scenario, _ coverage: Coverage
    ) -> Figure {
        Figure(
            name(kind, scenario, coverage),
            "\(kind.text) of \(frame.title) in the scenario \(scenario.title)"
                + frame.coverageText(coverage)
        ) { caption throws(Problem) in
            caption.explained(
                .money(amount, frame.currency),
                parts: scenario.values.map { value in
                    let unit = frame.study.assumptions[value.assumption]?.unit ?? ""
                    return Explanation.Part(
                        value.assumption, FigureValue(.exact(value.value), .quantity(unit)))
                },
                rule: "the \(kind.text) computed anew with these values of assumptions",
                origins: Evaluation.origins(
                    at: frame.evaluation.places?.place("scenarios", scenario.id)))
        }
    }

    private func expected(_ kind: Kind, _ coverage: Coverage) -> Figure? {
        guard let amount = comparison.expected.flatMap({ kind.figure($0[place]) }) else {
            return nil
        }
        return Figure(
            frame.name(coverage, "expected", .word(kind.word)),
            "\(kind.text) of \(frame.title) expected over the scenarios"
                + frame.coverageText(coverage)
        ) { caption throws(Problem) in
            var parts: [Explanation.Part] = []
            var terms: [Formula] = []
            for entry in comparison.cases {
                guard let scenario = entry.scenario, let probability = scenario.probability,
                    let figure = kind.figure(entry.figures[place])
                else { continue }
                terms.append(.product([.part(parts.count), .part(parts.count + 1)]))
                parts += [
                    Explanation.Part(
                        "probability of \(scenario.id)",
                        FigureValue(.exact(probability), .fraction),
                        ScenarioFigures.probabilityName(scenario)),
                    Explanation.Part(
                        "\(kind.text) in \(scenario.id)", .money(figure, frame.currency),
                        name(kind, scenario, coverage)),
                ]
            }
            return caption.explained(
                .money(amount, frame.currency), formula: .sum(terms), parts: parts)
        }
    }
}
