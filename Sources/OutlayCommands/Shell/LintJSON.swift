import Outlay

/// What `outlay lint` says, as JSON; the findings stand in the envelope's `diagnostics`.
enum LintJSON {
    /// Returns the entry of one document.
    static func document(_ outcome: LintOutcome, listsSuppressed: Bool) -> JSONValue {
        let report = outcome.report
        return [
            "path": .string(outcome.path), "kind": .string(outcome.kind),
            "rules": .integer(outcome.rules),
            "errors": .integer(report.count(of: .error)),
            "warnings": .integer(report.count(of: .warning)),
            "notes": .integer(report.count(of: .note)),
            "suppressed": .integer(report.suppressed.count),
            "suppressions": listsSuppressed ? .array(report.suppressed.map(suppressed)) : .null,
            "unchecked": .array(
                report.unchecked.map {
                    ["code": .string($0.code.rawValue), "reason": .string($0.reason)]
                }),
        ]
    }

    private static func suppressed(_ entry: LintReport.Suppressed) -> JSONValue {
        [
            "code": .string(entry.finding.code.rawValue),
            "severity": .string(entry.finding.severity.rawValue),
            "message": .string(entry.finding.summary),
            "reason": .string(entry.suppression.reason),
            "until": .string(orNull: entry.suppression.until?.description),
        ]
    }

    /// The shape of the JSON result.
    static let shape = ObjectShape(
        "lint",
        "What reviewers would ask of documents; the findings are the envelope's diagnostics.",
        [
            Field(
                "documents", .list(of: .object(document)), "The documents, in order.",
                required: true)
        ])

    private static let document = ObjectShape(
        "document", "A document that was looked at.",
        [
            Field("path", .text(), "Where it is.", required: true),
            Field("kind", .text(), "What it is.", required: true),
            Field(
                "rules", .integer(0...Int.max),
                "How many rules there are for its kind; with 0 nothing was looked at but its form.",
                required: true),
            count("errors", "The errors found."),
            count("warnings", "The warnings found."),
            count("notes", "The notes found."),
            count("suppressed", "The findings that it leaves out."),
            Field(
                "suppressions", .list(of: .object(suppression)),
                "The findings that it leaves out, with `--show-suppressed`."),
            Field(
                "unchecked", .list(of: .object(unchecked)), "The rules that could not look.",
                required: true),
        ])

    private static func count(_ name: String, _ summary: String) -> Field {
        Field(name, .integer(0...Int.max), summary, required: true)
    }

    private static let suppression = ObjectShape(
        "suppressed finding", "A finding that a document leaves out.",
        [
            Field("code", .text(), "The code of its rule.", required: true),
            Field(
                "severity", .choice(Severity.allCases.map(\.rawValue)), "How much it matters.",
                required: true),
            Field("message", .text(), "What was found.", required: true),
            Field("reason", .text(), "Why the document leaves it out.", required: true),
            Field("until", .date, "The last day it is left out."),
        ])

    private static let unchecked = ObjectShape(
        "unchecked rule", "A rule that could not look.",
        [
            Field("code", .text(), "Its code.", required: true),
            Field("reason", .text(), "Why it could not.", required: true),
        ])
}
