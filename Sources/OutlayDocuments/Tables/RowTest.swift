import OutlayProblems
import OutlayValues

/// The conditions of a filter, ready to be tested on the rows of one table.
package struct RowTest {
    /// What one row is found to be.
    package enum Outcome: Sendable, Hashable {
        /// Every condition holds.
        case kept
        /// A condition does not hold.
        case dropped
        /// The cell of this condition (by its index) is empty.
        case empty(Int)
        /// The cell of this condition (by its index) is not what it is compared as.
        case unreadable(Int)
    }

    /// The table's column of each condition.
    package let columns: [Int]
    private let quickTests: [QuickTest]
    private let tests: [CellTest]

    /// Prepares a filter for a table.
    ///
    /// Columns with a type are compared by it. Without one, an order comparison is one of numbers or of
    /// days, as its value says, and any other one of texts.
    ///
    /// - Parameters:
    ///   - filter: The conditions.
    ///   - names: The names of the table's columns.
    ///   - types: The types of the columns, or nil in a plain table.
    /// - Throws: ``ProblemCode/unknownColumn`` with the nearest name, or ``ProblemCode/badFilter``.
    package init(
        _ filter: RowFilter, columns names: [String], types: [CatalogueColumnType]? = nil
    ) throws(Problem) {
        var columns: [Int] = []
        var tests: [CellTest] = []
        for condition in filter.conditions {
            guard let column = names.firstIndex(of: condition.column) else {
                throw Problem(
                    .unknownColumn,
                    "there is no column \(Problem.quoted(condition.column))",
                    at: .argument(filter.argument),
                    because: "the table's columns are " + names.quotedList("and"),
                    hint: Suggestion.hint(for: condition.column, among: names))
            }
            columns.append(column)
            tests.append(try CellTest(condition, type: types?[column], in: filter))
        }
        self.columns = columns
        self.tests = tests
        quickTests = tests.map(QuickTest.init)
    }

    /// Returns what a row is, given the bytes of its cells.
    @inline(__always)
    func outcome(_ cell: (_ column: Int) -> UnsafeBufferPointer<UInt8>) -> Outcome {
        for index in quickTests.indices {
            let bytes = cell(columns[index])
            guard !bytes.isEmpty else { return .empty(index) }
            switch quickTests[index].holds(for: bytes) ?? tests[index].holds(for: bytes) {
            case true?: continue
            case false?: return .dropped
            case nil: return .unreadable(index)
            }
        }
        return .kept
    }

    /// Returns what a row is, given the texts of its cells.
    package func outcome(texts cell: (_ column: Int) -> String) -> Outcome {
        for index in tests.indices {
            var text = cell(columns[index])
            guard !text.isEmpty else { return .empty(index) }
            switch text.withUTF8({ tests[index].holds(for: $0) }) {
            case true?: continue
            case false?: return .dropped
            case nil: return .unreadable(index)
            }
        }
        return .kept
    }
}

/// The usual cases of a condition, held without references that would be counted anew for each row.
private enum QuickTest {
    case number(RowFilter.Comparison, Double)
    case text(isEqual: Bool, ShortText)
    case none

    init(_ test: CellTest) {
        switch test {
        case .number(let comparison, let number, _) where number.exact == nil:
            self = .number(comparison, number.double)
        case .text(let comparison, let bytes):
            self =
                bytes.withUnsafeBufferPointer { ShortText($0) }
                .map { .text(isEqual: comparison == .equal, $0) } ?? .none
        default: self = .none
        }
    }

    /// Returns whether the condition holds for a cell, nil where the whole test must say.
    @inline(__always)
    func holds(for bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch self {
        case .number(let comparison, let value):
            NumberBytes.shortNumber(bytes).map { comparison.holds($0, value) }
        case .text(let isEqual, let value):
            ShortText(bytes).map { ($0 == value) == isEqual } ?? !isEqual
        case .none: nil
        }
    }
}

/// A text of up to eight bytes in one word.
private struct ShortText: Equatable {
    private var count: Int
    private var word: UInt64 = 0

    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= 8 else { return nil }
        count = bytes.count
        for byte in bytes { word = word << 8 | UInt64(byte) }
    }
}

/// One condition, ready to be tested on cells.
private enum CellTest {
    case text(RowFilter.Comparison, [UInt8])
    case contains(String)
    case number(RowFilter.Comparison, NumberBytes.Number, ExactDecimal)
    case day(RowFilter.Comparison, CalendarDate, CatalogueColumnType)
    case yesNo(isTrue: Bool)

