import OutlayProblems

/// A way to tell a gate's result to a system that runs it.
public protocol GateFormat: Sendable {
    /// The name that `--format` takes, such as `sarif`.
    var identifier: String { get }
    /// What reads it.
    var title: String { get }
    /// Returns the result.
    ///
    /// - Parameters:
    ///   - result: What the gate says.
    ///   - tool: The version of the tool.
    /// - Returns: The whole text, with its last line end.
    func render(_ result: GateResult, tool: String) -> String
}

/// The formats of a gate beside text and JSON.
public enum AllGateFormats {
    /// Every format, in the order of the help.
    public static let all: [any GateFormat] = [
        CommentFormat(), GitHubFormat(), GitLabFormat(), JUnitFormat(), SARIFFormat(),
    ]
}

extension GateResult {
    /// The file and line that a finding is shown at: its own, or the file that is judged; nil where that is none, as with
    /// a request of a ledger.
    func place(of problem: Problem) -> (path: String, span: TextSpan?)? {
        switch problem.location {
        case .text(let span): (span.path, span)
        case .file(let path): (path, nil)
        case .argument, .part, nil: file.map { ($0, nil) }
        }
    }
}
