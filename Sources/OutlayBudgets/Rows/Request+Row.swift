import OutlayProblems
import OutlayValues

extension Request: LedgerRow {
    /// The table.
    public static let table = LedgerTable.request
    /// The columns.
    public static let shape = TableShape(
        key: [
            "id:text"
        ],
        [
            "state:text", "revision:int", "requester:text", "last_editor:text",
            "vendor:text?", "framework:text?", "details:json", "currency:text",
            "rate:text?", "total:int", "foreign_total:int", "submitted:text",
            "expires:text?", "approved_on:text?", "ordered_by:text?", "approval:json",
            "amendment:json?",
            "sequence:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.name(id)
        sink.word(state)
        sink.count(revision)
        sink.name(requester)
        sink.name(lastEditor)
        sink.optional(vendor) { $0.name($1) }
        sink.optional(framework) { $0.name($1) }
        sink.json { details.write(to: &$0) }
        sink.text(currency.code)
        sink.optional(rate) { $0.text($1.description) }
        sink.amount(total)
        sink.amount(foreignTotal)
        sink.date(submitted)
        sink.optional(expires) { $0.date($1) }
        sink.optional(approvedOn) { $0.date($1) }
        sink.optional(orderedBy) { $0.name($1) }
        sink.json { approval.write(to: &$0) }
        sink.optional(amendment) { sink, value in sink.json { value.write(to: &$0) } }
        sink.integer(sequence)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        id = try row.name()
        state = try row.word()
        revision = try row.count()
        requester = try row.name()
        lastEditor = try row.name()
        vendor = try row.optional { row throws(Problem) in try row.name() }
        framework = try row.optional { row throws(Problem) in try row.name() }
        details = try row.json { reader throws(Problem) in try RequestDetails(from: &reader) }
        currency = try row.currency()
        rate = try row.optional { row throws(Problem) in try row.decimal() }
        total = try row.amount()
        foreignTotal = try row.amount()
        submitted = try row.date()
        expires = try row.optional { row throws(Problem) in try row.date() }
        approvedOn = try row.optional { row throws(Problem) in try row.date() }
        orderedBy = try row.optional { row throws(Problem) in try row.name() }
        approval = try row.json { reader throws(Problem) in try ApprovalState(from: &reader) }
        amendment = try row.optional { row throws(Problem) in
            try row.json { reader throws(Problem) in try Amendment(from: &reader) }
        }
        sequence = try row.integer()
    }
}
