import OutlayEconomics
import OutlayEvaluations
import OutlayValues

/// What ranges, scenarios and draws say of the money, as sections of a report.
struct MoneyRangesReport {
    let result: EvaluationResult
    /// The colour number of an option, the same in every chart.
    var series: (OptionResult) -> Int = { _ in 0 }

    private var money: YearColumns { YearColumns(result.evaluation.study) }
    private var measure: Measure { .money(result.evaluation.study.currency) }
    private var currency: Currency { result.evaluation.study.currency }

    private func title(_ id: String) -> String { result.option(id)?.option.title ?? id }

    private func amount(_ figure: Double, sign: NumberText.SignPolicy = .negative) -> String {
        measure.label(figure, sign: sign)
    }

    // MARK: - One at a time

    /// Which number would flip what, with the chart of one option, or of all where `option` is nil.
    func oneWaySection(_ oneWay: OneWaySensitivity, about option: Int?) -> ReportSection? {
        guard !oneWay.bars.isEmpty, let subject = option ?? result.subjectIndex ?? anyOption(oneWay)
        else { return nil }
        let text = SwitchingText(result, oneWay)
        let shown =
            option.map { [$0] }
            ?? result.options.indices.filter {
                $0 != oneWay.model.baseline
            }
        var blocks: [Block] = shown.compactMap { chart(oneWay, about: $0) }.map { .chart($0) }
        if let option {
            blocks.append(.table(text.table(about: option, withTakeovers: true)))
        } else {
            blocks += shown.map { .table(text.table(about: $0, withTakeovers: false)) }
            blocks.append(.table(text.takeoverTable()))
        }
        blocks.append(.paragraph(RichText(SwitchingText.reachText)))
        return ReportSection(
            id: "ranges",
            title: text.sentence(about: subject)
                ?? "One number at a time moves the money of "
                + result.options[subject].option.title,
            question: "Which single number would flip it?", blocks: blocks)
    }

    private func anyOption(_ oneWay: OneWaySensitivity) -> Int? {
        result.options.indices.first { $0 != oneWay.model.baseline }
    }

    /// The bars of one option, by index; nil where nothing moves its money.
    private func chart(_ oneWay: OneWaySensitivity, about option: Int) -> TornadoChart? {
        let wording = InputWording(result: result)
        let owner = result.options[option].option
        let bars = oneWay.bars(of: option).filter { $0.swing(of: option) > 0 }
        guard let widest = bars.first else { return nil }
        let isValue = oneWay.figure == .netPresentValue
        let figure = isValue ? result.gainTitle : result.comparedCostName
        let stated =
            isValue
            ? result.gain(of: result.options[option])?.all ?? 0
            : result.options[option].comparedCost.all
        let first = oneWay.model.inputs[widest.input]
        return TornadoChart(
            title: "\(figure) of \(owner.title), one number at a time, \(currency.code)",
            summary: "\(wording.name(first, of: owner.id)) moves it most: from "
                + "\(amount(widest.atLow[option])) at \(wording.number(widest.low, of: first)) to "
                + "\(amount(widest.atHigh[option])) at \(wording.number(widest.high, of: first)).",
            stated: stated, figure: figure,
            bars: bars.map { bar in
                let input = oneWay.model.inputs[bar.input]
                return TornadoChart.Bar(
                    title: wording.name(input, of: owner.id),
                    low: wording.number(bar.low, of: input),
                    high: wording.number(bar.high, of: input), atLow: bar.atLow[option],
                    atHigh: bar.atHigh[option],
                    cash: (bar.cashAtLow[option], bar.cashAtHigh[option]))
            }, measure: measure)
    }

    // MARK: - Scenarios

