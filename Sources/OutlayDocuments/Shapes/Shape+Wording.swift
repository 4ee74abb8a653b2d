import OutlayProblems
import OutlayValues

/// The words by which messages name shapes and values.
extension Shape {
    /// What one such value is called, with its article.
    package var noun: String {
        switch self {
        case .text(let rule): rule.form?.noun ?? "a text"
        case .identifier: "an identifier"
        case .number(let rule): rule.noun
        case .integer: "a whole number"
        case .yesNo: "a yes-no value"
        case .date: "a date"
        case .currency: "a currency"
        case .choice(let words): words.list("or")
        case .constant(let word, _): "`\(word)`"
        case .list: "a list"
        case .map: "a map"
        case .object: "a map of fields"
        case .either(let shapes): shapes.map(\.alternativeNoun).list("or")
        }
    }

    /// What one such value is called beside others, where an object needs its own name.
    private var alternativeNoun: String {
        if case .object(let object) = self { object.noun } else { noun }
    }

    /// What several such values are called.
    package var plural: String {
        switch self {
        case .text(let rule) where rule.form == nil: "texts"
        case .identifier: "identifiers"
        case .number(let rule): String(rule.noun.drop { $0 != " " }.dropFirst()) + "s"
        case .integer: "whole numbers"
        case .yesNo: "yes-no values"
        case .date: "dates"
        case .currency: "currencies"
        case .list: "lists"
        case .map: "maps"
        case .object: "maps of fields"
        default: noun
        }
    }
}

extension Shape {
    /// How such a value is written, with dots for what only the writer knows.
    var sample: String {
        switch self {
        case .text, .identifier, .number, .integer: "..."
        case .yesNo: "true"
        case .date: "YYYY-MM-DD"
        case .currency: "EUR"
        case .choice(let words): words.first ?? "..."
        case .constant(let word, _): word
        case .list(let item, _): "[\(item.sample)]"
        case .map(_, let values): "{...: \(values.sample)}"
        case .object(let object): object.sample
        case .either(let shapes): shapes.first?.sample ?? "..."
        }
    }

    /// What such a value is, with the values that are allowed: `a ratio from 0 to 1`.
    package var wording: String {
        switch self {
        case .text(let rule): rule.form.map { "\($0.noun), written \($0.rule)" } ?? "a text"
        case .number(let rule): rule.wording
        case .integer(let range):
            range.upperBound == .max
                ? "a whole number of at least \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .yesNo: "true or false"
        case .date: "a date, YYYY-MM-DD"
        case .currency: "an ISO 4217 currency code"
        case .list(.object(let item), _): "a list of maps, each \(item.noun)"
        case .list(let item, _): "a list of \(item.plural)"
        case .map(_, .object(let value)): "a map of names to maps, each \(value.noun)"
        case .map(_, let values): "a map of names to \(values.plural)"
        case .object(let object) where object.fields.count <= 6:
            "a map of \(object.fields.map(\.name).list("and"))"
        case .either(let shapes): shapes.map(\.wording).list("or")
        default: noun
        }
    }

    /// The fields that a value of the shape, or an entry of it, may have.
    package var fields: [Field] {
        switch self {
        case .object(let object): object.fields
        case .list(let item, _): item.fields
        case .map(_, let values): values.fields
        case .either(let shapes): shapes.flatMap(\.fields)
        default: []
        }
    }
}

extension ObjectShape {
    /// How such an object is written, with the fields it needs.
    fileprivate var sample: String {
        let needed = fields.filter(\.isRequired).map { "\($0.name): \($0.sample)" }
        return "{" + (needed.isEmpty ? "..." : needed.joined(separator: ", ")) + "}"
    }
}

extension Field {
    /// How the field's value is written.
    package var sample: String { example ?? shape.sample }
}

extension NumberRule {
    /// What the number is called, with its article.
    var noun: String {
        switch kind {
        case .quantity: "a number"
        case .ratio: "a ratio"
        case .money: "an amount"
        }
    }

