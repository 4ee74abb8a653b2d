import OutlayDecisions
import OutlayEvaluations
import OutlayProblems

extension EvaluationResult {
    /// The panel's scores side by side, with who disagrees: what `outlay panel show` prints.
    ///
    /// - Returns: nil where there is no panel.
    public func panelReport() -> Report? {
        guard let report = PanelReport(self) else { return nil }
        return Report(
            title: "Panel of \(evaluation.title)", subtitle: evaluation.id,
            summary: [.paragraph(RichText(report.finding + "."))],
            sections: [ReportSection(id: "scores", title: "Scores", blocks: report.blocks)])
    }

    /// What a seal of this evaluation is over, in words: weights from data cannot be sealed.
    var sealedSubject: String {
        evaluation.hasWeightsFromData
            ? "criteria, and how weights are taken from the data," : "criteria and weights"
    }

    /// What a comparison says of the panel and the seal in a line each.
    var judgementNotes: [RichText] {
        [PanelReport(self)?.line, evaluation.criteriaSeal?.line(sealedSubject)].compactMap(\.self)
            .map { RichText($0) }
    }
}

/// Puts together what a report says of a panel.
struct PanelReport {
    private let result: EvaluationResult
    private let panel: PanelResult

    init?(_ result: EvaluationResult) {
        guard let panel = result.panel else { return nil }
        self.result = result
        self.panel = panel
    }

    /// The section of the full report.
    var section: ReportSection {
        ReportSection(
            id: "panel", title: finding, question: "Who scored, and do they agree?",
            blocks: blocks)
    }

    /// Everything that is shown of the panel.
    var blocks: [Block] {
        var blocks: [Block] = [.paragraph(RichText(rule)), .table(valueTable)]
        if let table = rankingTable { blocks.append(.table(table)) }
        if let agreement { blocks.append(.facts(agreement)) }
        if !gaps.isEmpty { blocks.append(.list(gaps)) }
        if let table = noteTable { blocks.append(.table(table)) }
        return blocks
    }

    private var memberCount: String {
        panel.members.count == 1 ? "One member" : "\(panel.members.count) members"
    }

    /// What the scores show, as a sentence without full stop.
    var finding: String {
        guard !panel.members.isEmpty else { return "Nobody of the panel has handed in scores" }
        let scored = panel.cells.count { $0.group != nil }
        let disputed = panel.disputed.count
        let verb = panel.members.count == 1 ? "scored" : "scored and"
        if panel.members.count == 1 {
            return "\(memberCount) \(verb) for the whole panel"
        }
        return disputed == 0
            ? "\(memberCount) \(verb) nowhere lie far apart"
            : "\(memberCount) \(verb) disagree on \(disputed) of \(scored) scores"
    }

    /// The panel in one line, for a comparison.
    var line: String {
        var parts = ["\(finding); values are combined by \(panel.panel.rule.rawValue)"]
        if let w = panel.ranking?.concordance {
            let figure = w.hasTies ? w.corrected : w.coefficient
            parts.append(
                "Kendall's W \(figure.map { FigureText.shown($0, places: 2) } ?? "not defined")"
                    + (w.hasTies ? ", corrected for equal ranks," : "")
                    + " over \(w.judges) of \(panel.members.count)")
        }
        let excluded = panel.members.filter { !$0.conflicts.isEmpty }.map { member in
            "\(member.id) left out of "
                + member.conflicts.map { title($0.option) }.list("and")
        }
        if !panel.panel.awaited.isEmpty {
            parts.append("not handed in: \(panel.panel.awaited.joined(separator: ", "))")
        }
        return (parts + excluded).joined(separator: "; ")
    }

    private var rule: String {
        "A value is what a score is worth on the criterion's scale, 0 to 100. The members' values are "
            + "combined by their \(panel.panel.rule.rawValue). Members are marked as disagreeing where their "
            + "values lie \(panel.panel.disagreement) points or more apart."
    }

    private func title(_ option: String) -> String { result.option(option)?.option.title ?? option }

    private func criterionTitle(_ id: String) -> String {
        result.decision.criteria.leaves.first { $0.id == id }?.position.title ?? id
    }

    /// The options in display order.
    private var options: [String] { result.options.map(\.option.id) }

    // MARK: - Tables

    /// Each member's value of each cell, the combined one, and how far they lie apart.
    private var valueTable: Table {
        let columns =
            [Column("Criterion", widthHint: 30)] + panel.members.map { Column.number($0.id) }
            + [
                .number(panel.panel.rule.rawValue), .number("Scores"), .number("Range"),
                .number("Deviation"), Column("Mark"),
            ]
        let rows = options.flatMap { option in
            [
                Row(
                    [.text(title(option))] + columns.dropFirst().map { _ in .empty },
                    style: .header)
            ]
                + panel.cells.filter { $0.option == option }.map(row)
        }
        return Table(
            caption: "Values of the members, 0 to 100", columns: columns, rows: rows,
            note:
                "Range: the largest value less the smallest. Deviation: the sample standard deviation."
        )
    }

