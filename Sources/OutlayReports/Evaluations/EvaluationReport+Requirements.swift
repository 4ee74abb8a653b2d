import OutlayDecisions
import OutlayEvaluations
import OutlayProblems

extension EvaluationReport {
    // MARK: - Knock-outs and minimums

    func knockOutSection() -> ReportSection? {
        guard let title = result.requirementsTitle else { return nil }
        let knockOuts = evaluation.decision.knockOuts
        let minimums = result.decision.criteria.positions.compactMap { position in
            position.minimum.map { (title: position.title, needed: $0) }
        }
        let rows = result.options.map { option in
            Row(
                [.text(option.option.title)]
                    + zip(knockOuts, option.decision.knockOuts).map(Self.cell)
                    + option.decision.minimums.map(Self.cell))
        }
        return ReportSection(
            id: "knock-outs", title: knockOutFinding(),
            question: "Which requirement does no score make up for?",
            blocks: [
                .table(
                    Table(
                        caption: title,
                        columns: [Column("Option", widthHint: 30)]
                            + knockOuts.map {
                                Column("\($0.question): \($0.requirementInWords)", widthHint: 24)
                            }
                            + minimums.map {
                                Column(
                                    "\($0.title): a value of at least "
                                        + FigureText.asStated.text(of: $0.needed), widthHint: 24)
                            },
                        rows: rows))
            ])
    }

    private static func cell(_ knockOut: KnockOut, _ outcome: KnockOutOutcome) -> Cell {
        switch outcome {
        case .passed: .text("pass", tone: .good)
        case .failed(let found): .text("FAIL: \(knockOut.inWords(found))", tone: .bad)
        case .unknown: .text("unknown", tone: .bad)
        }
    }

    private static func cell(_ minimum: MinimumResult) -> Cell {
        let found = minimum.foundInWords.map { ": \($0)" } ?? ""
        return switch minimum.outcome {
        case .passed: .text("pass\(found)", tone: .good)
        case .failed: .text("FAIL\(found)", tone: .bad)
        case .unknown: .text("unknown\(found)", tone: .bad)
        }
    }

    private func knockOutFinding() -> String {
        func subject(_ options: [OptionResult]) -> String {
            options.count == 1 ? options[0].option.title : "\(options.count) options"
        }
        let failed = result.options.filter { $0.decision.eligibility == .failed }
        let unknown = result.options.filter { $0.decision.eligibility == .unknown }
        var parts: [String] = []
        if let first = failed.first {
            let obstacles = Set(failed.compactMap(\.obstacle))
            parts.append(
                subject(failed) + " "
                    + (failed.count == 1
                        ? first.obstacle ?? "" : Self.inWords(ofSeveral: obstacles)))
        }
        if !unknown.isEmpty {
            parts.append(
                (parts.isEmpty ? "Whether " : "whether ") + subject(unknown)
                    + (unknown.count == 1 ? " passes is unknown" : " pass is unknown"))
        }
        return parts.isEmpty ? "Every option \(demand)" : parts.joined(separator: "; ")
    }

    /// What several options that are not eligible do: each fails a knock-out, a minimum, or one of them.
    private static func inWords(ofSeveral obstacles: Set<String>) -> String {
        switch obstacles {
        case ["fails a knock-out"]: "fail a knock-out"
        case ["is below a minimum"]: "are below a minimum"
        default: "fail a knock-out or are below a minimum"
        }
    }

    /// What an option must do to be eligible, such as "passes every knock-out".
    private var demand: String {
        switch result.requirementsTitle {
        case "Minimums": "reaches every minimum"
        case "Knock-outs": "passes every knock-out"
        default: "passes every knock-out and reaches every minimum"
        }
    }
}
