import OutlayProblems
import OutlayValues

extension KeyShape {
    /// Returns whether a map with such keys may have this one.
    func allows(_ key: String) -> Bool {
        switch self {
        case .text: true
        case .identifier: Identifier.check(key) == nil
        case .choice(let words): words.contains(key)
        case .fiscalYear: key.hasPrefix("FY") && String(key.dropFirst(2)).isYear
        case .yearOrDate: key.isYear || (try? CalendarDate(parsing: key)) != nil
        }
    }

    /// Returns why the key of an entry is not allowed, or nil where it is.
    func problem(of entry: DocumentEntry) -> Problem? {
        guard !allows(entry.key) else { return nil }
        switch self {
        case .text: return nil
        case .identifier: return Identifier.check(entry.key)?.located(at: entry.keyLocation)
        case .choice(let words):
            return Problem(
                .unknownChoice, "unknown key \(Problem.quoted(entry.key))", at: entry.keyLocation,
                because: "the keys here are \(words.list("and"))",
                hint: Suggestion.hint(for: entry.key, among: words))
        case .fiscalYear:
            return Problem(
                .badDate, "\(Problem.quoted(entry.key)) is no fiscal year", at: entry.keyLocation,
                because: "the keys here are the names of fiscal years",
                hint: "write it such as FY2027")
        case .yearOrDate:
            return Problem(
                .badDate, "\(Problem.quoted(entry.key)) is neither a year nor a date",
                at: entry.keyLocation, because: "the keys here are years or dates",
                hint: "write a year such as 2027, or a date such as 2027-07-01")
        }
    }
}

extension String {
    /// Whether the text is a year: four digits.
    package var isYear: Bool {
        utf8.count == 4 && utf8.allSatisfy { $0 &- 48 < 10 }
    }
}