    private func row(_ cell: PanelResult.Cell) -> Row {
        let values = zip(panel.panel.ballots, cell.values).map { ballot, value -> Cell in
            if let value { return .number(value, places: 0) }
            return ballot.conflict(on: cell.option) == nil
                ? .empty : .text("conflict", tone: .quiet)
        }
        return Row(
            [.text(criterionTitle(cell.criterion))] + values
                + [
                    cell.value.map { .number($0, places: 1) } ?? .empty,
                    .number(
                        shown: "\(cell.group?.values.count ?? 0)",
                        data: "\(cell.group?.values.count ?? 0)"),
                    cell.group.map { .number($0.range, places: 0) } ?? .empty,
                    cell.group?.standardDeviation.map { .number($0, places: 1) } ?? .empty,
                    cell.isDisputed ? .text("disagree", tone: .bad) : .text(""),
                ])
    }

    /// Each member's rank of each option that may be chosen, and what the ranks amount to.
    private var rankingTable: Table? {
        guard let ranking = panel.ranking else { return nil }
        let order = options.filter(panel.rankedOptions.contains)
        let points = ranking.borda
        return Table(
            caption: "Ranks by each member's own scores on the criteria of the panel",
            columns: [Column("Option", widthHint: 34)]
                + panel.members.map { Column.number($0.id) }
                + [.number("Borda points"), .number("Copeland score")],
            rows: order.compactMap { option in
                guard let index = panel.rankedOptions.firstIndex(of: option) else { return nil }
                let ranks = panel.members.map { member -> Cell in
                    member.ranks[index].map { .number(shown: "\($0)", data: "\($0)") } ?? .empty
                }
                return Row(
                    [.text(title(option))] + ranks
                        + [
                            points.map { points in
                                .number(
                                    points[index],
                                    places: points[index].rounded() == points[index] ? 0 : 1)
                            } ?? .empty,
                            .number(
                                shown: FigureText.shown(
                                    Double(ranking.copeland[index]), places: 0, sign: .both),
                                data: "\(ranking.copeland[index])"),
                        ])
            },
            note: "Borda: per member the count of options less the rank, over "
                + "\(ranking.completeJudges.count) of \(panel.members.count) members, who rank every option. "
                + "Copeland: pairs won by majority less pairs lost.")
    }

    private var agreement: [Fact]? {
        guard let w = panel.ranking?.concordance else { return nil }
        var facts = [
            Fact(
                "Kendall's W",
                RichText(
                    "\(FigureText.shown(w.coefficient, places: 3)) over \(w.judges) members; "
                        + "0 is no agreement, 1 the same order"))
        ]
        if w.hasTies {
            facts.append(
                Fact(
                    "W corrected for equal ranks",
                    RichText(
                        w.corrected.map { FigureText.shown($0, places: 3) }
                            ?? "not defined: nobody ranks one option before another")))
        }
        return facts
    }

    /// Who is left out, and what is missing.
    private var gaps: [RichText] {
        let conflicts = panel.members.flatMap { member in
            member.conflicts.map { conflict in
                "\(member.id) is left out of the scores of \(title(conflict.option)): "
                    + conflict.reason
                    + (member.excluded.contains(conflict.option)
                        ? " (scores were given and are not counted)" : "")
            }
        }
        let missing = panel.members.flatMap { member in
            member.missing.map { gap in
                "\(member.id) gave no score on \(criterionTitle(gap.criterion)) of "
                    + title(gap.option)
            }
        }
        let awaited = panel.panel.awaited.map { "\($0) is not handed in" }
        return (conflicts + awaited + missing).map { RichText($0) }
    }

    private var noteTable: Table? {
        var rows: [Row] = []
        for option in options {
            for criterion in panel.criteria {
                for ballot in panel.panel.ballots {
                    guard let note = ballot.notes[option]?[criterion] else { continue }
                    rows.append(
                        Row([
                            .text(title(option)), .text(criterionTitle(criterion)),
                            .text(ballot.member), .text(note),
                        ]))
                }
            }
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: "What members say of their scores",
            columns: [
                Column("Option", widthHint: 30), Column("Criterion", widthHint: 24),
                Column("Member"), Column("Note", widthHint: 60),
            ], rows: rows)
    }
}

extension CriteriaSeal {
    /// Returns what a report says of the seal of `subject`, with the whole hash.
    func sentence(_ subject: String) -> String {
        changes.isEmpty
            ? "\(subject) unchanged since \(date) (sha256 \(sha256))"
            : "\(subject) changed since \(date) (sha256 \(sha256)): "
                + changes.map(\.inWords).joined(separator: "; ")
    }

    /// Returns what a comparison says of the seal of `subject`, with the beginning of the hash.
    func line(_ subject: String) -> String {
        let hash = "(sha256 \(sha256.prefix(12))…)"
        let subject = subject.prefix(1).uppercased() + subject.dropFirst()
        return changes.isEmpty
            ? "\(subject) unchanged since \(date) \(hash)"
            : "\(subject) changed since \(date) \(hash) in "
                + (changes.count == 1 ? "one place" : "\(changes.count) places")
    }
}
