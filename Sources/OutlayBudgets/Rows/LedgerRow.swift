import OutlayProblems
import OutlayValues

/// A value that is one row of a table.
public protocol LedgerRow: Sendable, Hashable {
    /// Its table.
    static var table: LedgerTable { get }
    /// Its columns.
    static var shape: TableShape { get }
    /// Writes its cells in the order of the columns.
    func write(to sink: inout some RowSink)
    /// Reads its cells in the order of the columns.
    init(from row: inout RowReader) throws(Problem)
}

extension LedgerRow {
    /// The cells in the order of the columns.
    public var values: [RowValue] {
        var sink = RowValueSink()
        write(to: &sink)
        return sink.values
    }

    /// Reads a row from its cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` where they are not those of such a row.
    public init(values: [RowValue]) throws(Problem) {
        var reader = RowReader(values)
        self = try Self(from: &reader)
    }
}

/// What the cells of a row are written to.
public protocol RowSink {
    /// Writes a whole number.
    mutating func integer(_ value: Int64)
    /// Writes a text.
    mutating func text(_ value: String)
    /// Writes nothing.
    mutating func null()
    /// Writes what `body` writes, as one value of canonical JSON.
    mutating func json(_ body: (inout CanonicalWriter) -> Void)
}

extension RowSink {
    mutating func amount(_ value: MinorUnits) { integer(value.count) }
    mutating func count(_ value: Int) { integer(Int64(value)) }
    mutating func flag(_ value: Bool) { integer(value ? 1 : 0) }
    mutating func date(_ value: CalendarDate) { text(value.isoText) }
    mutating func name(_ value: some LedgerName) { text(value.text) }
    mutating func word(_ value: some RawRepresentable<String>) { text(value.rawValue) }
    mutating func decimal(_ value: ExactDecimal?) { optional(value) { $0.text($1.description) } }
    mutating func optional<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
        if let value { write(&self, value) } else { null() }
    }
}

/// Collects cells.
struct RowValueSink: RowSink {
    private(set) var values: [RowValue] = []

    mutating func integer(_ value: Int64) { values.append(.integer(value)) }
    mutating func text(_ value: String) { values.append(.text(value)) }
    mutating func null() { values.append(.null) }
    mutating func json(_ body: (inout CanonicalWriter) -> Void) {
        var writer = CanonicalWriter(capacity: 256)
        body(&writer)
        values.append(.text(String(decoding: writer.bytes, as: UTF8.self)))
    }
}

extension CanonicalWriter: RowSink {
    /// Writes a whole number.
    public mutating func integer(_ value: Int64) {
        number(value)
    }

    /// Writes what `body` writes.
    public mutating func json(_ body: (inout CanonicalWriter) -> Void) {
        body(&self)
    }
}

extension CalendarDate {
    /// The date as `YYYY-MM-DD`, quickly.
    package var isoText: String {
        let (year, month, day) = components
        return String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ number: Int, at index: Int, _ width: Int) {
                var rest = number
                for offset in (0..<width).reversed() {
                    bytes[index + offset] = 0x30 + UInt8(rest % 10)
                    rest /= 10
                }
            }
            put(min(max(year, 0), 9999), at: 0, 4)
            bytes[4] = 0x2D
            put(month, at: 5, 2)
            bytes[7] = 0x2D
            put(day, at: 8, 2)
            return 10
        }
    }
}
