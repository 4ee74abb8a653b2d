import OutlayProblems

/// The rule for identifiers: the names that documents, options and rows are referred to by.
///
/// An identifier is 1 … 64 of the letters a–z, the digits and `-`, `_`, `.`, and begins with a
/// letter or digit. Identifiers are kept as plain strings that passed ``check(_:)``.
public enum Identifier {
    /// The most characters an identifier has.
    public static let maximumLength = 64

    /// Returns what is wrong with `text` as an identifier, or nil where it is one.
    ///
    /// The problem is ``ProblemCode/badIdentifier`` without a location; the reader adds where. Its
    /// hint is a spelling near `text`, where there is one.
    public static func check(_ text: String) -> Problem? {
        let bytes = text.utf8
        guard let first = bytes.first else {
            return Problem(
                .badIdentifier, "an identifier is empty",
                because: "an identifier has at least one character")
        }
        let reason: String
        if let odd = text.unicodeScalars.first(where: { !isAllowed($0) }) {
            let shown = Problem.quoted(String(odd))
            reason =
                "identifiers are lower-case letters a-z, digits, `-`, `_` and `.`; found \(shown)"
        } else if !isLetterOrDigit(Unicode.Scalar(first)) {
            reason = "an identifier begins with a letter or digit"
        } else if bytes.count > maximumLength {
            reason = "an identifier has at most \(maximumLength) characters, not \(bytes.count)"
        } else {
            return nil
        }
        return Problem(
            .badIdentifier, "\(Problem.quoted(text)) is not an identifier", because: reason,
            hint: suggestion(for: text).map { "write `\($0)`" })
    }

    /// Returns the identifier nearest to `text`: lower-cased, with a `-` for each stretch of other
    /// characters, cut to the length allowed; or nil where nothing is left.
    public static func suggestion(for text: String) -> String? {
        var letters = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars.prefix(4 * maximumLength) {
            if isAllowed(scalar) {
                letters.append(scalar)
            } else if letters.last != "-" {
                letters.append("-")
            }
        }
        let begun = letters.drop { !isLetterOrDigit($0) }.prefix(maximumLength)
        let trimmed = begun.reversed().drop { $0 == "-" }.reversed()
        guard !trimmed.isEmpty else { return nil }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: trimmed)
        return String(result)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || scalar == "-" || scalar == "_" || scalar == "."
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
}