    /// The scenarios side by side.
    func scenarioSection(_ comparison: ScenarioComparison) -> ReportSection {
        let cases = comparison.cases
        let firsts = cases.map { entry in
            zip(comparison.options, entry.figures).filter { $0.1.rank == 1 }.map(\.0)
        }
        let keeps = firsts.allSatisfy { $0 == firsts[0] }
        let leader = firsts[0].map(title).list("and")
        let columns =
            [Column("Option", widthHint: 30)]
            + cases.map { Column($0.scenario?.title ?? "As stated", .end, widthHint: 16) }
            + (comparison.expected == nil ? [] : [.number("Expected")])
        func table(
            _ caption: String, _ cell: (ScenarioComparison.Figures) -> Cell, hasExpected: Bool
        ) -> Block {
            .table(
                Table(
                    caption: caption,
                    columns: hasExpected ? columns : Array(columns.prefix(cases.count + 1)),
                    rows: comparison.options.indices.map { option in
                        Row(
                            [.text(title(comparison.options[option]))]
                                + cases.map { cell($0.figures[option]) }
                                + (hasExpected
                                    ? comparison.expected.map { [cell($0[option])] } ?? [] : []))
                    }, note: hasExpected ? probabilityNote(cases) : nil))
        }
        var blocks: [Block] = [
            table(
                "\(result.comparedCostName) by scenario", { money.cell($0.totalCost.all) },
                hasExpected: true),
            table(
                "Cash \(result.comparedCostName) by scenario", { money.cell($0.totalCost.cash) },
                hasExpected: true),
        ]
        if result.baseline != nil {
            for (name, coverage) in [
                (result.gainTitle, Coverage.all), ("Cash \(result.gainName)", .cash),
            ] {
                blocks.append(
                    table(
                        "\(name) by scenario",
                        {
                            $0.netPresentValue.map { money.cell($0[coverage], sign: .both) }
                                ?? .empty
                        }, hasExpected: true))
            }
        }
        blocks.append(
            table(
                "Rank by scenario",
                { $0.rank.map { .number(shown: "\($0)", data: "\($0)") } ?? .empty },
                hasExpected: false))
        return ReportSection(
            id: "scenarios",
            title: leader.isEmpty
                ? "No option may be chosen in any scenario"
                : keeps
                    ? "\(leader) \(firsts[0].count == 1 ? "has" : "share") rank 1 in every scenario"
                    : "Rank 1 is not the same in every scenario",
            question: "What if the world turns out otherwise?", blocks: blocks)
    }

    private func probabilityNote(_ cases: [ScenarioComparison.Case]) -> String? {
        let shares = cases.compactMap { entry in
            entry.scenario.flatMap { scenario in
                scenario.probability.map {
                    "\(scenario.title) \(FigureText.percentage($0))"
                }
            }
        }
        return shares.isEmpty ? nil : "Probabilities: \(shares.joined(separator: ", "))."
    }

    // MARK: - Draws

    /// What drawn states say of the money.
    func riskSection(_ risk: OutcomeRisk) -> ReportSection {
        let simulation = risk.simulation
        var blocks: [Block] = [
            .facts([
                Fact("Draws", RichText(FigureText.shown(Double(simulation.trials), places: 0))),
                Fact("Seed", RichText("\(simulation.seed)")),
                Fact("Numbers drawn", RichText("\(simulation.model.inputs.count)")),
                Fact("Correlations", RichText("\(simulation.correlations.count)")),
            ])
        ]
        if result.baseline != nil {
            blocks += [valueTable(risk, .all), valueTable(risk, .cash)].map { .table($0) }
        }
        blocks += [costTable(risk, .all), costTable(risk, .cash)].map { .table($0) }
        if let chart = quantileChart(risk) { blocks.append(.chart(chart)) }
        if result.options.count > 1 { blocks.append(.table(cheaperTable(risk))) }
        blocks.append(
            .paragraph(
                RichText(
                    checkText(risk) + " Percentiles are exact over all draws (definition 7 of "
                        + "Hyndman and Fan).")))
        return ReportSection(
            id: "draws", title: riskFinding(risk), question: "How sure is the money?",
            blocks: blocks)
    }

    private func riskFinding(_ risk: OutcomeRisk) -> String {
        guard !risk.simulation.model.inputs.isEmpty else {
            return "No number has a range, so every draw is the stated case"
        }
        guard let index = result.subjectIndex else { return "No option may be chosen" }
        let option = risk.options[index]
        let name = title(option.id)
        guard let sample = option.netPresentValue?.all else {
            return
                "\(result.comparedCostName) of \(name) is \(amount(option.totalCost.all.median)) in the middle of the "
                + "draws"
        }
        return "\(result.gainTitle) of \(name) is above 0 in "
            + "\(FigureText.percentage(sample.shareAboveZero, places: 1)) of the draws, and "
            + "\(amount(sample.median, sign: .both)) in the middle of them"
    }

    private func valueTable(_ risk: OutcomeRisk, _ coverage: Coverage) -> Table {
        let rows = risk.options.enumerated().compactMap { index, option -> Row? in
            guard let sample = option.netPresentValue?[coverage] else { return nil }
            let stated = result.gain(of: result.options[index])?[coverage] ?? 0
            return row(
                title(option.id), sample, stated: stated, option.shareWorseThanStated[coverage],
                sign: .both,
                .percentage(sample.shareAboveZero, places: 2))
        }
        let name = coverage == .all ? result.gainTitle : "Cash \(result.gainName)"
        return Table(
            caption:
                "\(name) in \(FigureText.shown(Double(risk.simulation.trials), places: 0)) draws",
            columns: columns + [.number("\(name) > 0")], rows: rows, note: Self.note)
    }

