import Outlay

/// Problems as text for people.
enum ProblemText {
    /// Returns a problem with its code, place, source line, reason and hint, each on its line.
    static func block(_ problem: Problem, coloured: Bool = false) -> String {
        let style: TextStyle = coloured ? .ansi : .plain
        let label = "\(problem.severity.rawValue)[\(problem.code.rawValue)]"
        let title = style.applied(problem.severity.role, to: label)
        var lines = ["\(title): \(clean(problem.summary))"]
        if let location = problem.location {
            lines.append("  --> " + clean(location.wording))
            if case .text(let span) = location { lines += SourceExcerpt(span)?.lines ?? [] }
        }
        lines.append(clean(problem.reason))
        if let cause = problem.underlying { lines.append("cause: " + clean(cause)) }
        if let hint = problem.hint { lines.append("hint: " + clean(hint)) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Returns the problems that ended a command, and their count where there are several.
    static func list(_ problems: [Problem], coloured: Bool = false) -> String {
        let blocks = problems.map { block($0, coloured: coloured) }.joined()
        let counts = [Severity.error, .warning].compactMap { severity -> String? in
            let count = problems.count { $0.severity == severity }
            guard count > 0 else { return nil }
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        guard problems.count > 1, problems.contains(where: { $0.severity == .error }) else {
            return blocks
        }
        return blocks + counts.joined(separator: " and ") + ", nothing computed\n"
    }

    /// Returns a problem that stands beside an answer, with its severity, on one line.
    static func line(_ problem: Problem) -> String {
        "\(problem.severity.rawValue) \(sentence(problem))"
    }

    /// Returns a problem that stands beside an answer, where its severity is shown otherwise.
    static func sentence(_ problem: Problem) -> String {
        clean("\(problem.code.rawValue) \(problem.summary): \(problem.reason)")
    }

    private static func clean(_ text: String) -> String { DisplayText.sanitised(text) }
}

extension Severity {
    fileprivate var role: TextStyle.Role {
        switch self {
        case .note: .quiet
        case .warning: .caution
        case .error: .bad
        }
    }
}

extension Location {
    /// The place as a message names it.
    fileprivate var wording: String {
        switch self {
        case .text(let span): "\(span.path):\(span.start.line):\(span.start.column)"
        case .file(let path): path
        case .argument(let name): (name.hasPrefix("-") ? "option" : "argument") + " `\(name)`"
        case .part(let name): name
        }
    }
}

/// The line of a problem, with carets under what is marked.
private struct SourceExcerpt {
    /// The most columns of a line that are shown.
    private static let limit = 120
    /// The columns shown before the mark where a line is longer.
    private static let lead = 40

    private let number: String
    private let scalars: [Unicode.Scalar]
    private let mark: Range<Int>

    /// Creates an excerpt, or nil where the mark lies behind the text that the span kept.
    init?(_ span: TextSpan) {
        scalars = Array(span.line.unicodeScalars)
        number = String(span.start.line)
        let start = span.start.column - 1
        guard start <= scalars.count else { return nil }
        let end = span.end.line == span.start.line ? span.end.column - 1 : scalars.count
        mark = start..<max(start, min(end, scalars.count))
    }

    var lines: [String] {
        let window = window
        let opening = window.lowerBound > 0 ? "..." : ""
        let closing = window.upperBound < scalars.count ? "..." : ""
        let marked = mark.clamped(to: window)
        let before = opening + text(window.lowerBound..<marked.lowerBound)
        let carets = String(repeating: "^", count: max(1, DisplayText.width(of: text(marked))))
        let gutter = String(repeating: " ", count: number.count)
        let source = "\(number) | \(opening)\(text(window))\(closing)"
        return [Self.trimmed(source), "\(gutter) | \(blank(before))\(carets)"]
    }

    /// The scalars shown: all, or about ``limit`` columns around the mark.
    private var window: Range<Int> {
        guard DisplayText.width(of: text(0..<scalars.count)) > Self.limit else {
            return 0..<scalars.count
        }
        var first = mark.lowerBound
        var columns = 0
        if DisplayText.width(of: text(0..<mark.upperBound)) <= Self.limit { first = 0 }
        while first > 0, columns < Self.lead {
            first -= 1
            columns += DisplayText.width(of: text(first..<first + 1))
        }
        var last = first
        columns = 0
        while last < scalars.count, columns < Self.limit {
            columns += DisplayText.width(of: text(last..<last + 1))
            last += 1
        }
        return first..<last
    }

    /// The scalars as they are shown; tabs are kept.
    private func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
            .split(separator: "\t", omittingEmptySubsequences: false)
            .map { DisplayText.sanitised(String($0)) }.joined(separator: "\t")
    }

    /// Blanks as wide as `text`, with its tabs.
    private func blank(_ text: String) -> String {
        text.split(separator: "\t", omittingEmptySubsequences: false)
            .map { String(repeating: " ", count: DisplayText.width(of: String($0))) }
            .joined(separator: "\t")
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
