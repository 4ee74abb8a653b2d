import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReport {
    // MARK: - Cost

    func costSection() throws(Problem) -> ReportSection? {
        guard evaluation.hasLines else { return nil }
        let categories = try result.costCategories(of: result.options)
        var bars: [StackedBarChart.Bar] = []
        for option in result.options {
            let rows = try option.economics.costRows(.all)
            bars.append(
                StackedBarChart.Bar(
                    option.option.title,
                    values: categories.map { category in
                        rows.first { $0.category == category }?.presentValue
                    },
                    total: option.totalCostOfOwnership.all,
                    note: option.obstacle))
        }
        let chart = StackedBarChart(
            title: "Cost by category, present value, \(currency.code)", summary: costFinding(),
            categories: categories, bars: bars, measure: .money(currency), totalTitle: "TCO",
            table: try result.categoryTable(of: result.options))
        var blocks: [Block] = [categories.isEmpty ? .table(chart.table) : .chart(chart)]
        blocks += try bridgeBlocks()
        if let table = try result.pricePerformanceTable(of: result.options) {
            blocks.append(.table(table))
        }
        return ReportSection(
            id: "cost", title: costFinding(),
            question: "What does each option cost over its life?", blocks: blocks)
    }

    /// What drives the difference between the baseline and the choice, where there are both.
    private func bridgeBlocks() throws(Problem) -> [Block] {
        guard let baseline = result.baseline, let chosen = result.recommended ?? result.first,
            let bridge = try result.bridge(to: chosen)?.all,
            let table = try result.bridgeTable(to: chosen)
        else { return [] }
        let steps = bridge.costs.filter { !$0.presentValue.amount.isZero }
        let largest = steps.max {
            $0.presentValue.amount.magnitude < $1.presentValue.amount.magnitude
        }
        let summary = largest.map { step in
            "Most of the difference comes from \(step.category): "
                + money(step.presentValue.amount.doubleValue, sign: .both) + "."
        }
        return [
            .chart(
                BridgeChart(
                    title:
                        "From \(baseline.option.title) to \(chosen.option.title), present value, "
                        + currency.code,
                    summary: summary ?? "Both cost the same in every category.",
                    from: BridgeChart.Step(
                        baseline.option.title, value: bridge.from.amount.doubleValue),
                    steps: steps.map {
                        BridgeChart.Step($0.category, value: $0.presentValue.amount.doubleValue)
                    },
                    to: BridgeChart.Step(chosen.option.title, value: bridge.to.amount.doubleValue),
                    measure: .money(currency), table: table))
        ]
    }

    private func costFinding() -> String {
        func shown(_ option: OptionResult) -> String { money(option.totalCostOfOwnership.all) }
        let eligible = result.options.filter { $0.decision.eligibility == .eligible }
        let ordered = (eligible.isEmpty ? result.options : eligible).sorted {
            $0.totalCostOfOwnership.all < $1.totalCostOfOwnership.all
        }
        guard let cheapest = ordered.first, let dearest = ordered.last else { return "No costs" }
        if ordered.count == 1 {
            return "\(cheapest.option.title) costs \(shown(cheapest)) over \(span)"
        }
        let kind = eligible.isEmpty ? "option" : "eligible option"
        if shown(cheapest) == shown(dearest) {
            return "Every \(kind) costs \(shown(cheapest)) over \(span)"
        }
        if let baseline = result.baseline, let chosen = result.recommended ?? result.first,
            chosen.option.id != baseline.option.id
        {
            let added =
                chosen.totalCostOfOwnership.all - baseline.totalCostOfOwnership.all
            guard shown(chosen) != shown(baseline) else {
                return "\(chosen.option.title) costs as much over \(span) as "
                    + baseline.option.title
            }
            return "\(chosen.option.title) costs \(currency.code)\(FigureText.noBreakSpace)"
                + "\(FigureText.compact(added.magnitude)) \(added < 0 ? "less" : "more") over "
                + "\(span) than \(baseline.option.title)"
        }
        return "The cheapest \(kind) over \(span) is \(cheapest.option.title), at "
            + "\(shown(cheapest)); the dearest is \(dearest.option.title), at \(shown(dearest))"
    }

    /// The year tables of every option, as the report's annex.
    func yearSection() throws(Problem) -> ReportSection? {
        guard evaluation.hasLines else { return nil }
        var blocks: [Block] = []
        for option in result.options {
            let table = try result.yearTable(of: option)
            blocks.append(.table(table))
        }
        return ReportSection(
            id: "years", title: "Costs and benefits year by year",
            question: "When does what fall due?", blocks: blocks)
    }

    // MARK: - Benefit and cash

    func caseSection() throws(Problem) -> ReportSection? {
        let compared = result.options.filter { $0.increment != nil }
        guard let baseline = result.baseline, !compared.isEmpty else { return nil }
        var lines: [LineChart.Line] = []
        for option in compared {
            guard let flows = option.increment?.all.netFlows else { continue }
            lines.append(
                LineChart.Line(
                    option.option.title, values: try flows.runningSums().map(\.doubleValue),
                    series: series(of: option)))
        }
        let columns = YearColumns(evaluation.study)
        return ReportSection(
            id: "case", title: paybackFinding(compared),
            question: "When does it pay back, and in which money?",
            blocks: [
                .chart(
                    LineChart(
                        title: "Cumulative net flow against \(baseline.option.title), "
                            + "\(currency.code)",
                        summary: paybackFinding(compared), periods: columns.titles, lines: lines,
                        measure: .money(currency), sign: .both)),
                .table(result.gainTable(of: compared)),
                .table(try result.returnsTable(of: compared)),
            ])
    }

    private func paybackFinding(_ compared: [OptionResult]) -> String {
        let chosen = result.recommended ?? result.first
        guard let option = compared.first(where: { $0.option.id == chosen?.option.id }),
            let increment = option.increment
        else {
            return bestGain(among: compared)
        }
        return "\(option.option.title) \(paybackText(increment))"
    }

    /// The finding where the choice is the baseline, or there is none: what the others would gain.
    private func bestGain(among compared: [OptionResult]) -> String {
        let baseline = result.baseline?.option.title ?? ""
        let gains = compared.filter { ($0.increment?.all.netPresentValue ?? 0) > 0 }
        switch gains.count {
        case 0: return "No option gains on \(baseline)"
        case compared.count where compared.count > 1:
            return "Every other option gains on \(baseline)"
        case 1: return "Only \(gains[0].option.title) gains on \(baseline)"
        default: return "\(gains.count) of \(compared.count) options gain on \(baseline)"
        }
    }

    // MARK: - Contract and budget

    func contractSection() throws(Problem) -> ReportSection? {
        guard let table = try result.contractTable(of: result.options) else { return nil }
        return ReportSection(
            id: "contract", title: contractFinding(),
            question: "What is signed for, and when is it charged?", blocks: [.table(table)])
    }

    private func contractFinding() -> String {
        guard let option = result.recommended ?? result.first, let contract = option.contract else {
            return "What the contracts are worth"
        }
        return "The contract for \(option.option.title) is worth "
            + FigureText.shown(contract.value)
    }
}
