import OutlayProblems
import OutlayValues

extension Override: LedgerRow {
    /// The table.
    public static let table = LedgerTable.override
    /// The columns.
    public static let shape = TableShape(
        key: [
            "request:text", "node:text", "period:text", "authority:text",
        ],
        [
            "reason:text", "amount:int", "used:int", "expires:text?", "is_over:int",
            "sequence:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.name(request)
        sink.name(row.node)
        sink.text(row.period.description)
        sink.name(authority)
        sink.text(reason.text)
        sink.amount(amount)
        sink.amount(used)
        sink.optional(expires) { $0.date($1) }
        sink.flag(isOver)
        sink.integer(sequence)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        request = try row.name()
        self.row = BalanceKey(try row.name(), try row.period())
        authority = try row.name()
        reason = try row.phrase()
        amount = try row.amount()
        used = try row.amount()
        expires = try row.optional { row throws(Problem) in try row.date() }
        isOver = try row.flag()
        sequence = try row.integer()
    }
}
