import OutlayEncoding
import OutlayProblems
import OutlayValues

/// The members of an object of a frozen revision, read strictly.
package struct FrozenFields {
    private let object: JSONObject

    /// Looks at an object.
    ///
    /// - Throws: ``ProblemCode/badFreeze`` for anything else.
    package init(_ value: JSONValue?, _ what: String) throws(Problem) {
        guard case .object(let object)? = value else {
            throw Self.damaged("`\(what)` is no object")
        }
        self.object = object
    }

    /// The members in their order.
    package var members: [JSONObject.Member] { object.members }

    /// Returns a member, or nil where it is missing or null.
    package subscript(key: String) -> JSONValue? {
        let value = object[key]
        return value == .null ? nil : value
    }

    /// Returns a text.
    package func text(_ key: String) throws(Problem) -> String {
        guard let text = try optionalText(key) else { throw Self.damaged("`\(key)` is missing") }
        return text
    }

    /// Returns a text, or nil where there is none.
    package func optionalText(_ key: String) throws(Problem) -> String? {
        guard let value = self[key] else { return nil }
        guard case .string(let text) = value else { throw Self.damaged("`\(key)` is no text") }
        return text
    }

    /// Returns an exact number that stands as a text.
    package func decimal(_ key: String) throws(Problem) -> ExactDecimal {
        try ExactDecimal(parsing: try text(key))
    }

    /// Returns a day.
    package func date(_ key: String) throws(Problem) -> CalendarDate {
        try CalendarDate(parsing: try text(key))
    }

    /// Returns a day, or nil where there is none.
    package func optionalDate(_ key: String) throws(Problem) -> CalendarDate? {
        guard let text = try optionalText(key) else { return nil }
        return try CalendarDate(parsing: text)
    }

    /// Returns a whole number.
    package func integer(_ key: String) throws(Problem) -> Int {
        guard case .number(let text)? = self[key], let number = Int(text) else {
            throw Self.damaged("`\(key)` is no whole number")
        }
        return number
    }

    /// Returns one of the words of a type.
    package func word<Word: RawRepresentable<String>>(_ key: String) throws(Problem) -> Word {
        let text = try text(key)
        guard let word = Word(rawValue: text) else {
            throw Self.damaged("`\(key)` is \(Problem.quoted(text))")
        }
        return word
    }

    /// Returns the elements of an array.
    package func elements(_ key: String) throws(Problem) -> [JSONValue] {
        guard case .array(let elements)? = self[key] else {
            throw Self.damaged("`\(key)` is no list")
        }
        return elements
    }

    /// Returns the problem of content that is not what a freeze writes.
    package static func damaged(_ why: String) -> Problem {
        Problem(
            .badFreeze, "a frozen revision cannot be read", because: why,
            hint: "verify the ledger that keeps it: `outlay audit verify`")
    }
}
