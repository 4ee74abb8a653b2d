import Outlay

/// What `outlay lint` shows, as tables.
enum LintTables {
    /// Returns one row for each document.
    static func documents(_ outcomes: [LintOutcome]) -> Table {
        Table(
            columns: [
                Column("Document", widthHint: 50), Column("Kind"), .number("Errors"),
                .number("Warnings"), .number("Notes"), .number("Suppressed"),
                .number("Not checked"),
            ],
            rows: outcomes.map { outcome in
                guard outcome.rules > 0 else {
                    return Row(
                        [.text(outcome.path), .text(outcome.kind)]
                            + [Cell](repeating: .text("–"), count: 4) + [.text("no rules")])
                }
                let report = outcome.report
                return Row(
                    [.text(outcome.path), .text(outcome.kind)]
                        + [
                            report.count(of: .error), report.count(of: .warning),
                            report.count(of: .note), report.suppressed.count,
                            report.unchecked.count,
                        ].map { .text(String($0)) })
            })
    }

    /// Returns one row for each rule that could not look.
    static func unchecked(
        _ entries: [(path: String, rule: LintReport.Unchecked)]
    ) -> Table {
        Table(
            columns: [Column("Document"), Column("Rule"), Column("About"), Column("Why not")],
            rows: entries.map { entry in
                Row([
                    .text(entry.path), .text(entry.rule.code.rawValue),
                    .text(entry.rule.code.rule.title), .text(entry.rule.reason),
                ])
            })
    }

    /// Returns one row for each finding that a document leaves out.
    static func suppressed(_ entries: [LintReport.Suppressed]) -> Table {
        Table(
            columns: [Column("Rule"), Column("Finding"), Column("Reason"), Column("Until")],
            rows: entries.map { entry in
                Row([
                    .text(entry.finding.code.rawValue), .text(entry.finding.summary),
                    .text(entry.suppression.reason),
                    .text(entry.suppression.until?.description ?? "–"),
                ])
            })
    }

    /// Returns one row for each finding.
    static func findings(_ findings: [Problem]) -> Table {
        Table(
            columns: [
                Column("Code"), Column("Severity"), Column("Place"), Column("Finding"),
                Column("Why"),
                Column("Hint"),
            ],
            rows: findings.map { problem in
                Row([
                    .text(problem.code.rawValue), .text(problem.severity.rawValue),
                    .text(place(problem.location)), .text(problem.summary), .text(problem.reason),
                    .text(problem.hint ?? ""),
                ])
            })
    }

    private static func place(_ location: Location?) -> String {
        switch location {
        case .text(let span): "\(span.path):\(span.start.line):\(span.start.column)"
        case .file(let path): path
        case .argument(let name), .part(let name): name
        case nil: ""
        }
    }
}
