import OutlayBudgets

/// The SQL that follows from the shape of a table.
struct TableText: Sendable {
    /// The name of the table.
    let name: String
    /// The columns, separated by commas.
    let columns: String
    /// The columns of the key, separated by commas.
    let key: String
    /// The query of one row by its key, with parameters from 1.
    let selectByKey: StatementText
    /// The statement that inserts a row, or replaces the one of the same key.
    let put: StatementText

    /// Creates the texts of `table`.
    init(_ table: LedgerTable) {
        let shape = table.shape
        let names = shape.columns.map { "\"\($0.name)\"" }
        name = "\"\(table.rawValue)\""
        columns = names.joined(separator: ", ")
        key = names.prefix(shape.keyCount).joined(separator: ", ")
        let condition = names.prefix(shape.keyCount).enumerated()
            .map { "\($1) = ?\($0 + 1)" }.joined(separator: " AND ")
        selectByKey = StatementText("SELECT \(columns) FROM \(name) WHERE \(condition)")
        put = StatementText(Self.put(name, names, keyCount: shape.keyCount))
    }

    private static func put(_ table: String, _ names: [String], keyCount: Int) -> String {
        let values = (1...names.count).map { "?\($0)" }.joined(separator: ", ")
        let key = names.prefix(keyCount).joined(separator: ", ")
        let others = names.dropFirst(keyCount).map { "\($0) = excluded.\($0)" }
        let change = others.isEmpty ? "NOTHING" : "UPDATE SET " + others.joined(separator: ", ")
        return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(values)) "
            + "ON CONFLICT (\(key)) DO \(change)"
    }

    /// Returns the query of the rows that meet `condition`, in the order of their keys.
    func select(where condition: String? = nil, order: String? = nil) -> String {
        "SELECT \(columns) FROM \(name)" + (condition.map { " WHERE \($0)" } ?? "")
            + " ORDER BY \(order ?? key)"
    }

    static let setting = TableText(.setting)
    static let node = TableText(.node)
    static let period = TableText(.period)
    static let balance = TableText(.balance)
    static let document = TableText(.document)
    static let request = TableText(.request)
    static let requestLine = TableText(.requestLine)
    static let requestRevision = TableText(.requestRevision)
    static let invoice = TableText(.invoice)
    static let receipt = TableText(.receipt)
    static let framework = TableText(.framework)
    static let override = TableText(.override)
    static let overrun = TableText(.overrun)
    static let evidence = TableText(.evidence)
    static let importedActual = TableText(.importedActual)
    static let delegation = TableText(.delegation)

    /// Returns the texts of `table`.
    static func of(_ table: LedgerTable) -> TableText {
        switch table {
        case .setting: setting
        case .node: node
        case .period: period
        case .balance: balance
        case .document: document
        case .request: request
        case .requestLine: requestLine
        case .requestRevision: requestRevision
        case .invoice: invoice
        case .receipt: receipt
        case .framework: framework
        case .override: override
        case .overrun: overrun
        case .evidence: evidence
        case .importedActual: importedActual
        case .delegation: delegation
        }
    }
}
