import OutlayDecisions
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems

/// The score sheet of one member: a CSV row for each option and criterion, with nobody's scores on it.
package struct PanelSheet {
    /// The columns, in order.
    enum Column: String, CaseIterable {
        case member, option
        case optionTitle = "option_title"
        case criterion
        case criterionTitle = "criterion_title"
        case unit, scale, score, note

        /// Whether the sheet tells something that the member reads and nothing reads back.
        var isForReading: Bool { self == .optionTitle || self == .criterionTitle }
    }

    /// One cell that a member scores.
    struct Row {
        let option: PurchaseOption
        let title: String
        let score: PanelScore
    }

    /// The rows: each evaluated option in the document's order, under it each criterion of the panel.
    let rows: [Row]

    /// Creates the sheet of an evaluation.
    ///
    /// - Throws: ``ProblemCode/missingField`` where the panel judges nothing.
    package init(_ evaluation: Evaluation) throws(Problem) {
        let tree = try CriterionTree(evaluation.decision.criteria)
        let titles = Dictionary(
            tree.leaves.map { ($0.id, $0.position.title) }, uniquingKeysWith: { first, _ in first })
        let scores = evaluation.decision.panelScores
        guard evaluation.panel != nil, !scores.isEmpty else {
            throw Problem(
                .missingField, "no criterion of \(evaluation.id) is judged by a panel",
                because: "a sheet lists the criteria that say `judged_by: panel`",
                hint: "say so on a criterion, and name the members under `panel`")
        }
        rows = evaluation.options.filter { $0.rejection == nil }.flatMap { option in
            scores.map { Row(option: option, title: titles[$0.criterion] ?? "", score: $0) }
        }
    }

    /// The identifiers of the options, in order.
    package var options: [String] {
        var ids: [String] = []
        for row in rows where ids.last != row.option.id { ids.append(row.option.id) }
        return ids
    }

    /// The identifiers of the criteria, in order.
    package var criteria: [String] {
        rows.prefix { $0.option.id == rows.first?.option.id }.map(\.score.criterion)
    }

    /// Returns the sheet of `member` as CSV, whose texts no spreadsheet takes for formulas.
    package func text(for member: String) -> String {
        var writer = CSVWriter(formulaGuard: .spreadsheetSafe)
        writer.append(Column.allCases.map(\.rawValue))
        for row in rows {
            writer.append(
                Column.allCases.map { column in
                    switch column {
                    case .member: member
                    case .option: row.option.id
                    case .optionTitle: row.option.title
                    case .criterion: row.score.criterion
                    case .criterionTitle: row.title
                    case .unit: row.score.measure.unit
                    case .scale: row.score.scale
                    case .score, .note: ""
                    }
                })
        }
        return writer.text
    }
}
