import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReport {
    /// Every line of every option with what its figures follow from, as the report's annex.
    func lineSection() throws(Problem) -> ReportSection? {
        var blocks: [Block] = []
        for option in result.options {
            let lines = option.economics.costs + option.economics.benefits
            guard !lines.isEmpty else { continue }
            blocks.append(.table(try lineTable(of: option, lines)))
        }
        guard !blocks.isEmpty else { return nil }
        return ReportSection(
            id: "lines", title: "Every line, with its price, timing and source",
            question: "What does each figure follow from?", blocks: blocks)
    }

    private func lineTable(
        of option: OptionResult, _ lines: [ScheduledLine]
    ) throws(Problem) -> Table {
        let money = YearColumns(evaluation.study)
        var rows: [Row] = []
        for line in lines {
            let totals = [try line.total(.all), try line.total(.cash)]
            rows.append(
                Row(
                    texts(of: line.line).map { $0.isEmpty ? .empty : .text($0) }
                        + money.cells(totals)
                        + [money.cell(option.economics.presentValue(of: line, .all))]))
        }
        return Table(
            caption: "Lines of \(option.option.title), \(currency.code)",
            columns: [
                Column("Line", widthHint: 22), Column("Category", widthHint: 16),
                Column("Price", widthHint: 34), Column("When", widthHint: 26),
                Column("Growth", widthHint: 20), Column("Range", widthHint: 20),
                Column("Counts as", widthHint: 24), Column("Tax", widthHint: 20),
                Column("Vendor", widthHint: 16), Column("Owner", widthHint: 16),
                Column("Source", widthHint: 20), Column("Note", widthHint: 40),
                .number("Total"), .number("Cash total"), .number(money.presentValueTitle),
            ], rows: rows, note: Table.roundedIndividually
        ).withoutEmptyColumns
    }

    /// What a line states, one text per text column; empty where it states nothing.
    private func texts(of line: CostLine) -> [String] {
        let terms = line.model.terms(FigureText.asStated)
        func words(_ subject: CostModelTerm.Subject) -> [String] {
            terms.filter { $0.subject == subject }.map { "\($0.label) \($0.text)" }
        }
        var price = (words(.price) + words(.period)).joined(separator: ", ")
        if let unit = line.unit { price += ", unit \(unit)" }
        if let rate = line.exchangeRate { price += ", in \(rate.from.code)" }
        if let day = line.priceDate { price += ", price of \(day)" }
        return [
            line.title == line.id ? line.id : "\(line.title) (\(line.id))", line.category, price,
            words(.timing).joined(separator: ", "),
            terms.filter { $0.subject == .growth }.map(\.text).joined(),
            line.range.map { FigureText.inWords($0) } ?? "", Self.role(of: line),
            line.tax.map(Self.text) ?? "", line.funding == .budget ? line.vendor ?? "" : "",
            line.owner ?? "",
            line.source ?? "", line.note ?? "",
        ]
    }

    /// What kind of money a line is: `recurring cost, payroll, operating`, `recurring benefit, not cashable`.
    private static func role(of line: CostLine) -> String {
        var parts: [String] = []
        switch line.direction {
        case .cost: parts.append("\(line.recurrence.rawValue) cost")
        case .benefit(isCashable: true):
            parts.append("\(line.recurrence.rawValue) benefit, cashable")
        case .benefit(isCashable: false):
            parts.append("\(line.recurrence.rawValue) benefit, not cashable")
        }
        switch line.funding {
        case .budget: break
        case .payroll(released: nil): parts.append("payroll")
        case .payroll(let release?):
            parts.append("payroll, released to \(release.budget) from \(release.from)")
        }
        if line.isCost { parts.append(line.isCapital ? "capital" : "operating") }
        if line.isSunk { parts.append("sunk, not counted") }
        return parts.joined(separator: ", ")
    }

    private static func text(of tax: Tax) -> String {
        guard !tax.rate.isZero else { return "" }
        return "\(tax.prices.rawValue), \(FigureText.percentage(tax.rate)), "
            + "\(FigureText.percentage(tax.recoverable)) recovered"
    }
}
