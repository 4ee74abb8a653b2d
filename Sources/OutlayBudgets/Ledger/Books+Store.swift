import OutlayEncoding
import OutlayProblems
import OutlayValues

extension Books: BudgetStore {
    /// Carries out one command.
    ///
    /// - Throws: A ``Problem`` for malformed input; then nothing changed.
    public mutating func execute(
        _ command: some LedgerCommand, context: CommandContext
    ) throws(Problem) -> CommandOutcome {
        switch try prepare(command, context: context) {
        case .settled(let outcome): return outcome
        case .event(let event, let outcome):
            try apply(event, event.stored(after: chain))
            return outcome
        }
    }

    /// Carries out commands in order; each is accepted or refused by itself.
    ///
    /// - Throws: A ``Problem`` for malformed input; then nothing changed.
    public mutating func executeBatch(
        _ commands: [(command: any LedgerCommand, context: CommandContext)]
    ) throws(Problem) -> [CommandOutcome] {
        var copy = self
        var outcomes: [CommandOutcome] = []
        for (command, context) in commands {
            outcomes.append(try copy.execute(command, context: context))
        }
        self = copy
        return outcomes
    }

    /// Carries out commands in order: all of them, or none.
    ///
    /// - Throws: A ``Problem`` for malformed input; then nothing changed.
    public mutating func executeTogether<View>(
        _ commands: [(command: any LedgerCommand, context: CommandContext)], rehearsing: Bool,
        _ view: (Books) throws(Problem) -> View
    ) throws(Problem) -> (outcomes: [CommandOutcome], view: View?) {
        var copy = self
        var outcomes: [CommandOutcome] = []
        for (command, context) in commands {
            let outcome = try copy.execute(command, context: context)
            outcomes.append(outcome)
            guard case .refused(let refusal) = outcome else { continue }
            if !rehearsing,
                let event = try event(recording: refusal, of: command, context: context)
            {
                try apply(event, event.stored(after: chain))
            }
            return (outcomes, nil)
        }
        let seen = try view(copy)
        if !rehearsing { self = copy }
        return (outcomes, seen)
    }

    /// Returns what `body` reads.
    public func read<Value>(_ body: (Books) throws(Problem) -> Value) throws(Problem) -> Value {
        try body(self)
    }

    /// Calls `body` with the events from number `first` on, in order, until it returns false.
    public func journal(
        from first: Int64, _ body: (StoredEvent) throws(Problem) -> Bool
    ) throws(Problem) {
        for event in events.dropFirst(max(0, Int(first) - 1)) {
            guard try body(event) else { return }
        }
    }

    /// Returns the end of the chain, to be kept elsewhere.
    ///
    /// - Throws: ``ProblemCode/notOpened``.
    public func checkpoint() throws(Problem) -> Checkpoint {
        let settings = try requireSettings()
        return Checkpoint(
            ledgerID: settings.ledgerID, sequence: chain.sequence, hash: chain.hash)
    }

    /// Every row of every table in the order of tables and keys, each as one line of canonical JSON:
    /// what two stores with the same journal agree on byte for byte.
    public func rowText() -> String {
        var rows: [any LedgerRow] = []
        if let settingsRow { rows.append(settingsRow) }
        rows += nodes() as [any LedgerRow] + periods() + balances(of: nil) + documents()
        let requests = requestRows.keys.sorted()
        rows += requests.compactMap { requestRows[$0] } as [any LedgerRow]
        rows += requests.flatMap { lines(of: $0) } as [any LedgerRow]
        rows += requests.flatMap { revisions(of: $0) } as [any LedgerRow]
        rows += sortedInvoiceRows() as [any LedgerRow]
        rows += receiptRows.keys.sorted().flatMap { receipts(of: $0) } as [any LedgerRow]
        rows += frameworks() as [any LedgerRow]
        rows += overrideRows.keys.sorted().flatMap { overrides(for: $0) } as [any LedgerRow]
        rows += overruns() as [any LedgerRow] + evidence() + sortedImportedRows()
        rows += delegations() as [any LedgerRow]
        return rows.map { $0.canonicalLine + "\n" }.joined()
    }

    private func sortedImportedRows() -> [ImportedActual] {
        importedRows.keys.sorted {
            ($0.issuer.text, $0.number.text) < ($1.issuer.text, $1.number.text)
        }
        .flatMap { importedActuals(issuer: $0.issuer, document: $0.number) }
    }

    private func sortedInvoiceRows() -> [Invoice] {
        invoiceRows.values.sorted {
            ($0.issuer.text, $0.number.text) < ($1.issuer.text, $1.number.text)
        }
    }
}

extension LedgerReader {
    /// Returns the settings.
    ///
    /// - Throws: ``ProblemCode/notOpened``.
    public func requireSettings() throws(Problem) -> LedgerSettings {
        guard let settings = try settings() else {
            throw Problem(
                .notOpened, "the ledger is not opened",
                because: "a ledger has a currency and fiscal years before anything is posted",
                hint: "open it first")
        }
        return settings
    }
}

extension LedgerRow {
    /// The table's name and the cells as one line of canonical JSON.
    public var canonicalLine: String {
        var writer = CanonicalWriter()
        writer.beginArray()
        writer.text(Self.table.rawValue)
        write(to: &writer)
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
