import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// How a cost report lays out its tables.
public enum CostLayout: String, CaseIterable, Sendable {
    /// One table per option: categories by year.
    case year
    /// One table for all options: options by category, as present values.
    case category
}

extension EvaluationResult {
    /// The life-cycle cost of some options, as `outlay tco` prints it.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    public func costReport(
        of options: [OptionResult], by layout: CostLayout
    ) throws(Problem) -> Report {
        var summary: [Block] = []
        var sections: [ReportSection] = []
        switch layout {
        case .year:
            for option in options {
                sections.append(
                    ReportSection(
                        id: "tco-\(option.option.id)", title: option.option.title,
                        blocks: [.table(try yearTable(of: option))]))
            }
        case .category:
            summary.append(.table(try categoryTable(of: options)))
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

    /// Returns the costs of an option by category and year, with totals and present values.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    func yearTable(of option: OptionResult) throws(Problem) -> Table {
        let columns = YearColumns(evaluation.study)
        let economics = option.economics
        var rows: [Row] = []
        for category in try economics.costRows(.all) {
            rows.append(yearRow(category.category, category, columns))
            for line in economics.costs where line.line.category == category.category {
                rows += try economics.partRows(of: line, .all).map { part, row in
                    yearRow(
                        "of which \(line.line.id): \(part.rawValue)", row, columns, style: .muted)
                }
            }
        }
        rows.append(
            try totalRow(
                "TCO", economics.costsByYear(.all), economics.totalCostOfOwnership(.all), columns))
        rows.append(
            try totalRow(
                "of which cash", economics.costsByYear(.cash),
                economics.totalCostOfOwnership(.cash), columns, style: .muted))
        let benefits = try economics.benefitRows(.all)
        if !benefits.isEmpty {
            rows += benefits.map { yearRow("benefit: \($0.category)", $0, columns) }
            rows.append(
                try totalRow(
                    "benefits", economics.benefitsByYear(.all),
                    economics.benefitPresentValue(.all), columns))
            rows.append(
                try totalRow(
                    "of which cash", economics.benefitsByYear(.cash),
                    economics.benefitPresentValue(.cash), columns, style: .muted))
        }
        if let increment = option.increment {
            for coverage in Coverage.allCases {
                let isAll = coverage == .all
                rows.append(
                    try totalRow(
                        isAll ? "net against the baseline" : "net, cash only",
                        increment[coverage].netFlows, increment[coverage].netPresentValue, columns,
                        style: isAll ? .total : .muted))
            }
        }
        return Table(
            caption: "\(option.option.title), \(evaluation.study.currency.code)",
            columns: [Column(evaluation.study.currency.code, widthHint: 24)]
                + columns.titles.map { .number($0) }
                + [.number("Total"), .number(columns.presentValueTitle)],
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

    private func yearRow(
        _ title: String, _ row: YearRow, _ columns: YearColumns, style: Row.Style = .normal
    ) -> Row {
        Row(
            [.text(title)] + columns.cells(row.amounts + [row.total])
                + [columns.cell(row.presentValue)], style: style)
    }

    private func totalRow(
        _ title: String, _ amounts: [ExactDecimal], _ presentValue: Double,
        _ columns: YearColumns, style: Row.Style = .total
    ) throws(Problem) -> Row {
        let total = Money(try amounts.sum(), evaluation.study.currency)
        return Row(
            [.text(title)] + columns.cells(amounts + [total.amount])
                + [columns.cell(presentValue)], style: style)
    }
}
