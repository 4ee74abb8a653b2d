import OutlayProblems

/// Annotations of GitHub Actions: a line for each finding, then one for the verdict.
///
/// - Source: GitHub, "Workflow commands for GitHub Actions": setting error, warning and notice messages.
public struct GitHubFormat: GateFormat {
    /// The name.
    public let identifier = "github"
    /// What reads it.
    public let title = "annotations of GitHub Actions"

    /// Creates the format.
    public init() {}

    /// Returns the lines.
    public func render(_ result: GateResult, tool: String) -> String {
        var lines = result.findings.map { annotation($0, in: result) }
        let level =
            switch result.outcome {
            case .pass: "notice"
            case .warn: "warning"
            case .fail, .undecided: "error"
            }
        let checks = result.checks.map { "\($0.id): \($0.outcome.rawValue)" }
        lines.append(
            "::\(level) title=\(Self.property("Outlay gate"))::"
                + Self.message(
                    "\(result.verdict) · \(result.subject) · \(checks.joined(separator: ", ")) · "
                        + result.frame))
        return lines.map { $0 + "\n" }.joined()
    }

    private func annotation(_ problem: Problem, in result: GateResult) -> String {
        let level =
            switch problem.severity {
            case .note: "notice"
            case .warning: "warning"
            case .error: "error"
            }
        let place = result.place(of: problem)
        var properties = place.map { ["file=\(Self.property($0.path))"] } ?? []
        if let span = place?.span {
            properties.append("line=\(span.start.line)")
            properties.append("col=\(span.start.column)")
            if span.end.line == span.start.line, span.end.column > span.start.column {
                properties.append("endColumn=\(span.end.column - 1)")
            }
        }
        properties.append("title=\(Self.property(problem.code.rawValue))")
        let hint = problem.hint.map { "\nhint: \($0)" } ?? ""
        return "::\(level) \(properties.joined(separator: ","))::"
            + Self.message("\(problem.summary)\n\(problem.reason)\(hint)")
    }

    private static func message(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
