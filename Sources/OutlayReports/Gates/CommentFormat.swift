import OutlayProblems

/// A comment on a pull request in Markdown, its summary first.
public struct CommentFormat: GateFormat {
    /// The name.
    public let identifier = "md"
    /// What reads it.
    public let title = "a comment on a pull request"

    /// The most bytes of a comment: what the services take, with room for what they add.
    ///
    /// - Source: GitHub's API refuses comments of more than 65 536 characters.
    static let limit = 60_000

    /// Creates the format.
    public init() {}

    /// Returns the comment; findings are left out, the least grave first, until it is short enough.
    public func render(_ result: GateResult, tool: String) -> String {
        var shown = result.findings.count
        while true {
            let text = MarkdownFormat().render(result.report(showing: shown))
            if text.utf8.count <= Self.limit || shown == 0 { return text }
            shown = shown / 2
        }
    }
}
