import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What drawn states say of the money: percentiles, chances, regrets, and what it is worth to know a number.
enum DrawFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard let risk = result.robustness?.risk, !risk.simulation.model.inputs.isEmpty else {
            return []
        }
        let draws = Draws(result: result, risk: risk)
        var figures = risk.options.indices.flatMap(draws.samples)
        figures += draws.cheaper()
        figures += draws.chances(try result.jointChoice(risk))
        if let information = try result.informationReport(risk) {
            figures += draws.worths(information)
        }
        return figures
    }
}

/// The figures that follow from one set of draws.
private struct Draws: Sendable {
    let result: EvaluationResult
    let risk: OutcomeRisk

    private var simulation: OutcomeSimulation { risk.simulation }
    private var currency: Currency { result.evaluation.study.currency }

    /// How the states were drawn, as the first words of a rule.
    private var method: String {
        let inputs = simulation.model.inputs.map(\.id)
        let ties = simulation.correlations.count
        let states = NumberText(separator: "\u{202F}").text(of: ExactDecimal(simulation.trials))
        return "\(states) states drawn with seed \(simulation.seed), each one number of "
            + inputs.list("and")
            + (ties == 0
                ? ", independently"
                : ", tied by \(ties) rank correlation\(ties == 1 ? "" : "s")")
    }

    /// The ranges that the states are drawn from.
    private var origins: [Explanation.Origin] {
        var seen: Set<Explanation.Origin> = []
        return simulation.model.inputs.flatMap { RangeFigures.origins(of: $0, result) }
            .filter { seen.insert($0).inserted }
    }

    private func leaf(
        _ name: FigureName, _ title: String, _ value: FigureValue, _ rule: String,
        notes: [String] = []
    ) -> Figure {
        Figure(name, title) { caption throws(Problem) in
            caption.explained(
                value, rule: rule + "; " + method, origins: origins, notes: notes)
        }
    }

    // MARK: - Percentiles

    /// Returns what the draws say of one option's total cost and net present value.
    func samples(of place: Int) -> [Figure] {
        let option = risk.options[place]
        let frame = OptionFrame(result: result, option: result.options[place])
        var figures: [Figure] = []
        for coverage in Coverage.allCases {
            if let sample = option.netPresentValue?[coverage] {
                figures += summary(
                    sample, frame.name(coverage, .word(result.gainWord)),
                    "\(result.gainTitle) of \(frame.title)" + frame.coverageText(coverage), option,
                    coverage)
                figures.append(
                    leaf(
                        frame.name(coverage, .word(result.gainWord), "above_zero"),
                        "share of draws in which the \(result.gainName) of \(frame.title) is above 0"
                            + frame.coverageText(coverage),
                        FigureValue(.real(sample.shareAboveZero), .fraction),
                        "the count of draws above 0 by the count of draws"))
            }
            figures += summary(
                option.totalCost[coverage], frame.name(coverage, .word(result.comparedCostWord)),
                "\(result.comparedCostName) of \(frame.title)" + frame.coverageText(coverage),
                option, coverage)
            figures.append(
                leaf(
                    frame.name(coverage, "worse_draws"),
                    "share of draws that turn out worse for \(frame.title) than stated"
                        + frame.coverageText(coverage),
                    FigureValue(.real(option.shareWorseThanStated[coverage]), .fraction),
                    "the percentile at which the stated case sits, one that equals it counting half"
                ))
        }
        return figures
    }

    private func summary(
        _ sample: SampleSummary, _ name: FigureName, _ subject: String,
        _ option: OutcomeRisk.OptionRisk, _ coverage: Coverage
    ) -> [Figure] {
        func money(_ figure: Double) -> FigureValue { .money(figure, currency) }
        let rule = "percentile by definition 7 of Hyndman and Fan, exact over all draws"
        let isChecked = (option.netPresentValue?[coverage] ?? option.totalCost[coverage]) == sample
        let check = isChecked ? option.check?[coverage] : nil
        let notes = check.map {
            [
                "The closed form gives "
                    + NumberText(separator: "\u{202F}").text(of: settled($0.expected)) + "."
            ]
        }
        return [
            leaf(name.appending("p10"), "P10 of the \(subject)", money(sample.tenth), rule),
            leaf(name.appending("p50"), "P50 of the \(subject)", money(sample.median), rule),
            leaf(name.appending("p90"), "P90 of the \(subject)", money(sample.ninetieth), rule),
            leaf(
                name.appending("mean"), "mean of the \(subject)", money(sample.mean),
                "the mean of the draws", notes: notes ?? []),
            leaf(
                name.appending("standard_error"), "standard error of the mean \(subject)",
                money(sample.standardError),
                "the standard deviation of the draws by the root of their count"),
        ]
    }

