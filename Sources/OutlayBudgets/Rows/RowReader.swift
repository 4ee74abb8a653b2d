import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Reads the cells of a row in order, strictly.
public struct RowReader {
    private let values: [RowValue]
    private var index = 0

    /// Creates a reader of cells.
    public init(_ values: [RowValue]) {
        self.values = values
    }

    /// Whether every cell was read: an event that is older than a column has no cell of it.
    var isAtEnd: Bool { index == values.count }

    private mutating func next() throws(Problem) -> RowValue {
        guard index < values.count else { throw damaged("a cell is missing") }
        index += 1
        return values[index - 1]
    }

    /// Reads a whole number.
    public mutating func integer() throws(Problem) -> Int64 {
        guard case .integer(let value) = try next() else { throw damaged("a number was expected") }
        return value
    }

    /// Reads a text.
    public mutating func text() throws(Problem) -> String {
        guard case .text(let value) = try next() else { throw damaged("a text was expected") }
        return value
    }

    /// Reads what `read` reads, or nil where the cell holds nothing.
    mutating func optional<Value>(
        _ read: (inout RowReader) throws(Problem) -> Value
    ) throws(Problem) -> Value? {
        guard index < values.count else { throw damaged("a cell is missing") }
        if values[index] == .null {
            index += 1
            return nil
        }
        return try read(&self)
    }

    mutating func amount() throws(Problem) -> MinorUnits { MinorUnits(try integer()) }
    mutating func count() throws(Problem) -> Int { Int(try integer()) }
    mutating func flag() throws(Problem) -> Bool { try integer() != 0 }
    mutating func date() throws(Problem) -> CalendarDate { try CalendarDate(parsing: try text()) }
    mutating func decimal() throws(Problem) -> ExactDecimal {
        try ExactDecimal(parsing: try text())
    }
    mutating func currency() throws(Problem) -> Currency { try Currency(code: try text()) }
    mutating func digest() throws(Problem) -> SHA256Value {
        guard let digest = SHA256Value(hexadecimal: try text()) else {
            throw damaged("a SHA-256 was expected")
        }
        return digest
    }
    mutating func period() throws(Problem) -> PeriodID { try PeriodID(parsing: try text()) }
    mutating func phrase() throws(Problem) -> LedgerText { LedgerText(known: try text()) }
    mutating func name<Name: LedgerName>() throws(Problem) -> Name {
        Name(known: try text())
    }
    mutating func word<Word: RawRepresentable<String>>() throws(Problem) -> Word {
        let text = try text()
        guard let word = Word(rawValue: text) else {
            throw damaged("\(Problem.quoted(text)) is no \(Word.self)")
        }
        return word
    }

    mutating func json<Value>(
        _ read: (inout CanonicalReader) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        var reader = CanonicalReader(Array(try text().utf8))
        return try read(&reader)
    }

    private func damaged(_ why: String) -> Problem {
        Problem(
            .damagedEvent, "cell \(index) of a row cannot be read", because: why,
            hint: "verify the ledger")
    }
}
