import OutlayProblems

/// Conditions on the columns of a table that must all hold, such as `vcpu>=8 region!=x name~text`.
///
/// Conditions are separated by blanks. A column or value that holds blanks or a sign stands in double
/// quotes: `vendor="A B"`; a quote inside is written twice.
package struct RowFilter: Sendable, Hashable {
    /// One condition on one column.
    package struct Condition: Sendable, Hashable {
        /// The column's name.
        package let column: String
        /// How cell and value are compared.
        package let comparison: Comparison
        /// What the cell is compared with.
        package let value: String

        /// The condition as it is written.
        package var text: String { column + comparison.rawValue + value }
    }

    /// How a cell is compared with a value; the raw value is the sign.
    package enum Comparison: String, Sendable, Hashable, CaseIterable {
        case notEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case equal = "="
        case less = "<"
        case more = ">"
        /// The cell's text holds the value, whatever the case of its letters.
        case contains = "~"

        /// Whether it asks which of two comes first.
        package var isOrder: Bool {
            switch self {
            case .less, .atMost, .more, .atLeast: true
            case .equal, .notEqual, .contains: false
            }
        }
    }

    /// The conditions, in the order given.
    package let conditions: [Condition]
    /// The argument they were given by, to be named in problems.
    package let argument: String

    /// Reads conditions.
    ///
    /// - Parameters:
    ///   - text: The conditions; none where it is blank.
    ///   - argument: What the command line calls the text, such as `--where`.
    /// - Throws: ``ProblemCode/badFilter``, naming the argument and the part.
    package init(parsing text: String, argument: String) throws(Problem) {
        self.argument = argument
        var reader = FilterReader(text: text, argument: argument)
        conditions = try reader.readAll()
    }

    /// Returns the problem of one of the conditions.
    func problem(_ condition: Condition, because reason: String, hint: String? = nil) -> Problem {
        Problem(
            .badFilter, "the condition \(Problem.quoted(condition.text)) cannot be tested",
            at: .argument(argument), because: reason, hint: hint)
    }
}

/// Reads the conditions of a filter.
private struct FilterReader {
    private let scalars: [Unicode.Scalar]
    private let argument: String
    private var offset = 0

    init(text: String, argument: String) {
        scalars = Array(text.unicodeScalars)
        self.argument = argument
    }

    mutating func readAll() throws(Problem) -> [RowFilter.Condition] {
        var conditions: [RowFilter.Condition] = []
        while true {
            while offset < scalars.count, Self.isBlank(scalars[offset]) { offset += 1 }
            guard offset < scalars.count else { return conditions }
            conditions.append(try readCondition())
        }
    }

    private mutating func readCondition() throws(Problem) -> RowFilter.Condition {
        let start = offset
        let column = try readName(from: start) {
            Self.isBlank($0) || "=!<>~".unicodeScalars.contains($0)
        }
        let sign = RowFilter.Comparison.allCases.first { comparison in
            scalars[offset...].starts(with: comparison.rawValue.unicodeScalars)
        }
        guard let sign else {
            throw refusal(
                from: start, "a column's name is followed by one of = != < <= > >= ~",
                hint: "write a condition such as `vcpu>=8`, without blanks around the sign")
        }
        guard !column.isEmpty else {
            throw refusal(from: start, "a condition begins with a column's name")
        }
        offset += sign.rawValue.unicodeScalars.count
        if offset < scalars.count, "=<>~!".unicodeScalars.contains(scalars[offset]) {
            throw refusal(
                from: start, "the signs are = != < <= > >= ~",
                hint: "put a value that begins with a sign in quotes")
        }
        let hasQuotes = offset < scalars.count && scalars[offset] == "\""
        let value = try readName(from: start, until: Self.isBlank)
        guard hasQuotes || !value.isEmpty else {
            throw refusal(
                from: start, "a value follows the sign, without a blank between them",
                hint: "an empty cell never satisfies a condition")
        }
        return RowFilter.Condition(column: column, comparison: sign, value: value)
    }

    /// Reads what stands in quotes, or else what stands before the first scalar of `isEnd`; the condition
    /// began at `start`.
    private mutating func readName(
        from start: Int, until isEnd: (Unicode.Scalar) -> Bool
    ) throws(Problem) -> String {
        var name = String.UnicodeScalarView()
        guard offset < scalars.count, scalars[offset] == "\"" else {
            while offset < scalars.count, !isEnd(scalars[offset]) {
                name.append(scalars[offset])
                offset += 1
            }
            return String(name)
        }
        offset += 1
        while offset < scalars.count {
            let scalar = scalars[offset]
            offset += 1
            if scalar == "\"" {
                guard offset < scalars.count, scalars[offset] == "\"" else {
                    guard offset == scalars.count || isEnd(scalars[offset]) else {
                        throw refusal(from: start, "text stands behind the closing quote")
                    }
                    return String(name)
                }
                offset += 1
            }
            name.append(scalar)
        }
        throw refusal(from: start, "the closing quote is missing", hint: "close it with `\"`")
    }

    private func refusal(
        from start: Int, _ reason: String, hint: String? = nil
    ) -> Problem {
        let rest = scalars[start...].prefix { !Self.isBlank($0) }
        let part = String(String.UnicodeScalarView(rest))
        return Problem(
            .badFilter, "\(Problem.quoted(part)) is not a condition", at: .argument(argument),
            because: reason, hint: hint)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n"
    }
}
