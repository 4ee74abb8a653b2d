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
                option.option.title,
                values: option.decision.scores.map { score in
                    score.contribution
                        ?? score.contributionRange.flatMap { $0.low > 0 ? $0.low : nil }
                },
                total: option.decision.range?.low ?? 0, note: valueNote(on: option),
                totalText: option.decision.value == nil
                    ? option.decision.range?.shown(places: 1) : nil)
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
                .table(weakestTable(tree)),
                .table(performanceTable(tree)),
            ])
    }

    private func valueNote(on option: OptionResult) -> String? {
        if option.decision.range == nil { return "no value: a performance is missing" }
        var notes: [String] = []
        if option.decision.value == nil {
            notes.append("drawn at the low end: \(missingTitles(of: option)) missing")
        }
        if option.decision.eligibility != .eligible { notes.append("not eligible") }
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }

    private func missingTitles(of option: OptionResult) -> String {
        let missing = result.decision.criteria.leaves
            .filter { option.decision.missing.contains($0.id) }.map(\.position.title)
        return missing.list("and") + (missing.count == 1 ? " is" : " are")
    }

    private func valueFinding() -> String {
        func shown(_ value: ValueRange) -> String { value.shown(places: 1) }
        let best = result.options.first { $0.decision.rank == 1 }
        guard let first = best, let value = first.decision.range else {
            return result.first == nil
                ? "No option is eligible, whatever its value" : "How the options score"
        }
        if let chosen = result.recommended, let rank = chosen.decision.rank, rank > 1,
            let own = chosen.decision.range
        {
            return "\(first.option.title) scores highest with \(shown(value)) of 100; the "
                + "recommended \(chosen.option.title) scores \(shown(own))"
        }
        if let lead = result.decision.lead, !lead.isClear, let second = lead.runnerUp,
            let other = result.option(second), let rival = other.decision.range
        {
            return lead.points == 0 && value.known != nil && rival.known != nil
                ? "\(first.option.title) and \(other.option.title) score the same, "
                    + "\(shown(value)) of 100"
                : "No clear winner: \(first.option.title) scores \(shown(value)) of 100, "
                    + "\(other.option.title) \(shown(rival))"
        }
        let strongest = zip(result.decision.criteria.leaves, first.decision.scores)
            .max { ($0.1.contributionRange?.low ?? 0) < ($1.1.contributionRange?.low ?? 0) }
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
                    + scores.map { $0.range?.cell(places: 0) ?? .empty },
                style: style(of: line))
        }
        rows.append(
            Row(
                [.text("Value")]
                    + headings.dropFirst().map { _ in .text("") }
                    + result.options.map { option in
                        option.decision.range?.cell(places: 1) ?? .empty
                    }, style: .total))
        return Table(
            caption: "Value of each option on each criterion, 0 to 100",
            columns: headings + optionColumns, rows: rows)
    }

    /// Where each option does worst, and whether that is below the line of weakness.
    private func weakestTable(_ tree: CriterionTree) -> Table {
        let line = FigureText.asStated.text(of: evaluation.decision.weakBelow)
        return Table(
            caption: "Weakest criterion of each option",
            columns: [
                Column("Option", widthHint: 32), Column("Criterion", widthHint: 30),
                .number("Value"), Column("Remark", widthHint: 40),
            ],
            rows: result.options.map { option in
                let weakest = option.decision.weakest
                let title = tree.leaves.first { $0.id == weakest?.criterion }?.position.title
                var remarks = weakest.map { $0.isWeak ? ["below \(line)"] : [] } ?? []
                if option.decision.range?.known == nil, !option.decision.missing.isEmpty {
                    remarks.append("\(missingTitles(of: option)) unknown")
                }
                return Row([
                    .text(option.option.title), title.map { .text($0) } ?? .empty,
                    weakest.map { .number($0.value, places: 0) } ?? .empty,
                    .text(
                        remarks.joined(separator: "; "),
                        tone: weakest?.isWeak == true ? .bad : .quiet),
                ])
            }, note: "The lowest value of all criteria with a weight; of equals the heaviest.")
    }

    /// The scale of each criterion, and what each option achieves on it.
    private func performanceTable(_ tree: CriterionTree) -> Table {
        let hasGroups = !tree.groups.isEmpty
        let hasMinimums = tree.positions.contains { $0.minimum != nil }
        return Table(
            caption: "Criteria, and what each option achieves",
            columns: headings(hasGroups: hasGroups)
                + [Column("Scale: performance = value", widthHint: 36)]
                + (hasMinimums ? [.number("Least value")] : []) + optionColumns,
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
                    heading(line, hasGroups: hasGroups) + [.text(Self.scale(of: line))]
                        + (hasMinimums ? [Self.minimum(of: line)] : []) + cells,
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
        let ends = leaf.measure.valueFunction.inWords(FigureText.asStated)
        return leaf.measure.scaleIsFromData ? ends + " (the options' own range)" : ends
    }

    private static func minimum(of line: Line) -> Cell {
        line.position.minimum.map { .number($0, places: $0.places) } ?? .text("")
    }

    private static func shown(_ performance: Performance) -> String {
        if case .number(let number) = performance { return FigureText.asStated.text(of: number) }
        return performance.description
    }
}
