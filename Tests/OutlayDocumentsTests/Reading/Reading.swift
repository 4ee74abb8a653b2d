import Outlay
import OutlayDocuments

/// Reads a document from a text.
func read(_ text: String, path: String = "a.yaml") -> DocumentSource {
    DocumentSource.read(path: path, bytes: Array(text.utf8))
}

/// Problems as `line:column-end CODE summary`, one per line; without a place only the code and summary.
func outline(_ problems: [Problem]) -> String {
    problems.map { problem in
        guard case .text(let span)? = problem.location else {
            return "\(problem.code.rawValue) \(problem.summary)"
        }
        return "\(span.start.line):\(span.start.column)-\(span.end.column) "
            + "\(problem.code.rawValue) \(problem.summary)"
    }
    .joined(separator: "\n")
}

/// A tree as text: maps in braces, lists in brackets, quoted texts in quotes, nothing as `-`.
func shape(of node: DocumentNode) -> String {
    switch node.content {
    case .empty: "-"
    case .refused: "?"
    case .scalar(let text, .quoted): "\"\(text)\""
    case .scalar(let text, .block): "|\(text)|"
    case .scalar(let text, .number): "#\(text)"
    case .scalar(let text, .yesNo): "!\(text)"
    case .scalar(let text, .plain): text
    case .list(let items): "[" + items.map(shape).joined(separator: ", ") + "]"
    case .map(let entries):
        "{" + entries.map { "\($0.key): \(shape(of: $0.value))" }.joined(separator: ", ") + "}"
    }
}

/// The text that a location marks.
func marked(_ location: Location?) -> String {
    guard case .text(let span)? = location, span.start.line == span.end.line else { return "" }
    let scalars = Array(span.line.unicodeScalars)
    return String(
        String.UnicodeScalarView(scalars[(span.start.column - 1)..<(span.end.column - 1)]))
}
