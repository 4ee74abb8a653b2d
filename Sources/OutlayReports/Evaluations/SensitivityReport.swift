import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations

extension EvaluationResult {
    /// How far the result hangs on weights, knock-outs and method, as `outlay sensitivity` prints it.
    public func sensitivityReport(_ sensitivity: Sensitivity) -> Report {
        SensitivityReport(result: self, sensitivity: sensitivity).report()
    }
}

/// Puts together what is said of a result's sensitivity.
struct SensitivityReport {
    let result: EvaluationResult
    let sensitivity: Sensitivity

    func report() -> Report {
        var sections: [ReportSection] = []
        if let weights = sensitivity.weights {
            sections += [optionSection(weights), methodSection(weights)]
            if let drawn = weights.acceptability {
                sections.append(acceptabilitySection(drawn, weights))
            }
        }
        if let section = knockOutSection() { sections.append(section) }
        if let section = winningSection() { sections.append(section) }
        sections += moneySections()
        return Report(
            title: result.evaluation.title, subtitle: result.settingText, summary: summary,
            sections: sections)
    }

    private func moneySections() -> [ReportSection] {
        let report = MoneyRangesReport(result: result)
        var sections = [
            sensitivity.oneWay.flatMap { report.oneWaySection($0, about: nil) },
            sensitivity.scenarios.map(report.scenarioSection),
            sensitivity.risk.map(report.riskSection),
            sensitivity.joint.flatMap(report.jointSection),
        ]
        if let information = sensitivity.information, let risk = sensitivity.risk {
            sections.append(report.informationSection(information, risk))
        }
        return sections.compactMap(\.self)
    }

    private var summary: [Block] {
        guard let findings = StabilityFindings(result) else {
            return [.paragraph(RichText(noWeightsText))]
        }
        var blocks: [Block] = [
            .paragraph(RichText(findings.sentence + ".")), .table(findings.weightTable),
        ]
        if let weights = sensitivity.weights, !weights.uncertain.isEmpty {
            blocks.append(
                .paragraph(
                    "Where a performance is missing, the worst it may be worth counts."))
        }
        return blocks
    }

    private var noWeightsText: String {
        if result.evaluation.decision.criteria.isEmpty {
            return "Nothing is scored, so no weight can change the ranking."
        }
        if result.decision.criteria.leaves.count == 1 {
            return "There is one criterion, so no weight can change the ranking."
        }
        switch result.options.count(where: { $0.decision.eligibility == .eligible }) {
        case 0: return "No option is eligible, so no weight can change the ranking."
        case 1: return "Only one option is eligible, so no weight can change the ranking."
        default: return "A performance is missing, so nothing can be said of weights."
        }
    }

    func title(_ id: String) -> String { result.option(id)?.option.title ?? id }

    // MARK: - Which options can be best

    private func optionSection(_ weights: WeightSensitivity) -> ReportSection {
        let table = weights.table
        let rows = table.options.indices.map { option in
            let dominators = weights.pareto.dominators(of: option).map { title(table.options[$0]) }
            let standing: (text: String, lead: Cell)
            switch weights.optimality.standings[option] {
            case .best(_, let lead): standing = ("best for some", .number(lead, places: 1))
            case .level: standing = ("level for some", .number(0, places: 1))
            case .never(let shortfall): standing = ("never best", .number(-shortfall, places: 1))
            }
            return Row([
                .text(title(table.options[option])), .text(standing.text), standing.lead,
                dominators.isEmpty ? .empty : .text(dominators.joined(separator: ", ")),
            ])
        }
        let best = weights.optimality.standings.count {
            if case .best = $0 { true } else { false }
        }
        return ReportSection(
            id: "optimality",
            title: best == 1
                ? "One option is best whatever the weights"
                : "\(best) of \(table.options.count) eligible options are best for some weights",
            question: "Which options could win under other weights?",
            blocks: [
                .table(
                    Table(
                        caption: "Eligible options under "
                            + (conditions(weights).map { "weights with \($0)" } ?? "any weights"),
                        columns: [
                            Column("Option", widthHint: 30), Column("Weights"),
                            .number("Most points ahead"),
                            Column("No better on any criterion than", widthHint: 30),
                        ], rows: rows))
            ])
    }

    /// What was said of the weights, in words; nil for nothing.
    private func conditions(_ weights: WeightSensitivity) -> String? {
        let constraints = weights.constraints
        var parts = weights.table.criteria.compactMap { criterion -> String? in
            guard constraints.lower[criterion] != nil || constraints.upper[criterion] != nil else {
                return nil
            }
            let ends = [constraints.lower[criterion] ?? 0, constraints.upper[criterion] ?? 1]
                .map { FigureText.shown(100 * $0, places: 1) }
            return "\(criterion) \(ends[0]) to \(ends[1])"
        }
        if constraints.order.count > 1 {
            parts.append(constraints.order.joined(separator: " ≥ "))
        }
        return parts.isEmpty ? nil : parts.list("and")
    }

    // MARK: - Methods

