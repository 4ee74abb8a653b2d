import OutlayProblems

/// A row of a table as it is from an event on: what the event inserts or replaces.
///
/// Balance rows are no changes of this kind: they follow from the postings.
public indirect enum RowChange: Sendable, Hashable {
    /// The one row of settings.
    case settings(LedgerSettings)
    /// A budget line.
    case node(Node)
    /// A period.
    case period(BudgetPeriod)
    /// A document.
    case document(LedgerDocument)
    /// A request, without its lines.
    case request(Request)
    /// A line of a request.
    case requestLine(RequestLine)
    /// A frozen revision of a request.
    case requestRevision(RequestRevision)
    /// An invoice or credit note.
    case invoice(Invoice)
    /// A receipt.
    case receipt(Receipt)
    /// An agreement.
    case framework(Framework)
    /// An override.
    case override(Override)
    /// An overrun.
    case overrun(Overrun)
    /// A piece of evidence.
    case evidence(Evidence)
    /// What was booked of another system's document.
    case importedActual(ImportedActual)
    /// What a person lent by an act of their own.
    case delegation(LentAuthority)
}

extension RowChange {
    /// The table.
    public var table: LedgerTable {
        switch self {
        case .settings: .setting
        case .node: .node
        case .period: .period
        case .document: .document
        case .request: .request
        case .requestLine: .requestLine
        case .requestRevision: .requestRevision
        case .invoice: .invoice
        case .receipt: .receipt
        case .framework: .framework
        case .override: .override
        case .overrun: .overrun
        case .evidence: .evidence
        case .importedActual: .importedActual
        case .delegation: .delegation
        }
    }

    /// The row.
    public var row: any LedgerRow {
        switch self {
        case .settings(let row): row
        case .node(let row): row
        case .period(let row): row
        case .document(let row): row
        case .request(let row): row
        case .requestLine(let row): row
        case .requestRevision(let row): row
        case .invoice(let row): row
        case .receipt(let row): row
        case .framework(let row): row
        case .override(let row): row
        case .overrun(let row): row
        case .evidence(let row): row
        case .importedActual(let row): row
        case .delegation(let row): row
        }
    }

    /// The cells in the order of the table's columns.
    public var values: [RowValue] { row.values }

    /// Creates the change that puts a row into a table.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` where the cells are not those of such a row, or the table
    ///   follows from postings.
    public init(_ table: LedgerTable, values: [RowValue]) throws(Problem) {
        switch table {
        case .setting: self = .settings(try LedgerSettings(values: values))
        case .node: self = .node(try Node(values: values))
        case .period: self = .period(try BudgetPeriod(values: values))
        case .document: self = .document(try LedgerDocument(values: values))
        case .request: self = .request(try Request(values: values))
        case .requestLine: self = .requestLine(try RequestLine(values: values))
        case .requestRevision: self = .requestRevision(try RequestRevision(values: values))
        case .invoice: self = .invoice(try Invoice(values: values))
        case .receipt: self = .receipt(try Receipt(values: values))
        case .framework: self = .framework(try Framework(values: values))
        case .override: self = .override(try Override(values: values))
        case .overrun: self = .overrun(try Overrun(values: values))
        case .evidence: self = .evidence(try Evidence(values: values))
        case .importedActual: self = .importedActual(try ImportedActual(values: values))
        case .delegation: self = .delegation(try LentAuthority(values: values))
        case .balance:
            throw Problem(
                .damagedEvent, "an event puts a balance row",
                because: "balance rows follow from postings", hint: "verify the ledger")
        }
    }

    /// Writes the name of the table and the cells as one array.
    func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.text(table.rawValue)
        switch self {
        case .settings(let row): row.write(to: &writer)
        case .node(let row): row.write(to: &writer)
        case .period(let row): row.write(to: &writer)
        case .document(let row): row.write(to: &writer)
        case .request(let row): row.write(to: &writer)
        case .requestLine(let row): row.write(to: &writer)
        case .requestRevision(let row): row.write(to: &writer)
        case .invoice(let row): row.write(to: &writer)
        case .receipt(let row): row.write(to: &writer)
        case .framework(let row): row.write(to: &writer)
        case .override(let row): row.write(to: &writer)
        case .overrun(let row): row.write(to: &writer)
        case .evidence(let row): row.write(to: &writer)
        case .importedActual(let row): row.write(to: &writer)
        case .delegation(let row): row.write(to: &writer)
        }
        writer.endArray()
    }

    /// Reads what ``write(to:)`` wrote, and where it stands.
    static func read(
        from reader: inout CanonicalReader
    ) throws(Problem) -> (change: RowChange, place: RowPlace) {
        let start = reader.position
        try reader.beginArray()
        let table: LedgerTable = try reader.word()
        let shape = table.shape
        let keyStart = reader.position + 1
        var keyEnd = keyStart
        var values: [RowValue] = []
        values.reserveCapacity(shape.columns.count)
        for column in shape.columns {
            values.append(try column.cell(from: &reader))
            if values.count == shape.keyCount { keyEnd = max(keyStart, reader.position) }
        }
        try reader.endArray()
        let place = RowPlace(table, row: start..<reader.position, key: keyStart..<keyEnd)
        return (try RowChange(table, values: values), place)
    }
}
