import OutlayEncoding
import OutlayProblems

/// A code quality report of GitLab.
///
/// - Source: GitLab documentation, "Code Quality": code quality report format.
public struct GitLabFormat: GateFormat {
    /// The name.
    public let identifier = "gitlab"
    /// What reads it.
    public let title = "a code quality report of GitLab"

    /// Creates the format.
    public init() {}

    /// Returns the report: an array with an entry for each finding, and for each check that does not pass without one.
    ///
    /// The form needs a path, so that what is no file, as a request is none, stands there by its name.
    public func render(_ result: GateResult, tool: String) -> String {
        var entries: [JSONValue] = []
        var seen: [String: Int] = [:]
        func add(_ name: String, _ text: String, _ severity: String, _ path: String, _ line: Int) {
            let base = "\(name)\u{0}\(path)\u{0}\(text)"
            // The same finding twice has two fingerprints.
            let count = seen[base, default: 0]
            seen[base] = count + 1
            entries.append([
                "description": .string(text), "check_name": .string(name),
                "fingerprint": .string(SHA256Digest.of(base + "\u{0}\(count)")),
                "severity": .string(severity),
                "location": ["path": .string(path), "lines": ["begin": .integer(line)]],
            ])
        }
        for check in result.checks {
            for problem in check.findings {
                let place = result.place(of: problem)
                add(
                    problem.code.rawValue, "\(problem.summary): \(problem.reason)",
                    Self.severity(problem.severity), place?.path ?? result.subject,
                    place?.span?.start.line ?? 1)
            }
            if check.outcome >= .fail, !check.findings.contains(where: { $0.severity == .error }) {
                add(
                    "gate-\(check.id)", check.statement, "blocker", result.file ?? result.subject,
                    1)
            }
        }
        return JSONValue.array(entries).text(indentation: 2) + "\n"
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .note: "info"
        case .warning: "minor"
        case .error: "blocker"
        }
    }
}
