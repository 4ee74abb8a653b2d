import OutlayProblems
import OutlayValues

extension Evidence: LedgerRow {
    /// The table.
    public static let table = LedgerTable.evidence
    /// The columns.
    public static let shape = TableShape(
        key: [
            "hash:text", "sequence:int",
        ],
        [
            "name:text", "size:int", "media_type:text", "request:text?",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.text(hash.text)
        sink.integer(sequence)
        sink.text(name.text)
        sink.integer(size)
        sink.text(mediaType.text)
        sink.optional(request) { $0.name($1) }
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        hash = try row.phrase()
        sequence = try row.integer()
        name = try row.phrase()
        size = try row.integer()
        mediaType = try row.phrase()
        request = try row.optional { row throws(Problem) in try row.name() }
    }
}
