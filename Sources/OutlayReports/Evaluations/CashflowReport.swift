import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// What the rows of a cash flow are.
public enum CashflowGrouping: String, CaseIterable, Sendable {
    /// One row for each line.
    case line
    /// One row for each category.
    case category
}

/// One row of a cash flow in one view.
struct CashflowRow {
    /// The line's identifier; nil where the row is a category.
    var line: String?
    var title: String
    var category: String
    var kind: Kind
    var amounts: Cashflow.Amounts

    /// What the money of a row is.
    enum Kind: String, CaseIterable {
        case cost
        case depreciation
        case gain
    }

    /// The title with what the money is, where it is no plain cost.
    var label: String {
        switch kind {
        case .cost: title
        case .depreciation: "depreciation: \(title)"
        case .gain: "gain: \(title)"
        }
    }
}

extension Cashflow {
    /// Returns the rows of a view that are not 0 throughout, costs first.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    func rows(_ view: CashflowView, by grouping: CashflowGrouping) throws(Problem) -> [CashflowRow]
    {
        var rows: [CashflowRow] = []
        for entry in lines {
            let amounts = try entry.amounts(in: view)
            guard !amounts.isZero else { continue }
            let kind = Self.kind(of: entry.line, in: view)
            let category = entry.line.category
            switch grouping {
            case .line:
                rows.append(
                    CashflowRow(
                        line: entry.line.id, title: entry.line.title, category: category,
                        kind: kind, amounts: amounts))
            case .category:
                guard !rows.contains(where: { $0.category == category && $0.kind == kind }) else {
                    continue
                }
                let sum = try sum(view) {
                    $0.line.category == category && Self.kind(of: $0.line, in: view) == kind
                }
                rows.append(
                    CashflowRow(title: category, category: category, kind: kind, amounts: sum))
            }
        }
        return rows
    }

    private static func kind(of line: CostLine, in view: CashflowView) -> CashflowRow.Kind {
        guard case .cost = line.direction else { return .gain }
        return view == .expense && line.isCapital ? .depreciation : .cost
    }
}

extension EvaluationResult {
    /// The money of some options by fiscal year in one view, with what leads from view to view.
    ///
    /// - Throws: A ``Problem`` when capital spending has no life, or a sum needs more than 38 digits.
    public func cashflowReport(
        of options: [OptionResult], _ view: CashflowView, by grouping: CashflowGrouping,
        chargedBy basis: ChargeBasis
    ) throws(Problem) -> Report {
        var sections: [ReportSection] = []
        for option in options {
            let cashflow = try Cashflow(of: option.economics, chargedBy: basis)
            sections.append(
                ReportSection(
                    id: "cashflow-\(option.option.id)", title: option.option.title,
                    blocks: [
                        .table(try table(of: cashflow, option, view, grouping)),
                        .table(try reconciliationTable(of: cashflow, option)),
                    ]))
        }
        let charged = view == .budget ? ", charged by \(basis.rawValue)" : ""
        return Report(
            title: evaluation.title,
            subtitle: "\(settingText) · \(view.rawValue) view\(charged)", sections: sections)
    }

    private func table(
        of cashflow: Cashflow, _ option: OptionResult, _ view: CashflowView,
        _ grouping: CashflowGrouping
    ) throws(Problem) -> Table {
        var rows: [Row] = []
        for row in try cashflow.rows(view, by: grouping) {
            rows.append(
                try self.row(row.label, row.amounts, of: cashflow, style: .normal))
        }
        rows.append(try row("Total", cashflow.sum(view), of: cashflow, style: .total))
        return Table(
            caption: "\(option.option.title), \(view.rawValue) view, \(currencyCode)",
            columns: columns(of: cashflow), rows: rows, note: view.note)
    }

    private func reconciliationTable(
        of cashflow: Cashflow, _ option: OptionResult
    ) throws(Problem) -> Table {
        var rows: [Row] = []
        for view in [CashflowView.expense, .budget] {
            guard view != .expense || cashflow.hasExpenseView else { continue }
            let way = try CashflowReconciliation(cashflow, to: view)
            rows.append(try row("Cash view", way.cash, of: cashflow, style: .normal))
            for item in way.items where !item.amounts.isZero {
                rows.append(try row(item.reason.inWords, item.amounts, of: cashflow))
            }
            rows.append(
                try row(
                    view == .expense ? "Expense view" : "Budget view", way.amounts, of: cashflow,
                    style: .total))
            rows.append(try row("difference", way.difference(), of: cashflow, style: .muted))
        }
        return Table(
            caption: "\(option.option.title), from view to view, \(currencyCode)",
            columns: columns(of: cashflow), rows: rows,
            note: cashflow.hasExpenseView
                ? nil : "There is no expense view, for some capital spending has no life.")
    }

    private var currencyCode: String { evaluation.study.currency.code }

    private func columns(of cashflow: Cashflow) -> [Column] {
        [Column(currencyCode, widthHint: 36)] + cashflow.years.map { .number($0.name) }
            + (cashflow.hasLater ? [.number("Later")] : []) + [.number("Total")]
    }

    private func row(
        _ title: String, _ amounts: Cashflow.Amounts, of cashflow: Cashflow,
        style: Row.Style = .normal
    ) throws(Problem) -> Row {
        let currency = evaluation.study.currency
        let figures =
            amounts.years + (cashflow.hasLater ? [amounts.later] : []) + [try amounts.total()]
        return Row(
            [.text(title)]
                + figures.map { amount in
                    amount.isZero && style == .normal
                        ? .empty
                        : .money(Money(amount, currency), places: currency.minorUnitPlaces)
                }, style: style)
    }
}

extension CashflowView {
    /// What the amounts of the view are.
    fileprivate var note: String {
        switch self {
        case .cash:
            "Money in the fiscal year in which it is paid; gains are negative. Staff that no budget "
                + "releases, gains that are not money, and money already spent are left out."
        case .expense:
            "Money over the months it serves, capital spending as depreciation; gains are negative."
        case .budget: "What a budget is charged with: without staff already paid, without gains."
        }
    }
}

extension CashflowReconciliation.Reason {
    /// The reason as a row's title.
    fileprivate var inWords: String {
        switch self {
        case .capitalised: "capital spending, no expense"
        case .depreciation: "depreciation instead"
        case .servicePeriods: "moved to the months served"
        case .gains: "gains, in no budget"
        case .payroll: "staff released by a budget"
        }
    }
}
