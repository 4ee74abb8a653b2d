import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The money of an option by fiscal year in each view: in all and of each line.
enum CashflowFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard result.evaluation.hasLines else { return [] }
        var figures: [Figure] = []
        for option in result.options {
            let frame = OptionFrame(result: result, option: option)
            let cashflow = try Cashflow(of: option.economics)
            for view in CashflowView.allCases
            where view != .expense || cashflow.hasExpenseView {
                figures += try CashflowSheet(frame: frame, cashflow: cashflow, view: view).figures()
            }
        }
        return figures
    }
}

/// The money of one option in one view.
private struct CashflowSheet: Sendable {
    let frame: OptionFrame
    let cashflow: Cashflow
    let view: CashflowView

    private func name(_ parts: [FigureName.Part]) -> FigureName {
        FigureName(
            [.stated(frame.option.option.id), "cashflow", .word(view.rawValue)] + parts)
    }

    /// The name and the title of each column: the fiscal years, and what falls behind them.
    private var columns: [(word: FigureName.Part, title: String)] {
        cashflow.years.map { (.word($0.name), "in \($0.name)") }
            + (cashflow.hasLater ? [("later", "later")] : [])
    }

    private func amount(_ amounts: Cashflow.Amounts, _ column: Int) -> ExactDecimal {
        column < amounts.years.count ? amounts.years[column] : amounts.later
    }

    func figures() throws(Problem) -> [Figure] {
        var lines: [(line: CostLine, amounts: Cashflow.Amounts)] = []
        for line in cashflow.lines {
            let amounts = try line.amounts(in: view)
            if !amounts.isZero { lines.append((line.line, amounts)) }
        }
        let sum = try cashflow.sum(view)
        let totals = columns.indices.map { column in total(column, amount(sum, column), lines) }
        return [try all(sum)] + totals
            + lines.flatMap { line, amounts in
                columns.indices.filter { !amount(amounts, $0).isZero }.map { column in
                    self.line(line, column, amount(amounts, column))
                }
            }
    }

    private func all(_ sum: Cashflow.Amounts) throws(Problem) -> Figure {
        let total = try sum.total()
        return Figure(
            name([]), "money of \(frame.title) in the \(view.rawValue) view, costs positive"
        ) { caption throws(Problem) in
            let parts = columns.enumerated().map { index, column in
                Explanation.Part(
                    column.title, .money(amount(sum, index), frame.currency), name([column.word]))
            }
            return caption.explained(
                .money(total, frame.currency), formula: .sum(ofParts: parts.count), parts: parts)
        }
    }

    private func total(
        _ column: Int, _ total: ExactDecimal,
        _ lines: [(line: CostLine, amounts: Cashflow.Amounts)]
    ) -> Figure {
        let title = "money of \(frame.title) \(columns[column].title), \(view.rawValue) view"
        let word = columns[column].word
        return Figure(name([word]), title) { caption throws(Problem) in
            let parts = lines.filter { !amount($0.amounts, column).isZero }.map { line, amounts in
                Explanation.Part(
                    line.id, .money(amount(amounts, column), frame.currency),
                    name([.stated(line.id), word]))
            }
            return caption.explained(
                .money(total, frame.currency), formula: .sum(ofParts: parts.count), parts: parts,
                rule: parts.isEmpty ? "nothing falls into it" : nil)
        }
    }

    private func line(_ line: CostLine, _ column: Int, _ amount: ExactDecimal) -> Figure {
        Figure(
            name([.stated(line.id), columns[column].word]),
            "money of \(line.title) of \(frame.title) \(columns[column].title), "
                + "\(view.rawValue) view"
        ) { caption throws(Problem) in
            let kind: CostSide.Kind = line.isCost ? .costs : .benefits
            let side = CostSide(frame: frame, kind: kind, coverage: .cash)
            let scheduled = side.lines.first { $0.line.id == line.id }
            var parts: [Explanation.Part] = []
            if let scheduled {
                parts.append(
                    Explanation.Part(
                        "in all", .money(try scheduled.total(.cash), frame.currency),
                        side.name(.stated(line.id))))
            }
            return caption.explained(
                .money(amount, frame.currency), parts: parts, rule: rule(of: line),
                origins: Evaluation.origins(at: line.place)
                    + frame.evaluation.origins(ofSource: line.source))
        }
    }

    /// By what rule the money of a line falls into its fiscal years.
    private func rule(of line: CostLine) -> String {
        let settled = "settled to the minor unit for each study year"
        switch view {
        case .cash: return "what is paid in it, \(settled)"
        case .budget: return "what is charged in it by invoice, \(settled)"
        case .expense where line.isCapital:
            return "straight-line depreciation by months over its life, and what it brings then"
        case .expense: return "what serves its months, \(settled)"
        }
    }
}