    init(
        _ condition: RowFilter.Condition, type: CatalogueColumnType?, in filter: RowFilter
    ) throws(Problem) {
        let (comparison, value) = (condition.comparison, condition.value)
        guard comparison != .contains else {
            self = .contains(value.lowercased())
            return
        }
        switch type {
        case .number, .price:
            self = try Self.number(condition, in: filter)
        case .date?, .month?:
            self = try Self.day(condition, type ?? .date, in: filter)
        case .yesNo:
            self = try Self.yesNo(condition, in: filter)
        case .text where comparison.isOrder:
            throw filter.problem(
                condition, because: "`\(condition.column)` is a text, and texts have no order here",
                hint: "use =, != or ~")
        case nil where comparison.isOrder:
            let isDay = (try? CalendarDate(parsing: value)) != nil
            self =
                isDay
                ? try Self.day(condition, .date, in: filter)
                : try Self.number(condition, in: filter)
        case .text, nil:
            self = .text(comparison, Array(value.utf8))
        }
    }

    private static func number(
        _ condition: RowFilter.Condition, in filter: RowFilter
    ) throws(Problem) -> CellTest {
        do {
            let exact = try ExactDecimal(parsing: condition.value)
            var value = condition.value
            guard let number = value.withUTF8({ NumberBytes.number($0) }) else {
                preconditionFailure("a decimal is a number")
            }
            return .number(condition.comparison, number, exact)
        } catch {
            throw filter.problem(
                condition, because: "\(error.summary): \(error.reason)", hint: error.hint)
        }
    }

    private static func day(
        _ condition: RowFilter.Condition, _ type: CatalogueColumnType, in filter: RowFilter
    ) throws(Problem) -> CellTest {
        let value = condition.value
        // A month may be asked for by its own form or by a day.
        let day =
            (try? CalendarDate(parsing: value))
            ?? (try? type.content(of: value)).flatMap { content in
                if case .date(let day) = content { day } else { nil }
            }
        guard let day else {
            throw filter.problem(
                condition, because: "`\(condition.column)` is \(type.noun)",
                hint: "write a day such as 2027-01-31")
        }
        return .day(condition.comparison, day, type)
    }

    private static func yesNo(
        _ condition: RowFilter.Condition, in filter: RowFilter
    ) throws(Problem) -> CellTest {
        let words = ["true": true, "1": true, "yes": true, "false": false, "0": false, "no": false]
        guard !condition.comparison.isOrder, let value = words[condition.value] else {
            throw filter.problem(
                condition, because: "`\(condition.column)` is a yes-no value",
                hint: "write `\(condition.column)=true` or `\(condition.column)=false`")
        }
        return .yesNo(isTrue: (condition.comparison == .equal) == value)
    }

    /// Returns whether the condition holds for a cell that is not empty, nil where it cannot be read.
    @inline(__always)
    func holds(for bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch self {
        case .text(let comparison, let value):
            return bytes.elementsEqual(value) == (comparison == .equal)
        case .number(let comparison, let value, let exact):
            guard let number = NumberBytes.number(bytes) else { return nil }
            if number.exact == nil, value.exact == nil {
                return comparison.holds(number.double, value.double)
            }
            let cell = number.exact ?? Self.exact(bytes)
            return cell.map { comparison.holds($0, exact) }
        default: return holdsRarely(for: bytes)
        }
    }

    private func holdsRarely(for bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
        let text = String(decoding: bytes, as: UTF8.self)
        switch self {
        case .contains(let value): return value.isEmpty || text.lowercased().contains(value)
        case .day(let comparison, let value, let type):
            guard case .date(let day)? = try? type.content(of: text) else { return nil }
            return comparison.holds(day, value)
        case .yesNo(let isTrue):
            guard case .yesNo(let value)? = try? CatalogueColumnType.yesNo.content(of: text)
            else { return nil }
            return value == isTrue
        case .text, .number: return nil
        }
    }

    private static func exact(_ bytes: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
        try? ExactDecimal.parse(bytes).get()
    }
}

extension RowFilter.Comparison {
    /// Returns whether two values stand to each other as the comparison says.
    @inline(__always)
    fileprivate func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal, .contains: left == right
        case .notEqual: left != right
        case .less: left < right
        case .atMost: left <= right
        case .more: left > right
        case .atLeast: left >= right
        }
    }
}
