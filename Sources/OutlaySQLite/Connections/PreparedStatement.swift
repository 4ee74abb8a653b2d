import GRDBSQLite
import OutlayEncoding
import OutlayProblems

/// One statement, prepared once and run many times, through SQLite's own functions.
///
/// A statement belongs to its ``Connection`` and is used only inside ``Connection/use(_:)``. Values
/// are bound by position from 1 and columns read by position from 0. Texts and bytes stand in memory of
/// the statement until it is reset, so that SQLite need not copy each of them by itself.
final class PreparedStatement {
    private let path: String
    private let connection: OpaquePointer
    private let statement: OpaquePointer?
    /// Where the texts and bytes of one run stand; what finds no room here SQLite copies.
    private let room: UnsafeMutableRawPointer
    private var used = 0
    private static let roomSize = 1024

    /// Prepares `sql`.
    ///
    /// - Throws: What SQLite says of it, as a problem.
    init(_ sql: String, on connection: OpaquePointer, path: String) throws(Problem) {
        self.path = path
        self.connection = connection
        room = .allocate(byteCount: Self.roomSize, alignment: 16)
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        statement = prepared
        guard code == SQLITE_OK else { throw problem(code) }
    }

    deinit {
        sqlite3_finalize(statement)
        room.deallocate()
    }

    /// Binds a whole number.
    func bind(_ index: Int32, _ value: Int64) {
        sqlite3_bind_int64(statement, index, value)
    }

    /// Binds a whole number, or NULL.
    func bind(_ index: Int32, _ value: Int64?) {
        if let value { bind(index, value) } else { bindNull(index) }
    }

    /// Binds NULL.
    func bindNull(_ index: Int32) {
        sqlite3_bind_null(statement, index)
    }

    /// Binds a text.
    func bind(_ index: Int32, _ value: String) {
        var value = value
        value.withUTF8 { bindText(index, UnsafeRawBufferPointer($0)) }
    }

    /// Binds a text, or NULL.
    func bind(_ index: Int32, _ value: String?) {
        if let value { bind(index, value) } else { bindNull(index) }
    }

    /// Binds the bytes of a digest.
    func bind(_ index: Int32, _ value: SHA256Value) {
        value.withBytes { bytes in
            let held = hold(bytes)
            sqlite3_bind_blob(statement, index, held.base, Int32(bytes.count), held.keeper)
        }
    }

    /// Binds bytes that are text in UTF-8.
    func bindText(_ index: Int32, _ value: [UInt8]) {
        value.withUnsafeBytes { bindText(index, $0) }
    }

    private func bindText(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
        let held = hold(bytes)
        sqlite3_bind_text(
            statement, index, held.base.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
            held.keeper)
    }

    /// Returns where `bytes` stand until the statement is reset, and who keeps them there.
    private func hold(
        _ bytes: UnsafeRawBufferPointer
    ) -> (base: UnsafeRawPointer, keeper: sqlite3_destructor_type?) {
        guard let base = bytes.baseAddress else { return (UnsafeRawPointer(room), nil) }
        guard bytes.count <= Self.roomSize - used else { return (base, Self.copied) }
        let place = room + used
        place.copyMemory(from: base, byteCount: bytes.count)
        used += bytes.count
        return (UnsafeRawPointer(place), nil)
    }

    /// Goes on to the next row; false where there is none.
    ///
    /// - Throws: What SQLite says, as a problem; the statement is then as before its first row.
    func step() throws(Problem) -> Bool {
        let code = sqlite3_step(statement)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let problem = problem(sqlite3_extended_errcode(connection))
            sqlite3_reset(statement)
            throw problem
        }
    }

    /// Makes the statement ready for another run, in which nothing is bound yet.
    func reset() {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        used = 0
    }

    /// Runs the statement to its end, and returns how many rows it changed.
    ///
    /// - Throws: What SQLite says, as a problem.
    @discardableResult func run() throws(Problem) -> Int {
        while try step() {}
        reset()
        return Int(sqlite3_changes(connection))
    }

    /// Whether a column of the current row is NULL.
    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    /// The whole number in a column of the current row.
    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(statement, column)
    }

    /// The whole number in a column of the current row, or nil where it is NULL.
    func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    /// The text in a column of the current row.
    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The text in a column of the current row, or nil where it is NULL.
    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// What a cell of a ledger's tables holds.
    enum CellKind { case integer, text, null }

    /// What a column of the current row holds; bytes pass as text, which no cell of the rows holds.
    func kind(_ column: Int32) -> CellKind {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .integer
        case SQLITE_NULL: .null
        default: .text
        }
    }

    /// Calls `body` with the text in a column of the current row, in UTF-8.
    func withText<Value>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        let base = sqlite3_column_text(statement, column)
        let count = base == nil ? 0 : Int(sqlite3_column_bytes(statement, column))
        return body(UnsafeBufferPointer(start: base, count: count))
    }

    /// Whether a column of the current row holds exactly `text`.
    func holds(_ column: Int32, _ text: String) -> Bool {
        guard kind(column) == .text else { return false }
        var text = text
        return withText(column) { held in
            text.withUTF8 { held.count == $0.count && held.elementsEqual($0) }
        }
    }

    /// Whether a column of the current row holds exactly `text`, or NULL for nil.
    func holds(_ column: Int32, optional text: String?) -> Bool {
        guard let text else { return isNull(column) }
        return holds(column, text)
    }

    /// Whether a column of the current row holds exactly `number`.
    func holds(_ column: Int32, _ number: Int64) -> Bool {
        kind(column) == .integer && integer(column) == number
    }

    /// The bytes in a column of the current row.
    func bytes(_ column: Int32) -> [UInt8] {
        guard let base = sqlite3_column_blob(statement, column) else { return [] }
        let count = Int(sqlite3_column_bytes(statement, column))
        return Array(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// The digest whose bytes a column of the current row holds, or nil where it holds none.
    func digest(_ column: Int32) -> SHA256Value? {
        let base = sqlite3_column_blob(statement, column)
        let count = base == nil ? 0 : Int(sqlite3_column_bytes(statement, column))
        return SHA256Value(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// The number of columns.
    var columnCount: Int32 { sqlite3_column_count(statement) }

    private func problem(_ code: Int32) -> Problem {
        Problem(sqlite: code, String(cString: sqlite3_errmsg(connection)), path: path)
    }

    // The macro SQLITE_TRANSIENT is not imported.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
