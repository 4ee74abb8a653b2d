import OutlayProblems

/// A replay that does not keep the journal: of what entries build on it keeps the rows, of all other
/// rows the digests.
///
/// The hashes of the entries are for ``ChainVerifier``.
struct Replay: Sendable {
    /// Settings, lines, periods, documents and balances.
    private(set) var books: Books
    /// All other rows.
    private var digests = RowDigests()

    /// Creates the replay of a journal without entries.
    init(approvalRules: any ApprovalRules) {
        books = Books(approvalRules: approvalRules)
    }

    /// Applies the next entry and returns what it says.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` where it cannot be read or does not come next.
    mutating func follow(_ stored: StoredEvent) throws(Problem) -> LedgerEvent {
        var places: [RowPlace] = []
        let event = try LedgerEvent(canonicalBytes: stored.bytes, places: &places)
        try books.requireNext(event, stored)
        try books.change(event.body, keeping: event.body.rows.filter { $0.table.isBuiltOn })
        books.advance(to: event, stored.hash)
        for place in places where !place.table.isBuiltOn { digests.put(place, in: stored.bytes) }
        return event
    }

    /// Returns every row as its digest.
    func rows() throws(Problem) -> RowDigests {
        var rows = digests
        for line in books.rowText().utf8.split(separator: UInt8(ascii: "\n")) {
            let line = Array(line)
            rows.put(try RowPlace(ofLine: line), in: line)
        }
        return rows
    }
}

extension LedgerTable {
    /// Whether later entries need the rows as they are.
    fileprivate var isBuiltOn: Bool {
        switch self {
        case .setting, .node, .period, .balance, .document, .delegation: true
        case .request, .requestLine, .invoice, .receipt, .framework, .override, .overrun,
            .evidence, .importedActual, .requestRevision:
            false
        }
    }
}
