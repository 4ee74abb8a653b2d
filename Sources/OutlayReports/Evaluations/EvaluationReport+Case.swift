import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// What a business case says beside its figures, and what reviewers would ask of it.
extension EvaluationReport {
    /// Where the money of each fiscal year comes from, nil where nothing says so.
    var fundingText: String? {
        let funding = (evaluation.purchase?.funding ?? [:]).sorted { $0.key < $1.key }
        guard !funding.isEmpty else { return nil }
        return funding.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
    }

    /// The budgets that cashable benefits lower, nil where none is named.
    var cutsText: String? {
        let cuts = result.options.flatMap { option in
            option.option.lines.compactMap { line in
                line.cutBudget.map { "\($0) by \(line.title) of \(option.option.title)" }
            }
        }
        return cuts.isEmpty ? nil : cuts.joined(separator: "; ")
    }

    /// What the author varied, in their words.
    func statedSensitivitySection() -> ReportSection? {
        guard let statement = evaluation.sensitivityStatement else { return nil }
        return ReportSection(
            id: "stated-sensitivity", title: "What the author varied",
            question: "What would change the answer, by the author's own account?",
            blocks: [.paragraph(RichText(statement))])
    }

    // MARK: - 9 Risks

    func riskSection() -> ReportSection? {
        let risks = evaluation.risks
        guard !risks.isEmpty else { return nil }
        let unowned = risks.count { $0.owner == nil }
        let title = risks.count == 1 ? "One risk is named" : "\(risks.count) risks are named"
        return ReportSection(
            id: "risks",
            title: title
                + (unowned == 0
                    ? ""
                    : unowned == 1 ? ", one without an owner" : ", \(unowned) without an owner"),
            question: "What may go wrong, and who watches it?",
            blocks: [
                .table(
                    Table(
                        caption: "Risks",
                        columns: [
                            Column("Risk", widthHint: 40), Column("Owner"), Column("Probability"),
                            Column("Impact"), Column("Response", widthHint: 40),
                        ],
                        rows: risks.map { risk in
                            Row([
                                .text(risk.what), risk.owner.map { .text($0) } ?? .empty,
                                cell(risk.probability) { FigureText.percentage($0) },
                                cell(risk.impact) {
                                    currency.code + FigureText.noBreakSpace
                                        + FigureText.asStated.text(of: $0)
                                },
                                risk.response.map { .text($0) } ?? .empty,
                            ])
                        }))
            ])
    }

    private func cell(_ grade: Risk.Grade?, _ number: (ExactDecimal) -> String) -> Cell {
        switch grade {
        case .number(let value): .text(number(value))
        case .level(let level): .text(level.rawValue)
        case nil: .empty
        }
    }

    // MARK: - 11 What reviewers would ask

    func lintSection() throws(Problem) -> ReportSection? {
        let report = try result.lint()
        var blocks: [Block] = []
        if !report.findings.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: "Findings of lint",
                        columns: [
                            Column("Code"), Column("Severity"), Column("Finding", widthHint: 50),
                            Column("Why", widthHint: 50),
                        ],
                        rows: report.findings.map {
                            Row([
                                .text($0.code.rawValue), .text($0.severity.rawValue),
                                .text($0.summary),
                                .text($0.reason),
                            ])
                        })))
        }
        if !report.suppressed.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: "Left out by the document",
                        columns: [
                            Column("Code"), Column("Finding", widthHint: 50),
                            Column("Reason", widthHint: 50),
                        ],
                        rows: report.suppressed.map {
                            Row([
                                .text($0.finding.code.rawValue), .text($0.finding.summary),
                                .text($0.suppression.reason),
                            ])
                        })))
        }
        if !report.unchecked.isEmpty {
            let reasons = report.unchecked.map {
                "\($0.code.rawValue), \($0.code.rule.title) (\($0.reason))"
            }
            blocks.append(.paragraph(RichText("Not checked: \(reasons.joined(separator: "; ")).")))
        }
        return ReportSection(
            id: "lint", title: "Lint: \(report.summary)",
            question: "What would a reviewer ask before reading the figures?", blocks: blocks)
    }
}
