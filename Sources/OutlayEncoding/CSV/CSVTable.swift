import OutlayProblems

/// A CSV file in memory: its columns' names and its rows, each field with its place.
///
/// Every row has as many fields as the header. Quoted fields may hold delimiters, line ends and
/// doubled quotes; a quote elsewhere is refused. Blank lines at the end are no rows.
public struct CSVTable: Sendable {
    /// The text that was read, which turns a field's range into its place.
    public let source: SourceText
    /// The names of the columns; none is empty and none stands twice.
    public let columns: [CSVCell]
    /// The rows behind the header, each with one field per column.
    public let rows: [[CSVCell]]

    /// Reads `source`.
    ///
    /// - Throws: ``ProblemCode/emptyDocument``, ``ProblemCode/syntax``, ``ProblemCode/raggedRow``,
    ///   ``ProblemCode/emptyCell`` or ``ProblemCode/duplicateKey`` for a column's name.
    public init(_ source: SourceText, options: CSVOptions = CSVOptions()) throws(Problem) {
        self.source = source
        (columns, rows) = try source.bytes.withUnsafeBufferPointer { bytes throws(Problem) in
            let scan = try CSVScan(
                path: source.path, bytes: UnsafeRawBufferPointer(bytes), options: options)
            var rows: [[CSVCell]] = []
            try scan.forEachRecord { record throws(Problem) in rows.append(record.cells) }
            return (scan.columns, rows)
        }
    }

    /// Returns the index of the column `name`, or nil where there is none.
    public func columnIndex(_ name: String) -> Int? {
        columns.firstIndex { $0.text == name }
    }
}

/// A field of a CSV file.
public struct CSVCell: Sendable, Hashable {
    /// The text, without the quotes around it.
    public var text: String
    /// The bytes of the field in its ``SourceText``, quotes included.
    public var range: Range<Int>

    /// Creates a field.
    public init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }
}
