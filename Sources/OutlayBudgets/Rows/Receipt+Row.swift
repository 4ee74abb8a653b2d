import OutlayProblems
import OutlayValues

extension Receipt: LedgerRow {
    /// The table.
    public static let table = LedgerTable.receipt
    /// The columns.
    public static let shape = TableShape(
        key: [
            "request:text", "number:text",
        ],
        [
            "date:text", "foreign_amount:int", "parts:json", "receiver:text", "sequence:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.name(request)
        sink.text(number.text)
        sink.date(date)
        sink.amount(foreignAmount)
        sink.json { $0.parts(parts) }
        sink.name(receiver)
        sink.integer(sequence)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        request = try row.name()
        number = try row.phrase()
        date = try row.date()
        foreignAmount = try row.amount()
        parts = try row.json { reader throws(Problem) in try reader.parts() }
        receiver = try row.name()
        sequence = try row.integer()
    }
}
