import OutlayProblems
import OutlayValues

extension KeyShape {
    /// Returns whether a map with such keys may have this one.
    func allows(_ key: String) -> Bool {
        switch self {
        case .text: true
        case .identifier: key.isIdentifier
        case .choice(let words): words.contains(key)
        case .yearOrDate: key.isYear || (try? CalendarDate(parsing: key)) != nil
        }
    }

    /// Returns why the key of an entry is not allowed, or nil where it is.
    func problem(of entry: DocumentEntry) -> Problem? {
        guard !allows(entry.key) else { return nil }
        switch self {
        case .text: return nil
        case .identifier: return badIdentifier(entry.key, at: entry.keyLocation)
        case .choice(let words):
            return Problem(
                .unknownChoice, "unknown key \(quoted(entry.key))", at: entry.keyLocation,
                because: "the keys here are \(words.list("and"))",
                hint: Suggestion.hint(for: entry.key, among: words))
        case .yearOrDate:
            return Problem(
                .badDate, "\(quoted(entry.key)) is neither a year nor a date",
                at: entry.keyLocation, because: "the keys here are years or dates",
                hint: "write a year such as 2027, or a date such as 2027-07-01")
        }
    }
}

/// Returns the problem of a text that is no identifier.
func badIdentifier(_ text: String, at location: Location) -> Problem {
    let likely = String(text.lowercased().map { $0 == " " ? "-" : $0 })
    return Problem(
        .badIdentifier, "\(quoted(text)) is not an identifier", at: location,
        because: "identifiers are lower-case letters, digits, `-`, `_` and `.`, and begin with a "
            + "letter or digit",
        hint: likely.isIdentifier && likely.utf8.count <= 64 ? "write `\(likely)`" : nil)
}

extension String {
    /// Whether the text is an identifier: `[a-z0-9][a-z0-9._-]*`.
    package var isIdentifier: Bool {
        func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 48 < 10 || byte &- 97 < 26 }
        return utf8.first.map(isAlphanumeric) ?? false
            && utf8.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
    }

    /// Whether the text is a year: four digits.
    package var isYear: Bool {
        utf8.count == 4 && utf8.allSatisfy { $0 &- 48 < 10 }
    }
}
