import OutlayProblems
import OutlayValues

extension Invoice: LedgerRow {
    /// The table.
    public static let table = LedgerTable.invoice
    /// The columns.
    public static let shape = TableShape(
        key: [
            "issuer:text", "number:text",
        ],
        [
            "request:text", "kind:text", "credits:text?", "date:text",
            "foreign_amount:int", "currency:text", "rate:text?", "booked:int",
            "credited:int", "state:text", "parts:json", "is_final:int", "booked_by:text",
            "sequence:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.text(issuer.text)
        sink.text(number.text)
        sink.name(request)
        sink.word(kind)
        sink.optional(credits) { $0.text($1.text) }
        sink.date(date)
        sink.amount(foreignAmount)
        sink.text(currency.code)
        sink.optional(rate) { $0.text($1.description) }
        sink.amount(booked)
        sink.amount(credited)
        sink.word(state)
        sink.json { $0.parts(parts) }
        sink.flag(isFinal)
        sink.name(bookedBy)
        sink.integer(sequence)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        issuer = try row.phrase()
        number = try row.phrase()
        request = try row.name()
        kind = try row.word()
        credits = try row.optional { row throws(Problem) in try row.phrase() }
        date = try row.date()
        foreignAmount = try row.amount()
        currency = try row.currency()
        rate = try row.optional { row throws(Problem) in try row.decimal() }
        booked = try row.amount()
        credited = try row.amount()
        state = try row.word()
        parts = try row.json { reader throws(Problem) in try reader.parts() }
        isFinal = try row.flag()
        bookedBy = try row.name()
        sequence = try row.integer()
    }
}
