import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A JSON value being read strictly: every problem is collected with its JSON pointer (RFC 6901).
///
/// Reading runs to its end. What cannot be read comes back as nil, with a problem in the collection, so the
/// result is used only where there are none.
struct StrictValue {
    let value: JSONValue
    let pointer: String
    let faults: Collection

    /// What is called the place of the whole value, whose pointer is empty.
    static let rootName = "document"

    /// The problems found so far.
    final class Collection {
        var list: [Problem] = []
        /// Told of every group of fields that was read, by its pointer, with the keys it may have.
        var noteFields: ((_ pointer: String, _ keys: [String]) -> Void)?
    }

    /// Returns what `read` makes of `value`.
    ///
    /// - Throws: ``DocumentFaults`` with every problem of `value`.
    static func read<Result>(
        _ value: JSONValue, collectingIn faults: Collection = Collection(),
        _ read: (StrictValue) -> Result?
    ) throws(DocumentFaults) -> Result {
        let result = read(StrictValue(value: value, pointer: "", faults: faults))
        guard let result, faults.list.isEmpty else {
            precondition(!faults.list.isEmpty, "what cannot be read leaves a problem")
            throw DocumentFaults(faults.list, in: value)
        }
        return result
    }

    /// Returns `key` as a part of a JSON pointer.
    static func escaped(_ key: String) -> String {
        key.reduce(into: "") { text, character in
            switch character {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.append(character)
            }
        }
    }

    /// Records `problem`, which stands here unless it has a place.
    func report(_ problem: Problem) {
        let place = pointer.isEmpty ? Self.rootName : pointer
        faults.list.append(problem.located(at: .part(place)))
    }

    /// What the value is called in messages: its last key.
    var label: String {
        pointer.isEmpty
            ? Self.rootName : pointer.split(separator: "/").last.map(String.init) ?? pointer
    }

    /// Records that the value is not `expected`, and returns nil.
    func wrongType<Result>(_ expected: String) -> Result? {
        report(
            Problem(
                .wrongType, "\(Problem.quoted(label)) is \(kindName), not \(expected)",
                because: "\(Problem.quoted(label)) takes \(expected)"))
        return nil
    }

    private var kindName: String {
        switch value {
        case .object: "a group of fields"
        case .array: "a list"
        case .string: "a text"
        case .number: "a number"
        case .bool: "a yes-no value"
        case .null: "null"
        }
    }
}

// MARK: - Single values

