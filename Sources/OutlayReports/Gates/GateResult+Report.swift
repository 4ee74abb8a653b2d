import OutlayEncoding
import OutlayProblems

extension GateResult {
    /// Returns the result for people: the verdict, the checks, then what was found.
    ///
    /// The gravest findings come first.
    ///
    /// - Parameter limit: How many findings are shown at most; all where nil.
    /// - Returns: A report that says how many findings it leaves out.
    public func report(showing limit: Int? = nil) -> Report {
        // What several checks stumble over is told once.
        var told: Set<String> = []
        let all = findings.filter { told.insert(Self.sentence($0)).inserted }
        let grave = all.enumerated().sorted {
            ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
        }.map(\.element)
        let shown = limit.map { Array(grave.prefix($0)) } ?? grave
        var blocks = shown.map {
            Block.callout($0.severity, RichText(Self.sentence($0)))
        }
        if shown.count < all.count {
            blocks.append(
                .paragraph(
                    RichText(
                        "\(all.count - shown.count) further findings are left out; "
                            + "`--format json` has all of them.")))
        }
        let table = Table(
            columns: [Column("Check"), Column("Outcome"), Column("What was found", widthHint: 72)],
            rows: checks.map { check in
                Row([
                    .text(check.title), .text(check.outcome.word, tone: check.outcome.tone),
                    .text(check.statement),
                ])
            })
        return Report(
            title: "\(verdict) · \(subject)", subtitle: frame, summary: [.table(table)],
            sections: blocks.isEmpty
                ? []
                : [ReportSection(id: "findings", title: "What was found", blocks: blocks)])
    }

    /// A finding with its code, its place and how to go on, in a line.
    static func sentence(_ problem: Problem) -> String {
        let place: String? =
            switch problem.location {
            case .text(let span): "\(span.path):\(span.start.line)"
            case .file(let path): path
            case .part(let name), .argument(let name): name
            case nil: nil
            }
        return "\(problem.code.rawValue) \(problem.summary): \(problem.reason)"
            + (problem.hint.map { "; \($0)" } ?? "") + (place.map { " (\($0))" } ?? "")
    }

    /// The result for programs.
    ///
    /// - Parameter diagnostic: Writes a finding.
    /// - Returns: Subject, outcome and checks.
    package func json(_ diagnostic: (Problem) -> JSONValue) -> JSONValue {
        [
            "subject": .string(subject), "frame": .string(frame),
            "outcome": .string(outcome.rawValue),
            "checks": .array(
                checks.map { check in
                    [
                        "id": .string(check.id), "title": .string(check.title),
                        "outcome": .string(check.outcome.rawValue),
                        "statement": .string(check.statement),
                        "findings": .array(check.findings.map(diagnostic)),
                    ]
                }),
        ]
    }
}

extension GateResult.Outcome {
    /// The word for people: what stands in the way is in capitals, so that it is found without colours.
    fileprivate var word: String { self >= .fail ? rawValue.uppercased() : rawValue }

    fileprivate var tone: Cell.Tone {
        switch self {
        case .pass: .good
        case .warn: .strong
        case .fail, .undecided: .bad
        }
    }
}
