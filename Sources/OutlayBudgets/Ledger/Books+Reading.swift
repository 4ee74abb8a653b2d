import OutlayEncoding
import OutlayProblems
import OutlayValues

extension Books: LedgerReader {
    /// The settings, or nil before the ledger is opened.
    public func settings() -> LedgerSettings? { settingsRow }
    /// The end of the chain.
    public func head() -> ChainHead { chain }
    /// Returns a line, or nil.
    public func node(_ id: NodeID) -> Node? { lines[id] }

    /// Returns the lines above `id`, nearest first.
    public func ancestors(of id: NodeID) -> [Node] {
        var result: [Node] = []
        var next = lines[id]?.parent
        while let parent = next, let node = lines[parent] {
            result.append(node)
            next = node.parent
        }
        return result
    }

    /// Returns the lines directly below `id`.
    public func children(of id: NodeID) -> [Node] {
        (lower[id] ?? []).sorted().compactMap { lines[$0] }
    }

    /// Returns all lines.
    public func nodes() -> [Node] { lines.keys.sorted().compactMap { lines[$0] } }
    /// Returns a period, or nil where its year was never opened.
    public func period(_ id: PeriodID) -> BudgetPeriod? { periodRows[id] }
    /// Returns all periods.
    public func periods() -> [BudgetPeriod] {
        periodRows.keys.sorted().compactMap { periodRows[$0] }
    }

    /// Returns a balance row, or nil where nothing was ever posted to it.
    public func balance(_ key: BalanceKey) -> Balance? { balanceRows[key] }

    /// Returns all balance rows of a line, or of all lines.
    public func balances(of node: NodeID?) -> [Balance] {
        let keys = node.map { balanceKeys[$0] ?? [] } ?? Array(balanceRows.keys)
        return keys.sorted().compactMap { balanceRows[$0] }
    }

    /// Returns a request, or nil.
    public func request(_ id: RequestID) -> Request? { requestRows[id] }
    /// Returns the lines of a request, in order.
    public func lines(of id: RequestID) -> [RequestLine] { requestLines[id] ?? [] }

    /// Returns a frozen revision of a request, or nil.
    public func revision(_ number: Int, of id: RequestID) -> RequestRevision? {
        revisionRows[id]?.first { $0.number == number }
    }

    /// Returns the frozen revisions of a request, in order.
    public func revisions(of id: RequestID) -> [RequestRevision] { revisionRows[id] ?? [] }

    /// Returns the requests that have a frozen revision.
    public func requestsWithRevisions() -> [RequestID] { revisionRows.keys.sorted() }

    /// Returns what requests hold of a budget line in a year, lines below it left out, in the order of
    /// their names.
    public func holdings(of node: NodeID, in year: PeriodID) throws(Problem) -> [Holding] {
        try Holding.summed(
            lines(charging: node).filter { $0.period.wholeYear == year }.map {
                Holding($0.request, reserved: $0.reserved, committed: $0.committed)
            })
    }

    /// Returns the requests that match.
    public func requests(_ filter: RequestFilter) -> [Request] {
        requestRows.keys.sorted().compactMap { requestRows[$0] }.filter(filter.matches)
    }

    /// Returns the highest number of the requests that are named after a year, or nil.
    public func highestRequestNumber(in year: Int) -> RequestNumber? { requestNumbers[year] }

    /// Returns whether anything was bought from a vendor, a request left out.
    public func hasBought(from vendor: VendorID, besides id: RequestID) -> Bool {
        requestRows.values.contains { request in
            request.vendor == vendor && request.id != id
                && (request.state.isApproved || request.state == .closed)
        }
    }

    /// Returns the lines of all requests that charge a budget line, lines below it left out.
    public func lines(charging node: NodeID) -> [RequestLine] {
        (charged[node] ?? []).sorted().flatMap { lines(of: $0) }.filter { $0.node == node }
    }

    /// Returns an invoice or credit note by its issuer and number, or nil.
    public func invoice(issuer: LedgerText, number: LedgerText) -> Invoice? {
        invoiceRows[InvoiceKey(issuer: issuer, number: number)]
    }

    /// Returns the invoices and credit notes of an order.
    public func invoices(of id: RequestID) -> [Invoice] {
        sortedInvoices { $0.request == id }
    }

    /// Returns the invoices and credit notes of an issuer on a day.
    public func invoices(issuer: LedgerText, on date: CalendarDate) -> [Invoice] {
        sortedInvoices { $0.issuer == issuer && $0.date == date }
    }

    /// Returns all disputed invoices.
    public func disputes() -> [Invoice] {
        sortedInvoices { $0.state == .disputed }
    }