    /// The number and its range, such as `a ratio from 0 to 1`.
    var wording: String {
        if case .including(let low)? = minimum, case .including(let high)? = maximum {
            return "\(noun) from \(low) to \(high)"
        }
        var ends: [String] = []
        switch minimum {
        case .including(let low): ends.append("of at least \(low)")
        case .excluding(let low): ends.append("above \(low)")
        case nil: break
        }
        switch maximum {
        case .including(let high): ends.append("of at most \(high)")
        case .excluding(let high): ends.append("below \(high)")
        case nil: break
        }
        return ends.isEmpty ? noun : "\(noun) \(ends.joined(separator: " and "))"
    }
}

extension ClosedRange<Int> {
    /// The range as a count: `at least 1`, `2 to 4`, `2`.
    var wording: String {
        if upperBound == .max { return "at least \(lowerBound)" }
        if lowerBound == upperBound { return "\(lowerBound)" }
        return lowerBound == 0 ? "at most \(upperBound)" : "\(lowerBound) to \(upperBound)"
    }

    /// The range as the ends of a number: `from 1 to 50`, `of at least 1`.
    var endsWording: String {
        upperBound == .max ? "of at least \(lowerBound)" : "from \(lowerBound) to \(upperBound)"
    }
}

extension [String] {
    /// The words as in `list(_:)`, each in backticks.
    func quotedList(_ conjunction: String) -> String {
        map { "`\($0)`" }.list(conjunction)
    }
}

extension DocumentNode {
    /// What the value looks like, with its article.
    var formNoun: String {
        switch content {
        case .empty, .refused: "nothing"
        case .list: "a list"
        case .map: "a map"
        case .scalar(_, .quoted): "a text in quotes"
        case .scalar(_, .block): "a text of lines"
        case .scalar(_, .number): "a number"
        case .scalar(_, .yesNo): "a yes-no value"
        case .scalar(let text, .plain):
            yesNo != nil
                ? "a yes-no value"
                : decimal != nil ? "a number" : text.looksLikeDate ? "a date" : "a text"
        }
    }

    /// The value as a message quotes it.
    var shown: String {
        switch content {
        case .scalar(let text, .quoted): Problem.quoted("\"\(text)\"")
        case .scalar(let text, _): Problem.quoted(text)
        default: formNoun
        }
    }

    /// Returns the problem of a value that has the form of another shape.
    ///
    /// - Parameters:
    ///   - shape: What belongs at the value's place.
    ///   - name: The name of what takes such values; the field's, unless given.
    ///   - hint: How to write it, or nil.
    /// - Returns: A ``ProblemCode/wrongType`` at the value.
    package func wrongType(
        expected shape: Shape, of name: String? = nil, hint: String? = nil
    ) -> Problem {
        let name = name ?? fieldName ?? "the document"
        var expected = shape.noun
        if case .item = path.step { expected = shape.plural }
        return problem(
            .wrongType, "\(shown) is not \(shape.noun)",
            because: "\(name) takes \(expected); this is \(formNoun)",
            hint: hint ?? formHint(for: shape))
    }

    /// How to turn a list into a map or a map into a list, where that is what is wrong.
    private func formHint(for shape: Shape) -> String? {
        switch (shape, content) {
        case (.map, .list), (.object, .list): "write `name: value` instead of `- value`"
        case (.list, .map): "begin each item with `- `"
        default: nil
        }
    }
}

extension String {
    /// The sentence as a clause of another: in lower case, unless it begins with capitals, and
    /// without its full stop.
    var asClause: String {
        let isAcronym = dropFirst().first?.isUppercase ?? false
        let clause = isAcronym ? self : prefix(1).lowercased() + dropFirst()
        return clause.hasSuffix(".") ? String(clause.dropLast()) : clause
    }

    /// Whether the text begins with a digit, perhaps behind a sign or point.
    var looksNumeric: Bool {
        let digits = utf8.drop { "+-.".utf8.contains($0) }
        return utf8.count - digits.count <= 2 && (digits.first ?? 0) &- 48 < 10
    }

    /// Whether the text is digits and at least one `-` between them.
    var looksLikeDate: Bool {
        utf8.dropFirst().contains(UInt8(ascii: "-")) && utf8.first != UInt8(ascii: "-")
            && utf8.allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: "-") }
    }
}
