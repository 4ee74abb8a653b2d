import OutlayProblems
import OutlayValues

extension Overrun: LedgerRow {
    /// The table.
    public static let table = LedgerTable.overrun
    /// The columns.
    public static let shape = TableShape(
        key: [
            "sequence:int", "node:text", "period:text",
        ],
        [
            "cause:text", "amount:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.integer(sequence)
        sink.name(row.node)
        sink.text(row.period.description)
        sink.word(cause)
        sink.amount(amount)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        sequence = try row.integer()
        self.row = BalanceKey(try row.name(), try row.period())
        cause = try row.word()
        amount = try row.amount()
    }
}
