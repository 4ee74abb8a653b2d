import OutlayProblems

/// Where a row stands in canonical JSON: as a whole, and in it the cells of its key.
///
/// A row is an array of its table's name and its cells, in events and in ``LedgerRow/canonicalLine``
/// alike, so that the bytes of the one are those of the other.
struct RowPlace: Sendable, Hashable {
    /// The table.
    var table: LedgerTable
    /// The bytes of the row.
    var row: Range<Int>
    /// The bytes of its key's cells.
    var key: Range<Int>

    /// Creates a place.
    init(_ table: LedgerTable, row: Range<Int>, key: Range<Int>) {
        self.table = table
        self.row = row
        self.key = key
    }

    /// Finds the row that `line` consists of.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` where it is no row of a table.
    init(ofLine line: [UInt8]) throws(Problem) {
        var reader = CanonicalReader(line)
        try reader.beginArray()
        table = try reader.word()
        let start = reader.position + 1
        for _ in 0..<table.shape.keyCount { _ = try reader.raw() }
        guard start <= reader.position else { throw reader.damaged("a key was expected") }
        key = start..<reader.position
        row = 0..<line.count
    }
}
