import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// How a cost report lays out its tables.
public enum CostLayout: String, CaseIterable, Sendable {
    /// One table per option: categories by year.
    case year
    /// One table per option: lines by year.
    case line
    /// One table for all options: options by category, as present values.
    case category
}

extension EvaluationResult {
    /// The life-cycle cost of some options, as `outlay tco` prints it.
    ///
    /// - Parameters:
    ///   - options: The options, in order.
    ///   - layout: What the rows and columns are.
    ///   - discounted: Whether each year shows its present value in place of the amount paid.
    /// - Returns: The report: the options, what is gained over the baseline, and contracts.
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    public func costReport(
        of options: [OptionResult], by layout: CostLayout, discounted: Bool = false
    ) throws(Problem) -> Report {
        var summary: [Block] = []
        var sections: [ReportSection] = []
        switch layout {
        case .year, .line:
            for option in options {
                var blocks: [Block] = [
                    .table(
                        try yearTable(of: option, byLine: layout == .line, discounted: discounted))
                ]
                if let table = try bridgeTable(to: option) { blocks.append(.table(table)) }
                sections.append(
                    ReportSection(
                        id: "tco-\(option.option.id)", title: option.option.title, blocks: blocks))
            }
        case .category:
            summary.append(.table(try categoryTable(of: options)))
        }
        if let table = annualTable(of: options) {
            sections.append(
                ReportSection(id: "year", title: "What one year costs", blocks: [.table(table)]))
        }
        let compared = options.filter { $0.increment != nil }
        if !compared.isEmpty {
            sections.append(
                ReportSection(
                    id: "returns", title: "What is gained over the baseline",
                    blocks: [
                        .table(gainTable(of: compared)), .table(try returnsTable(of: compared)),
                    ]))
        }
        if let table = try pricePerformanceTable(of: options) {
            sections.append(
                ReportSection(
                    id: "price-performance", title: "What the money buys", blocks: [.table(table)]))
        }
        if let contracts = try contractTable(of: options) {
            sections.append(
                ReportSection(
                    id: "contract", title: "What is signed for, and when it is charged",
                    blocks: [.table(contracts)]))
        }
        return Report(
            title: evaluation.title, subtitle: settingText, summary: summary, sections: sections)
    }

    /// Returns the costs of an option by category or line and year, with totals and present values.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    func yearTable(
        of option: OptionResult, byLine: Bool = false, discounted: Bool = false
    ) throws(Problem) -> Table {
        let economics = option.economics
        let columns = YearColumns(economics.study)
        var rows = try costRows(of: economics, columns, byLine, discounted)
        for coverage in Coverage.allCases {
            let isAll = coverage == .all
            rows.append(
                row(
                    isAll ? "TCO" : "of which cash", try economics.costTotals(coverage), columns,
                    discounted, style: isAll ? .total : .muted))
        }
        let benefits =
            byLine ? try economics.benefitLineRows(.all) : try economics.benefitRows(.all)
        if !benefits.isEmpty {
            rows += benefits.map { row("benefit: \($0.category)", $0, columns, discounted) }
            for coverage in Coverage.allCases {
                let isAll = coverage == .all
                rows.append(
                    row(
                        isAll ? "benefits" : "of which cash",
                        try economics.benefitTotals(coverage), columns, discounted,
                        style: isAll ? .total : .muted))
            }
        }
        if let increment = option.increment {
            for coverage in Coverage.allCases {
                let isAll = coverage == .all
                rows.append(
                    row(
                        isAll ? "net against the baseline" : "net, cash only",
                        try increment[coverage].totals(), columns, discounted,
                        style: isAll ? .total : .muted))
            }
        }
        let totals: [Column] =
            (discounted ? [] : [.number("Total")]) + [.number(columns.presentValueTitle)]
        return Table(
            caption: "\(option.option.title), \(discounted ? "present values, " : "")"
                + evaluation.study.currency.code,
            columns: [Column(evaluation.study.currency.code, widthHint: 24)]
                + columns.titles.map { .number($0) } + totals,
            rows: rows, note: Table.roundedIndividually)
    }

    /// Returns the present value of each option's costs by category.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    func categoryTable(of options: [OptionResult]) throws(Problem) -> Table {
        let columns = YearColumns(evaluation.study)
        let categories = try costCategories(of: options)
        var rows: [Row] = []
        for option in options {
            let amounts = try option.economics.costRows(.all)
            let cells = categories.map { category in
                amounts.first { $0.category == category }
                    .map { columns.cell($0.presentValue) } ?? .empty
            }
            let costs = option.totalCostOfOwnership
            rows.append(
                Row(
                    [.text(option.option.title)] + cells
                        + [columns.cell(costs.all), columns.cell(costs.cash)],
                    style: option.decision.eligibility == .eligible ? .normal : .muted))
        }
        return Table(
            caption: "Present value by category, \(evaluation.study.currency.code)",
            columns: [Column("Option", widthHint: 32)] + categories.map { .number($0) }
                + [.number("TCO"), .number("cash TCO")],
            rows: rows, note: Table.roundedIndividually)
    }

    /// Returns the cost categories of some options, in order of first appearance.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    func costCategories(of options: [OptionResult]) throws(Problem) -> [String] {
        var categories: [String] = []
        for option in options {
            for row in try option.economics.costRows(.all)
            where !categories.contains(row.category) {
                categories.append(row.category)
            }
        }
        return categories
    }

    /// Returns the costs by category or by line, each with the parts that its lines are made of.
    private func costRows(
        of economics: OptionEconomics, _ columns: YearColumns, _ byLine: Bool, _ discounted: Bool
    ) throws(Problem) -> [Row] {
        func parts(of line: ScheduledLine) throws(Problem) -> [Row] {
            try economics.partRows(of: line, .all).map { part, amounts in
                row(
                    "of which \(byLine ? "" : line.line.id + ": ")\(part.rawValue)", amounts,
                    columns, discounted, style: .muted)
            }
        }
        var rows: [Row] = []
        if byLine {
            for (line, amounts) in zip(economics.costs, try economics.costLineRows(.all)) {
                rows.append(row(amounts.category, amounts, columns, discounted))
                rows += try parts(of: line)
            }
            return rows
        }
        for category in try economics.costRows(.all) {
            rows.append(row(category.category, category, columns, discounted))
            for line in economics.costs where line.line.category == category.category {
                rows += try parts(of: line)
            }
        }
        return rows
    }

    private func row(
        _ title: String, _ row: YearRow, _ columns: YearColumns, _ discounted: Bool,
        style: Row.Style = .normal
    ) -> Row {
        let years =
            discounted
            ? zip(row.amounts, row.discounted).map { $0.isZero ? .empty : columns.cell($1) }
            : columns.cells(row.amounts + [row.total])
        return Row([.text(title)] + years + [columns.cell(row.presentValue)], style: style)
    }
}
