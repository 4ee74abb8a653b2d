import OutlayProblems
import OutlayValues

extension LentAuthority: LedgerRow {
    /// The table.
    public static let table = LedgerTable.delegation
    /// The columns.
    public static let shape = TableShape(
        key: [
            "number:int"
        ],
        [
            "principal:text", "delegate:text", "start:text", "end:text", "amount_limit:int?",
            "categories:json", "sequence:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.integer(number)
        sink.name(delegation.principal)
        sink.name(delegation.delegate)
        sink.date(delegation.start)
        sink.date(delegation.end)
        sink.optional(delegation.limit) { $0.amount($1) }
        sink.json { writer in
            writer.beginArray()
            for category in delegation.categories { writer.text(category.text) }
            writer.endArray()
        }
        sink.integer(sequence)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        number = try row.integer()
        delegation = Delegation(
            from: try row.name(), to: try row.name(), start: try row.date(), end: try row.date())
        delegation.limit = try row.optional { row throws(Problem) in try row.amount() }
        delegation.categories = try row.json { reader throws(Problem) in
            try reader.array { reader throws(Problem) in try reader.name() }
        }
        sequence = try row.integer()
    }
}