    private func settled(_ amount: Double) -> ExactDecimal {
        (try? ExactDecimal(nearest: amount, places: 0)) ?? .zero
    }

    // MARK: - Options beside each other

    /// Returns in how many draws one option costs less than another.
    func cheaper() -> [Figure] {
        result.options.indices.flatMap { row in
            result.options.indices.filter { $0 != row }.flatMap { column in
                Coverage.allCases.map { coverage in
                    let frame = OptionFrame(result: result, option: result.options[row])
                    let rival = result.options[column].option
                    return leaf(
                        frame.name(coverage, "cheaper", .stated(rival.id)),
                        "share of draws in which \(frame.title) costs less than \(rival.title)"
                            + frame.coverageText(coverage),
                        FigureValue(.real(risk.cheaper[row][column][coverage]), .fraction),
                        "the count of draws with the lower \(result.comparedCostName) by the count of draws"
                    )
                }
            }
        }
    }

    /// Returns how likely each option is the best, and what choosing it would give up.
    func chances(_ joint: JointChoice) -> [Figure] {
        joint.options.flatMap { option -> [Figure] in
            guard let found = result.option(option.id) else { return [] }
            let frame = OptionFrame(result: result, option: found)
            let shares: [(FigureName.Part, String, Double?)] = [
                ("best_in_money", "is best in money", option.bestInMoney),
                ("best_in_value", "is best in value", option.bestInValue),
                ("best_in_both", "is best in money and in value", option.bestInBoth),
                ("on_frontier", "is on the frontier of value and cost", option.onFrontier),
            ]
            let performances = joint.drawnPerformances
            let beside =
                "the count of such draws by the count of draws, with \(performances) "
                + "performance\(performances == 1 ? "" : "s") drawn beside the money"
            return shares.compactMap { word, text, share in
                share.map {
                    leaf(
                        frame.name(.all, word), "share of draws in which \(frame.title) \(text)",
                        FigureValue(.real($0), .fraction), beside)
                }
            } + [
                leaf(
                    frame.name(.all, "regret_in_money"),
                    "expected regret of choosing \(frame.title)",
                    .money(option.regretInMoney, currency),
                    "the mean by which the best in money is ahead of it")
            ]
                + (option.regretInValue.map { regret in
                    [
                        leaf(
                            frame.name(.all, "regret_in_value"),
                            "expected points that choosing \(frame.title) gives up",
                            FigureValue(.real(regret), .points),
                            "the mean by which the best in value is ahead of it")
                    ]
                } ?? [])
        }
    }

    /// Returns what it is worth to know numbers before choosing.
    func worths(_ information: InformationReport) -> [Figure] {
        let choice = "without it \(information.choice) is chosen"
        let rule =
            switch information.method {
            case .closedForm:
                "expected value of perfect information: expected money in closed form, at "
                    + "\(OutcomeSimulation.quadraturePoints) equally likely numbers; \(choice)"
            case .classes(let count):
                "expected value of perfect information from the means of \(count) classes of draws; "
                    + "\(choice); \(method)"
            }
        return information.inputs.map { entry in
            let input = simulation.model.inputs[entry.input]
            let name = FigureName(["worth"] + RangeFigures.words(of: input))
            let title = "what it is worth at most to know \(input.id) before choosing"
            return Figure(name, title) { caption throws(Problem) in
                caption.explained(
                    .money(entry.value, currency), rule: rule,
                    origins: information.method == .closedForm
                        ? RangeFigures.origins(of: input, result) : origins)
            }
        } + [
            leaf(
                FigureName(["worth"]),
                "what it is worth at most to know every number before choosing",
                .money(information.everything, currency),
                "the mean of the best option's money in each draw less the best option's mean")
        ]
    }
}
