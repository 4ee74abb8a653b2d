import OutlayBudgets

/// Binds the cells of a row to a statement, one after another.
struct StatementSink: RowSink {
    private let statement: PreparedStatement
    private var index: Int32 = 0

    /// Creates a sink whose first cell becomes the first parameter of `statement`.
    init(_ statement: PreparedStatement) {
        self.statement = statement
    }

    mutating func integer(_ value: Int64) {
        index += 1
        statement.bind(index, value)
    }

    mutating func text(_ value: String) {
        index += 1
        statement.bind(index, value)
    }

    mutating func null() {
        index += 1
        statement.bindNull(index)
    }

    mutating func json(_ body: (inout CanonicalWriter) -> Void) {
        index += 1
        var writer = CanonicalWriter(capacity: 512)
        body(&writer)
        statement.bindText(index, writer.bytes)
    }
}