    private func sortedInvoices(_ isMeant: (Invoice) -> Bool) -> [Invoice] {
        invoiceRows.values.filter(isMeant).sorted {
            ($0.issuer.text, $0.number.text) < ($1.issuer.text, $1.number.text)
        }
    }

    /// Returns the receipts of an order.
    public func receipts(of id: RequestID) -> [Receipt] {
        (receiptRows[id] ?? []).sorted { $0.number.text < $1.number.text }
    }

    /// Returns an agreement, or nil.
    public func framework(_ id: FrameworkID) -> Framework? { frameworkRows[id] }
    /// Returns all agreements.
    public func frameworks() -> [Framework] {
        frameworkRows.keys.sorted().compactMap { frameworkRows[$0] }
    }

    /// Returns the overrides for a request.
    public func overrides(for id: RequestID) -> [Override] {
        (overrideRows[id] ?? []).sorted { ($0.row, $0.authority) < ($1.row, $1.authority) }
    }

    /// Returns the overrides by an authority on a line, of every period and request.
    public func overrides(by authority: PersonID, on node: NodeID) -> [Override] {
        overrideRows.keys.sorted().flatMap { overrides(for: $0) }
            .filter { $0.authority == authority && $0.row.node == node }
    }

    /// Returns all overruns.
    public func overruns() -> [Overrun] {
        overrunRows.sorted { ($0.sequence, $0.row) < ($1.sequence, $1.row) }
    }

    /// Returns all evidence.
    public func evidence() -> [Evidence] {
        evidenceRows.sorted { ($0.hash.text, $0.sequence) < ($1.hash.text, $1.sequence) }
    }

    /// Returns what was booked of a document of another system.
    public func importedActuals(issuer: LedgerText, document: LedgerText) -> [ImportedActual] {
        (importedRows[InvoiceKey(issuer: issuer, number: document)] ?? [])
            .sorted { ($0.node, $0.period.description) < ($1.node, $1.period.description) }
    }

    /// Returns what people lent by acts of their own, in order.
    public func delegations() -> [LentAuthority] {
        delegationRows.values.sorted { $0.number < $1.number }
    }

    /// Returns the document of a kind that is in force on a day, the last revision loaded by then.
    public func document(
        _ kind: LedgerDocumentKind, inForceOn date: CalendarDate
    ) -> LedgerDocument? {
        documentRows.filter { $0.kind == kind && $0.effectiveFrom <= date }
            .max { ($0.effectiveFrom, $0.sequence) < ($1.effectiveFrom, $1.sequence) }
    }

    /// Returns one revision of a document, or nil.
    public func document(
        _ kind: LedgerDocumentKind, id: LedgerText, revision: Int
    ) -> LedgerDocument? {
        documentRows.last { $0.kind == kind && $0.id == id && $0.revision == revision }
    }

    /// Returns all documents.
    public func documents() -> [LedgerDocument] {
        documentRows.sorted {
            ($0.kind.rawValue, $0.id.text, $0.revision)
                < ($1.kind.rawValue, $1.id.text, $1.revision)
        }
    }

    /// Returns what the event with a key answered and the hash of its command, or nil.
    public func answer(to key: IdempotencyKey) -> (answer: Answer, bodyHash: SHA256Value)? {
        answers[key].map { ($0.answer, $0.bodyHash) }
    }

    /// Returns the postings to a line in the order of their events, up to event `sequence` and the
    /// effective day `date`.
    public func postings(
        to node: NodeID, upTo sequence: Int64, effectiveBy date: CalendarDate
    ) -> [Posting] {
        (postingLog[node] ?? []).filter { $0.sequence <= sequence && $0.effective <= date }
            .map(\.posting)
    }
}

extension RequestFilter {
    /// Returns whether a request is meant.
    public func matches(_ request: Request) -> Bool {
        if let states, !states.contains(request.state) { return false }
        if let requester, request.requester != requester { return false }
        if let vendor, request.vendor != vendor { return false }
        if let submittedFrom, request.submitted < submittedFrom { return false }
        if let submittedTo, request.submitted > submittedTo { return false }
        if let expiredOn {
            let isOver = request.state == .submitted && request.isOver(on: expiredOn)
            let change = request.amendment?.expires.map { $0 < expiredOn } ?? false
            if !isOver && !change { return false }
        }
        return true
    }
}

extension Request {
    /// Returns whether the time in which it could be decided is over.
    public func isOver(on date: CalendarDate) -> Bool {
        expires.map { $0 < date } ?? false
    }
}