    private func methodSection(_ weights: WeightSensitivity) -> ReportSection {
        let (agreement, table) = (weights.agreement, weights.table)
        let rows = table.options.indices.map { option in
            let ranks = agreement.rankRanges?[option]
            return Row([
                .text(title(table.options[option])),
                .number(shown: "\(agreement.wins[option])", data: "\(agreement.wins[option])"),
                ranks.map {
                    .text(
                        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)")
                }
                    ?? .empty,
            ])
        }
        var blocks: [Block] = [
            .table(
                Table(
                    caption: "Ranks by \(agreement.rankedCount) runs of methods and normalisations",
                    columns: [
                        Column("Option", widthHint: 30), .number("Ranked first"),
                        Column("Ranks", .end),
                    ], rows: rows)),
            .table(reversalTable(weights)),
        ]
        let refusals = agreement.refusals.map { run in
            run.method + (run.normalisation.map { " with \($0)" } ?? "")
        }
        if !refusals.isEmpty {
            blocks.append(
                .paragraph(
                    RichText(
                        "Cannot score these values: \(refusals.joined(separator: ", ")).")))
        }
        let leader = table.leader
        return ReportSection(
            id: "methods",
            title: "\(title(table.options[leader])) is first in \(agreement.wins[leader]) of "
                + "\(agreement.rankedCount) runs",
            question: "Would another method choose another option?", blocks: blocks)
    }

    /// What leaving out one option does to the ranking of each method.
    private func reversalTable(_ weights: WeightSensitivity) -> Table {
        let options = weights.table.options
        return Table(
            caption: "Pairs of options that change their order when a third is left out",
            columns: [
                Column("Method", widthHint: 24), .number("Pairs"),
                Column("First rank changes without", widthHint: 30),
            ],
            rows: weights.reversals.map { entry in
                guard let reversal = entry.reversal else {
                    return Row([.text(entry.method), .empty, .text("cannot score these values")])
                }
                let count = reversal.removals.reduce(0) { $0 + $1.changes.count }
                let changed = reversal.removals.filter(\.changesBest)
                    .map { title(options[$0.option]) }
                return Row([
                    .text(entry.method), .number(shown: "\(count)", data: "\(count)"),
                    changed.isEmpty ? .empty : .text(changed.joined(separator: ", ")),
                ])
            })
    }

    // MARK: - Rank acceptability

    private func acceptabilitySection(
        _ drawn: RankAcceptability, _ weights: WeightSensitivity
    ) -> ReportSection {
        let count = drawn.options.count
        let ranks = Table(
            caption: "Share of trials in which each option takes each rank",
            columns: [Column("Option", widthHint: 30)] + (1...count).map { .number("Rank \($0)") }
                + [.number("± rank 1"), .number("Holistic")],
            rows: drawn.options.indices.map { option in
                let first = drawn.acceptability(ofOption: option, rank: 1)
                return Row(
                    [.text(title(drawn.options[option]))]
                        + (1...count).map {
                            .percentage(drawn.acceptability(ofOption: option, rank: $0), places: 1)
                        } + [
                            .percentage(drawn.standardError(of: first), places: 2),
                            .number(drawn.holisticAcceptability(ofOption: option), places: 2),
                        ])
            }, note: "± is one standard error.")
        return ReportSection(
            id: "acceptability",
            title: acceptabilityFinding(drawn),
            question: "Who wins where weights are not known?",
            blocks: [
                .facts([
                    Fact("Draws", RichText(FigureText.shown(Double(drawn.trials), places: 0))),
                    Fact("Seed", RichText("\(drawn.seed)")),
                    Fact("Weights", RichText(conditions(weights) ?? "any")),
                    Fact("Values known within a range", RichText("\(weights.uncertain.count)")),
                ]),
                .table(ranks), .table(winningTable(drawn)), .table(centralTable(drawn)),
            ])
    }

    private func acceptabilityFinding(_ drawn: RankAcceptability) -> String {
        let shares = drawn.options.indices.map { drawn.acceptability(ofOption: $0, rank: 1) }
        let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
        return "\(title(drawn.options[best])) is first for "
            + "\(FigureText.percentage(shares[best], places: 1)) of the weights drawn"
    }

    private func winningTable(_ drawn: RankAcceptability) -> Table {
        Table(
            caption: "Share of trials in which the row scores higher than the column",
            columns: [Column("Option", widthHint: 30)]
                + drawn.options.map { Column(title($0), .end, widthHint: 16) },
            rows: drawn.options.indices.map { option in
                Row(
                    [.text(title(drawn.options[option]))]
                        + drawn.options.indices.map { rival in
                            option == rival
                                ? .empty
                                : .percentage(
                                    drawn.winningIndex(of: option, against: rival), places: 1)
                        })
            })
    }

    private func centralTable(_ drawn: RankAcceptability) -> Table {
        Table(
            caption:
                "Central weights: the mean, in hundredths, of the weights that make the option "
                + "first",
            columns: [Column("Option", widthHint: 30)] + drawn.criteria.map { .number($0) }
                + [.number("Confidence")],
            rows: drawn.options.indices.map { option in
                Row(
                    [.text(title(drawn.options[option]))]
                        + (drawn.centralWeights[option]?.map(StabilityFindings.cell)
                            ?? drawn.criteria.map { _ in .empty })
                        + [
                            drawn.confidenceFactors[option].map { .percentage($0, places: 1) }
                                ?? .empty
                        ])
            })
    }
}
