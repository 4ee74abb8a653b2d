import OutlayProblems
import OutlayValues

extension BudgetPeriod: LedgerRow {
    /// The table.
    public static let table = LedgerTable.period
    /// The columns.
    public static let shape = TableShape(
        key: [
            "id:text"
        ],
        [
            "start:text", "end:text", "state:text",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.text(id.description)
        sink.date(start)
        sink.date(end)
        sink.word(state)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        id = try row.period()
        start = try row.date()
        end = try row.date()
        state = try row.word()
    }
}