extension StrictValue {
    /// A text of 1 … `limit` characters without control characters.
    func text(limit: Int = 200) -> String? {
        guard case .string(let text) = value else { return wrongType("a text") }
        let scalars = text.unicodeScalars
        let isShort = !text.isEmpty && scalars.count <= limit
        guard isShort, !scalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            report(
                Problem(
                    .wrongLength, "\(Problem.quoted(text)) cannot be \(Problem.quoted(label))",
                    because: "it has 1 to \(limit) characters, none of them a control character"))
            return nil
        }
        return text
    }

    /// The name of a person, role, budget line or vendor.
    func name<Name: LedgerName>(_: Name.Type = Name.self) -> Name? {
        guard case .string(let text) = value else {
            return wrongType("the name of a \(Name.noun)")
        }
        do throws(Problem) {
            return try Name(text)
        } catch {
            report(error)
            return nil
        }
    }

    /// A text as the ledger keeps it, which says something.
    func ledgerText(limit: Int = 200) -> LedgerText? {
        guard let text = text(limit: limit) else { return nil }
        do throws(Problem) {
            let kept = try LedgerText(text)
            if kept.isEmpty {
                report(
                    Problem(
                        .wrongLength, "\(Problem.quoted(label)) is blank",
                        because: "\(Problem.quoted(label)) is a text that says something"))
                return nil
            }
            return kept
        } catch {
            report(error)
            return nil
        }
    }

    /// An exact number of 0 or more, as a text or a number.
    func decimal(atMost limit: ExactDecimal? = nil) -> ExactDecimal? {
        let text: String
        switch value {
        case .string(let string): text = string
        case .number(let number): text = number
        default: return wrongType("a number")
        }
        do throws(Problem) {
            let number = try ExactDecimal(parsing: text)
            guard !number.isNegative, number <= limit ?? number else {
                let range = limit.map { "0 to \($0)" } ?? "0 or more"
                report(
                    Problem(
                        .outOfRange, "\(Problem.quoted(text)) is out of range",
                        because: "\(Problem.quoted(label)) is \(range)"))
                return nil
            }
            return number
        } catch {
            report(error)
            return nil
        }
    }

    /// An amount of 0 or more with no more decimals than `currency` has.
    func amount(_ currency: Currency) -> MinorUnits? {
        guard let number = decimal() else { return nil }
        do throws(Problem) {
            return try MinorUnits(Money(number, currency))
        } catch {
            report(error)
            return nil
        }
    }

    /// An amount as a whole count of minor units.
    func minorUnits() -> MinorUnits? {
        guard case .number(let text) = value, let count = Int64(text) else {
            return wrongType("a 64-bit count of minor units")
        }
        return MinorUnits(count)
    }

    /// A share as a whole count of basis points.
    func basisPoints() -> BasisPoints? {
        guard let count = whole(0...1_000_000) else { return nil }
        do throws(Problem) {
            return try BasisPoints(Int64(count))
        } catch {
            report(error)
            return nil
        }
    }

    /// A whole number of `range`.
    func whole(_ range: ClosedRange<Int>) -> Int? {
        guard case .number(let text) = value else { return wrongType("a whole number") }
        guard let number = Int(text), range.contains(number) else {
            report(
                Problem(
                    .outOfRange, "\(Problem.quoted(text)) is out of range",
                    because: "\(Problem.quoted(label)) is a whole number from "
                        + "\(range.lowerBound) to \(range.upperBound)"))
            return nil
        }
        return number
    }

    /// A date.
    func date() -> CalendarDate? {
        guard case .string(let text) = value else { return wrongType("a date") }
        do throws(Problem) {
            return try CalendarDate(parsing: text)
        } catch {
            report(error)
            return nil
        }
    }

    /// `true` or `false`.
    func flag() -> Bool? {
        guard case .bool(let flag) = value else { return wrongType("true or false") }
        return flag
    }

    /// One of the words of `Choice`.
    func choice<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue)
        guard case .string(let text) = value else {
            return wrongType("one of " + words.list("or"))
        }
        guard let choice = Choice(rawValue: text) else {
            report(
                Problem(
                    .unknownChoice, "\(Problem.quoted(text)) is not a choice",
                    because: "\(Problem.quoted(label)) is " + words.list("or"),
                    hint: Suggestion.hint(for: text, among: words)))
            return nil
        }
        return choice
    }

    /// A currency by its code.
    func currency() -> Currency? {
        guard case .string(let code) = value else { return wrongType("a currency") }
        do throws(Problem) {
            return try Currency(code: code)
        } catch {
            report(error)
            return nil
        }
    }

    /// A SHA-256 digest as 64 lower-case hexadecimal digits.
    func digest() -> String? {
        guard case .string(let text) = value else { return wrongType("a SHA-256 digest") }
        let isDigest =
            text.utf8.count == 64
            && text.utf8.allSatisfy { $0 &- 48 < 10 || (97...102).contains($0) }
        guard isDigest else {
            report(
                Problem(
                    .wrongLength, "\(Problem.quoted(text)) is not a SHA-256 digest",
                    because: "a digest is 64 of the digits 0-9 and a-f"))
            return nil
        }
        return text
    }
}

// MARK: - Lists and fields

extension StrictValue {
    /// A list, each element read by `element`; elements that cannot be read are left out.
    func list<Element>(
        atLeast minimum: Int = 0, _ element: (StrictValue) -> Element?
    ) -> [Element]? {
        guard case .array(let values) = value else { return wrongType("a list") }
        if values.count < minimum {
            report(
                Problem(
                    .wrongLength, "\(Problem.quoted(label)) has too few elements",
                    because: "it has at least \(minimum), not \(values.count)"))
        }
        return values.enumerated().compactMap { index, value in
            element(StrictValue(value: value, pointer: "\(pointer)/\(index)", faults: faults))
        }
    }

    /// A list of names, none of them twice.
    func names<Name: LedgerName>(atLeast minimum: Int = 0) -> [Name]? {
        distinct(list(atLeast: minimum) { $0.name() })
    }

    /// `values`, with a problem where one of them stands twice.
    func distinct<Value: Hashable & CustomStringConvertible>(_ values: [Value]?) -> [Value]? {
        guard let values else { return nil }
        var seen: Set<Value> = []
        if let twice = values.first(where: { !seen.insert($0).inserted }) {
            report(
                Problem(
                    .duplicateIdentifier, "\(Problem.quoted(twice.description)) stands twice",
                    because: "\(Problem.quoted(label)) names each once"))
        }
        return values
    }

    /// What `read` makes of the fields; a field that it does not ask for is a problem.
    func fields<Result>(_ read: (StrictFields) -> Result?) -> Result? {
        guard case .object(let object) = value else { return wrongType("a group of fields") }
        let fields = StrictFields(value: self, object: object)
        let result = read(fields)
        fields.reportUnknown()
        return result
    }
}
