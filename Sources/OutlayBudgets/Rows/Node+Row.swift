import OutlayProblems
import OutlayValues

extension Node: LedgerRow {
    /// The table.
    public static let table = LedgerTable.node
    /// The columns.
    public static let shape = TableShape(
        key: [
            "id:text"
        ],
        [
            "parent:text?", "title:text", "kind:text", "expenditure:text?", "control:text",
            "warn_basis_points:int?", "tolerance_basis_points:int", "tolerance_amount:int",
            "phasing:json", "owner:text?", "valid_from:text?", "valid_to:text?",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.name(id)
        sink.optional(parent) { $0.name($1) }
        sink.text(title.text)
        sink.word(kind)
        sink.optional(expenditure) { $0.word($1) }
        sink.word(control)
        sink.optional(warnLevel) { $0.integer($1.count) }
        sink.integer(tolerance.count)
        sink.amount(toleranceAmount)
        sink.json { phasing.write(to: &$0) }
        sink.optional(owner) { $0.name($1) }
        sink.optional(validFrom) { $0.date($1) }
        sink.optional(validTo) { $0.date($1) }
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        id = try row.name()
        parent = try row.optional { row throws(Problem) in try row.name() }
        title = try row.phrase()
        kind = try row.word()
        expenditure = try row.optional { row throws(Problem) in try row.word() }
        control = try row.word()
        warnLevel = try row.optional { row throws(Problem) in try BasisPoints(try row.integer()) }
        tolerance = try BasisPoints(try row.integer())
        toleranceAmount = try row.amount()
        phasing = try row.json { reader throws(Problem) in try Phasing(from: &reader) }
        owner = try row.optional { row throws(Problem) in try row.name() }
        validFrom = try row.optional { row throws(Problem) in try row.date() }
        validTo = try row.optional { row throws(Problem) in try row.date() }
    }
}

extension Phasing {
    /// Writes division, scope and weights as an array.
    func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.text(division.rawValue)
        writer.text(scope.rawValue)
        for weight in weights { writer.text(weight.description) }
        writer.endArray()
    }

    /// Reads what ``write(to:)`` wrote.
    init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        division = try reader.word()
        scope = try reader.word()
        weights = []
        while reader.hasNext() { weights.append(try ExactDecimal(parsing: try reader.text())) }
    }
}
