import OutlayProblems
import OutlayValues

extension Framework: LedgerRow {
    /// The table.
    public static let table = LedgerTable.framework
    /// The columns.
    public static let shape = TableShape(
        key: [
            "id:text"
        ],
        [
            "title:text", "vendors:json", "ceiling:int", "guaranteed_minimum:int",
            "start:text", "end:text", "called_off:int",
            "minimum_node:text?", "minimum_period:text?", "minimum_open:int", "sequence:int",
            "approved_by:text?", "agreed:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.name(id)
        sink.text(title.text)
        sink.json { writer in
            writer.beginArray()
            for vendor in vendors { writer.text(vendor.text) }
            writer.endArray()
        }
        sink.amount(ceiling)
        sink.amount(guaranteedMinimum)
        sink.date(start)
        sink.date(end)
        sink.amount(calledOff)
        sink.optional(minimumRow) { $0.name($1.node) }
        sink.optional(minimumRow) { $0.text($1.period.description) }
        sink.amount(minimumOpen)
        sink.integer(sequence)
        sink.optional(approvedBy) { $0.name($1) }
        sink.amount(agreed)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        id = try row.name()
        title = try row.phrase()
        vendors = try row.json { reader throws(Problem) in
            try reader.array { reader throws(Problem) in try reader.name() }
        }
        ceiling = try row.amount()
        guaranteedMinimum = try row.amount()
        start = try row.date()
        end = try row.date()
        calledOff = try row.amount()
        let node: NodeID? = try row.optional { row throws(Problem) in try row.name() }
        let period = try row.optional { row throws(Problem) in try row.period() }
        if let node, let period { minimumRow = BalanceKey(node, period) }
        minimumOpen = try row.amount()
        sequence = try row.integer()
        // Events from before the tables of version 6 say no more than what is used of the minimum.
        agreed = try guaranteedMinimum - minimumOpen
        guard !row.isAtEnd else { return }
        approvedBy = try row.optional { row throws(Problem) in try row.name() }
        agreed = try row.amount()
    }
}
