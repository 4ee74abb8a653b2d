import OutlayEncoding
import OutlayProblems
import OutlayValues

extension RequestRevision: LedgerRow {
    /// The table.
    public static let table = LedgerTable.requestRevision
    /// The columns.
    public static let shape = TableShape(
        key: [
            "request:text", "number:int",
        ],
        [
            "hash:text", "submission_hash:text", "editor:text", "frozen:text", "submitted:text?",
            "content:json", "sequence:int",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.name(request)
        sink.count(number)
        sink.text(hash.description)
        sink.text(submissionHash.description)
        sink.name(editor)
        sink.date(frozen)
        sink.optional(submitted) { $0.date($1) }
        sink.json { $0.canonical(content) }
        sink.integer(sequence)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``, also where the content is not what the hash says.
    public init(from row: inout RowReader) throws(Problem) {
        request = try row.name()
        number = try row.count()
        hash = try row.digest()
        submissionHash = try row.digest()
        editor = try row.name()
        frozen = try row.date()
        submitted = try row.optional { row throws(Problem) in try row.date() }
        content = try row.text()
        sequence = try row.integer()
        guard SHA256Value.of(Array(content.utf8)) == hash else {
            throw Problem(
                .damagedEvent,
                "revision \(number) of \(Problem.quoted(request.text)) is not what was frozen",
                because: "its content does not have the hash it is kept under",
                hint: "verify the ledger")
        }
    }
}
