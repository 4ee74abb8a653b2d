/// Writes CSV text by RFC 4180, with LF as line end.
///
///     var writer = CSVWriter()
///     writer.append(["id", "title"])
///     writer.append(["desk", "Help \"desk\""])
///     writer.text                               // id,title⏎desk,"Help ""desk"""⏎
public struct CSVWriter: Sendable {
    /// How texts that a spreadsheet would read as a formula are written.
    public enum FormulaGuard: Sendable, Hashable {
        /// As they are.
        case none
        /// Behind an apostrophe, which shows in other programs.
        ///
        /// It stands before a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return
        /// and is not a plain negative number.
        ///
        /// - Source: OWASP, "CSV Injection".
        case spreadsheetSafe
    }

    /// The text written so far.
    public private(set) var text = ""
    private let delimiter: CSVDelimiter
    private let formulaGuard: FormulaGuard

    /// Creates a writer of an empty text.
    public init(delimiter: CSVDelimiter = .comma, formulaGuard: FormulaGuard = .none) {
        self.delimiter = delimiter
        self.formulaGuard = formulaGuard
    }

    /// Adds a record.
    public mutating func append(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { text += delimiter.rawValue }
            append(field, isAlone: fields.count == 1)
        }
        text += "\n"
    }

    private mutating func append(_ field: String, isAlone: Bool) {
        let isGuarded = formulaGuard == .spreadsheetSafe && Self.looksLikeFormula(field)
        let written = isGuarded ? "'" + field : field
        // A lone empty field without quotes would be a blank line.
        let needsQuotes =
            (isAlone && written.isEmpty)
            || written.utf8.contains {
                $0 == quote || $0 == delimiter.byte || $0 == lineFeed || $0 == carriageReturn
            }
        guard needsQuotes else {
            text += written
            return
        }
        text += "\""
        for scalar in written.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        text += "\""
    }

    private static func looksLikeFormula(_ field: String) -> Bool {
        guard let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first)
        else { return false }
        let digits = field.utf8.dropFirst()
        let isNumber =
            digits.contains { $0 &- 48 < 10 }
            && digits.allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }
        return !(first == "-" && isNumber)
    }
}
