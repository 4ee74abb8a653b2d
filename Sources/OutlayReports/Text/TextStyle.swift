/// Whether a text carries the escape sequences of a terminal.
public enum TextStyle: Sendable, Hashable {
    /// Characters alone.
    case plain
    /// Bold, dim and colours by ANSI escape sequences (ECMA-48, SGR).
    case ansi

    /// What a stretch of text is, which decides how it looks.
    package enum Role: Sendable, Hashable {
        case normal, title, strong, quiet, good, caution, bad
    }

    /// Returns `text` as `role` looks.
    package func applied(_ role: Role, to text: String) -> String {
        guard self == .ansi, !text.isEmpty else { return text }
        let code =
            switch role {
            case .normal: ""
            case .title, .strong: "1"
            case .quiet: "2"
            case .good: "32"
            case .caution: "33"
            case .bad: "31"
            }
        return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
