import OutlayProblems
import OutlayValues

extension ImportedActual: LedgerRow {
    /// The table.
    public static let table = LedgerTable.importedActual
    /// The columns.
    public static let shape = TableShape(
        key: [
            "issuer:text", "document:text", "node:text", "period:text",
        ],
        [
            "amount:int", "request:text?", "source:text", "sequence:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.text(issuer.text)
        sink.text(document.text)
        sink.name(node)
        sink.text(period.description)
        sink.amount(amount)
        sink.optional(request) { $0.name($1) }
        sink.text(source.text)
        sink.integer(sequence)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        issuer = try row.phrase()
        document = try row.phrase()
        node = try row.name()
        period = try row.period()
        amount = try row.amount()
        request = try row.optional { row throws(Problem) in try row.name() }
        source = try row.phrase()
        sequence = try row.integer()
    }
}
