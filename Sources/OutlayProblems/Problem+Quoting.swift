extension Problem {
    /// Returns `text` in backticks, fit for a message: shortened, and on one line.
    ///
    /// Control characters and line separators are shown as escapes such as `\n` and `\u{7F}`; of a
    /// text longer than `limit` Unicode scalars the beginning is shown, then `...`.
    public static func quoted(_ text: some StringProtocol, limit: Int = 40) -> String {
        var shown = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < limit else { return "`\(shown)...`" }
            shown += isPrintable(scalar) ? String(scalar) : scalar.escaped(asASCII: true)
            count += 1
        }
        return "`\(shown)`"
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format: false
        default: true
        }
    }
}