    private func costTable(_ risk: OutcomeRisk, _ coverage: Coverage) -> Table {
        let name = (coverage == .all ? "" : "Cash ") + result.comparedCostName
        return Table(
            caption:
                "\(name) in \(FigureText.shown(Double(risk.simulation.trials), places: 0)) draws",
            columns: columns.filter { $0.title != "Worse draws" },
            rows: risk.options.enumerated().map { index, option in
                row(
                    title(option.id), option.totalCost[coverage],
                    stated: result.options[index].comparedCost[coverage], nil,
                    sign: .negative, nil)
            }, note: "± is one standard error of the mean.")
    }

    private static let note =
        "± is one standard error of the mean. Worse draws: the share that turns out worse than stated."

    private var columns: [Column] {
        [
            Column("Option", widthHint: 30), .number("Stated"), .number("Worse draws"),
            .number("Mean"), .number("±"), .number("P10"), .number("P50"), .number("P90"),
        ]
    }

    private func row(
        _ title: String, _ sample: SampleSummary, stated: Double, _ worse: Double?,
        sign: NumberText.SignPolicy, _ positive: Cell?
    ) -> Row {
        Row(
            [.text(title), money.cell(stated, sign: sign)]
                + [worse.map { .percentage($0, places: 0) }].compactMap(\.self)
                + [
                    money.cell(sample.mean, sign: sign), money.cell(sample.standardError),
                    money.cell(sample.tenth, sign: sign), money.cell(sample.median, sign: sign),
                    money.cell(sample.ninetieth, sign: sign),
                ] + [positive].compactMap(\.self))
    }

    /// The money that each share of the draws stays at or below; nil where nothing is drawn.
    private func quantileChart(_ risk: OutcomeRisk) -> LineChart? {
        guard !risk.simulation.model.inputs.isEmpty else { return nil }
        let hasBaseline = result.baseline != nil
        // Every second of the shares that are kept: 10, 20 … 90 %.
        let places = stride(from: 1, to: SampleSummary.probabilities.count, by: 2)
        let lines = risk.options.enumerated().compactMap { index, option -> LineChart.Line? in
            let sample = hasBaseline ? option.netPresentValue?.all : option.totalCost.all
            return sample.map { sample in
                LineChart.Line(
                    title(option.id), values: places.map { sample.quantiles[$0] },
                    series: series(result.options[index]))
            }
        }
        guard !lines.isEmpty else { return nil }
        return LineChart(
            title:
                "\(hasBaseline ? result.gainTitle : result.comparedCostName) that a share of the draws stays at or below, "
                + currency.code,
            summary: riskFinding(risk) + ".",
            periods: places.map { "P\(Int((100 * SampleSummary.probabilities[$0]).rounded()))" },
            lines: lines, measure: measure, sign: hasBaseline ? .both : .negative)
    }

    private func cheaperTable(_ risk: OutcomeRisk) -> Table {
        Table(
            caption: "Share of draws in which the row costs less than the column (in cash)",
            columns: [Column("Option", widthHint: 30)]
                + result.options.map { Column($0.option.title, .end, widthHint: 18) },
            rows: result.options.indices.map { option in
                Row(
                    [.text(result.options[option].option.title)]
                        + result.options.indices.map { rival in
                            guard option != rival else { return .empty }
                            let share = risk.cheaper[option][rival]
                            return .number(
                                shown: FigureText.percentage(share.all, places: 1) + " ("
                                    + FigureText.percentage(share.cash, places: 1) + ")",
                                data: FigureText.data(share.all, places: 4))
                        })
            })
    }

    private func checkText(_ risk: OutcomeRisk) -> String {
        let checks = risk.options.compactMap(\.check)
        guard !checks.isEmpty else {
            return "The means have no closed form to be checked against: "
                + (risk.simulation.model.isMultilinear
                    ? "numbers that are multiplied are correlated."
                    : "a price steps with a number, or a number stands twice in a product.")
        }
        let worst = checks.flatMap { [$0.all, $0.cash] }.map(\.standardErrors.magnitude).max() ?? 0
        return
            "Checked: every mean lies within \(FigureText.shown(worst, places: 1)) standard errors "
            + "of its closed form; \(FigureText.shown(OutcomeRisk.MeanCheck.limit, places: 0)) "
            + "would be refused."
    }

    // MARK: - Money and scores together

