import Outlay

extension LintRuleDescriptor {
    /// The page that `outlay rule` shows.
    var page: Report {
        Report(
            title: "\(code.rawValue): \(title)",
            summary: [
                .paragraph(RichText(what)), .paragraph(RichText(why)), .paragraph(RichText(fix)),
                .facts([
                    Fact(
                        "Breaks it",
                        RichText(example.bad.isEmpty ? "(nothing)" : shown(example.bad))),
                    Fact("Keeps it", RichText(shown(example.good))),
                    Fact("Severity", RichText(severity.rawValue)),
                    Fact("Exit code", RichText(exitText)),
                    Fact(
                        "Leave out",
                        RichText("lint: {suppress: [{rule: \(code.rawValue), reason: …}]}")),
                    Fact("From", RichText(source)),
                ]),
            ])
    }

    private var exitText: String {
        switch severity {
        case .error: "1"
        case .warning: "0; 1 with --fail-on warning"
        case .note: "0; 1 with --fail-on note"
        }
    }

    /// Returns lines of a document as one line of a page.
    private func shown(_ lines: String) -> String {
        lines.split(separator: "\n").map { line in
            String(line.drop { $0 == " " })
        }.joined(separator: " ⏎ ")
    }
}
