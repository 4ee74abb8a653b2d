import OutlayProblems

/// The tables that the events of a ledger make, in every store.
///
/// A store creates a table of each ``shape`` and applies ``RowChange``s to it without knowing what they
/// mean. The journal itself (events, postings, the head of the chain) is the store's own.
public enum LedgerTable: String, Sendable, Hashable, CaseIterable {
    /// The one row of settings.
    case setting
    /// Budget lines.
    case node
    /// Fiscal years and their months.
    case period
    /// Balance rows, which follow from the postings.
    case balance
    /// Policies, organisation, vendors, budgets: every revision, and every proposal of one.
    case document
    /// Requests and orders.
    case request
    /// What they ask of budget lines.
    case requestLine = "request_line"
    /// Revisions of requests as they were frozen.
    case requestRevision = "request_revision"
    /// Invoices and credit notes.
    case invoice
    /// Receipts.
    case receipt
    /// Framework agreements.
    case framework
    /// Overrides.
    case override
    /// Overruns.
    case overrun
    /// Evidence.
    case evidence
    /// What was booked of other systems' documents.
    case importedActual = "imported_actual"
    /// What people lent by acts of their own.
    case delegation

    /// The columns, the key's first.
    public var shape: TableShape {
        switch self {
        case .setting: LedgerSettings.shape
        case .node: Node.shape
        case .period: BudgetPeriod.shape
        case .balance: Balance.shape
        case .document: LedgerDocument.shape
        case .request: Request.shape
        case .requestLine: RequestLine.shape
        case .requestRevision: RequestRevision.shape
        case .invoice: Invoice.shape
        case .receipt: Receipt.shape
        case .framework: Framework.shape
        case .override: Override.shape
        case .overrun: Overrun.shape
        case .evidence: Evidence.shape
        case .importedActual: ImportedActual.shape
        case .delegation: LentAuthority.shape
        }
    }
}

/// The columns of a table.
public struct TableShape: Sendable, Hashable {
    /// A column.
    public struct Column: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// What its cells hold.
        public var type: ColumnType
        /// Whether a cell may hold nothing.
        public var isOptional: Bool
    }

    /// All columns, those of the key first.
    public var columns: [Column]
    /// How many of them are the key.
    public var keyCount: Int

    /// Creates a shape from `key` and `other` columns, each written `name:type`, with the types `int`,
    /// `text` and `json`, and a `?` behind where a cell may hold nothing.
    init(key: [String], _ other: [String]) {
        keyCount = key.count
        columns = (key + other).map { text in
            let parts = text.split(separator: ":")
            precondition(parts.count == 2, "a column is written name:type")
            let isOptional = parts[1].hasSuffix("?")
            let type = ColumnType(rawValue: String(isOptional ? parts[1].dropLast() : parts[1]))
            guard let type else { preconditionFailure("\(text) has no known type") }
            return Column(name: String(parts[0]), type: type, isOptional: isOptional)
        }
    }
}

extension TableShape.Column {
    /// Reads a cell as an event or a command writes it.
    func cell(from reader: inout CanonicalReader) throws(Problem) -> RowValue {
        if reader.isNull() { return .null }
        return switch type {
        case .integer: .integer(try reader.integer())
        case .text: .text(try reader.text())
        case .json: .text(try reader.raw())
        }
    }
}

/// What the cells of a column hold.
public enum ColumnType: String, Sendable, Hashable, CaseIterable {
    /// A 64-bit integer.
    case integer = "int"
    /// A text.
    case text
    /// Canonical JSON as a text; in an event it stands as JSON.
    case json
}
