import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReport {
    // MARK: - 3 Cost

    func costSection() throws(Problem) -> ReportSection {
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
                    note: option.decision.eligibility == .eligible
                        ? nil
                        : option.decision.eligibility == .failed
                            ? "fails a knock-out" : "a knock-out is unknown"))
        }
        var blocks: [Block] = []
        if !categories.isEmpty {
            blocks.append(
                .chart(
                    StackedBarChart(
                        title: "Cost by category, present value, \(currency.code)",
                        summary: costFinding(), categories: categories, bars: bars,
                        measure: .money(currency), totalTitle: "TCO")))
        }
        blocks.append(.table(try result.categoryTable(of: result.options)))
        return ReportSection(
            id: "cost", title: costFinding(),
            question: "What does each option cost over its life?", blocks: blocks)
    }

    private func costFinding() -> String {
        let years = evaluation.study.horizon.years
        let span = years == 1 ? "one year" : "\(years) years"
        let eligible = result.options.filter { $0.decision.eligibility == .eligible }
        let ordered = eligible.sorted {
            $0.totalCostOfOwnership.all < $1.totalCostOfOwnership.all
        }
        guard let cheapest = ordered.first else { return "No eligible option can be costed" }
        guard let dearest = ordered.last, ordered.count > 1 else {
            return "\(cheapest.option.title) costs "
                + "\(money(cheapest.totalCostOfOwnership.all)) over \(span)"
        }
        if let baseline = result.baseline, let chosen = result.recommended ?? result.first,
            chosen.option.id != baseline.option.id
        {
            let added =
                chosen.totalCostOfOwnership.all - baseline.totalCostOfOwnership.all
            return "\(chosen.option.title) costs \(currency.code)\(FigureText.noBreakSpace)"
                + "\(FigureText.compact(added.magnitude)) \(added < 0 ? "less" : "more") over "
                + "\(span) than \(baseline.option.title)"
        }
        return "\(cheapest.option.title) costs least over \(span), "
            + "\(dearest.option.title) most"
    }

    /// The year tables of every option, as the report's annex.
    func yearSection() throws(Problem) -> ReportSection? {
        var blocks: [Block] = []
        for option in result.options {
            let table = try result.yearTable(of: option)
            blocks.append(.table(table))
        }
        return ReportSection(
            id: "years", title: "Costs and benefits year by year",
            question: "When does what fall due?", blocks: blocks)
    }

    // MARK: - 4 Benefit and cash

    func caseSection() throws(Problem) -> ReportSection? {
        let compared = result.options.filter { $0.increment != nil }
        guard let baseline = result.baseline, !compared.isEmpty else { return nil }
        var lines: [LineChart.Line] = []
        for option in compared {
            guard let flows = option.increment?.all.netFlows else { continue }
            lines.append(
                LineChart.Line(
                    option.option.title, values: try Self.cumulative(flows),
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
                        measure: .money(currency))),
                .table(caseTable(compared, columns)),
            ])
    }

    private static func cumulative(_ flows: [ExactDecimal]) throws(Problem) -> [Double] {
        var sum = ExactDecimal.zero
        var sums: [Double] = []
        for flow in flows {
            try sum += flow
            sums.append(sum.doubleValue)
        }
        return sums
    }

    private func paybackFinding(_ compared: [OptionResult]) -> String {
        let chosen = result.recommended ?? result.first
        let option = compared.first { $0.option.id == chosen?.option.id } ?? compared[0]
        guard let increment = option.increment else { return "" }
        guard let all = increment.all.paybackYears else {
            return "\(option.option.title) does not pay back within the horizon"
        }
        let years = FigureText.shown(all, places: 1)
        guard let cash = increment.cash.paybackYears else {
            return "\(option.option.title) pays back after \(years) years, but never in cash"
        }
        return "\(option.option.title) pays back after \(years) years, in cash after "
            + FigureText.shown(cash, places: 1)
    }

    private func caseTable(_ compared: [OptionResult], _ columns: YearColumns) -> Table {
        var rows: [Row] = []
        for option in compared {
            guard let increment = option.increment else { continue }
            rows.append(
                Row(
                    [.text(option.option.title)] + Array(repeating: .empty, count: 6),
                    style: .header))
            for coverage in Coverage.allCases {
                let figures = increment[coverage]
                rows.append(
                    Row([
                        .text(coverage == .all ? "all" : "cash only"),
                        columns.cell(option.economics.totalCostOfOwnership(coverage)),
                        columns.cell(option.economics.benefitPresentValue(coverage)),
                        columns.cell(figures.netPresentValue, sign: .both),
                        figures.benefitCostRatio.map { .number($0, places: 2, dataPlaces: 4) }
                            ?? .text("not defined"),
                        figures.paybackYears.map { .number($0, places: 1, dataPlaces: 4) }
                            ?? .text("never"),
                        .text(Self.sign(of: figures.netPresentValue)),
                    ]))
            }
        }
        return Table(
            caption: "Gain against \(result.baseline?.option.title ?? ""), present values, "
                + currency.code,
            columns: [
                Column("Counted", widthHint: 30), .number("Costs"), .number("Benefits"),
                .number("NPV"), .number("Benefit/cost"), .number("Payback, years"), Column(""),
            ],
            rows: rows,
            note: "Cash leaves out benefits that are not cashable and payroll that no budget "
                + "releases. " + Table.roundedIndividually)
    }

    private static func sign(of amount: Double) -> String {
        amount > 0 ? "gains" : amount < 0 ? "loses" : ""
    }

    // MARK: - 8 Contract and budget

    func contractSection() throws(Problem) -> ReportSection? {
        guard let table = try result.contractTable(of: result.options) else { return nil }
        return ReportSection(
            id: "contract", title: contractFinding(),
            question: "What is signed for, and when is it charged?", blocks: [.table(table)])
    }

    private func contractFinding() -> String {
        guard let option = result.recommended ?? result.first, let contract = option.contract else {
            return "What contracts bind to"
        }
        return "\(option.option.title) binds to \(money(contract.value.amount.doubleValue)) "
            + "under its contract"
    }
}
