import OutlayProblems
import OutlayValues

extension RequestLine: LedgerRow {
    /// The table.
    public static let table = LedgerTable.requestLine
    /// The columns.
    public static let shape = TableShape(
        key: [
            "request:text", "number:int",
        ],
        [
            "node:text", "period:text", "foreign_amount:int", "foreign_billed:int",
            "foreign_raise:int", "foreign_open:int", "amount:int", "billed:int",
            "reserved:int", "committed:int", "carried_to:int?",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.name(request)
        sink.count(number)
        sink.name(node)
        sink.text(period.description)
        sink.amount(foreignAmount)
        sink.amount(foreignBilled)
        sink.amount(foreignRaise)
        sink.amount(foreignOpen)
        sink.amount(amount)
        sink.amount(billed)
        sink.amount(reserved)
        sink.amount(committed)
        sink.optional(carriedTo) { $0.count($1) }
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        request = try row.name()
        number = try row.count()
        node = try row.name()
        period = try row.period()
        foreignAmount = try row.amount()
        foreignBilled = try row.amount()
        foreignRaise = try row.amount()
        foreignOpen = try row.amount()
        amount = try row.amount()
        billed = try row.amount()
        reserved = try row.amount()
        committed = try row.amount()
        carriedTo = try row.optional { row throws(Problem) in try row.count() }
    }
}
