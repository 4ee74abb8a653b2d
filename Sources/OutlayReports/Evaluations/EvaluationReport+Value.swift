import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReport {
    // MARK: - Value

    func valueSection() -> ReportSection? {
        let tree = result.decision.criteria
        guard !tree.leaves.isEmpty else { return nil }
        let bars = result.options.map { option in
            StackedBarChart.Bar(
                option.option.title, values: option.decision.scores.map(\.contribution),
                total: option.decision.value ?? 0, note: valueNote(on: option))
        }
        return ReportSection(
            id: "value", title: valueFinding(),
            question: "Where does each option earn its value?",
            blocks: [
                .chart(
                    ContributionChart(
                        title: "Contribution of each criterion to the value, 0 to 100",
                        summary: valueFinding(), criteria: tree.leaves.map(\.position.title),
                        bars: bars)),
                .table(valueTable(tree)),
                .table(performanceTable(tree)),
            ])
    }

    private func valueNote(on option: OptionResult) -> String? {
        if option.decision.value == nil { return "no value: a performance is missing" }
        return option.decision.eligibility == .eligible ? nil : "not eligible"
    }

    private func valueFinding() -> String {
        func shown(_ value: Double) -> String { FigureText.shown(value, places: 1) }
        let best = result.options.first { $0.decision.rank == 1 }
        guard let first = best, let value = first.decision.value else {
            return result.first == nil
                ? "No option is eligible, whatever its value" : "How the options score"
        }
        if let chosen = result.recommended, let rank = chosen.decision.rank, rank > 1,
            let own = chosen.decision.value
        {
            return "\(first.option.title) scores highest with \(shown(value)) of 100; the "
                + "recommended \(chosen.option.title) scores \(shown(own))"
        }
        if let lead = result.decision.lead, !lead.isClear, let second = lead.runnerUp,
            let points = lead.points
        {
            let runnerUp = result.option(second)?.option.title ?? second
            return points == 0
                ? "\(first.option.title) and \(runnerUp) score the same, \(shown(value)) of 100"
                : "No clear winner: \(first.option.title) scores \(shown(value)) of 100, "
                    + "\(runnerUp) \(shown(value - points))"
        }
        let strongest = zip(result.decision.criteria.leaves, first.decision.scores)
            .max { ($0.1.contribution ?? 0) < ($1.1.contribution ?? 0) }
        let isOnly = result.options.filter { $0.rank != nil }.count == 1
        return "\(first.option.title) scores \(isOnly ? "" : "highest with ")\(shown(value)) of 100"
            + (strongest.map { "; \($0.0.position.title) adds most" } ?? "")
    }

    /// One line of the tables of criteria: a group, or a criterion that options perform on.
    private enum Line {
        case group(Int, CriterionTree.Group)
        case leaf(Int, CriterionTree.Leaf)

        var position: CriterionTree.Position {
            switch self {
            case .group(_, let group): group.position
            case .leaf(_, let leaf): leaf.position
            }
        }
    }

    /// The criteria in the document's order, each group before what it holds.
    private func lines(of tree: CriterionTree) -> [Line] {
        tree.leaves.enumerated().flatMap { index, leaf in
            tree.groups.enumerated().filter { $0.element.leaves.lowerBound == index }
                .map { Line.group($0, $1) } + [.leaf(index, leaf)]
        }
    }

    /// The cells that begin the row of a criterion: its title, and its weights.
    private func heading(_ line: Line, hasGroups: Bool) -> [Cell] {
        let position = line.position
        var title = String(repeating: "\u{2003}", count: position.depth) + position.title
        if case .leaf(_, let leaf) = line, !leaf.measure.unit.isEmpty {
            title += ", \(leaf.measure.unit)"
        }
        return [.text(title), .percentage(position.weight, places: 1)]
            + (hasGroups ? [.percentage(position.localShare.doubleValue, places: 1)] : [])
    }

    private func headings(hasGroups: Bool) -> [Column] {
        [Column("Criterion", widthHint: 30), .number("Weight")]
            + (hasGroups ? [.number("of its group")] : [])
    }

    /// What each option's performance is worth on each criterion and group, and in all.
    private func valueTable(_ tree: CriterionTree) -> Table {
        let hasGroups = !tree.groups.isEmpty
        let headings = headings(hasGroups: hasGroups)
        var rows = lines(of: tree).map { line in
            let scores = result.options.map { option in
                switch line {
                case .group(let index, _): option.decision.groupScores[index]
                case .leaf(let index, _): option.decision.scores[index]
                }
            }
            return Row(
                heading(line, hasGroups: hasGroups)
                    + scores.map { $0.value.map { .number($0, places: 0) } ?? .empty },
                style: style(of: line))
        }
        rows.append(
            Row(
                [.text("Value")]
                    + headings.dropFirst().map { _ in .text("") }
                    + result.options.map { option in
                        option.decision.value.map { .number($0, places: 1) } ?? .empty
                    }, style: .total))
        return Table(
            caption: "Value of each option on each criterion, 0 to 100",
            columns: headings + optionColumns, rows: rows)
    }

    /// The scale of each criterion, and what each option achieves on it.
    private func performanceTable(_ tree: CriterionTree) -> Table {
        let hasGroups = !tree.groups.isEmpty
        return Table(
            caption: "Criteria, and what each option achieves",
            columns: headings(hasGroups: hasGroups)
                + [Column("Scale: performance = value", widthHint: 36)] + optionColumns,
            rows: lines(of: tree).map { line in
                let cells: [Cell]
                switch line {
                case .group: cells = result.options.map { _ in .text("") }
                case .leaf(_, let leaf):
                    cells = result.options.map { option in
                        leaf.measure.judge == .panel
                            ? .text("by the panel", tone: .quiet)
                            : option.option.performances[leaf.id].map { .text(Self.shown($0)) }
                                ?? .empty
                    }
                }
                return Row(
                    heading(line, hasGroups: hasGroups) + [.text(Self.scale(of: line))] + cells,
                    style: style(of: line))
            })
    }

    private var optionColumns: [Column] {
        result.options.map { Column($0.option.title, .end, widthHint: 16) }
    }

    private func style(of line: Line) -> Row.Style {
        if case .group = line { .header } else { .normal }
    }

    private static func scale(of line: Line) -> String {
        guard case .leaf(_, let leaf) = line else { return "" }
        let ends = leaf.measure.valueFunction.ends
        return leaf.measure.scaleIsFromData ? ends + " (the options' own range)" : ends
    }

    private static func shown(_ performance: Performance) -> String {
        if case .number(let number) = performance { return FigureText.asStated.text(of: number) }
        return performance.description
    }

    // MARK: - Knock-outs

    func knockOutSection() -> ReportSection? {
        let knockOuts = evaluation.decision.knockOuts
        guard !knockOuts.isEmpty else { return nil }
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
            id: "knock-outs", title: knockOutFinding(),
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

    private func knockOutFinding() -> String {
        func subject(_ options: [OptionResult]) -> String {
            options.count == 1 ? options[0].option.title : "\(options.count) options"
        }
        let failed = result.options.filter { $0.decision.eligibility == .failed }
        let unknown = result.options.filter { $0.decision.eligibility == .unknown }
        var parts: [String] = []
        if !failed.isEmpty {
            parts.append(
                subject(failed) + (failed.count == 1 ? " fails" : " fail") + " a knock-out")
        }
        if !unknown.isEmpty {
            parts.append(
                (parts.isEmpty ? "Whether " : "whether ") + subject(unknown)
                    + (unknown.count == 1 ? " passes is unknown" : " pass is unknown"))
        }
        return parts.isEmpty
            ? "Every option passes every knock-out"
            : parts.joined(separator: "; ")
    }

    // MARK: - Value against cost

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
        guard points.count > 1, evaluation.hasLines else { return nil }
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
        let eligible = result.options.filter { $0.decision.eligibility == .eligible }.count
        switch names.count {
        case 0: return "No option is eligible, whatever its value and cost"
        case eligible where eligible == 1: return "\(names[0]) is the only eligible option"
        case eligible: return "No eligible option beats another on both value and cost"
        case 1: return "\(names[0]) is at once the best and the cheapest eligible option"
        case 2: return "No eligible option beats \(names[0]) or \(names[1]) on both value and cost"
        default:
            return "\(names.count) of \(eligible) eligible options are beaten by none on both "
                + "value and cost"
        }
    }
}

extension ValueFunction {
    /// What is worth how much: `36 = 0, 12 = 100`, or the levels.
    fileprivate var ends: String {
        func shown(_ number: ExactDecimal) -> String { FigureText.asStated.text(of: number) }
        return switch self {
        case .linear(let worst, let best): "\(shown(worst)) = 0, \(shown(best)) = 100"
        case .piecewise(let points):
            points.map { "\(shown($0.performance)) = \(shown($0.value))" }
                .joined(separator: ", ")
        case .exponential(let curve):
            "\(shown(curve.worst)) = 0, \(shown(curve.half)) = 50, \(shown(curve.best)) = 100"
        case .target(let curve):
            "\(shown(curve.low)) = 0, "
                + (curve.from == curve.to
                    ? shown(curve.from) : "\(shown(curve.from)) to \(shown(curve.to))")
                + " = 100, \(shown(curve.high)) = 0"
        case .levels(let levels):
            levels.map { "\($0.name) = \(shown($0.value))" }.joined(separator: ", ")
        }
    }
}
