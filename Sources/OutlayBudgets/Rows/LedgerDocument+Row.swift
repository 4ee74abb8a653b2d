import OutlayProblems
import OutlayValues

extension LedgerDocument: LedgerRow {
    /// The table.
    public static let table = LedgerTable.document
    /// The columns.
    public static let shape = TableShape(
        key: [
            "kind:text", "id:text", "revision:int",
        ],
        [
            "effective_from:text", "body:text", "hash:text", "sequence:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.word(kind)
        sink.text(id.text)
        sink.count(revision)
        sink.date(effectiveFrom)
        sink.text(text)
        sink.text(hash.text)
        sink.integer(sequence)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        kind = try row.word()
        id = try row.phrase()
        revision = try row.count()
        effectiveFrom = try row.date()
        text = try row.text()
        hash = try row.phrase()
        sequence = try row.integer()
    }
}
