import OutlayProblems
import OutlayValues

extension Balance: LedgerRow {
    /// The table.
    public static let table = LedgerTable.balance
    /// The columns.
    public static let shape = TableShape(
        key: [
            "node:text", "period:text",
        ],
        [
            "allotted:int", "reserved:int", "committed:int", "actual:int", "excused:int",
            "cap:int?",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.name(key.node)
        sink.text(key.period.description)
        sink.amount(allotted)
        sink.amount(reserved)
        sink.amount(committed)
        sink.amount(actual)
        sink.amount(excused)
        sink.optional(cap) { $0.amount($1) }
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        key = BalanceKey(try row.name(), try row.period())
        allotted = try row.amount()
        reserved = try row.amount()
        committed = try row.amount()
        actual = try row.amount()
        excused = try row.amount()
        cap = try row.optional { row throws(Problem) in try row.amount() }
    }
}
