import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReport {
    // MARK: - 5 Value

    func valueSection() -> ReportSection? {
        let leaves = result.decision.criteria.leaves
        guard !leaves.isEmpty else { return nil }
        let bars = result.options.map { option in
            StackedBarChart.Bar(
                option.option.title, values: option.decision.scores.map(\.contribution),
                total: option.decision.value ?? 0,
                note: option.decision.eligibility == .eligible ? nil : "not eligible")
        }
        return ReportSection(
            id: "value", title: valueFinding(),
            question: "Where does each option earn its value?",
            blocks: [
                .chart(
                    ContributionChart(
                        title: "Contribution of each criterion to the value, 0 to 100",
                        summary: valueFinding(), criteria: leaves.map(\.position.title),
                        bars: bars)),
                .table(scoreTable(leaves)),
                .table(criterionTable(leaves)),
            ])
    }

    private func valueFinding() -> String {
        guard let first = result.first, let value = first.decision.value else {
            return "How the options score"
        }
        let strongest = zip(result.decision.criteria.leaves, first.decision.scores)
            .max { ($0.1.contribution ?? 0) < ($1.1.contribution ?? 0) }
        let lead = "\(first.option.title) scores \(FigureText.shown(value, places: 0)) of 100"
        return strongest.map { "\(lead); most of it from \($0.0.position.title)" } ?? lead
    }

    /// Options by criteria: what each achieves, and what that is worth.
    private func scoreTable(_ leaves: [CriterionTree.Leaf]) -> Table {
        Table(
            caption: "Value of each option on each criterion, 0 to 100",
            columns: [Column("Option", widthHint: 28)]
                + leaves.map { .number($0.position.title) } + [.number("Value")],
            rows: result.options.map { option in
                Row(
                    [.text(option.option.title)]
                        + option.decision.scores.map { score in
                            score.value.map { .number($0, places: 0) } ?? .empty
                        }
                        + [option.decision.value.map { .number($0, places: 1) } ?? .empty],
                    style: option.decision.eligibility == .eligible ? .normal : .muted)
            })
    }

    /// Criteria with their weights, scales and each option's performance.
    private func criterionTable(_ leaves: [CriterionTree.Leaf]) -> Table {
        Table(
            caption: "Criteria, and what each option achieves",
            columns: [
                Column("Criterion", widthHint: 26), .number("Weight"),
                Column("Scale (0 to 100)", widthHint: 36),
            ] + result.options.map { .number($0.option.title) },
            rows: leaves.map { leaf in
                let unit = leaf.measure.unit
                let title = unit.isEmpty ? leaf.position.title : "\(leaf.position.title), \(unit)"
                return Row(
                    [
                        .text(title), .percentage(leaf.position.weight, places: 1),
                        .text(leaf.measure.valueFunction.ends),
                    ]
                        + result.options.map { option in
                            option.option.performances[leaf.id].map { .text("\($0)") } ?? .empty
                        })
            })
    }

    // MARK: - Knock-outs

    func knockOutSection() -> ReportSection? {
        let knockOuts = evaluation.decision.knockOuts
        guard !knockOuts.isEmpty else { return nil }
        let out = result.options.filter { $0.decision.eligibility != .eligible }
        let finding: String
        switch out.count {
        case 0: finding = "Every option passes every knock-out"
        case 1: finding = "\(out[0].option.title) is not eligible"
        default: finding = "\(out.count) of \(result.options.count) options are not eligible"
        }
        let rows = result.options.map { option in
            Row(
                [.text(option.option.title)]
                    + zip(knockOuts, option.decision.knockOuts).map { knockOut, outcome in
                        switch outcome {
                        case .passed: .text("pass", tone: .good)
                        case .failed(let found):
                            .text("FAIL: \(knockOut.inWords(found))", tone: .bad)
                        case .unknown: .text("unknown", tone: .bad)
                        }
                    })
        }
        return ReportSection(
            id: "knock-outs", title: finding,
            question: "Which requirement does no score make up for?",
            blocks: [
                .table(
                    Table(
                        caption: "Knock-outs",
                        columns: [Column("Option", widthHint: 30)]
                            + knockOuts.map {
                                Column("\($0.question): \($0.requirementInWords)", widthHint: 24)
                            },
                        rows: rows))
            ])
    }

    // MARK: - 6 Value against cost

    func frontierSection() -> ReportSection? {
        let points = result.options.compactMap { option -> ScatterChart.Point? in
            guard let value = option.decision.value else { return nil }
            let isExcluded = option.decision.eligibility != .eligible
            let isOnFrontier = result.frontier.contains(option.option.id)
            let better = option.dominatedBy.flatMap(result.option)?.option.title
            return ScatterChart.Point(
                option.option.title, cost: option.totalCostOfOwnership.all, value: value,
                isExcluded: isExcluded, isOnFrontier: isOnFrontier,
                note: isExcluded
                    ? "excluded"
                    : isOnFrontier
                        ? "on the frontier" : better.map { "dominated by \($0)" } ?? "",
                series: series(of: option))
        }
        guard points.count > 1 else { return nil }
        return ReportSection(
            id: "frontier", title: frontierFinding(),
            question: "Is more value worth more money?",
            blocks: [
                .chart(
                    ScatterChart(
                        title: "Value against total cost of ownership, \(currency.code)",
                        summary: frontierFinding(),
                        costTitle: "TCO, present value, \(currency.code)", points: points,
                        measure: .money(currency)))
            ])
    }

    private func frontierFinding() -> String {
        let names = result.frontier.compactMap { result.option($0)?.option.title }
        switch names.count {
        case 0: return "No eligible option can be placed"
        case 1: return "\(names[0]) is at once the best and the cheapest eligible option"
        case 2: return "Only \(names[0]) and \(names[1]) are worth their money"
        default: return "\(names.count) options are worth their money"
        }
    }
}

extension ValueFunction {
    /// The ends of the scale in words: `36 to 12`, or the levels.
    fileprivate var ends: String {
        switch self {
        case .linear(let worst, let best): "\(worst) to \(best)"
        case .piecewise(let points):
            points.map { "\($0.performance) = \($0.value)" }.joined(separator: ", ")
        case .levels(let levels):
            levels.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
        }
    }
}