    /// Who is best where money and scores vary.
    func jointSection(_ joint: JointChoice) -> ReportSection? {
        guard joint.options.count > 1 else { return nil }
        let isScored = joint.options.contains { $0.bestInValue != nil }
        let best = joint.options.indices.max {
            joint.options[$0].bestInMoney < joint.options[$1].bestInMoney
        }
        let likeliest = best.map { joint.options[$0] } ?? joint.options[0]
        var columns: [Column] = [Column("Option", widthHint: 30), .number("Best in money")]
        if isScored {
            columns += [
                .number("Best in value"), .number("Best in both"), .number("On the frontier"),
            ]
        }
        columns.append(.number("Regret in money"))
        if isScored, joint.method == nil { columns.append(.number("Regret in value")) }
        let rows = joint.options.map { option -> Row in
            var cells: [Cell] = [
                .text(title(option.id)), .percentage(option.bestInMoney, places: 1),
            ]
            if isScored {
                cells += [option.bestInValue, option.bestInBoth, option.onFrontier].map {
                    $0.map { .percentage($0, places: 1) } ?? .empty
                }
            }
            cells.append(money.cell(option.regretInMoney))
            if isScored, joint.method == nil {
                cells.append(option.regretInValue.map { .number($0, places: 1) } ?? .empty)
            }
            return Row(cells)
        }
        return ReportSection(
            id: "joint",
            title: "\(title(likeliest.id)) is best in money in "
                + "\(FigureText.percentage(likeliest.bestInMoney, places: 1)) of the draws",
            question: "Who is best once costs and scores both vary?",
            blocks: [
                .table(
                    Table(
                        caption: "Share of draws in which each option is the best",
                        columns: columns,
                        rows: rows)),
                .paragraph(RichText(jointText(joint, isScored: isScored))),
            ])
    }

    /// What "best" means there, and what was drawn.
    private func jointText(_ joint: JointChoice, isScored: Bool) -> String {
        var text =
            "Best in money: the "
            + (result.baseline == nil
                ? "lowest \(result.comparedCostName)" : "highest \(result.gainName)") + ". "
        if isScored {
            let value = joint.method.map { "best score by \($0)" } ?? "highest value"
            text +=
                "Best in value: the \(value). On the frontier: no other is as good for less, or "
            text += "better for as much. "
        }
        text += "Regret: the mean by which the best is ahead. "
        let performances =
            joint.drawnPerformances == 1
            ? "One performance" : "\(joint.drawnPerformances) performances"
        text += joint.drawsWeights ? "\(performances) and the weights are" : "\(performances) "
        if !joint.drawsWeights { text += joint.drawnPerformances == 1 ? "is" : "are" }
        return text + " drawn beside the money."
    }

    // MARK: - What is worth finding out

    /// What it would be worth to settle numbers before choosing.
    func informationSection(
        _ information: InformationReport, _ risk: OutcomeRisk
    ) -> ReportSection {
        let wording = InputWording(result: result)
        let inputs = risk.simulation.model.inputs
        let first = information.inputs.first
        let isWorthNothing = (first?.value ?? 0) < 0.5
        let finding: String
        if let first, !isWorthNothing {
            finding =
                "Worth up to \(amount(Self.ceiling(first.value))) to settle "
                + "\(wording.name(inputs[first.input])) before buying"
        } else {
            finding =
                "Settling one number before buying is worth nothing: it would not change the choice"
        }
        let method =
            switch information.method {
            case .closedForm:
                "Each number's worth is from expected money in closed form; that of everything from "
                    + "the draws."
            case .classes(let count):
                "Each number's worth is from the means of the draws in \(count) classes of it, which "
                    + "tends to say a little too much where little is at stake."
            }
        return ReportSection(
            id: "information", title: finding, question: "What is worth finding out first?",
            blocks: [
                .table(
                    Table(
                        caption: "What knowing a number before the choice is worth at most",
                        columns: [Column("Number", widthHint: 40), .number("Worth up to")],
                        rows: information.inputs.map { entry in
                            Row([
                                .text(wording.name(inputs[entry.input])), money.cell(entry.value),
                            ])
                        } + [
                            Row(
                                [.text("everything"), money.cell(information.everything)],
                                style: .total)
                        ])),
                .paragraph(
                    RichText(
                        "Without it, \(title(information.choice)) is chosen: of those that may be, "
                            + "it has the best expected money. \(method)")),
            ])
    }

    /// Returns an amount without digits that promise too much, rounded up to two that count.
    private static func ceiling(_ amount: Double) -> Double {
        var unit = 1.0
        while unit * 100 <= amount { unit *= 10 }
        return (amount / unit).rounded(.up) * unit
    }
}
